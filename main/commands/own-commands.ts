import type { CommandName } from '#shared/protocol.ts'
import type { ownCommands } from '#shared/contract/own.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Handlers } from '#main/ipc/router.ts'
import { fold } from '#main/store/fold.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable, type Touched } from '#main/store/undo.ts'
import { createContactCommands } from './contact-commands.ts'
import { requireCustomer, requireCustomers, subjectOf } from './customer-rows.ts'
import { recordFact } from './relationship-commands.ts'
import { createTagCommands } from './tag-commands.ts'

type OwnHandlers = Pick<Handlers, Extract<CommandName, keyof typeof ownCommands>>

/** The user's own work on customers: notes, tags, names, owners, statements and contacts; imports never touch it. */
export function createOwnCommands(store: Store): OwnHandlers {
  return {
    ...createTagCommands(store),
    ...createContactCommands(store),
    'note.update': ({ noteId, text }) => {
      const { name } = requireNote(store, noteId)
      commitUndoable(store, { command: 'note.update', subject: name }, [noteOf(noteId)], (writer) =>
        writer.run('UPDATE customer_note SET text = :text, edited_at = :now WHERE id = :noteId', {
          noteId,
          text,
          now: store.now().toISOString(),
        }),
      )
      return { id: noteId }
    },
    'note.remove': ({ noteId }) => {
      const { name } = requireNote(store, noteId)
      commitUndoable(store, { command: 'note.remove', subject: name }, [noteOf(noteId)], (writer) =>
        writer.run('DELETE FROM customer_note WHERE id = :noteId', { noteId }),
      )
      return {}
    },
    'alias.set': async ({ customerId, alias }) => {
      const customer = requireCustomer(store, customerId)
      const given = alias?.trim() ?? null
      // The pinyin dictionary is large, and only names need it.
      const { searchKey } = await import('#main/store/search-key.ts')
      const values = {
        alias: given,
        folded: given === null ? null : fold(given),
        key: given === null ? null : searchKey({ name: given, domain: null, tenantId: null }),
      }
      commitUndoable(
        store,
        { command: 'alias.set', subject: customer.name },
        ownRowsOf([customer.rid]),
        (writer) =>
          writer.run(
            `INSERT INTO customer_own (customer_rid, alias, alias_folded, alias_key)
            VALUES (:rid, :alias, :folded, :key)
            ON CONFLICT (customer_rid) DO UPDATE SET alias = :alias, alias_folded = :folded, alias_key = :key`,
            { rid: customer.rid, ...values },
          ),
      )
      return {}
    },
    'owner.assign': ({ customerIds, owner }) => {
      const customers = requireCustomers(store, customerIds)
      const given = owner?.trim() ?? null
      const rids = customers.map(({ rid }) => rid)
      return commitUndoable(
        store,
        { command: 'owner.assign', subject: subjectOf(customers) },
        ownRowsOf(rids),
        (writer) => ({
          customers: writer.run(
            `INSERT INTO customer_own (customer_rid, owner, owner_folded)
            SELECT value, :owner, :folded FROM json_each(:rids) WHERE 1
            ON CONFLICT (customer_rid) DO UPDATE SET owner = :owner, owner_folded = :folded
            WHERE customer_own.owner IS NOT :owner`,
            { rids: JSON.stringify(rids), owner: given, folded: given === null ? null : fold(given) },
          ).changes,
        }),
      )
    },
    'privileges.state': ({ customerId, statement }) => {
      const customer = requireCustomer(store, customerId)
      const factId = store.newId()
      const values = {
        rid: customer.rid,
        value: statement?.value ?? null,
        toldOn: statement?.toldOn ?? null,
        note: statement?.note.trim() ?? null,
        now: statement === null ? null : store.now().toISOString(),
      }
      commitUndoable(
        store,
        { command: 'privileges.state', subject: customer.name },
        [...ownRowsOf([customer.rid]), { table: 'relationship_fact', column: 'id', value: factId }],
        (writer) => {
          if (statement !== null) {
            recordFact(writer, {
              id: factId,
              rid: customer.rid,
              fact: 'privileges',
              value: statement.value,
              source: 'customer',
              note: statement.note.trim(),
              on: statement.toldOn,
              now: store.now().toISOString(),
            })
          }
          writer.run(
            `INSERT INTO customer_own (customer_rid, privileges, privileges_told_on, privileges_note, privileges_at)
            VALUES (:rid, :value, :toldOn, :note, :now)
            ON CONFLICT (customer_rid) DO UPDATE SET privileges = :value, privileges_told_on = :toldOn,
              privileges_note = :note, privileges_at = :now`,
            values,
          )
        },
      )
      return {}
    },
    'profile.update': ({ name }) => {
      const given = name.trim()
      commitUndoable(
        store,
        { command: 'profile.update', subject: given },
        [{ table: 'own_profile', column: 'id', value: 1 }],
        (writer) =>
          writer.run(
            `INSERT INTO own_profile (id, name, name_folded) VALUES (1, :name, :folded)
            ON CONFLICT (id) DO UPDATE SET name = :name, name_folded = :folded`,
            { name: given, folded: fold(given) },
          ),
      )
      return {}
    },
  }
}

function ownRowsOf(rids: readonly number[]): readonly Touched[] {
  return [{ table: 'customer_own', column: 'customer_rid', values: rids }]
}

function noteOf(noteId: string): Touched {
  return { table: 'customer_note', column: 'id', value: noteId }
}

/** The customer a note is about; throws `NOTE_NOT_FOUND`. */
function requireNote(store: Store, noteId: string): { readonly name: string } {
  const row = store.reader.get<{ name: string }>(
    `SELECT customer.name FROM customer_note JOIN customer ON customer.rid = customer_note.customer_rid
    WHERE customer_note.id = :noteId`,
    { noteId },
  )
  if (row === undefined) {
    throw new AppError('NOTE_NOT_FOUND', 'no such note')
  }
  return row
}
