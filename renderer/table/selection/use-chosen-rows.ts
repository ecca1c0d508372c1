import { useEffect, useState } from 'react'
import { useClient } from '#renderer/state/page-context.tsx'
import { readRanges } from './copy-rows.ts'
import { countOf } from '#renderer/table/rows/row-ranges.ts'
import type { List } from '#renderer/table/use-list.ts'
import { useRowAt } from '#renderer/table/use-list-window.ts'

/** Most rows something is done with at once; more than that is no choice but a whole list. */
export const mostChosen = 500

/** The rows chosen together in a list as they stand now; empty while they are read, or where they are too many. */
export function useChosenRows<Row>(list: List<Row>): readonly Row[] {
  const client = useClient()
  const [rows, setRows] = useState<readonly Row[]>([])
  const { ranges } = list.state
  const count = countOf(ranges)
  const wanted = JSON.stringify({ name: list.name, query: list.query, ranges })
  // Another row at the same place, or the same row changed: what was read is no longer what is there.
  const first = useRowAt(list.window, ranges[0]?.[0] ?? -1)
  const seen = JSON.stringify(first)

  useEffect(() => {
    let isCurrent = true
    const { ranges: chosen, ...of } = JSON.parse(wanted) as Pick<List<Row>, 'name' | 'query'> &
      Pick<List<Row>['state'], 'ranges'>
    const read =
      count > 0 && count <= mostChosen
        ? readRanges<Row>(client, of, chosen)
        : Promise.resolve<readonly Row[]>([])
    void read.then((found) => isCurrent && setRows(found))
    return () => {
      isCurrent = false
    }
  }, [client, wanted, seen, count])
  return rows
}
