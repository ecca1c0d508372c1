import type { ColumnOf, ListName, SortStep } from '#shared/domain/list-columns.ts'
import type { ColumnSource } from './compile-query.ts'
import { renewalSql } from './renewal-sql.ts'

/** Where a list's rows come from, and what a user can ask of them. */
export type ListSource<L extends ListName> = {
  /** The table of the list itself; every row of it is a row of the list. */
  readonly base: string
  /** What a row looks up elsewhere, by the name it goes by; each finds one row, or none where it is a LEFT JOIN. */
  readonly joins: { readonly [alias: string]: string }
  readonly accountColumn: string
  /** The condition of a search for the folded text `:search`. */
  readonly searchSql: string
  /** Decides where rows are otherwise equal; unique. */
  readonly tieBreak: string
  /** The order when none is asked for. */
  readonly defaultOrder: string
  /** The same for a whole list, said so that no index is walked: to read the table and sort is three times as fast. */
  readonly wholeOrder?: string
  /** The sort that comes to the same. */
  readonly ownSort?: SortStep
  /** What the rows of a group add up to: seats, where the rows have any. */
  readonly sumSql?: string
  readonly columns: { readonly [C in ColumnOf<L>]: ColumnSource }
}

/** The condition that a customer is found by a piece of its own name or of the user's name for it. */
const customerFound = `(instr(c.search_key, :search) > 0
  OR c.rid IN (SELECT customer_rid FROM customer_own WHERE instr(alias_key, :search) > 0))`

/** The newest word on a customer's reseller relationship: the user's before a list's. */
export const resellerSql = `COALESCE(
  (SELECT value FROM relationship_fact WHERE customer_rid = c.rid AND fact = 'reseller'
    ORDER BY noted_on DESC, relationship_fact.rid DESC LIMIT 1),
  CASE c.relationship WHEN 'reseller' THEN 'yes' WHEN 'none' THEN 'no' ELSE 'unknown' END)`
/**
 * The newest word on a customer's delegated privileges, by the day it was told or its file imported, the user's on one
 * day; where nothing says anything it is unknown (domain 0.12, ADR 0013).
 */
export const privilegesSql = `CASE
  WHEN own.privileges IS NULL THEN COALESCE(c.delegated_privileges, 'unknown')
  WHEN c.delegated_privileges IS NOT NULL AND own.privileges_told_on <
    (SELECT substr(i.imported_at, 1, 10) FROM import AS i WHERE i.rid = c.delegated_privileges_import)
    THEN c.delegated_privileges
  ELSE own.privileges END`

/** A yes or no of the store as a choice; what was never stated is empty. */
const yesOrNo = (column: string) => `CASE ${column} WHEN 1 THEN 'yes' WHEN 0 THEN 'no' END`

/** A billing cycle that is no word of the API's stands as its source wrote it. */
const billingCycle = "CASE s.billing_cycle WHEN 'other' THEN s.billing_cycle_raw ELSE s.billing_cycle END"

