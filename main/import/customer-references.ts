import type { Reader } from '#main/store/database.ts'

/** A column in which the user's own work names a customer. */
export type CustomerReference = { readonly table: string; readonly column: string }

/** Every column in which the user's own work names a customer; the mirror's own do not count. */
export function customerReferences(reader: Reader): readonly CustomerReference[] {
  return reader.all<CustomerReference>(
    `SELECT t.name AS "table", k."from" AS "column"
    FROM sqlite_schema AS t, pragma_foreign_key_list(t.name) AS k
    WHERE t.type = 'table' AND k."table" = 'customer_record' AND t.name NOT IN ('customer_fact', 'subscription_fact')`,
  )
}
