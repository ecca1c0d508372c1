import fc from 'fast-check'
import { addDays } from '#shared/domain/civil-date.ts'
import type { ColumnType, Condition, Filter, ListName } from '#shared/domain/list-columns.ts'
import { listColumns, operatorsOf } from '#shared/domain/list-columns.ts'
import { periods } from '#shared/domain/period.ts'

/* The naive model of a list: the same questions, asked of plain rows in plain JavaScript. */

/** Which day it is, and which day an instant is, where the user is. */
export type Place = { readonly today: string; readonly dayOf: (instant: string) => string }

type Cell = string | number | readonly string[] | null

const fold = (text: string) => text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()

/** The cell of a row; a subscription keeps its times with its evidence, yes and no are words, and the user's own tags stand as their names. */
export function cellOf(row: object, column: string): Cell {
  const fields = row as { readonly [field: string]: Cell | { readonly [field: string]: Cell } }
  const evidence = fields['evidence'] as { readonly [field: string]: Cell } | undefined
  const kept = fields[column] as Cell | boolean | undefined
  const cell = typeof kept === 'boolean' ? (kept ? 'yes' : 'no') : (kept ?? evidence?.[column] ?? null)
  return column === 'ownTags' && Array.isArray(cell)
    ? (cell as readonly unknown[] as readonly { readonly name: string }[]).map(({ name }) => name)
    : cell
}

function holds(type: ColumnType, cell: Cell, { operator, value }: Condition, place: Place): boolean {
  const { today } = place
  const isEmpty = cell === null || cell === '' || (Array.isArray(cell) && cell.length === 0)
  const text = fold(String(cell ?? ''))
  const wanted = fold(String(value ?? ''))
  const day = isEmpty ? '' : type === 'instant' ? place.dayOf(String(cell)) : String(cell)
  const list = Array.isArray(value) ? (value as readonly (string | number)[]) : []
  switch (operator) {
    case 'is-empty':
      return isEmpty
    case 'is-not-empty':
      return !isEmpty
    case 'contains':
    case 'not-contains': {
      const has =
        type === 'tags' ? (cell as string[]).some((tag) => fold(tag).includes(wanted)) : text.includes(wanted)
      return has === (operator === 'contains')
    }
    case 'starts-with':
      return text.startsWith(wanted)
    case 'is':
    case 'is-not': {
      const isSame =
        type === 'text'
          ? text === wanted
          : type === 'number'
            ? cell === value
            : !isEmpty && day === String(value)
      return isSame === (operator === 'is')
    }
    case 'at-least':
      return !isEmpty && Number(cell) >= Number(value)
    case 'at-most':
      return !isEmpty && Number(cell) <= Number(value)
    case 'between': {
      const [from = '', to = ''] = list
      return (
        !isEmpty &&
        (type === 'number'
          ? Number(cell) >= Number(from) && Number(cell) <= Number(to)
          : day >= String(from) && day <= String(to))
      )
    }
    case 'before':
      return !isEmpty && day < String(value)
    case 'after':
      return !isEmpty && day > String(value)
    case 'in-next-days':
      return !isEmpty && day >= today && day <= addDays(today, Number(value))
    case 'in-last-days':
      return !isEmpty && day <= today && day >= addDays(today, -Number(value))
    case 'in-period':
      return !isEmpty && isInPeriod(day, String(value), today)
    case 'is-me':
      return text === 'lin xiao'
    case 'any-of':
    case 'none-of': {
      const isAmong =
        type === 'person'
          ? list.some((each) => fold(String(each)) === text)
          : type === 'tags'
            ? list.some((each) =>
                each === '' ? isEmpty : (cell as string[]).some((tag) => fold(tag) === fold(String(each))),
              )
            : list.includes(String(cell ?? ''))
      return isAmong === (operator === 'any-of')
    }
  }
}

/** By counting: which day, week, month, quarter or year of all is it, and how far from today's? */
function isInPeriod(day: string, period: string, today: string): boolean {
  const near: { readonly [period: string]: number } = { yesterday: -1, today: 0, tomorrow: 1 }
  const [which = '', unit = 'day'] = period.split('-')
  const shift = near[period] ?? { last: -1, this: 0, next: 1 }[which] ?? 0
  return ordinal(day, unit) - ordinal(today, unit) === shift
}