/** Every list of the program; a missing list or column does not compile. */
export const listSources: { readonly [L in ListName]: ListSource<L> } = {
  customers: {
    base: 'customer AS c',
    joins: {
      a: 'JOIN partner_account AS a ON a.id = c.account_id',
      seen: 'LEFT JOIN import AS seen ON seen.rid = c.seen_import',
      gone: 'LEFT JOIN import AS gone ON gone.rid = c.absent_import',
      own: 'LEFT JOIN customer_own AS own ON own.customer_rid = c.rid',
    },
    accountColumn: 'c.account_id',
    searchSql: customerFound,
    tieBreak: 'c.rid',
    defaultOrder: 'c.name_key, c.rid',
    wholeOrder: '+c.name_key, c.rid',
    ownSort: { column: 'name', direction: 'ascending' },
    sumSql: 'c.seat_count',
    columns: {
      name: { type: 'text', sql: 'c.name', sortSql: 'c.name_key', foldedSql: 'c.name_folded' },
      domain: { type: 'text', sql: 'c.domain' },
      tenantId: { type: 'text', sql: 'c.tenant_id' },
      relationship: { type: 'choice', sql: 'c.relationship' },
      relationshipRaw: { type: 'text', sql: 'c.relationship_raw' },
      tags: { type: 'tags', sql: 'c.tags' },
      ownTags: {
        type: 'tags',
        sql: `(SELECT json_group_array(tag.name) FROM customer_tag JOIN tag ON tag.id = customer_tag.tag_id
          WHERE customer_tag.customer_rid = c.rid)`,
        tagRows: {
          key: 'c.rid',
          of: 'customer_tag.customer_rid',
          from: 'customer_tag JOIN tag ON tag.id = customer_tag.tag_id',
          folded: 'tag.name_folded',
        },
      },
      alias: { type: 'text', sql: 'own.alias', foldedSql: "COALESCE(own.alias_folded, '')" },
      owner: { type: 'person', sql: 'own.owner', foldedSql: 'own.owner_folded' },
      resellerRelationship: { type: 'choice', sql: resellerSql },
      delegatedPrivileges: { type: 'choice', sql: privilegesSql },
      subscriptionCount: { type: 'number', sql: 'c.subscription_count' },
      seatCount: { type: 'number', sql: 'c.seat_count' },
      nextEndDate: { type: 'date', sql: 'c.next_end_date' },
      requestCount: { type: 'number', sql: '(SELECT COUNT(*) FROM request WHERE customer_rid = c.rid)' },
      confirmedAt: { type: 'instant', sql: 'seen.imported_at' },
      absentSince: { type: 'instant', sql: 'gone.imported_at' },
      accountName: { type: 'text', sql: 'a.company_name' },
    },
  },
  subscriptions: {
    base: 'subscription AS s',
    joins: {
      c: 'JOIN customer AS c ON c.rid = s.customer_rid',
      a: 'JOIN partner_account AS a ON a.id = s.account_id',
      i: 'JOIN import AS i ON i.rid = s.fact_import',
      seen: 'LEFT JOIN import AS seen ON seen.rid = s.seen_import',
      gone: 'LEFT JOIN import AS gone ON gone.rid = s.absent_import',
    },
    accountColumn: 's.account_id',
    // The customers and the offers are searched once, and not once for each of their subscriptions.
    searchSql: `(s.customer_rid IN (SELECT c.rid FROM customer AS c WHERE ${customerFound})
      OR s.offer IN (SELECT offer FROM (SELECT DISTINCT offer FROM subscription) WHERE instr(fold(offer), :search) > 0)
      OR (s.nickname IS NOT NULL AND instr(fold(s.nickname), :search) > 0) OR instr(s.subscription_key, :search) > 0)`,
    tieBreak: 's.rid',
    defaultOrder: 's.end_date IS NULL, s.end_date, s.offer, s.rid',
    wholeOrder: '+(s.end_date IS NULL), s.end_date, s.offer, s.rid',
    ownSort: { column: 'endDate', direction: 'ascending' },
    sumSql: 's.quantity',
    columns: {
      offer: { type: 'text', sql: 's.offer' },
      customerName: { type: 'text', sql: 'c.name', sortSql: 'c.name_key', foldedSql: 'c.name_folded' },
      nickname: { type: 'text', sql: 's.nickname' },
      quantity: { type: 'number', sql: 's.quantity' },
      status: { type: 'choice', sql: 's.status' },
      statusRaw: { type: 'text', sql: 's.status_raw' },
      termDuration: { type: 'choice', sql: 's.term_duration' },
      billingCycle: { type: 'choice', sql: billingCycle },
      startDate: { type: 'date', sql: 's.start_date' },
      endDate: { type: 'date', sql: 's.end_date' },
      autoRenew: { type: 'choice', sql: yesOrNo('s.auto_renew') },
      isTrial: { type: 'choice', sql: yesOrNo('s.is_trial') },
      addOnOf: { type: 'text', sql: 's.parent_subscription_id' },
      partnerOfRecordState: { type: 'choice', sql: 's.partner_of_record_state' },
      partnerOfRecord: { type: 'text', sql: 's.partner_of_record' },
      resellerName: { type: 'text', sql: 's.reseller_of_record' },
      suspensionReasons: { type: 'tags', sql: "COALESCE(s.suspension_reasons, '[]')" },
      id: { type: 'text', sql: 's.subscription_id' },
      accountName: { type: 'text', sql: 'a.company_name' },
      fileName: { type: 'text', sql: 'i.file_name' },
      confirmedAt: { type: 'instant', sql: 'seen.imported_at' },
      absentSince: { type: 'instant', sql: 'gone.imported_at' },
    },
  },
  renewals: {
    base: 'subscription AS s',
    joins: {
      c: 'JOIN customer AS c ON c.rid = s.customer_rid',
      a: 'JOIN partner_account AS a ON a.id = s.account_id',
      i: 'JOIN import AS i ON i.rid = s.fact_import',
      seen: 'LEFT JOIN import AS seen ON seen.rid = s.seen_import',
      gone: 'LEFT JOIN import AS gone ON gone.rid = s.absent_import',
      m: 'LEFT JOIN renewal_mark AS m ON m.account_id = s.account_id AND m.renewal_key = s.subscription_key',
    },
    accountColumn: 's.account_id',
    searchSql: `(s.customer_rid IN (SELECT c.rid FROM customer AS c WHERE ${customerFound})
      OR s.offer IN (SELECT offer FROM (SELECT DISTINCT offer FROM subscription) WHERE instr(fold(offer), :search) > 0)
      OR (s.nickname IS NOT NULL AND instr(fold(s.nickname), :search) > 0) OR instr(s.subscription_key, :search) > 0
      OR instr(fold(COALESCE(m.note, '')), :search) > 0)`,
    tieBreak: 's.rid',
    defaultOrder: 's.end_date IS NULL, s.end_date, s.offer, s.rid',
    wholeOrder: '+(s.end_date IS NULL), s.end_date, s.offer, s.rid',
    ownSort: { column: 'endDate', direction: 'ascending' },
    sumSql: 's.quantity',
    columns: {
      customerName: { type: 'text', sql: 'c.name', sortSql: 'c.name_key', foldedSql: 'c.name_folded' },
      offer: { type: 'text', sql: 's.offer' },
      quantity: { type: 'number', sql: 's.quantity' },
      endDate: { type: 'date', sql: 's.end_date' },
      bucket: { type: 'choice', sql: renewalSql.bucket, sortSql: "COALESCE(s.end_date, '9999-12-31')" },
      priority: { type: 'choice', sql: renewalSql.priority },
      autoRenew: { type: 'choice', sql: yesOrNo('s.auto_renew') },
      status: { type: 'choice', sql: 's.status' },
      termDuration: { type: 'choice', sql: 's.term_duration' },
      partnerOfRecordState: { type: 'choice', sql: 's.partner_of_record_state' },
      state: { type: 'choice', sql: renewalSql.state },
      isPinned: { type: 'choice', sql: "CASE WHEN m.is_pinned = 1 THEN 'yes' ELSE 'no' END" },
      snoozedUntil: { type: 'date', sql: 'm.snoozed_until' },
      note: { type: 'text', sql: 'm.note' },
      id: { type: 'text', sql: 's.subscription_id' },
      accountName: { type: 'text', sql: 'a.company_name' },
      confirmedAt: { type: 'instant', sql: 'seen.imported_at' },
    },
  },
  requests: {
    base: 'request AS r',
    joins: {
      a: 'JOIN partner_account AS a ON a.id = r.account_id',
      l: 'JOIN invitation_link AS l ON l.id = r.link_id',
      c: 'LEFT JOIN customer AS c ON c.rid = r.customer_rid',
      kept: 'LEFT JOIN customer_record AS kept ON kept.rid = r.customer_rid',
    },
    accountColumn: 'r.account_id',
    searchSql: `(COALESCE(${customerFound}, 0) OR instr(fold(COALESCE(kept.name, r.prospect_name, '')), :search) > 0
      OR instr(fold(r.subject), :search) > 0 OR instr(fold(r.recipients), :search) > 0)`,
    tieBreak: 'r.rid',
    defaultOrder: 'r.rid DESC',
    columns: {
      customerName: {
        type: 'text',
        sql: 'COALESCE(c.name, kept.name, r.prospect_name)',
        sortSql: 'COALESCE(c.name_key, fold(COALESCE(kept.name, r.prospect_name)))',
      },
      state: { type: 'choice', sql: 'r.state' },
      kind: { type: 'choice', sql: 'r.kind' },
      purpose: { type: 'choice', sql: 'r.purpose' },
      stateAt: { type: 'instant', sql: 'r.state_at' },
      remindOn: { type: 'date', sql: 'r.remind_on' },
      sentAt: { type: 'instant', sql: 'r.sent_at' },
      reminderCount: { type: 'number', sql: 'r.reminder_count' },
      accountName: { type: 'text', sql: 'a.company_name' },
      cloud: { type: 'choice', sql: 'a.cloud' },
      recipients: { type: 'tags', sql: 'r.recipients' },
      language: { type: 'choice', sql: 'r.language' },
      subject: { type: 'text', sql: 'r.subject' },
      relationshipOwner: { type: 'choice', sql: 'r.relationship_owner' },
      createdAt: { type: 'instant', sql: 'r.created_at' },
      exportedAt: { type: 'instant', sql: 'r.exported_at' },
    },
  },
  imports: {
    base: 'import AS i',
    joins: { a: 'JOIN partner_account AS a ON a.id = i.account_id' },
    accountColumn: 'i.account_id',
    searchSql: 'instr(fold(i.file_name), :search) > 0',
    tieBreak: 'i.rid',
    defaultOrder: 'i.rid DESC',
    columns: {
      fileName: { type: 'text', sql: 'i.file_name' },
      shape: { type: 'choice', sql: 'i.shape' },
      accountName: { type: 'text', sql: 'a.company_name' },
      encoding: { type: 'choice', sql: 'i.encoding' },
      rowCount: { type: 'number', sql: 'i.row_count' },
      rejectedCount: { type: 'number', sql: 'i.rejected_count' },
      importedAt: { type: 'instant', sql: 'i.imported_at' },
    },
  },
  links: {
    base: 'invitation_link AS l',
    joins: { a: 'JOIN partner_account AS a ON a.id = l.account_id' },
    accountColumn: 'l.account_id',
    searchSql:
      '(instr(fold(l.link), :search) > 0 OR instr(fold(l.label), :search) > 0 OR instr(fold(a.company_name), :search) > 0)',
    tieBreak: 'l.rowid',
    defaultOrder: 'l.retired_at IS NOT NULL, l.is_default = 0, l.added_at DESC, l.rowid',
    columns: {
      link: { type: 'text', sql: 'l.link' },
      accountName: { type: 'text', sql: 'a.company_name' },
      cloud: { type: 'choice', sql: 'a.cloud' },
      isCurrent: {
        type: 'choice',
        sql: `CASE WHEN l.retired_at IS NOT NULL THEN 'no' WHEN l.is_default = 1 THEN 'yes' ELSE 'kept' END`,
      },
      purpose: { type: 'choice', sql: 'l.purpose' },
      label: { type: 'text', sql: 'l.label' },
      checkedAt: { type: 'instant', sql: 'l.checked_at' },
      requestCount: { type: 'number', sql: '(SELECT COUNT(*) FROM request WHERE link_id = l.id)' },
      addedAt: { type: 'instant', sql: 'l.added_at' },
      retiredAt: { type: 'instant', sql: 'l.retired_at' },
    },
  },
}

/** A list's table with everything its rows look up. */
export function fromOf(list: ListName): string {
  const { base, joins } = listSources[list]
  return [base, ...Object.values(joins)].join('\n')
}

/** A list's table with only what a piece of SQL names: a count over a million rows must not look up what it does not ask about. */
export function fromFor(list: ListName, sql: string): string {
  const { base, joins } = listSources[list]
  let text = sql
  const needed: string[] = []
  for (const [alias, join] of Object.entries(joins).toReversed()) {
    if (new RegExp(`\\b${alias}\\.`).test(text)) {
      text += join
      needed.unshift(join)
    }
  }
  return [base, ...needed].join('\n')
}
