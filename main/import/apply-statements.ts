import { newsBits, newsSql } from '#main/history/news.ts'
import type { SpokenFacts, SubscriptionFact } from '#main/store/fact-columns.ts'
import { nextFact, subscriptionFacts } from '#main/store/fact-columns.ts'
import { stillValid } from '#main/store/reading.ts'

/*
 * The statements of an apply. Each takes one chunk: the staged rows at the places after :after up to :upto of their
 * order, or the touched customers of these numbers. What they write is valid from import :next, and so not seen while
 * :head is the newest.
 */

/** A version as it is seen while the import is being written. */
const seen = (version: string) => `${version}.from_import <= :head AND ${version}.to_import > :head`

/** Staged rows to be written: where they lie, the order that is done in, and which have a place in it. */
type Staged = {
  readonly places: string
  readonly place: string
  readonly where: string
  readonly from: string
}

const added = (kind: 'customer' | 'subscription'): Staged => ({
  places: `stage.${kind}_addition AS a`,
  place: 'a.place',
  where: 'TRUE',
  // The additions lead: each row is looked up and none looked for.
  from: `stage.${kind}_addition AS a CROSS JOIN stage.${kind}_change AS ch ON ch.row = a.row`,
})

const changes = (kind: 'customer' | 'subscription', place: string, where: string): Staged => ({
  places: `stage.${kind}_change AS ch`,
  place,
  where,
  from: `stage.${kind}_change AS ch`,
})

const staged = {
  addedCustomers: added('customer'),
  changedCustomers: changes('customer', 'ch.row', "ch.change = 'changed'"),
  newSubscriptions: changes('subscription', 'ch.ordinal', 'ch.record_rid IS NULL'),
  addedSubscriptions: added('subscription'),
  changedSubscriptions: changes('subscription', 'ch.row', "ch.change = 'changed'"),
} as const satisfies { readonly [name: string]: Staged }

/** The kinds of staged rows that are written. */
export type StagedRows = keyof typeof staged

/** What the customers are collected in whose facts or totals may have changed; this connection's alone. */
export const touchedCustomers = `
  CREATE TEMP TABLE touched_customer (rid INTEGER PRIMARY KEY, customer_rid INTEGER NOT NULL UNIQUE, staged_row INTEGER)`

const chunk = (rows: StagedRows) => {
  const { place, where } = staged[rows]
  return `${place} > :after AND ${place} <= :upto AND ${where} AND ch.is_selected = 1`
}

/** The end of the next chunk, rows the user has left out among it: to look beyond them may take long. */
export const nextChunk = (rows: StagedRows): string => {
  const { places, place, where } = staged[rows]
  return `
  SELECT MAX(place) AS upto FROM (
    SELECT ${place} AS place FROM ${places} WHERE ${where} AND ${place} > :after ORDER BY ${place} LIMIT :size
  )`
}

const recordRid = (change: string, most: string) =>
  `COALESCE(${change}.record_rid, ${most} + ${change}.ordinal)`

/** A new customer that was deselected takes its subscriptions with it. */
const hasCustomer = `(cc.change <> 'added' OR cc.is_selected = 1)`

export const addCustomerRecords = `
  INSERT INTO customer_record (rid, id, account_id, customer_key, name, from_import)
  SELECT :customers + ch.ordinal, printf('%08x%08x', :next, ch.ordinal) || lower(hex(randomblob(8))), :account,
    s.customer_key, s.name, :next
  FROM ${staged.addedCustomers.from} CROSS JOIN stage.customer AS s ON s.row = ch.row
  WHERE ch.record_rid IS NULL AND ${chunk('addedCustomers')}`

export const touchStagedCustomers = (rows: 'addedCustomers' | 'changedCustomers'): string => `
  INSERT INTO temp.touched_customer (customer_rid, staged_row)
  SELECT ${recordRid('ch', ':customers')}, ch.row FROM ${staged[rows].from}
  WHERE ${chunk(rows)}
  ON CONFLICT (customer_rid) DO NOTHING`

export const addSubscriptionRecords = `
  INSERT INTO subscription_record (rid, account_id, subscription_key, from_import)
  SELECT :subscriptions + ch.ordinal, :account, s.subscription_key, :next
  FROM ${staged.newSubscriptions.from}
  CROSS JOIN stage.subscription AS s ON s.row = ch.row
  CROSS JOIN stage.customer_change AS cc ON cc.row = ch.customer_row
  WHERE ${chunk('newSubscriptions')} AND ${hasCustomer}`

export const addSubscriptionFacts = `
  INSERT INTO subscription_fact
    (subscription_rid, account_id, customer_rid, subscription_key, ${subscriptionFacts.join(', ')},
    fact_import, changed, from_import, to_import)
  SELECT ${recordRid('ch', ':subscriptions')}, :account, ${recordRid('cc', ':customers')}, s.subscription_key,
    ${subscriptionFacts.map((fact) => `s.${fact}`).join(', ')}, :next, ${newsBits['subscription-added']}, :next,
    ${stillValid}
  FROM ${staged.addedSubscriptions.from}
  CROSS JOIN stage.subscription AS s ON s.row = ch.row
  CROSS JOIN stage.customer_change AS cc ON cc.row = ch.customer_row
  WHERE ${chunk('addedSubscriptions')} AND ${hasCustomer}`

