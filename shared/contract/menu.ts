import { z } from 'zod'
import { actionIds } from '#shared/actions.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

const action = z.enum(actionIds)
const actions = z.array(action).max(500)

export const menuCommands = {
  /** Tells the application menu what can be done now, what is switched on, and whether a text is being typed. */
  'menu.describe': {
    input: z.strictObject({ offered: actions, checked: actions, isTyping: z.boolean() }),
    output: z.strictObject({}),
    errors: ['NOT_AVAILABLE_HERE'],
  },
} as const satisfies Record<string, CommandSpec>

export const menuViews = {
  /** The last choice made in the application menu; `sequence` counts them, so that each is acted on once. */
  'menu.chosen': {
    params: z.strictObject({}),
    value: z.strictObject({ sequence: z.int(), action: action.nullable() }),
    errors: [],
  },
} as const satisfies Record<string, ViewSpec>
