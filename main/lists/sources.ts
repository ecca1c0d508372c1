import type { ColumnOf, ListName, SortStep } from '#shared/domain/list-columns.ts'
import type { ColumnSource } from './compile-query.ts'

/** A leg of a walk: its rows, and the columns they are in order by, the key last. */
type Leg = { readonly where: string; readonly columns: readonly string[] }
export type Walk = readonly Leg[]

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
  /** The sort that comes to the same. */
  readonly ownSort?: SortStep
  /** That order as legs of an index, one after the other, where the list can be too long to be sorted at once. */
  readonly walk?: Walk
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
/** What the user was told counts before what a file says; where neither says anything it is unknown. */
export const privilegesSql = "COALESCE(NULLIF(own.privileges, 'unknown'), c.delegated_privileges, 'unknown')"

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
    ownSort: { column: 'name', direction: 'ascending' },
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
    ownSort: { column: 'endDate', direction: 'ascending' },
    walk: [
      { where: '(s.end_date IS NULL) = 0', columns: ['s.end_date', 's.offer', 's.rid'] },
      { where: '(s.end_date IS NULL) = 1', columns: ['s.offer', 's.rid'] },
    ],
    columns: {
      offer: { type: 'text', sql: 's.offer' },
      customerName: { type: 'text', sql: 'c.name', sortSql: 'c.name_key', foldedSql: 'c.name_folded' },
      nickname: { type: 'text', sql: 's.nickname' },
      quantity: { type: 'number', sql: 's.quantity' },
      status: { type: 'choice', sql: 's.status' },
      statusRaw: { type: 'text', sql: 's.status_raw' },
      startDate: { type: 'date', sql: 's.start_date' },
      endDate: { type: 'date', sql: 's.end_date' },
      partnerOfRecord: { type: 'text', sql: 's.partner_of_record' },
      partnerOfRecordState: { type: 'choice', sql: 's.partner_of_record_state' },
      id: { type: 'text', sql: 's.subscription_id' },
      accountName: { type: 'text', sql: 'a.company_name' },
      fileName: { type: 'text', sql: 'i.file_name' },
      confirmedAt: { type: 'instant', sql: 'seen.imported_at' },
      absentSince: { type: 'instant', sql: 'gone.imported_at' },
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
