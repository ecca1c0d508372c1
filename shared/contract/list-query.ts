import { z } from 'zod'
import type { ColumnType, ListName } from '#shared/domain/list-columns.ts'
import { listColumns, operatorsOf } from '#shared/domain/list-columns.ts'
import { civilDate, line } from './primitives.ts'

/** The value an operator takes, by the type of its column. */
const valueOf = {
  text: line(400),
  tags: line(400),
  number: z.number().min(-1e15).max(1e15),
  date: civilDate,
  choice: z.array(line(120)).max(100),
} as const satisfies { readonly [T in ColumnType]: z.ZodType }

const days = z.int().min(0).max(36_500)

/** Says what is wrong with a condition, or `null`: the operator must be one of the column's type, and so must the value. */
function conditionProblem(type: ColumnType, operator: string, value: unknown): string | null {
  if (!(operatorsOf[type] as readonly string[]).includes(operator)) {
    return `${operator} is no operator of a ${type} column`
  }
  if (operator === 'is-empty' || operator === 'is-not-empty') {
    return value === undefined ? null : `${operator} takes no value`
  }
  const schema = operator.endsWith('-days') ? days : valueOf[type]
  return schema.safeParse(value).success ? null : `not a value for ${operator}`
}

/** The filter and the sort order of one list, with only the columns that list has. */
export function listQuery<L extends ListName>(list: L) {
  const columns: { readonly [column: string]: ColumnType } = listColumns[list]
  const column = z.enum(Object.keys(columns) as [keyof (typeof listColumns)[L] & string])
  const condition = z
    .strictObject({
      column,
      operator: z.enum([...new Set(Object.values(operatorsOf).flat())]),
      value: z.union([line(400), z.number(), z.array(line(120)).max(100)]).optional(),
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
