import { expect, test } from 'vitest'
import type { Snapshot } from '#shared/protocol.ts'
import { createViewStore } from '#renderer/state/view-store.ts'
import { blockSize, createRowBlocks, type RowBlocks } from '#renderer/table/rows/row-blocks.ts'

type Row = { readonly at: number; readonly list: string }
type Stretch = { readonly total: number; readonly rows: readonly Row[] }

/** A list whose main answers a question only when it is told to. */
function slowList(search: string, total: number, before: RowBlocks<Row> | null = null) {
  const watched = new Map<number, (snapshot: Snapshot) => void>()
  const asked: number[] = []
  const blocks = createRowBlocks<Row>({
    search,
    before,
    block: (offset) =>
      createViewStore<Stretch>(
        (send) => {
          asked.push(offset)
          watched.set(offset, send)
          return () => watched.delete(offset)
        },
        { onActive: () => undefined, onIdle: () => undefined },
      ),
  })
  let revision = 0
  return {
    blocks,
    /** What has been asked since the last look. */
    asked: () => asked.splice(0),
    watched: () => [...watched.keys()].toSorted((a, b) => a - b),
    refuse: (offset: number) =>
      watched.get(offset)?.({ ok: false, error: { code: 'INTERNAL', message: 'broken', data: {} } }),
    answer: (...offsets: readonly number[]) => {
      for (const offset of offsets) {
        revision += 1
        const length = Math.max(0, Math.min(blockSize, total - offset))
        const rows = Array.from({ length }, (_, at) => ({ at: offset + at, list: search }))
        watched.get(offset)?.({ ok: true, value: { total, rows }, revision })
      }
    },
  }
}

test('a list that is scrolled faster than main answers asks next for what is on screen then', () => {
  const { blocks, asked, answer } = slowList('', 100_000)
  blocks.subscribe(() => undefined)
  expect(asked()).toEqual([0])
  answer(0)
  for (const first of [10_000, 20_000, 30_000, 40_000]) {
    blocks.show([[first, first + 20]])
  }
  expect(asked()).toEqual([10_000, 9_950])
  answer(10_000)
  expect(asked()).toEqual([40_000])
  answer(9_950, 40_000)
  expect(asked()).toEqual([39_950])
  expect(blocks.rowAt(40_020)?.at).toBe(40_020)
  expect(blocks.rowAt(20_000)).toBeUndefined()
})

test('the next rows are asked for before they are reached, and nothing beyond the last', () => {
  const { blocks, asked, answer } = slowList('', 120)
  blocks.subscribe(() => undefined)
  answer(0)
  asked()
  blocks.show([[10, 30]])
  expect(asked()).toEqual([50])
  answer(50)
  blocks.show([[90, 119]])
  expect(asked()).toEqual([100])
})

test('rows stay the same objects while others come, and the furthest are let go of', () => {
  const { blocks, watched, answer } = slowList('', 100_000)
  const versions: number[] = []
  blocks.subscribe(() => versions.push(blocks.version()))
  answer(0)
  const row = blocks.rowAt(3)
  blocks.show([[30, 60]])
  answer(50)
  expect(blocks.rowAt(3)).toBe(row)
  expect(new Set(versions).size).toBe(2)
  for (let first = 0; first < 5_000; first += 25) {
    blocks.show([[first, first + 20]])
    answer(...watched())
  }
  expect(watched().length).toBeLessThanOrEqual(6)
  expect(watched()).toContain(4_950)
  expect(blocks.rowAt(3)).toBeUndefined()
})

test('typing ahead of an answer keeps the rows and the count that were there', () => {
  const first = slowList('a', 300)
  const stop = first.blocks.subscribe(() => undefined)
  first.answer(0)
  first.blocks.show([[200, 220]])
  first.answer(200)

  const second = slowList('ab', 7, first.blocks)
  stop()
  second.blocks.subscribe(() => undefined)
  second.blocks.show([[200, 220]])
  expect(second.blocks.facts()).toMatchObject({ search: 'a', total: 300 })
  expect(second.blocks.rowAt(210)?.list).toBe('a')
  expect(second.asked()).toEqual([0])
  second.answer(0)
  expect(second.blocks.facts()).toMatchObject({ search: 'ab', total: 7 })
  expect(second.blocks.rowAt(3)?.list).toBe('ab')
  expect(second.blocks.rowAt(210)).toBeUndefined()
})

test('a refusal is told, and a list that nobody watches is watched by nobody', () => {
  const { blocks, watched, answer, refuse } = slowList('', 10)
  const stop = blocks.subscribe(() => undefined)
  answer(0)
  const facts = blocks.facts()
  answer(0)
  expect(blocks.facts()).toBe(facts)
  refuse(0)
  expect(blocks.facts()).toMatchObject({ total: undefined, error: { code: 'INTERNAL' } })
  answer(0)
  expect(blocks.facts()).toEqual(facts)
  stop()
  expect(watched()).toEqual([])
})
