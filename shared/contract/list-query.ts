import { z } from 'zod'
import type { ColumnType, ListName } from '#shared/domain/list-columns.ts'
import { listColumns, longestValue, operatorsOf } from '#shared/domain/list-columns.ts'
import { periods } from '#shared/domain/period.ts'
import { civilDate, text } from './primitives.ts'

const typed = text(longestValue)
const choices = z.array(typed).max(100)
const number = z.number().min(-1e15).max(1e15)
const days = z.int().min(0).max(36_500)

/** The value an operator takes, by the type of its column; ranges and the like are in {@link schemaOf}. */
const valueOf = {
  text: typed,
  tags: typed,
  number,
  date: civilDate,
  instant: civilDate,
  choice: choices,
  person: choices,
} as const satisfies { readonly [T in ColumnType]: z.ZodType }

function schemaOf(type: ColumnType, operator: string): z.ZodType {
  switch (operator) {
    case 'in-next-days':
    case 'in-last-days':
      return days
    case 'in-period':
      return z.enum(periods)
    case 'any-of':
    case 'none-of':
      return choices
    case 'between':
      return type === 'number'
        ? z.tuple([number, number]).refine(([from, to]) => from <= to)
        : z.tuple([civilDate, civilDate]).refine(([from, to]) => from <= to)
    default:
      return valueOf[type]
  }
}

/** Says what is wrong with a condition, or `null`: the operator must be one of the column's type, and so must the value. */
function conditionProblem(type: ColumnType, operator: string, value: unknown): string | null {
  if (!(operatorsOf[type] as readonly string[]).includes(operator)) {
    return `${operator} is no operator of a ${type} column`
  }
  if (operator === 'is-empty' || operator === 'is-not-empty' || operator === 'is-me') {
    return value === undefined ? null : `${operator} takes no value`
  }
  return schemaOf(type, operator).safeParse(value).success ? null : `not a value for ${operator}`
}

/** The filter and the sort order of one list, with only the columns that list has. */
export function listQuery<L extends ListName>(list: L) {
  const columns: { readonly [column: string]: ColumnType } = listColumns[list]
  const column = z.enum(Object.keys(columns) as [keyof (typeof listColumns)[L] & string])
  const condition = z
    .strictObject({
      column,
      operator: z.enum([...new Set(Object.values(operatorsOf).flat())]),
      value: z.union([typed, z.number(), choices, z.array(z.number()).max(2)]).optional(),
    })
    .superRefine((each, context) => {
      const problem = conditionProblem(columns[each.column] ?? 'text', each.operator, each.value)
      if (problem !== null) {
        context.addIssue({ code: 'custom', message: problem, path: ['value'] })
      }
    })
  const sortStep = z.strictObject({ column, direction: z.enum(['ascending', 'descending']) })
  return {
    filter: z
      .strictObject({ match: z.enum(['all', 'any']), conditions: z.array(condition).max(30) })
      .optional(),
    /** One step, or several: later ones decide where earlier ones are equal. */
    sort: z.union([sortStep, z.array(sortStep).max(6)]).optional(),
  }
}
