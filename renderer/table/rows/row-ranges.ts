import type { RowRange } from '#renderer/state/list-state.ts'

/** Says whether a row is among the chosen ones. */
export function isInRanges(ranges: readonly RowRange[], index: number): boolean {
  return ranges.some(([from, to]) => index >= from && index <= to)
}

/** How many rows are chosen. */
export function countOf(ranges: readonly RowRange[]): number {
  return ranges.reduce((total, [from, to]) => total + to - from + 1, 0)
}

/** Adds rows, merging what touches. */
export function withRange(ranges: readonly RowRange[], from: number, to: number): readonly RowRange[] {
  const merged: RowRange[] = []
  const sorted = [...ranges, [Math.min(from, to), Math.max(from, to)] as const].sort(([a], [b]) => a - b)
  for (const [start, end] of sorted) {
    const before = merged.at(-1)
    if (before !== undefined && start <= before[1] + 1) {
      merged[merged.length - 1] = [before[0], Math.max(before[1], end)]
    } else {
      merged.push([start, end])
    }
  }
  return merged
}

/** Takes one row out of the chosen ones, or puts it in. */
export function toggled(ranges: readonly RowRange[], index: number): readonly RowRange[] {
  if (!isInRanges(ranges, index)) {
    return withRange(ranges, index, index)
  }
  return ranges.flatMap(([from, to]): readonly RowRange[] =>
    index < from || index > to
      ? [[from, to]]
      : [
          ...(from < index ? [[from, index - 1] as const] : []),
          ...(index < to ? [[index + 1, to] as const] : []),
        ],
  )
}