/** What the file speaks of comes from the file, the rest from the version before. */
export function changeSubscriptionFacts(spoken: SpokenFacts): string {
  const next = (fact: SubscriptionFact) => nextFact(spoken, fact)
  const facts = subscriptionFacts.map(next)
  // What is stated for the first time is no news: nobody knows what it was.
  const news = newsSql({
    seats: `f.quantity IS NOT NULL AND f.quantity IS NOT ${next('quantity')}`,
    status: `f.status IS NOT NULL AND (f.status IS NOT ${next('status')}
      OR (f.status = 'other' AND f.status_raw IS NOT ${next('status_raw')}))`,
    'auto-renew': `f.auto_renew IS NOT NULL AND f.auto_renew IS NOT ${next('auto_renew')}`,
    'end-date': `COALESCE(f.end_date, f.end_date_raw) IS NOT NULL AND f.end_date IS NOT ${next('end_date')}`,
    'partner-of-record': `f.partner_of_record_state IS NOT NULL AND (f.partner_of_record IS NOT ${next('partner_of_record')}
      OR f.partner_of_record_state IS NOT ${next('partner_of_record_state')})`,
  })
  return `
  INSERT INTO subscription_fact
    (subscription_rid, account_id, customer_rid, subscription_key, ${subscriptionFacts.join(', ')},
    fact_import, changed, from_import, to_import)
  SELECT f.subscription_rid, f.account_id, ${recordRid('cc', ':customers')}, f.subscription_key, ${facts.join(', ')},
    :next, ${news}, :next, ${stillValid}
  FROM ${staged.changedSubscriptions.from}
  JOIN stage.subscription AS s ON s.row = ch.row
  JOIN stage.customer_change AS cc ON cc.row = ch.customer_row
  JOIN subscription_fact AS f ON f.subscription_rid = ch.record_rid AND ${seen('f')}
  WHERE ${chunk('changedSubscriptions')} AND ${hasCustomer}`
}

export const touchCustomersOfAdded = `
  INSERT INTO temp.touched_customer (customer_rid, staged_row)
  SELECT DISTINCT ${recordRid('cc', ':customers')}, NULL
  FROM ${staged.addedSubscriptions.from}
  CROSS JOIN stage.customer_change AS cc ON cc.row = ch.customer_row
  WHERE ${chunk('addedSubscriptions')} AND ${hasCustomer}
  ON CONFLICT (customer_rid) DO NOTHING`

/** Both the customer a subscription had and the one it has now; to be run before the older version ends. */
export const touchCustomersOfChanged = `
  INSERT INTO temp.touched_customer (customer_rid, staged_row)
  SELECT DISTINCT f.customer_rid, NULL
  FROM ${staged.changedSubscriptions.from}
  CROSS JOIN subscription_fact AS f ON f.subscription_rid = ch.record_rid
    AND (f.from_import = :next OR (${seen('f')}))
  WHERE ${chunk('changedSubscriptions')}
  ON CONFLICT (customer_rid) DO NOTHING`

export const endSubscriptionFacts = `
  UPDATE subscription_fact SET to_import = :next WHERE rid IN (
    SELECT f.rid FROM ${staged.changedSubscriptions.from}
    JOIN subscription_fact AS newer ON newer.subscription_rid = ch.record_rid AND newer.from_import = :next
    JOIN subscription_fact AS f ON f.subscription_rid = ch.record_rid AND ${seen('f')}
    WHERE ${chunk('changedSubscriptions')}
  )`

/** A fact's source moves only when the fact does; the first statement of a fact is its source too. */
const source = (fact: string) =>
  `CASE WHEN s.${fact} IS NOT NULL AND f.${fact} IS NOT s.${fact} THEN :next ELSE f.${sourceColumns[fact as keyof typeof sourceColumns]} END`

const sourceColumns = {
  tenant_id: 'tenant_import',
  name: 'name_import',
  domain: 'domain_import',
  relationship_raw: 'relationship_import',
  delegated_privileges_raw: 'delegated_privileges_import',
  tags: 'tags_import',
  country: 'country_import',
} as const

const merged = (fact: string) => `COALESCE(s.${fact}, f.${fact})`

/** A value and the words it was read from go together. */
const mergedWith = (raw: string, fact: string) =>
  `CASE WHEN s.${raw} IS NULL THEN f.${fact} ELSE s.${fact} END`

/** The key of a file that lacks the domain or the tenant id is completed by what is known. */
const searchKey = `CASE WHEN s.row IS NULL THEN f.search_key ELSE s.search_key
  || CASE WHEN s.domain IS NULL AND f.domain IS NOT NULL THEN char(10) || f.domain ELSE '' END
  || CASE WHEN s.tenant_id IS NULL AND f.tenant_id IS NOT NULL THEN char(10) || f.tenant_id ELSE '' END END`

