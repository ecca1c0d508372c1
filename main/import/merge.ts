import { civilDateOf } from '#shared/domain/civil-date.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Reader, Writer } from '#main/store/database.ts'
import { customerFacts, subscriptionFacts } from '#main/store/fact-columns.ts'
import { stillValid } from '#main/store/reading.ts'
import type { Store } from '#main/store/store.ts'
import { customerReferences } from './customer-references.ts'
import { withOpenGate } from './subscription-gate.ts'

type Side = { readonly rid: number; readonly account_id: string; readonly name: string }

/**
 * Lets one customer take another in: its subscriptions and the user's own work on it become the survivor's, which keeps
 * its own facts and gets those it lacks. It is a change set like an import, so that undo and readings as of another day
 * know it, and a file that names the one taken in means the survivor from then on.
 * @throws AppError `CUSTOMER_NOT_FOUND`, or `MERGE_NOT_POSSIBLE` for a customer and itself or of two accounts.
 */
export function mergeCustomers(store: Store, survivorId: string, absorbedId: string): string {
  const survivor = sideOf(store.reader, survivorId)
  const absorbed = sideOf(store.reader, absorbedId)
  if (survivor.rid === absorbed.rid || survivor.account_id !== absorbed.account_id) {
    throw new AppError('MERGE_NOT_POSSIBLE', 'only two customers of one account can become one')
  }
  const importId = store.newId()
  store.commitPortfolio((writer) =>
    withOpenGate(writer, () => {
      const head = writer.get<{ head: number; newest: number }>(
        'SELECT head, (SELECT COALESCE(MAX(rid), 0) FROM import) AS newest FROM portfolio_head',
      ) ?? { head: 0, newest: 0 }
      const values = { head: head.head, next: Math.max(head.head, head.newest) + 1 }
      writeImport(writer, store, importId, values, survivor, absorbed)
      moveSubscriptions(writer, values, survivor, absorbed)
      writeCustomers(writer, values, survivor, absorbed, civilDateOf(store.now()))
      moveOwnWork(writer, values.next, survivor, absorbed)
      writer.run('UPDATE portfolio_head SET head = :next', { next: values.next })
    }),
  )
  return importId
}

/** Moves the user's own work back to where it was before a merge. */
export function moveOwnWorkBack(writer: Writer, importRid: number): void {
  const moves = writer.all<{ table: string; column: string }>(
    'SELECT DISTINCT table_name AS "table", column_name AS "column" FROM merge_move WHERE import_rid = :importRid',
    { importRid },
  )
  for (const { table, column } of moves) {
    writer.run(
      `UPDATE ${table} SET ${column} = m.absorbed_rid FROM merge_move AS m
      WHERE m.import_rid = :importRid AND m.table_name = :table AND m.column_name = :column
        AND m.row_id = ${table}.rowid`,
      { importRid, table, column },
    )
  }
}

function sideOf(reader: Reader, customerId: string): Side {
  const side = reader.get<Side>('SELECT rid, account_id, name FROM customer WHERE id = :customerId', {
    customerId,
  })
  if (side === undefined) {
    throw new AppError('CUSTOMER_NOT_FOUND', 'no such customer')
  }
  return side
}

type Values = { readonly head: number; readonly next: number }

function writeImport(
  writer: Writer,
  store: Store,
  importId: string,
  { head, next }: Values,
  survivor: Side,
  absorbed: Side,
): void {
  const none = { added: 0, changed: 0, unchanged: 0, absent: 0 }
  writer.run(
    `INSERT INTO import
      (rid, id, account_id, shape, file_name, file_sha256, encoding, row_count, counts, rejected_count, imported_at,
      head_before)
    VALUES (:next, :importId, :account, 'merge', :name, '', '', 0, :counts, 0, :now, :head)`,
    {
      next,
      importId,
      account: survivor.account_id,
      name: `${absorbed.name} → ${survivor.name}`,
      counts: JSON.stringify({ customers: none, subscriptions: none }),
      now: store.now().toISOString(),
      head,
    },
  )
}

const valid = 'from_import <= :head AND to_import > :head'

