import type { ColumnOf, ListName } from '#shared/domain/list-columns.ts'
import type { ColumnSource } from './compile-query.ts'

/** Where a list's rows come from, and what a user can ask of them. */
export type ListSource<L extends ListName> = {
  readonly from: string
  /** The table alone, which is enough to count by account, by screen and, with `searchesBase`, by search. */
  readonly base: string
  readonly searchesBase: boolean
  readonly accountColumn: string
  /** The condition of a search for the folded text `:search`. */
  readonly searchSql: string
  /** Decides where rows are otherwise equal; unique. */
  readonly tieBreak: string
  /** The order when none is asked for. */
  readonly defaultOrder: string
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
    from: `customer AS c JOIN partner_account AS a ON a.id = c.account_id
      LEFT JOIN import AS seen ON seen.rid = c.seen_import
      LEFT JOIN import AS gone ON gone.rid = c.absent_import
      LEFT JOIN customer_own AS own ON own.customer_rid = c.rid`,
    base: 'customer AS c',
    searchesBase: true,
    accountColumn: 'c.account_id',
    searchSql: customerFound,
    tieBreak: 'c.rid',
    defaultOrder: 'c.name_key, c.rid',
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
      delegatedPrivileges: {
        type: 'choice',
        sql: "COALESCE(own.privileges, c.delegated_privileges, 'unknown')",
      },
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
    from: `subscription AS s
      JOIN customer AS c ON c.rid = s.customer_rid
      JOIN partner_account AS a ON a.id = s.account_id
      JOIN import AS i ON i.rid = s.fact_import
      LEFT JOIN import AS seen ON seen.rid = s.seen_import
      LEFT JOIN import AS gone ON gone.rid = s.absent_import`,
    base: 'subscription AS s',
    searchesBase: false,
    accountColumn: 's.account_id',
    searchSql: `(${customerFound} OR instr(fold(s.offer), :search) > 0
      OR instr(fold(COALESCE(s.nickname, '')), :search) > 0 OR instr(s.subscription_key, :search) > 0)`,
    tieBreak: 's.rid',
    defaultOrder: 's.end_date IS NULL, s.end_date, s.offer, s.rid',
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
    from: `request AS r
      JOIN partner_account AS a ON a.id = r.account_id
      JOIN invitation_link AS l ON l.id = r.link_id
      LEFT JOIN customer AS c ON c.rid = r.customer_rid
      LEFT JOIN customer_record AS kept ON kept.rid = r.customer_rid`,
    base: 'request AS r',
    searchesBase: false,
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
    from: 'import AS i JOIN partner_account AS a ON a.id = i.account_id',
    base: 'import AS i',
    searchesBase: true,
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
    from: 'invitation_link AS l JOIN partner_account AS a ON a.id = l.account_id',
    base: 'invitation_link AS l',
    searchesBase: false,
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
