/*
 * What a benchmark runs in a page. Each function is sent as it stands here, so it holds everything it uses.
 */

declare global {
  var benchKey: Promise<number> | undefined
  var benchPainted: number | undefined
}

/** An expression that calls a function of this file in the page. */
export function inPage<Args extends readonly unknown[]>(
  work: (...args: Args) => unknown,
  ...args: Args
): string {
  return `(${work.toString()})(...${JSON.stringify(args)})`
}

/** Notes in `benchPainted` when the main part of the page first shows one of the words; without words, the first paint. */
export function notePaint(words: readonly string[]): void {
  const now = () => performance.timeOrigin + performance.now()
  if (words.length === 0) {
    new PerformanceObserver((list) => {
      globalThis.benchPainted ??= performance.timeOrigin + (list.getEntries()[0]?.startTime ?? Number.NaN)
    }).observe({ type: 'paint', buffered: true })
    return
  }
  const isThere = () => {
    const text = document.querySelector('main')?.textContent ?? ''
    return words.some((word) => text.includes(word))
  }
  if (isThere()) {
    // Too late to tell; the run does not count.
    globalThis.benchPainted ??= Number.NaN
    return
  }
  const observer = new MutationObserver(() => {
    if (!isThere()) return
    observer.disconnect()
    requestAnimationFrame(() => {
      const after = new MessageChannel()
      after.port1.addEventListener('message', () => {
        globalThis.benchPainted ??= now()
      })
      after.port1.start()
      after.port2.postMessage(null)
    })
  })
  observer.observe(document, { childList: true, subtree: true, characterData: true })
}

