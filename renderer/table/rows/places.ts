import type { ColumnPlace } from '#renderer/state/list-state.ts'

/** The places with a column put before another, or last. */
export function movedBefore(
  places: readonly ColumnPlace[],
  column: string,
  before: string | null,
): readonly ColumnPlace[] {
  const moved = places.find((place) => place.column === column)
  if (moved === undefined || before === column) {
    return places
  }
  const others = places.filter((place) => place !== moved)
  const at = before === null ? -1 : others.findIndex((place) => place.column === before)
  return others.toSpliced(at < 0 ? others.length : at, 0, moved)
}

/** The places with a column one step to a side. */
export function movedBy(
  places: readonly ColumnPlace[],
  column: string,
  step: -1 | 1,
): readonly ColumnPlace[] {
  const at = places.findIndex((place) => place.column === column)
  const place = places[at]
  const to = at + step
  return place === undefined || to < 0 || to >= places.length
    ? places
    : places.toSpliced(at, 1).toSpliced(to, 0, place)
}

/** The places with a column as wide as the user wants it. */
export function withWidth(
  places: readonly ColumnPlace[],
  column: string,
  width: number,
): readonly ColumnPlace[] {
  return places.map((place) => (place.column === column ? { column, width } : place))
}
