import { fold } from '#main/store/fold.ts'
import type { Reader, Writer } from '#main/store/database.ts'
import type { JobHandle } from '#main/jobs.ts'
import type { Store } from '#main/store/store.ts'
import type { FileCustomer, FileSubscription } from './portfolio-file.ts'
import type { ReadFile } from './read-file.ts'

/** What an import would do to one kind of record. */
export type Counts = {
  readonly added: number
  readonly changed: number
  readonly unchanged: number
  readonly absent: number
}

/** How many rows go into one transaction while a file is staged, and after which the event loop gets its turn. */
const chunkRows = 200

/** Puts a read file beside the portfolio, where it changes nothing until it is applied; returns the preview's id. */
export async function stageFile(
  store: Store,
  accountId: string,
  fileName: string,
  file: ReadFile,
  job: JobHandle,
): Promise<{ readonly previewId: string; readonly createdAt: string }> {
  const previewId = store.newId()
  const createdAt = store.now().toISOString()
  store.stage((writer) => {
    writer.run(
      `INSERT INTO import_preview (id, account_id, shape, file_name, file_sha256, encoding, row_count, rejected_count, created_at)
      VALUES (:previewId, :accountId, :shape, :fileName, :sha256, :encoding, :rowCount, :rejectedCount, :createdAt)`,
      {
        previewId,
        accountId,
        shape: file.shape,
        fileName,
        sha256: file.sha256,
        encoding: file.encoding,
        rowCount: file.rowCount,
        rejectedCount: file.rejectedCount,
        createdAt,
      },
    )
  })
  // The pinyin dictionary is large, and only an import needs it.
  const keys = await import('#main/store/search-key.ts')
  const all = file.customers.length + file.subscriptions.length
  const step = (done: number) => {
    job.checkCancelled()
    job.progress(0.5 + done / all / 2)
  }
  const afterCustomers = (done: number) => step(file.customers.length + done)
  try {
    await inChunks(store, file.customers, step, (writer, row) => stageCustomer(writer, previewId, row, keys))
    await inChunks(store, file.subscriptions, afterCustomers, (writer, row) =>
      stageSubscription(writer, previewId, row),
    )
  } catch (thrown) {
    store.stage((writer) => writer.run('DELETE FROM import_preview WHERE id = :previewId', { previewId }))
    throw thrown
  }
  return { previewId, createdAt }
}

/** Counts what applying a preview would add and change, against the portfolio as it is now. */
export function countChanges(
  reader: Reader,
  previewId: string,
): { readonly customers: Counts; readonly subscriptions: Counts } {
  return {
    customers: countOf(reader, previewId, 'customer', customerDiffers),
    subscriptions: countOf(reader, previewId, 'subscription', subscriptionDiffers),
  }
}

/** The condition under which a staged customer `s` changes the customer `c`; what the file does not state stays. */
export const customerDiffers = `(
  c.name IS NOT s.name
  OR c.tenant_id IS NOT COALESCE(s.tenant_id, c.tenant_id)
  OR c.domain IS NOT COALESCE(s.domain, c.domain)
  OR c.relationship_raw IS NOT COALESCE(s.relationship_raw, c.relationship_raw)
  OR c.tags IS NOT COALESCE(s.tags, c.tags)
)`

/** The columns of a subscription that a file states. */
export const subscriptionFacts = [
  'subscription_id',
  'billing_id',
  'order_id',
  'offer_id',
  'durable_offer_id',
  'offer',
  'nickname',
  'quantity',
  'status',
  'status_raw',
  'start_date',
  'end_date',
  'end_date_raw',
  'partner_of_record',
  'partner_of_record_state',
] as const

/** The condition under which a staged subscription `s` of customer `sc` changes the subscription `c`. */
export const subscriptionDiffers = `(${subscriptionFacts.map((column) => `c.${column} IS NOT s.${column}`).join(' OR ')}
  OR (SELECT customer_key FROM customer WHERE rid = c.customer_rid) IS NOT s.customer_key)`

function countOf(
  reader: Reader,
  previewId: string,
  noun: 'customer' | 'subscription',
  differs: string,
): Counts {
  const row = reader.get<{ total: number; known: number; changed: number; all_known: number }>(
    `SELECT COUNT(*) AS total, COUNT(c.rid) AS known,
      COALESCE(SUM(c.rid IS NOT NULL AND ${differs}), 0) AS changed,
      (SELECT COUNT(*) FROM ${noun} JOIN import_preview ON import_preview.account_id = ${noun}.account_id
        WHERE import_preview.id = :previewId) AS all_known
    FROM staged_${noun} AS s
    JOIN import_preview AS p ON p.id = s.preview_id
    LEFT JOIN ${noun} AS c ON c.account_id = p.account_id AND c.${noun}_key = s.${noun}_key
    WHERE s.preview_id = :previewId`,
    { previewId },
  ) ?? { total: 0, known: 0, changed: 0, all_known: 0 }
  const isStated = row.total > 0
  return {
    added: row.total - row.known,
    changed: row.changed,
    unchanged: row.known - row.changed,
    // A customer list says nothing of subscriptions, so none of them is absent from it.
    absent: isStated ? row.all_known - row.known : 0,
  }
}

async function inChunks<T>(
  store: Store,
  rows: readonly T[],
  step: (done: number) => void,
  write: (writer: Writer, row: T) => void,
): Promise<void> {
  for (let start = 0; start < rows.length; start += chunkRows) {
    step(start)
    store.stage((writer) => rows.slice(start, start + chunkRows).forEach((row) => write(writer, row)))
    await new Promise<void>((resolve) => setImmediate(resolve))
  }
}

type Keys = Pick<typeof import('#main/store/search-key.ts'), 'nameKey' | 'searchKey'>

function stageCustomer(writer: Writer, previewId: string, customer: FileCustomer, keys: Keys): void {
  writer.run(
    `INSERT INTO staged_customer
      (preview_id, customer_key, tenant_id, name, name_folded, name_key, search_key, domain, relationship, relationship_raw, tags)
    VALUES
      (:previewId, :customerKey, :tenantId, :name, :nameFolded, :nameKey, :searchKey, :domain, :relationship, :relationshipRaw, :tags)`,
    {
      previewId,
      customerKey: customer.customerKey,
      tenantId: customer.tenantId,
      name: customer.name,
      nameFolded: fold(customer.name),
      nameKey: keys.nameKey(customer.name),
      searchKey: keys.searchKey(customer),
      domain: customer.domain,
      relationship: customer.relationship,
      relationshipRaw: customer.relationshipRaw,
      tags: customer.tags === null ? null : JSON.stringify(customer.tags),
    },
  )
}

function stageSubscription(writer: Writer, previewId: string, subscription: FileSubscription): void {
  writer.run(
    `INSERT INTO staged_subscription
      (preview_id, subscription_key, customer_key, ${subscriptionFacts.join(', ')})
    VALUES
      (:previewId, :subscriptionKey, :customerKey, :subscriptionId, :billingId, :orderId, :offerId, :durableOfferId, :offer,
      :nickname, :quantity, :status, :statusRaw, :startDate, :endDate, :endDateRaw, :partnerOfRecord, :partnerOfRecordState)`,
    { previewId, ...subscription },
  )
}
