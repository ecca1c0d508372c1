import { z } from 'zod'
import { importShapes } from './import.ts'
import { asOf, civilDate, id, instant, text } from './primitives.ts'
import { requestStates } from '#shared/domain/request-state.ts'
import type { CommandSpec, ViewSpec } from './spec.ts'

const openRequest = z.strictObject({
  id,
  customerId: id.nullable(),
  customerName: z.string(),
  state: z.enum(requestStates),
  /** When it was handed over, or made if it was not. */
  since: instant,
  ageDays: z.int(),
})

const ending = z.strictObject({
  id: z.string(),
  customerId: id,
  customerName: z.string(),
  offer: z.string(),
  quantity: z.int().nullable(),
  endDate: civilDate,
  daysLeft: z.int(),
})

const staleSource = z.strictObject({
  accountId: id,
  accountName: z.string(),
  shape: z.enum(importShapes),
  importedAt: instant,
  ageDays: z.int(),
})

const hit = z.strictObject({
  kind: z.enum(['customer', 'subscription', 'request', 'link']),
  id: z.string(),
  customerId: id.nullable(),
  accountId: id,
  title: z.string(),
  /** What tells it from others of the same title: the domain, the customer, the host. */
  detail: z.string(),
  isSample: z.boolean(),
})
export type SearchHit = z.infer<typeof hit>

/** The commands that run as jobs, each with a name in the catalogues (`desk.jobs.commands`). */
export const jobCommands = [
  'import.preview',
  'import.apply',
  'list.export',
  'calendar.export',
  'report.customers',
] as const
export type JobCommand = (typeof jobCommands)[number]

/** The commands whose change can be taken back, each with a name in the catalogues. */
export const undoableCommands = [
  'account.update',
  'account.remove',
  'account.setLogo',
  'account.removeLogo',
  'customer.keep-apart',
  'customer.note',
  'import.apply',
  'customer.merge',
  'request.discard',
  'request.move',
  'request.schedule',
  'acceptance.confirm',
  'acceptance.reject',
  'link.add',
  'link.update',
  'link.check',
  'link.use',
  'link.retire',
  'template.save',
  'template.remove',
  'relationship.note',
  'partner-map.note',
  'partner-map.remove',
  'saved-view.create',
  'saved-view.update',
  'saved-view.remove',
  'saved-view.import',
  'note.update',
  'note.remove',
  'tag.create',
  'tag.update',
  'tag.remove',
  'tag.assign',
  'alias.set',
  'owner.assign',
  'privileges.state',
  'contact.create',
  'contact.update',
  'contact.remove',
  'profile.update',
  'renewal.pin',
  'renewal.snooze',
  'renewal.done',
  'renewal.note',
] as const
export type UndoableCommand = (typeof undoableCommands)[number]

const stepName = z.strictObject({ command: z.enum(undoableCommands), subject: z.string() })

export const homeViews = {
  /** What needs attention today, for one account or all. */
  'home.attention': {
    params: z.strictObject({ accountId: id.optional(), ...asOf }),
    value: z.strictObject({
      today: civilDate,
      openRequests: z.strictObject({ total: z.int(), oldest: z.array(openRequest) }),
      endingSoon: z.strictObject({
        within30: z.int(),
        within60: z.int(),
        within90: z.int(),
        overdue: z.int(),
        next: z.array(ending),
      }),
      /** Sources older than 35 days: a monthly file has been missed. */
      staleSources: z.array(staleSource),
      /** This month and the eleven after it; months without an end are there with zeros. */
      endsByMonth: z.array(z.strictObject({ month: z.string(), subscriptions: z.int(), seats: z.int() })),
    }),
    errors: [],
  },
  /** Finds customers, subscriptions, requests and links by any piece of their texts, the best few of each. */
  'search.everywhere': {
    params: z.strictObject({
      text: text(200),
      accountId: id.optional(),
      limit: z.int().min(1).max(20).default(6),
      ...asOf,
    }),
    value: z.strictObject({
      customers: z.strictObject({ total: z.int(), hits: z.array(hit) }),
      subscriptions: z.strictObject({ total: z.int(), hits: z.array(hit) }),
      requests: z.strictObject({ total: z.int(), hits: z.array(hit) }),
      links: z.strictObject({ total: z.int(), hits: z.array(hit) }),
    }),
    errors: [],
  },
  /** What the page asked to be kept for its next start; its own business, so a text. */
  'screen.remembered': {
    params: z.strictObject({}),
    value: z.strictObject({ state: z.string().nullable() }),
    errors: [],
  },
  /** The change Ctrl+Z would take back, and the one Ctrl+Y would make again. */
  'undo.state': {
    params: z.strictObject({}),
    value: z.strictObject({
      undo: stepName.nullable(),
      redo: stepName.nullable(),
    }),
    errors: [],
  },
  /** What is running in the background, the newest first; ended jobs stay until the next one of their kind. */
  'job.list': {
    params: z.strictObject({}),
    value: z.array(
      z.strictObject({
        id,
        command: z.enum(jobCommands),
        /** The file it works on, or another word for it. */
        subject: z.string(),
        state: z.enum(['running', 'done', 'failed', 'cancelled']),
        /** From 0 to 1, or `null` when it cannot be told. */
        progress: z.number().min(0).max(1).nullable(),
        canCancel: z.boolean(),
        startedAt: instant,
        endedAt: instant.nullable(),
      }),
    ),
    errors: [],
  },
} as const satisfies Record<string, ViewSpec>

export const homeCommands = {
  /** Keeps the page's state (screen, scroll, selection, pane sizes) for its next start. */
  'screen.remember': {
    input: z.strictObject({ state: text(200_000) }),
    output: z.strictObject({}),
    errors: [],
  },
  /** Takes back the user's last undoable change; where that was an import, the import. */
  'undo.last': {
    input: z.strictObject({}),
    output: stepName,
    errors: ['NOTHING_TO_UNDO', 'UNDO_STALE', 'IMPORT_RUNNING'],
  },
  /** Makes the change taken back last again. */
  'undo.redo': {
    input: z.strictObject({}),
    output: stepName,
    errors: ['NOTHING_TO_UNDO', 'UNDO_STALE'],
  },
  /** Ends a running job; what it had not finished leaves nothing behind. */
  'job.cancel': {
    input: z.strictObject({ jobId: id }),
    output: z.strictObject({}),
    errors: ['JOB_NOT_FOUND'],
  },
} as const satisfies Record<string, CommandSpec>
