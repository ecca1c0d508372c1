/** Something of the page that is not where or not as whole as it should be. */
export type Flaw = {
  readonly kind: 'cut' | 'outside' | 'overlap' | 'sideways'
  /** What it says, shortened. */
  readonly text: string
  readonly where: string
}

/**
 * Measures the page it runs in: text that is cut without an ellipsis and a way to read it whole, text and controls
 * outside the window, text upon text, and panes that scroll sideways. It is sent to the page as it stands here, so it
 * must hold everything it uses.
 */
export function measurePage(): Flaw[] {
  type Box = { left: number; top: number; right: number; bottom: number }
  type Piece = { element: Element; text: string; box: Box }
  const slack = 1.5
  const flaws: Flaw[] = []
  const viewport: Box = { left: 0, top: 0, right: innerWidth, bottom: innerHeight }

  const shorten = (text: string): string => text.trim().replaceAll(/\s+/g, ' ').slice(0, 60)
  const describe = (element: Element): string => {
    const named = element.closest(
      '[role], [aria-label], button, input, h1, h2, h3, dt, dd, td, th, label, nav, footer, header',
    )
    const role = named?.getAttribute('role') ?? named?.tagName.toLowerCase() ?? ''
    const label = named?.getAttribute('aria-label') ?? ''
    return `${element.tagName.toLowerCase()} in ${role}${label === '' ? '' : ` "${shorten(label)}"`}`
  }
  const report = (kind: Flaw['kind'], element: Element, text: string): void => {
    flaws.push({ kind, text: shorten(text), where: describe(element) })
  }
  const intersect = (a: Box, b: Box): Box => ({
    left: Math.max(a.left, b.left),
    top: Math.max(a.top, b.top),
    right: Math.min(a.right, b.right),
    bottom: Math.min(a.bottom, b.bottom),
  })
  const isThere = ({ left, top, right, bottom }: Box): boolean => right - left > 1 && bottom - top > 1
  const isWithin = (inner: Box, outer: Box): boolean =>
    inner.left >= outer.left - slack &&
    inner.top >= outer.top - slack &&
    inner.right <= outer.right + slack &&
    inner.bottom <= outer.bottom + slack

  /** Where the whole text can be read although its box is too small: in a title, or in the label of a tooltip. */
  const isToldElsewhere = (element: Element, text: string): boolean => {
    const wanted = shorten(text)
    for (let at: Element | null = element; at !== null && at.tagName !== 'MAIN'; at = at.parentElement) {
      const title = shorten(at.getAttribute('title') ?? '')
      // The closest title may say more than the text, such as a date in full; so does that of a table's cell.
      const isOwn = at === element || at.getAttribute('role') === 'gridcell'
      if (title !== '' && (isOwn || title.includes(wanted.slice(0, 30)))) return true
      if (shorten(at.getAttribute('aria-label') ?? '') === wanted) return true
    }
    return false
  }

  type Side = readonly ['left', 'right'] | readonly ['top', 'bottom']

  /** What of a box can be seen through everything around it; `null` for what is scrolled away or hidden on purpose. */
  const show = (element: Element, box: Box, text: string): Box | null => {
    let seen = box
    for (let at: Element | null = element; at !== null; at = at.parentElement) {
      const style = getComputedStyle(at)
      const around = at.getBoundingClientRect()
      if (around.width <= 2 && around.height <= 2 && style.overflow !== 'visible') return null
      const isShortened = style.textOverflow === 'ellipsis' || style.webkitLineClamp !== 'none'
      const sides: [string, Side][] = [
        [style.overflowX, ['left', 'right']],
        [style.overflowY, ['top', 'bottom']],
      ]
      for (const [overflow, [start, end]] of sides) {
        if (overflow === 'visible') continue
        const isOut = seen[start] < around[start] - slack || seen[end] > around[end] + slack
        seen = {
          ...seen,
          [start]: Math.max(seen[start], around[start]),
          [end]: Math.min(seen[end], around[end]),
        }
        if (isOut && (overflow === 'hidden' || overflow === 'clip')) {
          const isFair = isShortened && (start === 'left' || style.webkitLineClamp !== 'none')
          if (!isFair || !isToldElsewhere(element, text)) report('cut', element, text)
          if (!isThere(seen)) return null
        }
      }
      if (!isThere(seen)) return null
      if (style.position === 'fixed') break
    }
    return seen
  }

  /** What is blurred is hidden on purpose, and must not be told in a title. */
  const isBlurred = (element: Element | null): boolean =>
    element !== null &&
    (getComputedStyle(element).filter.includes('blur') || isBlurred(element.parentElement))

  const isVisible = (element: Element): boolean =>
    element.checkVisibility({ opacityProperty: true, visibilityProperty: true }) && !isBlurred(element)

  /** The background that covers what is below, from the topmost element at a point down to `below`. */
  const isCovered = (x: number, y: number, above: Element, below: Element): boolean => {
    for (const at of document.elementsFromPoint(x, y)) {
      if (at === below || at.contains(below)) return false
      const [, , , alpha = '1'] = getComputedStyle(at).backgroundColor.match(/[\d.]+/g) ?? []
      if (
        Number(alpha) > 0.9 &&
        !at.contains(below) &&
        (at === above || at.contains(above) || !above.contains(at))
      ) {
        return true
      }
    }
    return false
  }

  const pieces: Piece[] = []
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const element = node.parentElement
    const text = node.textContent ?? ''
    if (element === null || text.trim() === '' || /^(script|style|option|textarea)$/i.test(element.tagName)) {
      continue
    }
    if (!isVisible(element)) continue
    const range = document.createRange()
    range.selectNodeContents(node)
    for (const box of range.getClientRects()) {
      if (box.width < 1 || box.height < 1) continue
      const seen = show(element, box, text)
      if (seen === null) continue
      if (!isWithin(seen, viewport)) report('outside', element, text)
      pieces.push({ element, text, box: seen })
    }
  }

  for (const [index, first] of pieces.entries()) {
    for (const second of pieces.slice(index + 1)) {
      if (first.element === second.element) continue
      const both = intersect(first.box, second.box)
      if (both.right - both.left < 2 || both.bottom - both.top < 4) continue
      const x = (both.left + both.right) / 2
      const y = (both.top + both.bottom) / 2
      if (isCovered(x, y, first.element, second.element) || isCovered(x, y, second.element, first.element)) {
        continue
      }
      report('overlap', second.element, `${shorten(first.text)} | ${shorten(second.text)}`)
    }
  }

  for (const control of document.querySelectorAll(
    'button, input, select, textarea, a[href], [role="tab"], [role="menuitem"]',
  )) {
    if (!isVisible(control)) continue
    const name = control.getAttribute('aria-label') ?? control.textContent ?? ''
    const seen = show(control, control.getBoundingClientRect(), name)
    if (seen !== null && !isWithin(seen, viewport)) report('outside', control, name)
    if (control instanceof HTMLInputElement && control.value === '' && control.placeholder !== '') {
      const context = document.createElement('canvas').getContext('2d')
      const style = getComputedStyle(control)
      if (context !== null) context.font = `${style.fontWeight} ${style.fontSize} ${style.fontFamily}`
      const room =
        control.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight)
      const isTold = isToldElsewhere(control, control.placeholder)
      if (!isTold && (context?.measureText(control.placeholder).width ?? 0) > room + slack) {
        report('cut', control, control.placeholder)
      }
    }
  }

  for (const pane of document.querySelectorAll('*')) {
    const { overflowX } = getComputedStyle(pane)
    const isMeant =
      pane.closest('[role="grid"], [role="table"], table, pre, textarea, input, [data-sideways]') !== null
    const isRoot = pane === document.documentElement || pane === document.body
    if (isMeant || !(isRoot || /auto|scroll/.test(overflowX)) || !isVisible(pane)) continue
    if (pane.scrollWidth > pane.clientWidth + slack) report('sideways', pane, pane.textContent ?? '')
  }
  return flaws
}
