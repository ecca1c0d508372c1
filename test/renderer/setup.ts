import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { restoreListStates } from '#renderer/state/list-state.ts'

// Stories run the whole program, database and all, on machines that may be busy.
configure({ asyncUtilTimeout: 10_000 })
afterEach(cleanup)
// How lists stand outlives the page; a story starts as a first start does.
afterEach(() => restoreListStates(null))

/* What jsdom has no layout for: every element is as large as a window, and nothing ever changes its size. */
class StillResizeObserver implements ResizeObserver {
  observe(): void {}
  unobserve(): void {}
  disconnect(): void {}
}
globalThis.ResizeObserver ??= StillResizeObserver

window.matchMedia ??= (query) => ({
  matches: query.includes('min-width'),
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
})

const size = { clientWidth: 1280, clientHeight: 640, offsetWidth: 1280, offsetHeight: 640 }
for (const [name, value] of Object.entries(size)) {
  Object.defineProperty(HTMLElement.prototype, name, { configurable: true, get: () => value })
}

/*
 * Where nothing has a place, Fluent takes everything for hidden: a dialog finds nothing in it to focus, does not count as
 * the one in front, and is hidden from the stories themselves a quarter of a second later.
 */
Object.defineProperty(HTMLElement.prototype, 'offsetParent', {
  configurable: true,
  get(this: HTMLElement) {
    return this.closest('[hidden]') === null ? this.parentElement : null
  },
})
document.body.getBoundingClientRect = () => new DOMRect(0, 0, size.offsetWidth, size.offsetHeight)

Object.defineProperty(HTMLElement.prototype, 'scrollHeight', {
  configurable: true,
  get(this: HTMLElement) {
    const children = [...this.children].filter((child) => child instanceof HTMLElement)
    return children.reduce((height, { style }) => height + (Number.parseFloat(style.height) || 0), 32)
  },
})

Element.prototype.scrollTo = function scrollTo(this: Element, place?: ScrollToOptions | number): void {
  this.scrollTop = typeof place === 'object' ? (place.top ?? 0) : 0
  // As in a browser, the event comes after the call that caused it.
  queueMicrotask(() => this.dispatchEvent(new Event('scroll')))
}
