import type { Filter, ListName, SortStep } from '#shared/domain/list-columns.ts'
import type { LongReader, Statement } from '#main/queries/long-reads.ts'
import type { Parameters, Reader } from '#main/store/database.ts'
import { fold } from '#main/store/fold.ts'
import type { Calendar, ColumnSources } from './compile-query.ts'
import { compileQuery, sortKey } from './compile-query.ts'
import { fromFor, fromOf, listSources } from './sources.ts'

/** What a page asks of a list, whichever it is. */
export type ListQuery = {
  readonly accountId?: string | undefined
  readonly search?: string | undefined
  readonly filter?: Filter | undefined
  readonly sort?: SortStep | readonly SortStep[] | undefined
  /** The wanted rows themselves, in their order, as an order has them: then nothing else is asked. */
  readonly keys?: readonly number[] | undefined
}

/** A further condition of one screen, with its values (the subscriptions of one customer). */
export type Scope = { readonly sql: string; readonly parameters: Parameters }

/** Which rows of a list are wanted. */
export type Window = { readonly offset: number; readonly limit: number }

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
  return {
    total: readTotal(reader, list, query, calendar, scope),
    rows: readRows<Row>(reader, list, select, query, calendar, scope),
  }
}

/** Counts the rows of a list. */
function readTotal(
  reader: Reader,
  list: ListName,
  query: ListQuery,
  calendar: Calendar,
  scope: Scope | null = null,
): number {
  const { sql, parameters } = totalStatement(list, query, calendar, scope)
  return reader.get<{ total: number }>(sql, parameters)?.total ?? 0
}

/** The statement whose column `total` counts the rows of a list. */
function totalStatement(
  list: ListName,
  query: ListQuery,
  calendar: Calendar,
  scope: Scope | null = null,
): Statement {
  const { where, parameters } = prepare(list, query, calendar, scope)
  const sql = `SELECT COUNT(*) AS total FROM ${fromFor(list, where)} ${where}`.trimEnd()
  return { sql, parameters: named(sql, parameters, calendar) }
}

/** Reads the rows of a window, without counting the others. */
export function readRows<Row>(
  reader: Reader,
  list: ListName,
  select: string,
  query: ListQuery & Window,
  calendar: Calendar,
  scope: Scope | null = null,
): readonly Row[] {
  const { where, orderBy, parameters } = prepare(list, query, calendar, scope)
  const reading = `SELECT ${select} FROM ${fromOf(list)} ${where} ORDER BY ${orderBy} LIMIT :limit OFFSET :offset`
  return reader.all<Row>(reading, {
    ...named(reading, parameters, calendar),
    limit: query.limit,
    offset: query.offset,
  })
}

/** The values of a statement: a column may be worked out from today, which is bound only where it is named. */
function named(sql: string, parameters: Parameters, { today }: Calendar): Parameters {
  return sql.includes(':today') ? { ...parameters, today } : parameters
}

/** The statement that reads the keys of all rows of a list in their order. */
export function orderStatement(list: ListName, query: ListQuery, calendar: Calendar): Statement {
  const { where, orderBy, parameters } = prepare(list, query, calendar, null)
  const { defaultOrder, wholeOrder = defaultOrder } = listSources[list]
  const rest = `${where} ORDER BY ${orderBy === defaultOrder ? wholeOrder : orderBy}`
  const sql = `SELECT ${listSources[list].tieBreak} AS key FROM ${fromFor(list, rest)} ${rest}`
  return { sql, parameters: named(sql, parameters, calendar) }
}

/** Reads rows by their keys, in the order of those. */
export function readKeys<Row>(
  reader: Reader,
  list: ListName,
  select: string,
  keys: readonly number[],
): Row[] {
  const { tieBreak } = listSources[list]
  const found = new Map(
    reader
      .all<Row & { list_key: number }>(
        `SELECT ${select}, ${tieBreak} AS list_key FROM ${fromOf(list)}
        WHERE ${tieBreak} IN (SELECT value FROM json_each(:keys))`,
        { keys: JSON.stringify(keys) },
      )
      .map((row) => [row.list_key, row]),
  )
  return keys.flatMap((key) => found.get(key) ?? [])
}

/** Counts the rows of each value of a column, and sums their seats, in the column's order; the value of empty cells is `null`. */
export function readGroups(
  longReads: LongReader,
  list: ListName,
  column: string,
  query: ListQuery,
  calendar: Calendar,
  limit: number,
): readonly {
  readonly value: string | number | null
  readonly count: number
  readonly sum: number | null
}[] {
  const columns: ColumnSources = listSources[list].columns
  const source = columns[column]
  if (source === undefined) {
    return []
  }
  const { where, parameters } = prepare(list, query, calendar, null)
  // Dates group by month: a heading for each day would be a list of headings.
  const value =
    source.type === 'date'
      ? `substr(${source.sql}, 1, 7)`
      : source.type === 'instant'
        ? `substr(day_in(${source.sql}, :timeZone), 1, 7)`
        : source.sql
  const isTags = source.type === 'tags'
  const counted = isTags ? 'tag.value' : value
  const order = `value IS NULL, MIN(${isTags ? 'fold(tag.value)' : sortKey(source)})`
  const { sumSql } = listSources[list]
  const from = fromFor(list, [source.sql, where, counted, order].join(' '))
  const grouping = `SELECT NULLIF(${counted}, '') AS value, COUNT(*) AS count,
      ${sumSql === undefined ? 'NULL' : `SUM(${sumSql})`} AS sum
    FROM ${from} ${isTags ? `LEFT JOIN json_each(${source.sql}) AS tag` : ''} ${where}
    GROUP BY 1 ORDER BY ${order} LIMIT :limit`
  return longReads.rows({
    sql: grouping,
    parameters: {
      ...named(grouping, parameters, calendar),
      limit,
      ...(source.type === 'instant' ? { timeZone: calendar.timeZone } : {}),
    },
  })
}

function stepsOf(sort: ListQuery['sort']): readonly SortStep[] {
  return sort === undefined ? [] : Array.isArray(sort) ? sort : [sort as SortStep]
}

/** Whether a list is asked for in the order it has by itself: then an index has it. */
export function isOwnSort(list: ListName, sort: ListQuery['sort']): boolean {
  const { ownSort } = listSources[list]
  const [first, ...more] = stepsOf(sort)
  return (
    first === undefined ||
    (more.length === 0 && first.column === ownSort?.column && first.direction === ownSort.direction)
  )
}

function prepare(list: ListName, query: ListQuery, calendar: Calendar, scope: Scope | null) {
  const source = listSources[list]
  const sort = isOwnSort(list, query.sort) ? [] : stepsOf(query.sort)
  const compiled = compileQuery(source.columns, { filter: query.filter, sort }, calendar, source.tieBreak)
  const search = fold(query.search ?? '')
  const conditions = [
    ...(query.accountId === undefined ? [] : [`${source.accountColumn} = :accountId`]),
    ...(scope === null ? [] : [scope.sql]),
    ...(search === '' ? [] : [source.searchSql]),
    ...compiled.conditions,
  ]
  return {
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