/** When the first paint that {@link notePaint} waits for was, in milliseconds since the epoch. */
export async function paintedAt(): Promise<number> {
  const deadline = performance.now() + 30_000
  while (globalThis.benchPainted === undefined && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return globalThis.benchPainted ?? Number.NaN
}

/** Waits until the list of customers stands. */
export async function untilGrid(): Promise<boolean> {
  const deadline = performance.now() + 30_000
  while (document.querySelector('[role="grid"] [role="gridcell"]') === null && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  return document.querySelector('[role="grid"]') !== null
}

/** Waits until Home stands in the place of a list, and until that has been remembered. */
export async function untilHome(): Promise<void> {
  const deadline = performance.now() + 10_000
  while (document.querySelector('[role="grid"]') !== null && performance.now() < deadline) {
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
  await new Promise((resolve) => setTimeout(resolve, 2_000))
}

/** Puts the keyboard into the search box and empties it. */
export function enterSearch(): boolean {
  const box = document.querySelector<HTMLInputElement>('input[type="search"], input[role="searchbox"]')
  box?.focus()
  box?.select()
  return box !== null && document.activeElement === box
}

/**
 * Starts to wait, in `benchKey`, from the next key (or inserted text) to the frame that shows its answer, in
 * milliseconds: for the app, when the grid has so many rows; for the empty list, when it shows what was typed.
 */
export function timeNextKey(total: number | null): void {
  globalThis.benchKey = new Promise((resolve) => {
    let began = 0
    const note = ({ timeStamp }: Event) => {
      began ||= timeStamp
    }
    const finish = (value: number) => {
      observer.disconnect()
      removeEventListener('keydown', note, true)
      removeEventListener('input', note, true)
      resolve(value)
    }
    const observer = new MutationObserver(() => {
      const count = document.querySelector('[role="grid"]')?.getAttribute('aria-rowcount')
      if (began === 0 || (total !== null && count !== String(total + 1))) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const after = new MessageChannel()
        after.port1.addEventListener('message', () => finish(performance.now() - began))
        after.port1.start()
        after.port2.postMessage(null)
      })
    })
    addEventListener('keydown', note, true)
    addEventListener('input', note, true)
    observer.observe(document, { childList: true, subtree: true, characterData: true, attributes: true })
    setTimeout(() => finish(Number.NaN), 3_000)
  })
}

/** Starts to wait, in `benchKey`, from the next key to the frame in which a field of a dialog has the focus, in milliseconds. */
export function timeDialog(): void {
  globalThis.benchKey = new Promise((resolve) => {
    let began = 0
    const note = ({ timeStamp }: Event) => {
      began ||= timeStamp
    }
    const look = () => {
      if (began === 0 || document.activeElement?.matches('[role="dialog"] input') !== true) {
        requestAnimationFrame(look)
        return
      }
      removeEventListener('keydown', note, true)
      const after = new MessageChannel()
      after.port1.addEventListener('message', () => resolve(performance.now() - began))
      after.port1.start()
      after.port2.postMessage(null)
    }
    addEventListener('keydown', note, true)
    look()
  })
}

/** Waits until no dialog is open. */
export async function untilNoDialog(): Promise<void> {
  while (document.querySelector('[role="dialog"]') !== null) {
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
}

/** What {@link timeNextKey} or {@link timeDialog} measured. */
export async function keyTime(): Promise<number> {
  return globalThis.benchKey ?? Number.NaN
}

/** Lets the page come to rest between two keys. */
export async function rest(): Promise<void> {
  for (let frame = 0; frame < 3; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve))
}

type ListPage = {
  readonly total: number
  readonly rows: readonly { readonly name: string; readonly domain: string | null }[]
}

/** One page of customers over the bridge, and how long main and the way there and back took, in milliseconds. */
export async function askCustomers(
  search: string,
  offset: number,
  limit: number,
): Promise<ListPage & { ms: number }> {
  const { bridge } = globalThis as unknown as {
    bridge: { watch: (view: string, params: object, on: (reply: { value: ListPage }) => void) => () => void }
  }
  const began = performance.now()
  return new Promise((resolve) => {
    const params = { ...(search === '' ? {} : { search }), offset, limit }
    const stop = bridge.watch('customer.list', params, ({ value }) => {
      resolve({ ...value, ms: performance.now() - began })
      queueMicrotask(() => stop())
    })
  })
}

/**
 * Asks for a view over the bridge and, until it is there, whether main answers: how long the view took, and the longest
 * that main was silent meanwhile, in milliseconds.
 */
export async function askWhileAsking(view: string, params: object): Promise<{ ms: number; silent: number }> {
  const { bridge } = globalThis as unknown as {
    bridge: { watch: (view: string, params: object, on: () => void) => () => void }
  }
  const first = async (name: string, asked: object): Promise<number> => {
    const began = performance.now()
    return new Promise((resolve) => {
      const stop = bridge.watch(name, asked, () => {
        resolve(performance.now() - began)
        queueMicrotask(() => stop())
      })
    })
  }
  let isThere = false
  const answer = first(view, params).finally(() => {
    isThere = true
  })
  let silent = 0
  while (!isThere) {
    silent = Math.max(silent, await first('job.list', {}))
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return { ms: await answer, silent }
}

/** Scrolls the list by so many pixels on each frame and returns how long each frame took, in milliseconds. */
export async function scrollFrames(step: number, frames: number): Promise<number[]> {
  const panes = [...document.querySelectorAll('[role="grid"], [role="grid"] *')]
  const pane = panes.find(
    ({ scrollHeight, clientHeight }) => clientHeight > 0 && scrollHeight > clientHeight * 10,
  )
  if (pane === undefined) return []
  const frame = async () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  pane.scrollTop = 0
  for (let each = 0; each < 30; each += 1) await frame()
  const took: number[] = []
  let last = await frame()
  for (let each = 0; each < frames; each += 1) {
    pane.scrollTop += step
    const next = await frame()
    // The clock of frames tells tenths; what a subtraction adds behind them is nobody's time.
    took.push(Math.round((next - last) * 10) / 10)
    last = next
  }
  return took
}

/**
 * Jumps to places all over the list. Returns how long each took until every visible row had its text, and how long each
 * frame took until then, both in milliseconds.
 */
export async function jumps(count: number): Promise<{ until: number[]; frames: number[] }> {
  const panes = [...document.querySelectorAll('[role="grid"], [role="grid"] *')]
  const pane = panes.find(
    ({ scrollHeight, clientHeight }) => clientHeight > 0 && scrollHeight > clientHeight * 10,
  )
  if (pane === undefined) return { until: [], frames: [] }
  const frame = async () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
  const painted = async () =>
    new Promise<void>((resolve) => {
      const after = new MessageChannel()
      after.port1.addEventListener('message', () => resolve())
      after.port1.start()
      after.port2.postMessage(null)
    })
  const isFull = () => {
    const { top, bottom } = pane.getBoundingClientRect()
    const visible = [...pane.querySelectorAll('[role="row"]:has([role="gridcell"])')].filter((row) => {
      const box = row.getBoundingClientRect()
      return box.bottom > top + 40 && box.top < bottom
    })
    return (
      visible.length > (bottom - top) / 48 &&
      visible.every((row) => row.textContent !== '' && row.ariaBusy !== 'true')
    )
  }
  const until: number[] = []
  const frames: number[] = []
  for (let each = 0; each < count; each += 1) {
    let last = await frame()
    const began = performance.now()
    pane.scrollTop = ((each * 0.618_034) % 1) * (pane.scrollHeight - pane.clientHeight)
    do {
      const next = await frame()
      frames.push(Math.round((next - last) * 10) / 10)
      last = next
    } while (!isFull() && performance.now() - began < 2_000)
    await painted()
    until.push(performance.now() - began)
    frames.push(Math.round(((await frame()) - last) * 10) / 10)
  }
  return { until, frames }
}
