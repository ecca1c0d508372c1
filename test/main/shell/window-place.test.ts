import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { placeWindow, smallestWindow } from '#main/shell/window-place.ts'

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
