import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { Imports } from '#main/import/imports.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'

/** The user's own additions to a customer; imports never touch them. */
export function createCustomerCommands(store: Store, imports: Imports): HandlersOf<'customer'> {
  return {
    'customer.merge': async ({ customerId, absorbedId }) => ({
      importId: await imports.merge(customerId, absorbedId),
    }),
    'customer.keep-apart': ({ customerId, otherId }) => {
      const [first = 0, second = 0] = [customerRid(store, customerId), customerRid(store, otherId)].toSorted(
        (a, b) => a - b,
      )
      const { name } = store.reader.get<{ name: string }>(
        'SELECT name FROM customer WHERE id = :customerId',
        {
          customerId,
        },
      ) ?? { name: '' }
      commitUndoable(
        store,
        { command: 'customer.keep-apart', subject: name },
        [{ table: 'not_duplicate', column: 'first_rid', value: first }],
        (writer) =>
          writer.run(
            `INSERT INTO not_duplicate (first_rid, second_rid, said_at) VALUES (:first, :second, :now)
            ON CONFLICT DO NOTHING`,
            { first, second, now: store.now().toISOString() },
          ),
      )
      return {}
    },
    'customer.note': ({ customerId, text }) => {
      const id = store.newId()
      const rid = customerRid(store, customerId)
      const { name } = store.reader.get<{ name: string }>('SELECT name FROM customer WHERE rid = :rid', {
        rid,
      }) ?? {
        name: '',
      }
      commitUndoable(
        store,
        { command: 'customer.note', subject: name },
        [{ table: 'customer_note', column: 'id', value: id }],
        (writer) =>
          writer.run(
            'INSERT INTO customer_note (id, customer_rid, text, created_at) VALUES (:id, :rid, :text, :now)',
            { id, rid, text, now: store.now().toISOString() },
          ),
      )
      return { id }
    },
  }
}

/** The row number of a customer; throws `CUSTOMER_NOT_FOUND`. */
export function customerRid(store: Store, customerId: string, accountId?: string): number {
  const row = store.reader.get<{ rid: number; account_id: string }>(
    'SELECT rid, account_id FROM customer WHERE id = :customerId',
    { customerId },
  )
  if (row === undefined || (accountId !== undefined && row.account_id !== accountId)) {
    throw new AppError('CUSTOMER_NOT_FOUND', 'no such customer in this account')
  }
  return row.rid
}
