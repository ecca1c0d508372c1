/** A group as it is drawn: its heading, and its rows below when it is open. */
export type RowGroup = {
  readonly key: string
  readonly label: string
  readonly count: number
  /** The seats of its rows; `null` where they have none. */
  readonly sum: number | null
  readonly isOpen: boolean
  /** The place of the heading among headings and open rows. */
  readonly place: number
  /** The first of its rows, counted over the whole list. */
  readonly firstRow: number
}

/** What a value of `list.groups` is called here: `null` is the group of empty cells. */
export type CountedValue = {
  readonly value: string | number | null
  readonly count: number
  readonly sum: number | null
}

/** Two values main orders as one, since it folds case, width and spaces. */
function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** The counted values in the order their rows are in; texts that sort as one become one group. */
export function inRowOrder(
  values: readonly CountedValue[],
  isText: boolean,
  hasOwnOrder: boolean,
  isDescending: boolean,
): readonly CountedValue[] {
  const filled = values.filter(({ value }) => value !== null)
  const empty = values.filter(({ value }) => value === null)
  const merged = new Map<string, CountedValue>()
  for (const each of filled) {
    const key = isText ? fold(String(each.value)) : String(each.value)
    const before = merged.get(key)
    merged.set(key, before === undefined ? each : together(before, each))
  }
  const entries = [...merged]
  const sorted =
    isText && !hasOwnOrder ? entries.toSorted(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0)) : entries
  const ordered = sorted.map(([, each]) => each)
  // Empty cells stand last in either direction.
  return [...(isDescending ? ordered.toReversed() : ordered), ...empty]
}

function together(a: CountedValue, b: CountedValue): CountedValue {
  const sum = a.sum === null && b.sum === null ? null : (a.sum ?? 0) + (b.sum ?? 0)
  return { value: a.value, count: a.count + b.count, sum }
}

/** Lays headings and open rows out one below the other; rows of no counted value follow under `rest`. */
export function groupsOf(
  values: readonly CountedValue[],
  total: number,
  closed: readonly string[],
  label: (value: string | number | null) => string,
  rest: string,
): readonly RowGroup[] {
  const counted = values.reduce((sum, { count }) => sum + count, 0)
  const all: readonly (CountedValue & { readonly key: string; readonly label: string })[] = [
    ...values.map((each) => ({ ...each, key: `${each.value ?? ''}`, label: label(each.value) })),
    ...(counted < total
      ? [{ value: null, count: total - counted, sum: null, key: 'rest', label: rest }]
      : []),
  ]
  let place = 0
  let firstRow = 0
  return all.map((each) => {
    const isOpen = !closed.includes(each.key)
    const group = {
      key: each.key,
      label: each.label,
      count: each.count,
      sum: each.sum,
      isOpen,
      place,
      firstRow,
    }
    place += 1 + (isOpen ? each.count : 0)
    firstRow += each.count
    return group
  })
}

/** How many headings and open rows there are. */
export function heightOf(groups: readonly RowGroup[]): number {
  const last = groups.at(-1)
  return last === undefined ? 0 : last.place + 1 + (last.isOpen ? last.count : 0)
}

/** The group a place is in. */
export function groupAt(groups: readonly RowGroup[], place: number): RowGroup | undefined {
  let low = 0
  let high = groups.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if ((groups[middle]?.place ?? 0) <= place) {
      low = middle
    } else {
      high = middle - 1
    }
  }
  return groups[low]
}
