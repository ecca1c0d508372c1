import type { SQLInputValue } from 'node:sqlite'
import type { UndoableCommand } from '#shared/contract/home.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Reader, Writer } from './database.ts'
import type { Store } from './store.ts'

/** The tables of the user's own work, whose changes can be taken back; imports have their own way. */
const undoableTables = {
  customer_note: 'id',
  customer_own: 'customer_rid',
  customer_tag: 'rid',
  customer_contact: 'id',
  not_duplicate: 'rid',
  tag: 'id',
  own_profile: 'id',
  saved_view: 'id',
  renewal_mark: 'id',
  partner_account: 'id',
  account_logo: 'account_id',
  invitation_link: 'id',
  request: 'id',
  request_event: 'rid',
  acceptance_rejection: 'id',
  relationship_fact: 'rid',
  partner_cell: 'id',
  template: 'id',
} as const
type UndoableTable = keyof typeof undoableTables

/** Rows a change may touch: those of a table whose column has a value, or one of several. */
export type Touched = {
  readonly table: UndoableTable
  readonly column: string
} & ({ readonly value: string | number } | { readonly values: readonly (string | number)[] })

type Row = { readonly [column: string]: SQLInputValue }
type Image = {
  readonly table: UndoableTable
  readonly key: string | number
  readonly before: Row | null
  readonly after: Row | null
}

/** What a step is called when it is offered: the command, and a word for what it changed. */
export type StepName = { readonly command: UndoableCommand; readonly subject: string }

/** Changes kept for undo; older ones are forgotten. */
const keptSteps = 200

/** Runs a change in one transaction and records how to take it back: the rows it touched, before and after. */
export function commitUndoable<T>(
  store: Store,
  step: StepName,
  touched: readonly Touched[],
  work: (writer: Writer) => T,
): T {
  return store.commit((writer) => {
    const before = readTouched(writer, touched)
    const result = work(writer)
    const after = readTouched(writer, touched)
    const images = [...new Set([...before.keys(), ...after.keys()])]
      .map((key) => toImage(key, before.get(key), after.get(key)))
      .filter((image) => JSON.stringify(image.before) !== JSON.stringify(image.after))
    if (images.length > 0) {
      // A new change ends what could have been made again.
      writer.run('DELETE FROM undo_step WHERE is_undone = 1')
      writer.run(
        `INSERT INTO undo_step (command, subject, images, is_undone, at, head)
        SELECT :command, :subject, :images, 0, :at, head FROM portfolio_head`,
        { ...step, images: JSON.stringify(images), at: store.now().toISOString() },
      )
      writer.run('DELETE FROM undo_step WHERE rid <= (SELECT MAX(rid) FROM undo_step) - :kept', {
        kept: keptSteps,
      })
    }
    return result
  })
}

/** Takes back the last change. @throws AppError `NOTHING_TO_UNDO`, or `UNDO_STALE` when its rows have changed since. */
export function undoLast(store: Store): StepName {
  return replay(store, nextStep(store.reader, 'undo'), 'undo')
}

/** Makes the change taken back last again. @throws AppError `NOTHING_TO_UNDO` or `UNDO_STALE`. */
export function redoLast(store: Store): StepName {
  return replay(store, nextStep(store.reader, 'redo'), 'redo')
}

/** The step that undo, or redo, would play next; `null` when there is none. */
export function nextStepName(reader: Reader, way: 'undo' | 'redo'): StepName | null {
  const step = nextStep(reader, way)
  return step === undefined ? null : { command: step.command, subject: step.subject }
}

type Step = StepName & { readonly rid: number; readonly images: string }

function nextStep(reader: Reader, way: 'undo' | 'redo'): Step | undefined {
  return way === 'undo'
    ? reader.get<Step>('SELECT * FROM undo_step WHERE is_undone = 0 ORDER BY rid DESC LIMIT 1')
    : reader.get<Step>('SELECT * FROM undo_step WHERE is_undone = 1 ORDER BY rid LIMIT 1')
}

function replay(store: Store, step: Step | undefined, way: 'undo' | 'redo'): StepName {
  if (step === undefined) {
    throw new AppError('NOTHING_TO_UNDO', 'there is no change to take back')
  }
  const images = JSON.parse(step.images) as Image[]
  const ends = ({ before, after }: Image) => (way === 'undo' ? [after, before] : [before, after])
  const isStale = images.some((image) => {
    const [from] = ends(image)
    return JSON.stringify(readRow(store.reader, image.table, image.key)) !== JSON.stringify(from)
  })
  if (isStale) {
    // It can never be played again, and must not stand in the way of the one before it.
    store.commit((writer) => writer.run('DELETE FROM undo_step WHERE rid = :rid', { rid: step.rid }))
    throw new AppError('UNDO_STALE', 'the record has changed since', { subject: step.subject })
  }
  store.commit((writer) => {
    // Rows refer to one another; the references are checked when all of them are back.
    writer.run('PRAGMA defer_foreign_keys = ON')
    const writes = images.toReversed().map((image) => ({ ...image, to: ends(image)[1] ?? null }))
    for (const { table, key, to } of writes.toSorted((a, b) => turn(a.to) - turn(b.to))) {
      writeRow(writer, table, key, to)
    }
    writer.run('UPDATE undo_step SET is_undone = :isUndone WHERE rid = :rid', {
      rid: step.rid,
      isUndone: way === 'undo' ? 1 : 0,
    })
  })
  return { command: step.command, subject: step.subject }
}

/** What goes away goes first, and a link is retired before another takes its place: one is in use at a time. */
function turn(to: Row | null): number {
  return to === null ? 0 : typeof to['retired_at'] === 'string' || to['is_default'] === 0 ? 1 : 2
}

function readTouched(reader: Reader, touched: readonly Touched[]): Map<string, Row> {
  const rows = new Map<string, Row>()
  for (const { table, column, ...wanted } of touched) {
    const values = JSON.stringify('value' in wanted ? [wanted.value] : wanted.values)
    const found = reader.all<Row>(
      `SELECT * FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(:values))`,
      { values },
    )
    for (const row of found) {
      rows.set(`${table} ${row[undoableTables[table]] as string | number}`, row)
    }
  }
  return rows
}

function toImage(name: string, before: Row | undefined, after: Row | undefined): Image {
  const table = name.slice(0, name.indexOf(' ')) as UndoableTable
  const key = (before ?? after)?.[undoableTables[table]] as string | number
  return { table, key, before: before ?? null, after: after ?? null }
}

function readRow(reader: Reader, table: UndoableTable, key: string | number): Row | null {
  return reader.get<Row>(`SELECT * FROM ${table} WHERE ${undoableTables[table]} = :key`, { key }) ?? null
}

function writeRow(writer: Writer, table: UndoableTable, key: string | number, row: Row | null): void {
  if (row === null) {
    writer.run(`DELETE FROM ${table} WHERE ${undoableTables[table]} = :key`, { key })
    return
  }
  const columns = Object.keys(row)
  const primary = undoableTables[table]
  writer.run(
    `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map((column) => `:${column}`).join(', ')})
    ON CONFLICT (${primary}) DO UPDATE SET ${columns
      .filter((column) => column !== primary)
      .map((column) => `${column} = excluded.${column}`)
      .join(', ')}`,
    row,
  )
}
