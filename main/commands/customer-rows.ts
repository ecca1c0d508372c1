import { AppError } from '#main/ipc/app-error.ts'
import type { Store } from '#main/store/store.ts'

/** A customer as the user's own work refers to it. */
export type CustomerRecord = { readonly rid: number; readonly name: string }

/** Finds customers by id, in no order; throws `CUSTOMER_NOT_FOUND` where one of them is not there. */
export function requireCustomers(store: Store, customerIds: readonly string[]): readonly CustomerRecord[] {
  const wanted = [...new Set(customerIds)]
  const rows = store.reader.all<CustomerRecord>(
    'SELECT rid, name FROM customer WHERE id IN (SELECT value FROM json_each(:ids))',
    { ids: JSON.stringify(wanted) },
  )
  if (rows.length !== wanted.length) {
    throw new AppError('CUSTOMER_NOT_FOUND', `${wanted.length - rows.length} of the customers are not there`)
  }
  return rows
}

/** Finds one customer by id; throws `CUSTOMER_NOT_FOUND`. */
export function requireCustomer(store: Store, customerId: string): CustomerRecord {
  const [row] = requireCustomers(store, [customerId])
  return row as CustomerRecord
}

/** What an undo step is called: the customer's name where it is about one, nothing where it is about many. */
export function subjectOf(customers: readonly CustomerRecord[]): string {
  const [first, ...others] = customers
  return first === undefined || others.length > 0 ? '' : first.name
}
