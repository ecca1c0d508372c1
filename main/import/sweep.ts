import { civilDateOf } from '#shared/domain/civil-date.ts'
import type { Reader, Writer } from '#main/store/database.ts'
import { stillValid } from '#main/store/reading.ts'
import type { Store } from '#main/store/store.ts'
import type { StartReader } from '#main/ports.ts'
import { customerReferences } from './customer-references.ts'
import { leftoversSql } from './leftovers.ts'
import { chunkRows, createPacedDraft } from './paced-draft.ts'
import { withOpenGate } from './subscription-gate.ts'

/**
 * Takes away what an import that does not count has left: one that was cancelled, killed or undone. Nothing shows it,
 * so this may be interrupted at any time and go on later. Records the user's own work hangs on stay.
 */
export async function sweepVersions(store: Store, startReader: StartReader): Promise<void> {
  const draft = createPacedDraft(store, startReader)
  try {
    for (const sweepChunk of [
      ...versionSteps,
      sweepSubscriptionRecords,
      sweepCustomerRecords(store.reader),
    ]) {
      for (let taken = 1; taken > 0 && store.isOpen();) {
        taken = await draft.write((writer) => withOpenGate(writer, () => sweepChunk(writer)))
      }
    }
    if (store.isOpen()) {
      await draft.commit()
    }
  } finally {
    draft.stop()
  }
}

/** Whether anything is left over; quick, and asked at every start. */
export function hasLeftovers(reader: Reader): boolean {
  return reader.get(leftoversSql) !== undefined
}

/** Brings the next end of each customer to today; what has ended is no next end. */
export function sweepNextEnds(store: Store): void {
  const today = civilDateOf(store.now())
  const late = `next_end_date < :today AND to_import = ${stillValid}`
  if (store.reader.get(`SELECT 1 FROM customer_fact WHERE ${late}`, { today }) === undefined) {
    return
  }
  store.commitPortfolio((writer) =>
    writer.run(
      `UPDATE customer_fact SET next_end_date = (
        SELECT MIN(end_date) FROM subscription WHERE customer_rid = customer_fact.customer_rid AND end_date >= :today
      ) WHERE ${late}`,
      { today },
    ),
  )
}

type Sweep = (writer: Writer) => number

const versionSteps: readonly Sweep[] = (['subscription_fact', 'customer_fact'] as const).flatMap((table) => [
  (writer) =>
    writer.run(
      `DELETE FROM ${table} WHERE rid IN (
        SELECT rid FROM ${table} WHERE account_id IN (SELECT id FROM partner_account)
          AND from_import > (SELECT head FROM portfolio_head) LIMIT ${chunkRows}
      )`,
    ).changes,
  (writer) =>
    writer.run(
      `UPDATE ${table} SET to_import = ${stillValid} WHERE rid IN (
        SELECT rid FROM ${table}
        WHERE to_import < ${stillValid} AND to_import > (SELECT head FROM portfolio_head) LIMIT ${chunkRows}
      )`,
    ).changes,
])

/** Records are numbered in the order of their imports, so those too many are the last ones. */
const lastOf = (table: string) =>
  `(SELECT rid FROM (SELECT rid, from_import FROM ${table} ORDER BY rid DESC LIMIT ${chunkRows})
    WHERE from_import > (SELECT head FROM portfolio_head))`

const sweepSubscriptionRecords: Sweep = (writer) =>
  writer.run(`DELETE FROM subscription_record WHERE rid IN ${lastOf('subscription_record')}`).changes

/** A record with work of the user's own stays, as if the newest import that counts had made it. */
function sweepCustomerRecords(reader: Reader): Sweep {
  const isUsed = customerReferences(reader)
    .map(({ table, column }) => `EXISTS (SELECT 1 FROM ${table} WHERE ${column} = customer_record.rid)`)
    .join(' OR ')
  return (writer) =>
    writer.run(
      `UPDATE customer_record SET from_import = (SELECT head FROM portfolio_head)
      WHERE rid IN ${lastOf('customer_record')} AND (${isUsed})`,
    ).changes + writer.run(`DELETE FROM customer_record WHERE rid IN ${lastOf('customer_record')}`).changes
}
