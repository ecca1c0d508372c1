import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeIn, placeWindow, smallestWindow } from '#main/shell/window-place.ts'

const left = { x: 0, y: 0, width: 1920, height: 1040 }
const right = { x: 1920, y: -200, width: 2560, height: 1400 }
const place = { x: 2000, y: 100, width: 1400, height: 900, isMaximized: false }

describe('the window opens', () => {
  test('in the middle of the main display at the first start', () => {
    expect(placeWindow(null, [left, right])).toEqual({ x: 320, y: 110, width: 1280, height: 820 })
  })

  test('where it was, on whichever display', () => {
    expect(placeWindow(place, [left, right])).toEqual({ x: 2000, y: 100, width: 1400, height: 900 })
  })

  test('in the middle of the main display when its own is gone', () => {
    expect(placeWindow(place, [left])).toEqual({ x: 260, y: 70, width: 1400, height: 900 })
  })

  test.each([
    ['below the bottom edge', { ...place, x: 100, y: 1030 }],
    ['with its title bar above the top', { ...place, x: 100, y: -50 }],
    ['with only a sliver at the side', { ...place, x: 1850, y: 0 }],
    ['at an absurd place', { ...place, x: -100_000, y: 100_000 }],
  ])('within reach although it was %s', (_name, last) => {
    const { x, y } = placeWindow(last, [left])
    expect([x, y]).toEqual([260, 70])
  })

  test('no smaller than the page needs, and no larger than the display', () => {
    expect(placeWindow({ ...place, x: 0, y: 0, width: 10, height: 10 }, [left])).toMatchObject(smallestWindow)
    expect(placeWindow({ ...place, x: 0, y: 0, width: 9999, height: 9999 }, [left])).toMatchObject({
      width: 1920,
      height: 1040,
    })
  })

  test.each([
    ['a smaller display', { x: 0, y: 0, width: 1366, height: 728 }, { x: 0, y: 0, width: 1366, height: 728 }],
    // At 200 % the same display has half as many of the screen's own units.
    ['a larger scale', { x: 0, y: 0, width: 960, height: 520 }, { x: 0, y: 0, width: 960, height: 520 }],
    ['a lower display', { x: 0, y: 0, width: 1920, height: 700 }, { x: 40, y: 0, width: 1400, height: 700 }],
  ])('wholly in sight on %s than it was closed on', (_name, area, expected) => {
    expect(placeWindow({ ...place, x: 40, y: 60 }, [area])).toEqual(expected)
  })

  test('maximised where it was, and on the main display when its own is gone', () => {
    const maximised = { ...place, isMaximized: true }
    expect(placeWindow(maximised, [left, right]).x).toBeGreaterThanOrEqual(right.x)
    expect(placeWindow(maximised, [left]).x).toBeLessThan(left.width)
  })

  test('always where its title bar can be reached', () => {
    const any = fc.integer({ min: -100_000, max: 100_000 })
    fc.assert(
      fc.property(any, any, any, any, (x, y, width, height) => {
        const now = placeWindow({ x, y, width, height, isMaximized: false }, [left, right])
        expect(
          [left, right].some(
            (area) =>
              now.x < area.x + area.width &&
              now.x + now.width > area.x &&
              now.y >= area.y &&
              now.y < area.y + area.height,
          ),
        ).toBe(true)
      }),
    )
  })
})

describe('a stored place', () => {
  const stored = { x: 1, y: -2, width: 1000, height: 700, isMaximized: true }

  test('is read as it was written', () => {
    expect(placeIn(JSON.parse(JSON.stringify(stored)))).toEqual(stored)
  })

  test.each([
    null,
    undefined,
    'middle',
    [],
    {},
    { ...stored, x: '1' },
    { ...stored, y: 1.5 },
    { ...stored, width: 1e9 },
    { ...stored, height: null },
  ])('that is none is not taken: %j', (value) => {
    expect(placeIn(value)).toBeNull()
  })
})
