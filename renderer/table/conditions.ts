import type { ColumnType, Condition, Filter, Operator } from '#shared/domain/list-columns.ts'
import type { CellValue } from './column.ts'

/** Says whether an operator takes a value, and of which kind. */
export function valueKind(
  type: ColumnType,
  operator: Operator,
): 'none' | 'text' | 'number' | 'date' | 'days' | 'choices' {
  if (operator === 'is-empty' || operator === 'is-not-empty') {
    return 'none'
  }
  if (operator === 'in-next-days' || operator === 'in-last-days') {
    return 'days'
  }
  return type === 'choice' ? 'choices' : type === 'number' ? 'number' : type === 'date' ? 'date' : 'text'
}

/** What a typed value must be, when it is not. */
export type ValueProblem = 'text' | 'number' | 'date' | 'days' | 'choices'

/** Reads what was typed for a condition: the value main takes, or what is wrong with it. */
export function readValue(
  kind: ReturnType<typeof valueKind>,
  typed: string,
  chosen: readonly string[],
): { readonly value: Condition['value'] } | { readonly problem: ValueProblem } {
  const text = typed.trim()
  switch (kind) {
    case 'none':
      return { value: undefined }
    case 'choices':
      return chosen.length === 0 ? { problem: 'choices' } : { value: chosen.slice(0, 100) }
    case 'text':
      return text === '' || text.length > 400 ? { problem: 'text' } : { value: text }
    case 'date':
      return isCivilDate(text) ? { value: text } : { problem: 'date' }
    case 'days':
      return /^\d{1,5}$/.test(text) && Number(text) <= 36_500 ? { value: Number(text) } : { problem: 'days' }
    case 'number': {
      const number = Number(text.replaceAll(/[,\s_]/g, ''))
      return text === '' || !Number.isFinite(number) || Math.abs(number) > 1e15
        ? { problem: 'number' }
        : { value: number }
    }
  }
}

function isCivilDate(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) {
    return false
  }
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

/** The conditions that keep only a cell's value, or leave it out; none where its column cannot say that. */
export function conditionsFor(
  column: string,
  type: ColumnType,
  value: CellValue,
  isWanted: boolean,
): readonly Condition[] {
  const isEmpty = value === null || value === '' || (Array.isArray(value) && value.length === 0)
  if (type === 'choice') {
    return [{ column, operator: isWanted ? 'any-of' : 'none-of', value: [String(value ?? '')] }]
  }
  if (isEmpty) {
    return [{ column, operator: isWanted ? 'is-empty' : 'is-not-empty' }]
  }
  switch (type) {
    case 'tags':
      return (Array.isArray(value) ? (value as readonly string[]) : [String(value)]).map((tag) => ({
        column,
        operator: isWanted ? 'contains' : 'not-contains',
        value: tag,
      }))
    case 'date':
      // There is no "is not" for dates.
      return isWanted ? [{ column, operator: 'is', value: String(value).slice(0, 10) }] : []
    case 'number':
      return [{ column, operator: isWanted ? 'is' : 'is-not', value: Number(value) }]
    case 'text':
      return [{ column, operator: isWanted ? 'is' : 'is-not', value: String(value).slice(0, 400) }]
  }
}

/** Narrows a filter further; one of which any condition is enough cannot be narrowed and gives way. */
export function narrowed(filter: Filter, added: readonly Condition[]): Filter {
  const kept = filter.match === 'any' && filter.conditions.length > 1 ? [] : filter.conditions
  const merged = [...kept]
  for (const condition of added) {
    const at = merged.findIndex(
      (each) =>
        each.column === condition.column &&
        each.operator === condition.operator &&
        ['any-of', 'none-of', 'is'].includes(each.operator),
    )
    const before = merged[at]
    if (before === undefined) {
      merged.push(condition)
    } else if (condition.operator === 'none-of') {
      const values = [...asList(before.value), ...asList(condition.value)]
      merged[at] = { ...condition, value: [...new Set(values)].slice(0, 100) }
    } else {
      merged[at] = condition
    }
  }
  return { match: 'all', conditions: merged.slice(0, 30) }
}

function asList(value: Condition['value']): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : []
}
