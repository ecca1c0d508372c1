import { isEmailAddress } from '#shared/domain/email-address.ts'
import type { ParsedInput } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { Writer } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'
import { requireCustomer } from './customer-rows.ts'

type Fields = Omit<ParsedInput<'contact.create'>, 'customerId'>

/** The people at a customer, of whom one at most receives its requests. */
export function createContactCommands(store: Store): HandlersOf<'contact'> {
  const require = (contactId: string) => {
    const row = store.reader.get<{ rid: number; customer_rid: number; name: string }>(
      'SELECT rid, customer_rid, name FROM customer_contact WHERE id = :contactId',
      { contactId },
    )
    if (row === undefined) {
      throw new AppError('CONTACT_NOT_FOUND', 'no such contact')
    }
    return row
  }
  return {
    'contact.create': ({ customerId, ...fields }) => {
      checkAddress(fields)
      const { rid } = requireCustomer(store, customerId)
      const id = store.newId()
      commitUndoable(
        store,
        { command: 'contact.create', subject: fields.name.trim() },
        [{ table: 'customer_contact', column: 'customer_rid', value: rid }],
        (writer) => {
          makeRoom(writer, rid, fields)
          writer.run(
            `INSERT INTO customer_contact
              (id, customer_rid, name, role, email, phone, language, receives_requests, created_at)
            VALUES (:id, :rid, :name, :role, :email, :phone, :language, :receives, :now)`,
            { id, rid, ...columnsOf(fields), now: store.now().toISOString() },
          )
        },
      )
      return { id }
    },
    'contact.update': ({ contactId, ...fields }) => {
      checkAddress(fields)
      const { customer_rid: rid, name } = require(contactId)
      commitUndoable(
        store,
        { command: 'contact.update', subject: name },
        [{ table: 'customer_contact', column: 'customer_rid', value: rid }],
        (writer) => {
          makeRoom(writer, rid, fields)
          writer.run(
            `UPDATE customer_contact SET name = :name, role = :role, email = :email, phone = :phone,
              language = :language, receives_requests = :receives WHERE id = :contactId`,
            { contactId, ...columnsOf(fields) },
          )
        },
      )
      return { id: contactId }
    },
    'contact.remove': ({ contactId }) => {
      const { name } = require(contactId)
      commitUndoable(
        store,
        { command: 'contact.remove', subject: name },
        [{ table: 'customer_contact', column: 'id', value: contactId }],
        (writer) => writer.run('DELETE FROM customer_contact WHERE id = :contactId', { contactId }),
      )
      return {}
    },
  }
}

function checkAddress({ email, receivesRequests }: Fields): void {
  const address = email.trim()
  if (address !== '' && !isEmailAddress(address)) {
    throw new AppError('CONTACT_ADDRESS_INVALID', 'not a plain e-mail address', { address })
  }
  if (address === '' && receivesRequests) {
    throw new AppError('CONTACT_ADDRESS_MISSING', 'who receives requests needs an e-mail address')
  }
}

/** One contact receives the requests: who did so far no longer does. */
function makeRoom(writer: Writer, rid: number, { receivesRequests }: Fields): void {
  if (receivesRequests) {
    writer.run('UPDATE customer_contact SET receives_requests = 0 WHERE customer_rid = :rid', { rid })
  }
}

function columnsOf({ name, role, email, phone, language, receivesRequests }: Fields) {
  return {
    name: name.trim(),
    role: role.trim(),
    email: email.trim(),
    phone: phone.trim(),
    language,
    receives: receivesRequests ? 1 : 0,
  }
}
