import type { HandlersOf } from '#main/ipc/router.ts'
import type { Writer } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'
import { requireCustomer } from './customer-rows.ts'

type Told = {
  readonly id: string
  readonly rid: number
  readonly fact: 'reseller' | 'privileges'
  readonly value: string
  readonly source: string
  readonly note: string
  readonly on: string
  readonly now: string
}

/** Records what the user knows of a relationship. */
export function createRelationshipCommands(store: Store): HandlersOf<'relationship'> {
  return {
    'relationship.note': ({ customerId, fact, value, source, on, note }) => {
      const { rid, name } = requireCustomer(store, customerId)
      const id = store.newId()
      commitUndoable(
        store,
        { command: 'relationship.note', subject: name },
        [
          { table: 'relationship_fact', column: 'id', value: id },
          { table: 'customer_own', column: 'customer_rid', value: rid },
        ],
        (writer) => {
          const now = store.now().toISOString()
          recordFact(writer, { id, rid, fact, value, source, note: note.trim(), on, now })
          if (fact === 'privileges') {
            writer.run(
              `INSERT INTO customer_own (customer_rid, privileges, privileges_told_on, privileges_note, privileges_at)
              VALUES (:rid, :value, :on, :note, :now)
              ON CONFLICT (customer_rid) DO UPDATE SET privileges = :value, privileges_told_on = :on,
                privileges_note = :note, privileges_at = :now`,
              { rid, value, on, note: note.trim(), now },
            )
          }
        },
      )
      return { id }
    },
  }
}

/** Adds to the history of a fact. */
export function recordFact(writer: Writer, told: Told): void {
  writer.run(
    `INSERT INTO relationship_fact (id, customer_rid, fact, value, source, note, noted_on, created_at)
    VALUES (:id, :rid, :fact, :value, :source, :note, :on, :now)`,
    told,
  )
}
