import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { bypassContentPolicy, countOf, logOf } from '../support/hostile.ts'
import { expect, test } from '../support/launch.ts'

// Controls C01, C22 and C23: nothing leaves the page, even where the content policy does not look or is gone.

/** Gathers candidates against a server of ours, which sends it datagrams if Chromium lets it. */
async function gather(port: number): Promise<void> {
  const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${port}` }] })
  connection.createDataChannel('x')
  const done = new Promise<void>((resolve) => {
    connection.addEventListener('icegatheringstatechange', () => {
      if (connection.iceGatheringState === 'complete') {
        resolve()
      }
    })
  })
  await connection.setLocalDescription(await connection.createOffer())
  await done
  connection.close()
}

test('WebRTC sends no datagram', async ({ desk }) => {
  const socket = createSocket('udp4')
  let datagrams = 0
  socket.on('message', () => {
    datagrams += 1
  })
  socket.bind(0, '127.0.0.1')
  await once(socket, 'listening')
  const { port } = socket.address()

  await desk.window.evaluate(gather, port)
  expect(datagrams).toBe(0)

  // The same page with Electron's default does send: the listener hears, and the switch is what silences it.
  await desk.application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.setWebRTCIPHandlingPolicy('default'),
  )
  await desk.window.evaluate(gather, port)
  await expect.poll(() => datagrams).toBeGreaterThan(0)
  socket.close()
})

/** Ways to reach a server, with the kind of request main sees. */
const ways: { readonly [name: string]: (base: string) => unknown } = {
  image: (base) => {
    new Image().src = `${base}/image`
  },
  xhr: (base) => {
    const request = new XMLHttpRequest()
    request.open('GET', `${base}/xhr`)
    request.send()
  },
  fetch: (base) => void fetch(`${base}/fetch`, { mode: 'no-cors' }).catch(() => undefined),
  beacon: (base) => navigator.sendBeacon(`${base}/beacon`, 'x'),
  webSocket: (base) => new WebSocket(base.replace('http', 'ws')),
  events: (base) => new EventSource(`${base}/events`),
  script: (base) => {
    const element = document.createElement('script')
    element.setAttribute('src', `${base}/script`)
    document.body.append(element)
  },
  style: (base) => {
    const element = document.createElement('link')
    element.rel = 'stylesheet'
    element.href = `${base}/style`
    document.head.append(element)
  },
  prefetch: (base) => {
    const element = document.createElement('link')
    element.rel = 'prefetch'
    element.href = `${base}/prefetch`
    document.head.append(element)
  },
  preload: (base) => {
    const element = document.createElement('link')
    element.rel = 'preload'
    element.as = 'image'
    element.href = `${base}/preload`
    document.head.append(element)
  },
  frame: (base) => {
    const element = document.createElement('iframe')
    element.src = `${base}/frame`
    document.body.append(element)
  },
  media: (base) => {
    const element = document.createElement('video')
    element.src = `${base}/media`
    document.body.append(element)
  },
  font: (base) => void new FontFace('x', `url(${base}/font)`).load().catch(() => undefined),
  ping: (base) => {
    const element = document.createElement('a')
    element.href = '#x'
    element.ping = `${base}/ping`
    document.body.append(element)
    element.click()
  },
}

test('without the content policy, main still refuses every request, and says so in the log', async ({
  desk,
}) => {
  let connections = 0
  const server = createServer((socket) => {
    connections += 1
    socket.destroy()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  await bypassContentPolicy(desk)
  expect(await countOf(desk, 'request.refused')).toBe(0)
  for (const [name, go] of Object.entries(ways)) {
    await test.step(name, async () => {
      const before = (await countOf(desk, 'request.refused')) + (await countOf(desk, 'navigation.refused'))
      await desk.window.evaluate(`(${go.toString()})(${JSON.stringify(base)}), undefined`)
      await expect
        .poll(
          async () => (await countOf(desk, 'request.refused')) + (await countOf(desk, 'navigation.refused')),
        )
        .toBeGreaterThan(before)
    })
  }
  expect(connections).toBe(0)
  server.close()
})

test('an ordinary start and restart asks for nothing that has to be refused', async ({ desk }) => {
  await desk.restart({ args: ['--sample'] })
  await expect.poll(async () => countOf(desk, 'program.started')).toBe(2)
  const events = (await logOf(desk)).map(({ event }) => event)
  expect(events.filter((event) => /refused|restored|tightened|failed/.test(event))).toEqual([])
})
