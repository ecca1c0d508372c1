import type { SortStep } from '#shared/domain/list-columns.ts'

/** What a header shows of the order: which way, and as which of several steps. */
export type SortMark = { readonly direction: SortStep['direction']; readonly place: number | null }

const most = 6

/** The mark of a column's header; `null` when the list is not sorted by it. */
export function markOf(sort: readonly SortStep[], column: string): SortMark | null {
  const at = sort.findIndex((step) => step.column === column)
  const step = sort[at]
  return step === undefined ? null : { direction: step.direction, place: sort.length > 1 ? at + 1 : null }
}

/** A click on a header: sorts by it alone, the other way round when it already does. */
export function sortedBy(sort: readonly SortStep[], column: string): readonly SortStep[] {
  const mark = sort.length === 1 ? markOf(sort, column) : null
  return [{ column, direction: mark?.direction === 'ascending' ? 'descending' : 'ascending' }]
}

/** A click with Shift: adds a step, turns it round, and takes it out again. */
export function alsoSortedBy(sort: readonly SortStep[], column: string): readonly SortStep[] {
  const mark = markOf(sort, column)
  if (mark === null) {
    return sort.length >= most ? sort : [...sort, { column, direction: 'ascending' }]
  }
  return mark.direction === 'ascending'
    ? sort.map((step) => (step.column === column ? { column, direction: 'descending' as const } : step))
    : sort.filter((step) => step.column !== column)
}