function moveSubscriptions(writer: Writer, { head, next }: Values, survivor: Side, absorbed: Side): void {
  writer.run(
    `INSERT INTO subscription_fact
      (subscription_rid, account_id, customer_rid, subscription_key, ${subscriptionFacts.join(', ')},
      fact_import, from_import, to_import)
    SELECT subscription_rid, account_id, :survivor, subscription_key, ${subscriptionFacts.join(', ')},
      fact_import, :next, ${stillValid}
    FROM subscription_fact WHERE customer_rid = :absorbed AND ${valid}`,
    { head, next, survivor: survivor.rid, absorbed: absorbed.rid },
  )
  writer.run(`UPDATE subscription_fact SET to_import = :next WHERE customer_rid = :absorbed AND ${valid}`, {
    head,
    next,
    absorbed: absorbed.rid,
  })
}

const sources = [
  'tenant_import',
  'name_import',
  'domain_import',
  'relationship_import',
  'delegated_privileges_import',
  'tags_import',
  'country_import',
] as const

function writeCustomers(
  writer: Writer,
  { head, next }: Values,
  survivor: Side,
  absorbed: Side,
  today: string,
): void {
  const filled = [...customerFacts, ...sources].map((column) => `COALESCE(s.${column}, a.${column})`)
  const columns = `customer_rid, id, account_id, customer_key, ${[...customerFacts, ...sources].join(', ')},
    subscription_count, seat_count, next_end_date, merged_into, from_import, to_import`
  const now = (version: string) => `${version}.from_import <= :head AND ${version}.to_import > :head`
  // What is looked for by the name of the one taken in is found as the survivor.
  const found = filled.map((column) =>
    column.includes('search_key') ? 's.search_key || char(10) || a.search_key' : column,
  )
  writer.run(
    `INSERT INTO customer_fact (${columns})
    SELECT s.customer_rid, s.id, s.account_id, s.customer_key, ${found.join(', ')},
      t.subscriptions, t.seats, t.next_end, NULL, :next, ${stillValid}
    FROM customer_fact AS s, customer_fact AS a, (
      SELECT COUNT(*) AS subscriptions, COALESCE(SUM(quantity), 0) AS seats,
        MIN(CASE WHEN end_date >= :today THEN end_date END) AS next_end
      FROM subscription_fact WHERE customer_rid = :survivor AND from_import <= :next AND to_import > :next
    ) AS t
    WHERE s.customer_rid = :survivor AND ${now('s')} AND a.customer_rid = :absorbed AND ${now('a')}`,
    { head, next, today, survivor: survivor.rid, absorbed: absorbed.rid },
  )
  // The one taken in, and those it had taken in before.
  writer.run(
    `INSERT INTO customer_fact (${columns})
    SELECT customer_rid, id, account_id, customer_key, ${[...customerFacts, ...sources].join(', ')},
      0, 0, NULL, :survivor, :next, ${stillValid}
    FROM customer_fact WHERE (customer_rid = :absorbed OR merged_into = :absorbed) AND ${valid}`,
    { head, next, survivor: survivor.rid, absorbed: absorbed.rid },
  )
  writer.run(
    `UPDATE customer_fact SET to_import = :next
    WHERE (customer_rid IN (:survivor, :absorbed) OR merged_into = :absorbed) AND ${valid}`,
    { head, next, survivor: survivor.rid, absorbed: absorbed.rid },
  )
}

/** Where both have what there can be but one of, the survivor's stays and the other's waits for an undo. */
function moveOwnWork(writer: Writer, next: number, survivor: Side, absorbed: Side): void {
  for (const { table, column } of customerReferences(writer)) {
    const rows = writer.all<{ id: number }>(`SELECT rowid AS id FROM ${table} WHERE ${column} = :absorbed`, {
      absorbed: absorbed.rid,
    })
    for (const { id } of rows) {
      const { changes } = writer.run(
        `UPDATE OR IGNORE ${table} SET ${column} = :survivor WHERE rowid = :id`,
        {
          survivor: survivor.rid,
          id,
        },
      )
      // Where the customer is the table's own row number, the row is found by the survivor's from now on.
      const rowId = columnIsRowId(writer, table, column) ? survivor.rid : id
      if (changes > 0) {
        writer.run(
          `INSERT INTO merge_move (import_rid, table_name, column_name, row_id, absorbed_rid)
          VALUES (:next, :table, :column, :rowId, :absorbed)`,
          { next, table, column, rowId, absorbed: absorbed.rid },
        )
      }
    }
  }
}

/** Whether a column is the table's INTEGER PRIMARY KEY, and so another name of its row number. */
function columnIsRowId(reader: Reader, table: string, column: string): boolean {
  return (
    reader.get(
      `SELECT 1 FROM pragma_table_info(:table) WHERE name = :column AND pk = 1 AND type = 'INTEGER'`,
      { table, column },
    ) !== undefined
  )
}
