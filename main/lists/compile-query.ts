import type { ColumnType, Condition, Filter, SortStep } from '#shared/domain/list-columns.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import type { Period } from '#shared/domain/period.ts'
import { periodRange } from '#shared/domain/period.ts'
import type { Parameters } from '#main/store/database.ts'
import { fold } from '#main/store/fold.ts'

/** Where a column's value comes from; only these texts ever become SQL. */
export type ColumnSource = {
  readonly type: ColumnType
  readonly sql: string
  /** What it is sorted by, where that is not the value itself. */
  readonly sortSql?: string
  /** The value, folded as a search is, where that is kept. */
  readonly foldedSql?: string
  /** Where tags are rows of a table of their own: faster to ask than the list of them that `sql` makes. */
  readonly tagRows?: TagRows
}
/** Tags that are rows: `of` is the list's row they belong to, named `key` in the list, `folded` their name. */
export type TagRows = {
  readonly key: string
  readonly of: string
  readonly from: string
  readonly folded: string
}
export type ColumnSources = { readonly [column: string]: ColumnSource }

/** Which day it is where the user is, and in which time zone that is (its IANA name). */
export type Calendar = { readonly today: CivilDate; readonly timeZone: string }

/** Pieces of a statement, with the values they name. */
export type CompiledQuery = {
  /** Empty, or conditions without the word WHERE. */
  readonly conditions: readonly string[]
  readonly orderBy: string
  readonly parameters: Parameters
}

/**
 * Turns a filter and a sort order into SQL. Column names are looked up, values are bound: nothing a user typed becomes
 * part of the statement. Empty values match no comparison and stand last in either direction.
 */
export function compileQuery(
  columns: ColumnSources,
  query: { readonly filter?: Filter | undefined; readonly sort: readonly SortStep[] },
  calendar: Calendar,
  tieBreak: string,
): CompiledQuery {
  const parameters: { [name: string]: string | number } = {}
  const bind = (value: string | number): string => {
    const name = `q${Object.keys(parameters).length}`
    parameters[name] = value
    return `:${name}`
  }
  const parts = (query.filter?.conditions ?? []).map((condition) => {
    const source = columns[condition.column]
    return source === undefined ? '0' : `(${compileCondition(source, condition, calendar, bind)})`
  })
  const joined = parts.join(query.filter?.match === 'any' ? ' OR ' : ' AND ')
  return {
    conditions: parts.length === 0 ? [] : [`(${joined})`],
    orderBy: [...query.sort.flatMap((step) => compileSort(columns, step)), tieBreak].join(', '),
    parameters,
  }
}

type Bind = (value: string | number) => string

function compileCondition(
  source: ColumnSource,
  condition: Condition,
  calendar: Calendar,
  bind: Bind,
): string {
  const { operator, value } = condition
  const { sql } = source
  if (operator === 'is-empty') {
    return isEmpty(source)
  }
  if (operator === 'is-not-empty') {
    return `NOT ${isEmpty(source)}`
  }
  switch (source.type) {
    case 'text':
      return compileText(source, operator, asText(value), bind)
    case 'tags':
      return compileTags(source, operator, value, bind)
    case 'number':
      return compileNumber(sql, operator, value, bind)
    case 'person': {
      const person = `COALESCE(${source.foldedSql ?? sql}, '')`
      if (operator === 'is-me') {
        return `${person} IN (SELECT name_folded FROM own_profile WHERE name_folded <> '')`
      }
      const among = `${person} IN (${asList(value)
        .map((name) => bind(fold(String(name))))
        .join(', ')})`
      return operator === 'any-of' ? among : `NOT ${among}`
    }
    case 'date':
    case 'instant': {
      const compared = boundsOf(operator, value, calendar.today).map((bound) =>
        compileBound(source, bound, calendar, bind),
      )
      const isWithin = `COALESCE(${compared.join(' AND ')}, 0)`
      return operator === 'is-not' ? `NOT ${isWithin}` : isWithin
    }
    case 'choice': {
      const among = `COALESCE(${sql}, '') IN (${asList(value).map(bind).join(', ')})`
      return operator === 'any-of' ? among : `NOT ${among}`
    }
  }
}

function compileText(source: ColumnSource, operator: string, value: string, bind: Bind): string {
  const text = source.foldedSql ?? `fold(COALESCE(${source.sql}, ''))`
  const wanted = bind(fold(value))
  switch (operator) {
    case 'contains':
      return `instr(${text}, ${wanted}) > 0`
    case 'not-contains':
      return `instr(${text}, ${wanted}) = 0`
    case 'starts-with':
      return `substr(${text}, 1, length(${wanted})) = ${wanted}`
    case 'is-not':
      return `${text} <> ${wanted}`
    default:
      return `${text} = ${wanted}`
  }
}