function ordinal(day: string, unit: string): number {
  const days = Date.parse(`${day}T00:00:00Z`) / 86_400_000
  const [year = 0, month = 1] = day.split('-').map(Number)
  switch (unit) {
    case 'day':
      return days
    case 'week':
      // 1970-01-01 was a Thursday, the fourth day of its week.
      return Math.floor((days + 3) / 7)
    case 'month':
      return year * 12 + month
    case 'quarter':
      return year * 4 + Math.ceil(month / 3)
    default:
      return year
  }
}

/** Says whether a row passes a filter. */
export function passes(list: ListName, row: object, { match, conditions }: Filter, place: Place): boolean {
  const types: { readonly [column: string]: ColumnType } = listColumns[list]
  const results = conditions.map((each) =>
    holds(types[each.column] ?? 'text', cellOf(row, each.column), each, place),
  )
  return conditions.length === 0 || (match === 'all' ? results.every(Boolean) : results.some(Boolean))
}

/** Filters over a list's columns, with values its rows have and values they have not. */
export function filterOn(
  list: ListName,
  rows: readonly object[],
  today: string,
  columns: readonly (readonly [string, ColumnType])[] = Object.entries(listColumns[list]),
): fc.Arbitrary<Filter> {
  return fc.record({
    match: fc.constantFrom('all' as const, 'any' as const),
    conditions: fc.array(conditionOn(rows, today, columns), { maxLength: 4 }),
  })
}

function conditionOn(
  rows: readonly object[],
  today: string,
  columns: readonly (readonly [string, ColumnType])[],
): fc.Arbitrary<Condition> {
  return fc.constantFrom(...columns).chain(([column, type]) => {
    const known = rows.map((row) => cellOf(row, column))
    const texts = known.flat().filter((cell) => typeof cell === 'string')
    const piece = fc.oneof(
      fc.constantFrom('', '%', '_', "'", '公司', 'CO', 'ｃｏ', 'vip', ...texts),
      fc.string({ maxLength: 4 }).map((text) => text.replace(/[\u0000-\u001f\u007f]/g, '')),
    )
    const number = fc.oneof(
      fc.integer({ min: -5, max: 500 }),
      fc.constantFrom(...known.filter((cell) => typeof cell === 'number'), 0),
    )
    const days = texts.map((text) => text.slice(0, 10)).filter((text) => /^\d{4}-\d\d-\d\d$/.test(text))
    const date = fc.oneof(
      fc.constantFrom(today, '0000-01-01', '9999-12-31', ...days),
      fc.integer({ min: -400, max: 400 }).map((count) => addDays(today, count)),
    )
    const choices = fc.array(fc.constantFrom('', 'unknown', ...texts), { maxLength: 4 })
    const plain: { readonly [T in ColumnType]: fc.Arbitrary<string | number | string[]> } = {
      text: piece,
      tags: piece,
      number,
      date,
      instant: date,
      choice: choices,
      person: choices,
    }
    return fc.constantFrom(...operatorsOf[type]).chain((operator): fc.Arbitrary<Condition> => {
      switch (operator) {
        case 'is-empty':
        case 'is-not-empty':
        case 'is-me':
          return fc.constant({ column, operator })
        case 'in-next-days':
        case 'in-last-days':
          return fc.integer({ min: 0, max: 400 }).map((value) => ({ column, operator, value }))
        case 'in-period':
          return fc.constantFrom(...periods).map((value) => ({ column, operator, value }))
        case 'any-of':
        case 'none-of':
          return choices.map((value) => ({ column, operator, value }))
        case 'between':
          return type === 'number'
            ? fc
                .tuple(number, number)
                .map((ends) => ({ column, operator, value: ends.toSorted((a, b) => a - b) }))
            : fc.tuple(date, date).map((ends) => ({ column, operator, value: ends.toSorted() }))
        case 'is':
        case 'is-not':
        case 'before':
        case 'after':
        case 'at-least':
        case 'at-most':
        case 'contains':
        case 'not-contains':
        case 'starts-with':
          return plain[type].map((value) => ({ column, operator, value }))
      }
    })
  })
}
