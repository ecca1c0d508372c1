import { z } from 'zod'
import { listColumns } from '#shared/domain/list-columns.ts'
import type { ColumnOf, ListName } from '#shared/domain/list-columns.ts'
import { fileChoiceErrors } from './errors.ts'
import { listQuery } from './list-query.ts'
import { id, instant, name } from './primitives.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

/** What a saved view holds of one list: what is shown, in which order, and how wide. */
function definitionOf<L extends ListName>(list: L) {
  const column = z.enum(Object.keys(listColumns[list]) as [ColumnOf<L>])
  const { filter, sort } = listQuery(list)
  return z.strictObject({
    list: z.literal(list),
    filter,
    sort,
    group: column.optional(),
    /** The shown columns from the start side; the first `frozen` of them stay while the others scroll. */
    columns: z
      .array(z.strictObject({ column, width: z.int().min(40).max(1_200).optional() }))
      .max(60)
      .optional(),
    frozen: z.int().min(0).max(4).optional(),
  })
}

export const savedViewDefinition = z.discriminatedUnion('list', [
  definitionOf('customers'),
  definitionOf('subscriptions'),
  definitionOf('renewals'),
  definitionOf('requests'),
  definitionOf('imports'),
  definitionOf('links'),
])
export type SavedViewDefinition = z.infer<typeof savedViewDefinition>

const savedView = z.strictObject({
  id,
  name: z.string(),
  isPinned: z.boolean(),
  definition: savedViewDefinition,
  createdAt: instant,
})
export type SavedView = z.infer<typeof savedView>

/** The form a saved view has in a file of its own. */
export const savedViewFile = z.strictObject({
  format: z.literal('multi-partner-desk-view'),
  version: z.literal(1),
  name: name(80),
  definition: savedViewDefinition,
})

export const savedViewCommands = {
  'saved-view.create': {
    input: z.strictObject({
      name: name(80),
      isPinned: z.boolean().default(false),
      definition: savedViewDefinition,
    }),
    output: z.strictObject({ id }),
    errors: [],
  },
  'saved-view.update': {
    input: z.strictObject({
      savedViewId: id,
      name: name(80).optional(),
      isPinned: z.boolean().optional(),
      definition: savedViewDefinition.optional(),
    }),
    output: z.strictObject({ id }),
    errors: ['SAVED_VIEW_NOT_FOUND'],
  },
  'saved-view.remove': {
    input: z.strictObject({ savedViewId: id }),
    output: z.strictObject({}),
    errors: ['SAVED_VIEW_NOT_FOUND'],
  },
  /** Writes a saved view to a file a colleague can read in. */
  'saved-view.export': {
    input: z.strictObject({ savedViewId: id }),
    output: z.strictObject({ fileName: z.string(), fileHandle: z.string().nullable() }),
    errors: ['SAVED_VIEW_NOT_FOUND', 'CANCELLED', 'FILE_REQUIRED', 'FILE_NOT_WRITABLE'],
    file: { use: 'save', extensions: ['json'] },
  },
  'saved-view.import': {
    input: z.strictObject({}),
    output: z.strictObject({ id }),
    errors: [...fileChoiceErrors, 'FILE_NOT_A_VIEW'],
    file: { use: 'open', extensions: ['json'] },
  },
} as const satisfies Record<string, CommandSpec>

export const savedViewViews = {
  /** The user's own views, in their order of making. */
  'saved-view.list': { params: z.strictObject({}), value: z.array(savedView), errors: [] },
} as const satisfies Record<string, ViewSpec>
