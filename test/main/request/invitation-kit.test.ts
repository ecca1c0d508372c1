import { JSDOM } from 'jsdom'
import jsqr from 'jsqr'
import { PNG } from 'pngjs'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { clouds, languages } from '#shared/domain/cloud.ts'
import { acceptanceGuide } from '#main/export/acceptance-guide.ts'
import { qrPng, qrSvg } from '#main/export/qr-code.ts'
import { documentedLinks } from '#test/support/links.ts'
import { link, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'

/** The package's function stands one level deeper at run time than its types say. */
const readCode = 'default' in jsqr ? (jsqr.default as typeof jsqr) : jsqr

/** Reads a QR code as a telephone's camera would. */
function readPng(bytes: Uint8Array): string | undefined {
  const { data, width, height } = PNG.sync.read(Buffer.from(bytes))
  return readCode(new Uint8ClampedArray(data), width, height)?.data
}

/** Paints the one path of dark modules of an SVG code, made of horizontal strokes, into pixels. */
function readSvg(svg: string): string | undefined {
  const document = new JSDOM(svg, { contentType: 'image/svg+xml' }).window.document
  const size = Number(document.documentElement.getAttribute('viewBox')?.split(' ')[2])
  const path = document.querySelector('path[stroke]')?.getAttribute('d') ?? ''
  const scale = 4
  const pixels = new Uint8ClampedArray((size * scale) ** 2 * 4).fill(255)
  let x = 0
  let y = 0
  for (const [, command = '', a = '', b = ''] of path.matchAll(/([Mmh])(-?[\d.]+)(?:[ ,]?(-?[\d.]+))?/g)) {
    const [first, second] = [Number(a), Number(b)]
    if (command === 'h') {
      for (let dark = x * scale; dark < (x + first) * scale; dark += 1) {
        for (let line = Math.floor(y) * scale; line < (Math.floor(y) + 1) * scale; line += 1) {
          pixels.set([0, 0, 0, 255], (line * size * scale + dark) * 4)
        }
      }
      x += first
    } else {
      x = command === 'M' ? first : x + first
      y = command === 'M' ? second : y + second
    }
  }
  return readCode(pixels, size * scale, size * scale)?.data
}

describe('the QR code', () => {
  test.each(documentedLinks)('holds %s byte for byte, as PNG and as SVG', async (each) => {
    expect(readPng(await qrPng(each))).toBe(each)
    expect(readSvg(await qrSvg(each))).toBe(each)
  })
})

describe('the acceptance guide', () => {
  const sender = {
    companyName: '晨星 <云> & Co',
    kind: 'direct',
    partnerId: '42',
    senderName: '林',
    senderEmail: 'l@c.cn',
    senderPhone: '1',
  } as const

  test.each(clouds.flatMap((cloud) => languages.map((language) => [cloud, language] as const)))(
    'for %s in %s says who, how, what does not change and how to decline, and holds the link once',
    async (cloud, language) => {
      for (const each of documentedLinks) {
        const html = await acceptanceGuide({
          sender: { ...sender, cloud },
          customerName: '<b>Contoso</b>',
          link: each,
          isGranular: false,
          language,
        })
        const { document } = new JSDOM(html).window
        expect([...document.querySelectorAll('a')].map((a) => a.getAttribute('href'))).toEqual([each])
        expect(document.querySelectorAll('ol > li').length).toBeGreaterThanOrEqual(2)
        expect(document.querySelectorAll('ul > li')).toHaveLength(4)
        expect(document.body.textContent).toContain('<b>Contoso</b>')
        expect(document.body.textContent).toContain(sender.companyName)
        expect(document.body.textContent).not.toMatch(/[{}]/)
        expect(document.querySelector('script, img, link, iframe, b')).toBeNull()
      }
    },
  )

  test('never applies the steps of Global to 21Vianet (domain 8.10)', async () => {
    const guide = { customerName: '', link, isGranular: false, language: 'en' } as const
    const html = await acceptanceGuide({ ...guide, sender: { ...sender, cloud: '21vianet' } })
    expect(html).not.toMatch(
      /Global administrator of your tenant|Microsoft Customer Agreement|GDAP|granular/i,
    )
    expect(html).toMatch(/select Yes/)
  })
})

describe('a request', () => {
  let loopback: Loopback
  beforeEach(() => {
    loopback = createLoopback()
  })
  afterEach(() => loopback.close())

  test('gives its guide as a PDF and its link as QR codes, each named for the customer', async () => {
    const accountId = await makeAccount(loopback)
    const prospect = { name: '华联/贸易', email: 'it@hualian.cn' }
    const { id: requestId } = await loopback.run('request.create', { accountId, prospect, language: 'zh-CN' })
    const guide = await loopback.run('invitation.guide', { requestId })
    const png = await loopback.run('invitation.qr-png', { requestId })
    const svg = await loopback.run('invitation.qr-svg', { requestId })
    expect([guide, png, svg].map(({ fileName }) => fileName)).toEqual([
      '接受指南 华联 贸易.pdf',
      '邀请二维码 华联 贸易.png',
      '邀请二维码 华联 贸易.svg',
    ])
    expect(loopback.printed).toHaveLength(1)
    expect(readPng(loopback.savedFiles[1]?.bytes ?? new Uint8Array())).toBe(link)
    await loopback.run('invitation.guide', { requestId, language: 'en' })
    expect(loopback.printed[1]).toMatch(/lang="en"/)
  })
})
