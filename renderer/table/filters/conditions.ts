import { civilDateOf, isCivilDate } from '#shared/domain/civil-date.ts'
import type { ColumnType, Condition, Filter, Operator } from '#shared/domain/list-columns.ts'
import { longestValue } from '#shared/domain/list-columns.ts'
import type { Period } from '#shared/domain/period.ts'
import { periods } from '#shared/domain/period.ts'
import type { CellValue } from '#renderer/table/columns/column.ts'

/** The ways a condition's value is asked for. */
export type ValueKind =
  'none' | 'text' | 'number' | 'numbers' | 'date' | 'dates' | 'period' | 'days' | 'choices'

/** Says whether an operator takes a value, and of which kind. */
export function valueKind(type: ColumnType, operator: Operator): ValueKind {
  switch (operator) {
    case 'is-empty':
    case 'is-not-empty':
    case 'is-me':
      return 'none'
    case 'in-next-days':
    case 'in-last-days':
      return 'days'
    case 'in-period':
      return 'period'
    case 'any-of':
    case 'none-of':
      return 'choices'
    case 'between':
      return type === 'number' ? 'numbers' : 'dates'
    case 'is':
    case 'is-not':
    case 'before':
    case 'after':
    case 'at-least':
    case 'at-most':
    case 'contains':
    case 'not-contains':
    case 'starts-with':
      return type === 'number' ? 'number' : type === 'date' || type === 'instant' ? 'date' : 'text'
  }
}

/** What a typed value must be, when it is not. */
export type ValueProblem = 'text' | 'number' | 'date' | 'days' | 'choices' | 'order'

/** What stands in the editor: a text, the end of a range, the ticked values, a period; each kind reads its own. */
export type TypedValue = {
  readonly text: string
  readonly to: string
  readonly chosen: readonly string[]
  readonly period: Period
}

/** What is wrong with a typed value, and whether it is in the second field. */
export type ReadProblem = { readonly problem: ValueProblem; readonly isInTo?: boolean }

/** What the editor starts with: the condition's value, in the field of its kind. */
export function typedValue(condition: Condition | undefined): TypedValue {
  const { operator, value } = condition ?? {}
  const list = Array.isArray(value) ? value.map(String) : []
  const [from = '', to = ''] = list
  const isRange = operator === 'between'
  const isPlain = typeof value === 'number' || (typeof value === 'string' && operator !== 'in-period')
  return {
    text: isRange ? from : isPlain ? String(value) : '',
    to: isRange ? to : '',
    chosen: isRange ? [] : list,
    period: periods.find((each) => operator === 'in-period' && each === value) ?? 'this-month',
  }
}

/** Reads what was typed for a condition: the value main takes, or what is wrong with it, and in which field. */
export function readValue(
  kind: ValueKind,
  typed: TypedValue,
): { readonly value: Condition['value'] } | ReadProblem {
  const text = typed.text.trim()
  switch (kind) {
    case 'none':
      return { value: undefined }
    case 'choices':
      return typed.chosen.length === 0 ? { problem: 'choices' } : { value: typed.chosen.slice(0, 100) }
    case 'period':
      return { value: typed.period }
    case 'text':
      return text === '' || text.length > longestValue ? { problem: 'text' } : { value: text }
    case 'date':
      return isCivilDate(text) ? { value: text } : { problem: 'date' }
    case 'dates': {
      const to = typed.to.trim()
      if (!isCivilDate(text) || !isCivilDate(to)) {
        return { problem: 'date', isInTo: isCivilDate(text) }
      }
      return text > to ? { problem: 'order', isInTo: true } : { value: [text, to] }
    }
    case 'days':
      return /^\d{1,5}$/.test(text) && Number(text) <= 36_500 ? { value: Number(text) } : { problem: 'days' }
    case 'number': {
      const number = readNumber(text)
      return number === null ? { problem: 'number' } : { value: number }
    }
    case 'numbers': {
      const [from, to] = [readNumber(text), readNumber(typed.to)]
      if (from === null || to === null) {
        return { problem: 'number', isInTo: from !== null }
      }
      return from > to ? { problem: 'order', isInTo: true } : { value: [from, to] }
    }
  }
}

function readNumber(typed: string): number | null {
  const text = typed.replaceAll(/[,，\s_]/g, '')
  const number = Number(text)
  return text === '' || !Number.isFinite(number) || Math.abs(number) > 1e15 ? null : number
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
    case 'tags': {
      const tags = Array.isArray(value) ? (value as readonly string[]) : [String(value)]
      return isWanted
        ? tags.map((tag) => ({ column, operator: 'any-of', value: [tag] }))
        : [{ column, operator: 'none-of', value: tags }]
    }
    case 'person':
      return [{ column, operator: isWanted ? 'any-of' : 'none-of', value: [String(value)] }]
    case 'date':
      return [{ column, operator: isWanted ? 'is' : 'is-not', value: String(value) }]
    case 'instant':
      return [{ column, operator: isWanted ? 'is' : 'is-not', value: civilDateOf(new Date(String(value))) }]
    case 'number':
      return [{ column, operator: isWanted ? 'is' : 'is-not', value: Number(value) }]
    case 'text':
      return [{ column, operator: isWanted ? 'is' : 'is-not', value: String(value) }]
  }
}

/** The operators of which one alone makes sense on a column: the value wanted last counts. */
const wanting: readonly Operator[] = ['any-of', 'is', 'is-empty']

/** Narrows a filter further; one of which any condition is enough cannot be narrowed and gives way. */
export function narrowed(filter: Filter, added: readonly Condition[]): Filter {
  const before = filter.match === 'any' && filter.conditions.length > 1 ? [] : filter.conditions
  const isWanted = (each: Condition) => wanting.includes(each.operator)
  const merged = before.filter(
    (each) => !(isWanted(each) && added.some((other) => other.column === each.column && isWanted(other))),
  )
  for (const condition of added) {
    const at = merged.findIndex((each) => each.column === condition.column && each.operator === 'none-of')
    const others = merged[at]
    if (others !== undefined && condition.operator === 'none-of') {
      const values = [...asList(others.value), ...asList(condition.value)]
      merged[at] = { ...condition, value: [...new Set(values)].slice(0, 100) }
    } else if (!merged.some((each) => JSON.stringify(each) === JSON.stringify(condition))) {
      merged.push(condition)
    }
  }
  return { match: 'all', conditions: merged.slice(0, 30) }
}

function asList(value: Condition['value']): readonly string[] {
  return Array.isArray(value) ? (value as readonly string[]) : []
}
