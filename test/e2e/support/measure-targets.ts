/**
 * Names what on the page is too small or too close to another for a finger or an unsteady hand (WCAG 2.2, 2.5.8): less
 * than 24 by 24 pixels, and a circle of that size around its middle touches another target. It is sent to the page as
 * it stands here, so it must hold everything it uses.
 */
export function measureTargets(): string[] {
  const least = 24
  const slack = 0.5
  const targets =
    'button, input, select, textarea, a[href], [role="tab"], [role="menuitem"], [role="menuitemradio"], [role="option"], [role="switch"], [role="checkbox"]'
  /** What a field of the design system answers to: the whole of it, not its inner element alone. */
  const wholes =
    '.fui-Input, .fui-SearchBox, .fui-Select, .fui-Textarea, .fui-Slider, .fui-Combobox, .fui-Dropdown'
  // A splitter is no target of these: it can be hit along its whole length, and the arrow keys move it.
  const top = document.querySelector('[aria-modal="true"], [role="menu"]')
  const found = [...document.querySelectorAll<HTMLElement>(targets)]
    .filter((element) => top === null || top.contains(element))
    .filter((element) => element.checkVisibility({ visibilityProperty: true }))
    // A link within a sentence is as high as its line.
    .filter((element) => getComputedStyle(element).display !== 'inline')
    .filter((element) => !element.matches(':disabled, [aria-disabled="true"]'))
    .map((element) => ({ element, box: (element.closest(wholes) ?? element).getBoundingClientRect() }))
    .filter(({ box }) => box.width > 2 && box.height > 2)
    // What is scrolled away or covered cannot be hit at all.
    .filter(({ element, box }) => {
      const hit = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2)
      return hit !== null && (element.contains(hit) || hit.contains(element))
    })
  const isSmall = ({ width, height }: DOMRect) => width < least - slack || height < least - slack
  const middle = ({ left, top: above, width, height }: DOMRect) => ({
    x: left + width / 2,
    y: above + height / 2,
  })
  return found
    .filter(({ box }) => isSmall(box))
    .flatMap(({ element, box }) => {
      const { x, y } = middle(box)
      const near = found.find((other) => {
        if (other.element === element || other.element.contains(element) || element.contains(other.element)) {
          return false
        }
        const at = isSmall(other.box)
          ? middle(other.box)
          : {
              x: Math.min(Math.max(x, other.box.left), other.box.right),
              y: Math.min(Math.max(y, other.box.top), other.box.bottom),
            }
        return Math.hypot(at.x - x, at.y - y) < (isSmall(other.box) ? least : least / 2) - slack
      })
      const name = (of: Element) =>
        (of.getAttribute('aria-label') ?? of.textContent ?? '').trim().slice(0, 40)
      return near === undefined
        ? []
        : [
            `"${name(element)}" of ${Math.round(box.width)} by ${Math.round(box.height)} beside "${name(near.element)}"`,
          ]
    })
}
