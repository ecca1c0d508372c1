/** A rectangle in the screen's own units. */
export type Rectangle = {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** Where the window was when it was last closed. */
export type WindowPlace = Rectangle & { readonly isMaximized: boolean }

/** What a file says of a window's place, or `null` where that is no place. */
export function placeIn(stored: unknown): WindowPlace | null {
  if (typeof stored !== 'object' || stored === null) {
    return null
  }
  const { x, y, width, height, isMaximized } = stored as { readonly [key: string]: unknown }
  return isCoordinate(x) && isCoordinate(y) && isCoordinate(width) && isCoordinate(height)
    ? { x, y, width, height, isMaximized: isMaximized === true }
    : null
}

function isCoordinate(value: unknown): value is number {
  return Number.isInteger(value) && Math.abs(Number(value)) <= 100_000
}

/** Below this the frame of the page does not hold. */
export const smallestWindow = { width: 900, height: 600 } as const

/** The size of a first start. */
const firstSize = { width: 1280, height: 820 } as const

/** How much of the window must lie on a display for the user to get hold of it. */
const grip = { width: 120, height: 40 } as const

/**
 * Where the window goes now: where it was if a display still shows enough of it, otherwise the middle of the main
 * one (the first of `workAreas`), and never larger than the display.
 */
export function placeWindow(last: WindowPlace | null, workAreas: readonly Rectangle[]): Rectangle {
  const [main = { x: 0, y: 0, ...firstSize }] = workAreas
  const size = (area: Rectangle) => ({
    width: Math.min(Math.max(last?.width ?? firstSize.width, smallestWindow.width), area.width),
    height: Math.min(Math.max(last?.height ?? firstSize.height, smallestWindow.height), area.height),
  })
  if (last !== null) {
    // Whether it can be reached is asked of the size it will have, not of the one it had.
    const home = workAreas.find((area) => isWithinReach({ ...last, ...size(area) }, area))
    if (home !== undefined) {
      const { width, height } = size(home)
      // What had to shrink to the display's own length begins where the display does.
      return {
        x: width < last.width ? home.x : last.x,
        y: height < last.height ? home.y : last.y,
        width,
        height,
      }
    }
  }
  const { width, height } = size(main)
  return {
    x: Math.round(main.x + (main.width - width) / 2),
    y: Math.round(main.y + (main.height - height) / 2),
    width,
    height,
  }
}

/** The title bar is what a window is moved by, so its top edge counts, not its area. */
function isWithinReach(window: Rectangle, area: Rectangle): boolean {
  const overlap = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x)
  return overlap >= grip.width && window.y >= area.y && window.y <= area.y + area.height - grip.height
}
