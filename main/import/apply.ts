import { civilDateOf } from '#shared/domain/civil-date.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Writer } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import { withOpenGate } from './subscription-gate.ts'
import { countChanges, customerDiffers, subscriptionDiffers, subscriptionFacts } from './stage.ts'

/**
 * Applies a preview in one transaction: all of it becomes visible, or none.
 * @throws AppError `PREVIEW_NOT_FOUND` when it was applied or discarded before.
 */
export function applyPreview(store: Store, previewId: string): string {
  const importId = store.newId()
  const preview = store.reader.get<{ account_id: string }>(
    'SELECT account_id FROM import_preview WHERE id = :previewId',
    {
      previewId,
    },
  )
  if (preview === undefined) {
    throw new AppError('PREVIEW_NOT_FOUND', 'the preview was applied or discarded before')
  }
  const today = civilDateOf(store.now())
  store.commitPortfolio((writer) =>
    withOpenGate(writer, () => {
      const counts = countChanges(writer, previewId)
      writer.run(
        `INSERT INTO import
          (id, account_id, shape, file_name, file_sha256, encoding, row_count, counts, rejected_count, imported_at)
        SELECT :importId, account_id, shape, file_name, file_sha256, encoding, row_count, :counts, rejected_count, :now
        FROM import_preview WHERE id = :previewId`,
        { importId, counts: JSON.stringify(counts), now: store.now().toISOString(), previewId },
      )
      const rid =
        writer.get<{ rid: number }>('SELECT rid FROM import WHERE id = :importId', { importId })?.rid ?? 0
      const scope: Scope = { previewId, accountId: preview.account_id, rid, today }
      writeCustomers(writer, scope)
      writeSubscriptions(writer, scope)
      deriveCustomers(writer, scope)
      writer.run('DELETE FROM import_preview WHERE id = :previewId', { previewId })
    }),
  )
  return importId
}

type Scope = {
  readonly previewId: string
  readonly accountId: string
  readonly rid: number
  readonly today: string
}

function writeCustomers(writer: Writer, { previewId, accountId, rid }: Scope): void {
  // A fact's source moves only when the fact does; the first statement of a fact is its source too.
  const source = (column: string, fact: string) =>
    `${column} = CASE WHEN s.${fact} IS NOT NULL AND (c.${fact} IS NOT s.${fact} OR c.${column} IS NULL) THEN :rid ELSE c.${column} END`
  writer.run(
    `UPDATE customer AS c SET
      ${source('name_import', 'name')},
      ${source('tenant_import', 'tenant_id')},
      ${source('domain_import', 'domain')},
      ${source('relationship_import', 'relationship_raw')},
      ${source('tags_import', 'tags')},
      name = s.name,
      name_folded = s.name_folded,
      name_key = s.name_key,
      search_key = CASE WHEN s.domain IS NULL AND c.domain IS NOT NULL THEN s.search_key || char(10) || c.domain ELSE s.search_key END,
      tenant_id = COALESCE(s.tenant_id, c.tenant_id),
      domain = COALESCE(s.domain, c.domain),
      relationship = CASE WHEN s.relationship_raw IS NULL THEN c.relationship ELSE s.relationship END,
      relationship_raw = COALESCE(s.relationship_raw, c.relationship_raw),
      tags = COALESCE(s.tags, c.tags)
    FROM staged_customer AS s
    WHERE s.preview_id = :previewId AND c.account_id = :accountId AND c.customer_key = s.customer_key
      AND (${customerDiffers} OR (c.tags_import IS NULL AND s.tags IS NOT NULL))`,
    { previewId, accountId, rid },
  )
  writer.run(
    `INSERT INTO customer
      (id, account_id, customer_key, tenant_id, name, name_folded, name_key, search_key, domain, relationship, relationship_raw, tags,
      name_import, tenant_import, domain_import, relationship_import, tags_import)
    SELECT lower(hex(randomblob(16))), :accountId, s.customer_key, s.tenant_id, s.name, s.name_folded, s.name_key, s.search_key, s.domain,
      COALESCE(s.relationship, 'unknown'), s.relationship_raw, COALESCE(s.tags, '[]'),
      :rid,
      CASE WHEN s.tenant_id IS NOT NULL THEN :rid END,
      CASE WHEN s.domain IS NOT NULL THEN :rid END,
      CASE WHEN s.relationship_raw IS NOT NULL THEN :rid END,
      CASE WHEN s.tags IS NOT NULL THEN :rid END
    FROM staged_customer AS s
    WHERE s.preview_id = :previewId
      AND NOT EXISTS (SELECT 1 FROM customer WHERE account_id = :accountId AND customer_key = s.customer_key)
    ORDER BY s.name_key`,
    { previewId, accountId, rid },
  )
  writer.run(
    `UPDATE customer SET seen_import = :rid WHERE account_id = :accountId
      AND customer_key IN (SELECT customer_key FROM staged_customer WHERE preview_id = :previewId)`,
    { previewId, accountId, rid },
  )
}

function writeSubscriptions(writer: Writer, { previewId, accountId, rid }: Scope): void {
  const customerRid =
    '(SELECT rid FROM customer WHERE account_id = :accountId AND customer_key = s.customer_key)'
  writer.run(
    `UPDATE subscription AS c SET
      customer_rid = ${customerRid},
      ${subscriptionFacts.map((column) => `${column} = s.${column}`).join(', ')},
      fact_import = :rid
    FROM staged_subscription AS s
    WHERE s.preview_id = :previewId AND c.account_id = :accountId AND c.subscription_key = s.subscription_key
      AND ${subscriptionDiffers}`,
    { previewId, accountId, rid },
  )
  writer.run(
    `INSERT INTO subscription
      (account_id, customer_rid, subscription_key, ${subscriptionFacts.join(', ')}, fact_import, seen_import)
    SELECT :accountId, ${customerRid}, s.subscription_key, ${subscriptionFacts.map((column) => `s.${column}`).join(', ')},
      :rid, :rid
    FROM staged_subscription AS s
    WHERE s.preview_id = :previewId
      AND NOT EXISTS (SELECT 1 FROM subscription WHERE account_id = :accountId AND subscription_key = s.subscription_key)`,
    { previewId, accountId, rid },
  )
  writer.run(
    `UPDATE subscription SET seen_import = :rid WHERE account_id = :accountId
      AND subscription_key IN (SELECT subscription_key FROM staged_subscription WHERE preview_id = :previewId)`,
    { previewId, accountId, rid },
  )
}

/** Brings the columns that lists sort by up to date with the subscriptions just written. */
function deriveCustomers(writer: Writer, { accountId, today }: Scope): void {
  writer.run(
    `UPDATE customer SET
      subscription_count = t.subscriptions, seat_count = t.seats, next_end_date = t.next_end
    FROM (
      SELECT c.rid AS rid, COUNT(s.rid) AS subscriptions, COALESCE(SUM(s.quantity), 0) AS seats,
        MIN(CASE WHEN s.end_date >= :today THEN s.end_date END) AS next_end
      FROM customer AS c LEFT JOIN subscription AS s ON s.customer_rid = c.rid
      WHERE c.account_id = :accountId GROUP BY c.rid
    ) AS t
    WHERE customer.rid = t.rid AND (
      customer.subscription_count IS NOT t.subscriptions OR customer.seat_count IS NOT t.seats
      OR customer.next_end_date IS NOT t.next_end
    )`,
    { accountId, today },
  )
}