const customerNews = newsSql({
  relationship: `f.relationship_raw IS NOT NULL AND s.relationship_raw IS NOT NULL AND (f.relationship IS NOT s.relationship
    OR (f.relationship = 'other' AND f.relationship_raw IS NOT s.relationship_raw))`,
  'delegated-privileges': `f.delegated_privileges IS NOT NULL AND s.delegated_privileges IS NOT NULL
    AND f.delegated_privileges IS NOT s.delegated_privileges`,
})

/**
 * New versions of the touched customers whose facts or totals differ from the version before. Those of a chunk are found
 * by their number: an index would be walked from end to end for each.
 */
export const writeCustomerFacts = `
  WITH total AS MATERIALIZED (
    SELECT t.customer_rid AS rid, COUNT(v.rid) AS subscriptions, COALESCE(SUM(v.quantity), 0) AS seats,
      MIN(CASE WHEN v.end_date >= :today THEN v.end_date END) AS next_end
    FROM temp.touched_customer AS t NOT INDEXED
    LEFT JOIN subscription_fact AS v
      ON v.customer_rid = t.customer_rid AND v.from_import <= :next AND v.to_import > :next
    WHERE t.rid > :after AND t.rid <= :upto GROUP BY t.customer_rid
  )
  INSERT INTO customer_fact
    (customer_rid, id, account_id, customer_key, tenant_id, name, name_folded, name_key, search_key, domain,
    relationship, relationship_raw, delegated_privileges, delegated_privileges_raw, tags, country,
    ${Object.values(sourceColumns).join(', ')},
    subscription_count, seat_count, next_end_date, changed, from_import, to_import)
  SELECT r.rid, r.id, r.account_id, r.customer_key,
    ${merged('tenant_id')}, ${merged('name')}, ${merged('name_folded')}, ${merged('name_key')}, ${searchKey},
    ${merged('domain')}, ${mergedWith('relationship_raw', 'relationship')}, ${merged('relationship_raw')},
    ${mergedWith('delegated_privileges_raw', 'delegated_privileges')}, ${merged('delegated_privileges_raw')},
    ${merged('tags')}, ${merged('country')},
    ${Object.keys(sourceColumns).map(source).join(', ')},
    total.subscriptions, total.seats, total.next_end,
    CASE WHEN f.rid IS NULL THEN ${newsBits['customer-added']} ELSE ${customerNews} END, :next, ${stillValid}
  FROM temp.touched_customer AS t
  JOIN customer_record AS r ON r.rid = t.customer_rid
  JOIN total ON total.rid = t.customer_rid
  LEFT JOIN stage.customer AS s ON s.row = t.staged_row
  LEFT JOIN customer_fact AS f ON f.customer_rid = t.customer_rid AND ${seen('f')}
  WHERE t.rid > :after AND t.rid <= :upto AND (s.row IS NOT NULL OR (f.rid IS NOT NULL AND f.merged_into IS NULL
    AND (f.subscription_count <> total.subscriptions OR f.seat_count <> total.seats
      OR f.next_end_date IS NOT total.next_end)))`

export const endCustomerFacts = `
  UPDATE customer_fact SET to_import = :next WHERE rid IN (
    SELECT f.rid FROM temp.touched_customer AS t
    JOIN customer_fact AS newer ON newer.customer_rid = t.customer_rid AND newer.from_import = :next
    JOIN customer_fact AS f ON f.customer_rid = t.customer_rid AND ${seen('f')}
    WHERE t.rid > :after AND t.rid <= :upto
  )`

/** The records that a stretch of staged rows lists. */
export const listedRecords = {
  customer: `
    SELECT ${recordRid('ch', ':most')} AS rid FROM stage.customer_change AS ch
    WHERE ch.row > :after AND ch.row <= :upto AND (ch.change <> 'added' OR ch.is_selected = 1)`,
  subscription: `
    SELECT ${recordRid('ch', ':most')} AS rid FROM stage.subscription_change AS ch
    JOIN stage.customer_change AS cc ON cc.row = ch.customer_row
    WHERE ch.row > :after AND ch.row <= :upto
      AND (ch.change <> 'added' OR (ch.is_selected = 1 AND ${hasCustomer}))`,
} as const

/** Whether rows wait for an answer or are left out, so that a list with them is not all of it. */
export const leavesRowsOut = `
  SELECT 1 FROM stage.customer_question WHERE answer IS NULL OR answer = 'out' LIMIT 1`

/** Keeps with the import who its rows were said to be; a row that was left out has no customer. */
export const rememberIdentities = `
  INSERT INTO customer_identity (account_id, named_as, name, customer_rid, import_rid)
  SELECT :account, q.named_as, q.name,
    CASE WHEN q.answer IN ('is', 'new') THEN ${recordRid('cc', ':customers')} END, :next
  FROM stage.customer_question AS q LEFT JOIN stage.customer_change AS cc ON cc.row = q.row
  WHERE (q.answer IS NULL OR q.answered_by = 'user') AND (cc.row IS NULL OR cc.change <> 'added' OR cc.is_selected = 1)`
