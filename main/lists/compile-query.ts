import type { ColumnType, Condition, Filter, SortStep } from '#shared/domain/list-columns.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays } from '#shared/domain/civil-date.ts'
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
}
export type ColumnSources = { readonly [column: string]: ColumnSource }

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
  today: CivilDate,
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
    return source === undefined ? '0' : `(${compileCondition(source, condition, today, bind)})`
  })
  const joined = parts.join(query.filter?.match === 'any' ? ' OR ' : ' AND ')
  return {
    conditions: parts.length === 0 ? [] : [`(${joined})`],
    orderBy: [...query.sort.flatMap((step) => compileSort(columns, step)), tieBreak].join(', '),
    parameters,
  }
}

type Bind = (value: string | number) => string

function compileCondition(source: ColumnSource, condition: Condition, today: CivilDate, bind: Bind): string {
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
      return compileText(source, operator, String(value ?? ''), bind)
    case 'tags': {
      const tag = fold(String(value ?? ''))
      const has = `EXISTS (SELECT 1 FROM json_each(${sql}) WHERE instr(fold(json_each.value), ${bind(tag)}) > 0)`
      return operator === 'contains' ? has : `NOT ${has}`
    }
    case 'number': {
      const number = bind(Number(value ?? 0))
      const comparison =
        { is: '=', 'is-not': '<>', 'at-least': '>=', 'at-most': '<=' }[operator as 'is'] ?? '='
      return operator === 'is-not'
        ? `COALESCE(${sql} <> ${number}, 1)`
        : `COALESCE(${sql} ${comparison} ${number}, 0)`
    }
    case 'date':
      return compileDate(`substr(${sql}, 1, 10)`, operator, value, today, bind)
    case 'choice': {
      const choices = Array.isArray(value) ? (value as readonly string[]) : []
      const among = `COALESCE(${sql}, '') IN (${choices.map((choice) => bind(choice)).join(', ')})`
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

function compileDate(sql: string, operator: string, value: unknown, today: CivilDate, bind: Bind): string {
  if (operator === 'in-next-days' || operator === 'in-last-days') {
    const days = Number(value ?? 0)
    const [from, to] =
      operator === 'in-next-days' ? [today, addDays(today, days)] : [addDays(today, -days), today]
    return `COALESCE(${sql} BETWEEN ${bind(from)} AND ${bind(to)}, 0)`
  }
  const comparison = operator === 'before' ? '<' : operator === 'after' ? '>' : '='
  return `COALESCE(${sql} ${comparison} ${bind(value as string)}, 0)`
}

function isEmpty({ type, sql }: ColumnSource): string {
  if (type === 'tags') {
    return `(json_array_length(COALESCE(${sql}, '[]')) = 0)`
  }
  return type === 'text' || type === 'choice' ? `(COALESCE(${sql}, '') = '')` : `(${sql} IS NULL)`
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
  return source.sortSql ?? (source.type === 'text' ? (source.foldedSql ?? `fold(${source.sql})`) : source.sql)
}