function compileTags(source: ColumnSource, operator: string, value: Condition['value'], bind: Bind): string {
  if (operator === 'contains' || operator === 'not-contains') {
    const wanted = bind(fold(asText(value)))
    const has = hasTag(source, (tag) => `instr(${tag}, ${wanted}) > 0`)
    return operator === 'contains' ? has : `NOT ${has}`
  }
  const names = asList(value).map((tag) => fold(String(tag)))
  const wanted = names.filter((tag) => tag !== '').map(bind)
  const among = hasTag(source, (tag) => `${tag} IN (${wanted.join(', ')})`)
  // Having no tag is a choice too.
  const any = names.includes('') ? `(${among} OR ${isEmpty(source)})` : among
  return operator === 'any-of' ? any : `NOT ${any}`
}

/** The condition that a row has a tag whose folded name fits. */
function hasTag({ sql, tagRows }: ColumnSource, fits: (folded: string) => string): string {
  return tagRows === undefined
    ? `EXISTS (SELECT 1 FROM json_each(${sql}) WHERE ${fits('fold(json_each.value)')})`
    : `${tagRows.key} IN (SELECT ${tagRows.of} FROM ${tagRows.from} WHERE ${fits(tagRows.folded)})`
}

function compileNumber(sql: string, operator: string, value: Condition['value'], bind: Bind): string {
  if (operator === 'between') {
    const [from = 0, to = 0] = asList(value).map(Number)
    return `COALESCE(${sql} BETWEEN ${bind(from)} AND ${bind(to)}, 0)`
  }
  const number = bind(Number(asText(value)))
  const comparison = operator === 'at-least' ? '>=' : operator === 'at-most' ? '<=' : '='
  const holds = `COALESCE(${sql} ${comparison} ${number}, 0)`
  return operator === 'is-not' ? `NOT ${holds}` : holds
}

type Bound = readonly [comparison: '>=' | '>' | '<=' | '<', day: CivilDate]

/** The days an operator lets through; those of `is-not` are the ones it leaves out. */
function boundsOf(operator: string, value: Condition['value'], today: CivilDate): readonly Bound[] {
  const within = (from: CivilDate, to: CivilDate): readonly Bound[] => [
    ['>=', from],
    ['<=', to],
  ]
  const [from = '', to = ''] = asList(value).map(String)
  switch (operator) {
    case 'before':
      return [['<', asText(value)]]
    case 'after':
      return [['>', asText(value)]]
    case 'between':
      return within(from, to)
    case 'in-period':
      return within(...periodRange(asText(value) as Period, today))
    case 'in-next-days':
      return within(today, addDays(today, Number(asText(value))))
    case 'in-last-days':
      return within(addDays(today, -Number(asText(value))), today)
    default:
      return within(asText(value), asText(value))
  }
}

function compileBound(source: ColumnSource, bound: Bound, calendar: Calendar, bind: Bind): string {
  const [comparison, day] = bound
  const { sql } = source
  if (source.type === 'date') {
    return `${sql} ${comparison} ${bind(day)}`
  }
  // No zone is a whole day from UTC: most rows are told apart, by an index even, before their own day is worked out.
  const roughly =
    comparison === '>' || comparison === '>='
      ? `${sql} >= ${bind(addDays(day, -1))}`
      : `${sql} < ${bind(addDays(day, 2))}`
  return `${roughly} AND day_in(${sql}, ${bind(calendar.timeZone)}) ${comparison} ${bind(day)}`
}

function asText(value: Condition['value']): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

function asList(value: Condition['value']): readonly (string | number)[] {
  return Array.isArray(value) ? (value as readonly (string | number)[]) : []
}

function isEmpty({ type, sql, tagRows }: ColumnSource): string {
  if (type === 'tags') {
    return tagRows === undefined
      ? `(json_array_length(COALESCE(${sql}, '[]')) = 0)`
      : `(${tagRows.key} NOT IN (SELECT ${tagRows.of} FROM ${tagRows.from}))`
  }
  return type === 'text' || type === 'choice' || type === 'person'
    ? `(COALESCE(${sql}, '') = '')`
    : `(${sql} IS NULL)`
}

function compileSort(columns: ColumnSources, step: SortStep): readonly string[] {
  const source = columns[step.column]
  if (source === undefined) {
    return []
  }
  return [isEmpty(source), `${sortKey(source)} ${step.direction === 'descending' ? 'DESC' : 'ASC'}`]
}

/** What a column is ordered by: texts by their folded form, so that case and width do not matter. */
export function sortKey(source: ColumnSource): string {
  const isText = source.type === 'text' || source.type === 'person'
  return source.sortSql ?? (isText ? (source.foldedSql ?? `fold(${source.sql})`) : source.sql)
}
