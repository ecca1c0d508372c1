import type { Filter, ListName, SortStep } from '#shared/domain/list-columns.ts'
import type { Parameters, Reader } from '#main/store/database.ts'
import { fold } from '#main/store/fold.ts'
import type { Calendar, ColumnSources } from './compile-query.ts'
import { compileQuery, sortKey } from './compile-query.ts'
import { listSources } from './sources.ts'

/** What a page asks of a list, whichever it is. */
export type ListQuery = {
  readonly accountId?: string | undefined
  readonly search?: string | undefined
  readonly filter?: Filter | undefined
  readonly sort?: SortStep | readonly SortStep[] | undefined
  /** The wanted rows themselves, in their order, as {@link readOrder} has found them: then nothing else is asked. */
  readonly keys?: readonly number[] | undefined
}

/** A further condition of one screen, with its values (the subscriptions of one customer). */
export type Scope = { readonly sql: string; readonly parameters: Parameters }

type Window = { readonly offset: number; readonly limit: number }

/** Reads a window of a list: filter, search, sort and count all happen in the database. */
export function readWindow<Row>(
  reader: Reader,
  list: ListName,
  select: string,
  query: ListQuery & Window,
  calendar: Calendar,
  scope: Scope | null = null,
): { readonly total: number; readonly rows: readonly Row[] } {
  if (query.keys !== undefined) {
    return { total: query.keys.length, rows: readKeys<Row>(reader, list, select, query.keys) }
  }
  const { from, countFrom, where, orderBy, parameters } = prepare(list, query, calendar, scope)
  const total =
    reader.get<{ total: number }>(`SELECT COUNT(*) AS total FROM ${countFrom} ${where}`, parameters)?.total ??
    0
  const rows = reader.all<Row>(
    `SELECT ${select} FROM ${from} ${where} ORDER BY ${orderBy} LIMIT :limit OFFSET :offset`,
    { ...parameters, limit: query.limit, offset: query.offset },
  )
  return { total, rows }
}

/** The keys of all rows of a list in their order: what is read once can then be taken window by window, however long. */
export function readOrder(
  reader: Reader,
  list: ListName,
  query: ListQuery,
  calendar: Calendar,
): readonly number[] {
  const { from, where, orderBy, parameters } = prepare(list, query, calendar, null)
  const key = listSources[list].tieBreak
  return reader
    .all<{ key: number }>(`SELECT ${key} AS key FROM ${from} ${where} ORDER BY ${orderBy}`, parameters)
    .map((row) => row.key)
}

function readKeys<Row>(reader: Reader, list: ListName, select: string, keys: readonly number[]): Row[] {
  const { from, tieBreak } = listSources[list]
  const found = new Map(
    reader
      .all<Row & { list_key: number }>(
        `SELECT ${select}, ${tieBreak} AS list_key FROM ${from}
        WHERE ${tieBreak} IN (SELECT value FROM json_each(:keys))`,
        { keys: JSON.stringify(keys) },
      )
      .map((row) => [row.list_key, row]),
  )
  return keys.flatMap((key) => found.get(key) ?? [])
}

/** Counts the rows of each value of a column, in the column's order; the value of empty cells is `null`. */
export function readGroups(
  reader: Reader,
  list: ListName,
  column: string,
  query: ListQuery,
  calendar: Calendar,
  limit: number,
): readonly { readonly value: string | number | null; readonly count: number }[] {
  const columns: ColumnSources = listSources[list].columns
  const source = columns[column]
  if (source === undefined) {
    return []
  }
  const { from, where, parameters } = prepare(list, query, calendar, null)
  // Dates group by month: a heading for each day would be a list of headings.
  const value =
    source.type === 'date'
      ? `substr(${source.sql}, 1, 7)`
      : source.type === 'instant'
        ? `substr(day_in(${source.sql}, :timeZone), 1, 7)`
        : source.sql
  const isTags = source.type === 'tags'
  return reader.all(
    `SELECT NULLIF(${isTags ? 'tag.value' : value}, '') AS value, COUNT(*) AS count
    FROM ${from} ${isTags ? `LEFT JOIN json_each(${source.sql}) AS tag` : ''} ${where}
    GROUP BY 1 ORDER BY value IS NULL, MIN(${isTags ? 'fold(tag.value)' : sortKey(source)}) LIMIT :limit`,
    { ...parameters, limit, ...(source.type === 'instant' ? { timeZone: calendar.timeZone } : {}) },
  )
}

function prepare(list: ListName, query: ListQuery, calendar: Calendar, scope: Scope | null) {
  const source = listSources[list]
  const sort =
    query.sort === undefined ? [] : Array.isArray(query.sort) ? query.sort : [query.sort as SortStep]
  const compiled = compileQuery(source.columns, { filter: query.filter, sort }, calendar, source.tieBreak)
  const search = fold(query.search ?? '')
  const conditions = [
    ...(query.accountId === undefined ? [] : [`${source.accountColumn} = :accountId`]),
    ...(scope === null ? [] : [scope.sql]),
    ...(search === '' ? [] : [source.searchSql]),
    ...compiled.conditions,
  ]
  return {
    from: source.from,
    // A count over a million rows must not join what it does not ask about.
    countFrom:
      compiled.conditions.length === 0 && (search === '' || source.searchesBase) ? source.base : source.from,
    where: conditions.length === 0 ? '' : `WHERE ${conditions.join(' AND ')}`,
    orderBy: sort.length === 0 ? source.defaultOrder : compiled.orderBy,
    parameters: {
      ...compiled.parameters,
      ...scope?.parameters,
      ...(query.accountId === undefined ? {} : { accountId: query.accountId }),
      ...(search === '' ? {} : { search }),
    },
  }
}
