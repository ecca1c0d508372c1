import type { SearchHit } from '#shared/contract/home.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { inAccount } from '#main/lists/portfolio-totals.ts'
import { readKeys, readWindow } from '#main/lists/run-query.ts'
import { fold } from '#main/store/fold.ts'
import type { ApplicationFacts } from './application-views.ts'

type Found = { readonly total: number; readonly hits: SearchHit[] }
const nothing: Found = { total: 0, hits: [] }

type HitRow = {
  id: string
  customer_id: string | null
  account_id: string
  title: string
  detail: string | null
  is_sample: number
}

/** Finds customers, subscriptions, requests and links by any piece of their texts. */
export function projectSearch(
  { reader, longReads, totals, calendar, customerSearch }: ApplicationFacts,
  { text, accountId, limit }: ParsedParams<'search.everywhere'>,
): ViewValue<'search.everywhere'> {
  const folded = fold(text)
  if (folded === '') {
    return { customers: nothing, subscriptions: nothing, requests: nothing, links: nothing }
  }
  const query = { accountId, search: text, offset: 0, limit }
  const find = (list: 'requests' | 'links', kind: SearchHit['kind'], select: string): Found => {
    const { total, rows } = readWindow<HitRow>(reader, list, select, query, calendar())
    return { total, hits: rows.map((row) => toHit(kind, row)) }
  }
  const rids = customerSearch.find(folded, accountId)
  const customers = [...rids.subarray(0, limit)].flatMap((rid) => {
    const row = reader.get<HitRow>(
      `SELECT c.id, c.id AS customer_id, c.account_id, c.name AS title,
        COALESCE(own.alias || ' · ' || c.domain, own.alias, c.domain) AS detail, a.is_sample
      FROM customer AS c JOIN partner_account AS a ON a.id = c.account_id
      LEFT JOIN customer_own AS own ON own.customer_rid = c.rid WHERE c.rid = :rid`,
      { rid },
    )
    return row === undefined ? [] : [toHit('customer', row)]
  })
  return {
    customers: { total: rids.length, hits: customers },
    subscriptions: findSubscriptions({ reader, longReads, totals }, folded, accountId, limit),
    requests: find(
      'requests',
      'request',
      `r.id, c.id AS customer_id, r.account_id, COALESCE(c.name, kept.name, r.prospect_name, '') AS title, r.subject AS detail,
      a.is_sample`,
    ),
    links: find(
      'links',
      'link',
      'l.id, NULL AS customer_id, l.account_id, a.company_name AS title, l.link AS detail, a.is_sample',
    ),
  }
}

/**
 * Finds subscriptions by a piece of the offer, or by the start of their id. The offers are few and counted already, and
 * ids have an index for each account, so that a million subscriptions are not read for each key press.
 */
function findSubscriptions(
  { reader, longReads, totals }: Pick<ApplicationFacts, 'reader' | 'longReads' | 'totals'>,
  folded: string,
  accountId: string | undefined,
  limit: number,
): Found {
  const offers = inAccount(totals.offers(), accountId).filter(({ offer }) => fold(offer).includes(folded))
  const accounts = [...new Set(inAccount(totals.offers(), accountId).map((total) => total.accountId))]
  const parameters = {
    offers: JSON.stringify([...new Set(offers.map(({ offer }) => offer))]),
    accounts: JSON.stringify(accounts),
    folded,
  }
  const ids = `subscription_record AS r JOIN json_each(:accounts) AS account ON account.value = r.account_id
    JOIN subscription AS s ON s.rid = r.rid
    WHERE r.subscription_key >= :folded AND r.subscription_key < :folded || char(1114111)
    AND s.offer NOT IN (SELECT value FROM json_each(:offers))`
  const found = [
    ...(offers.length === 0
      ? []
      : reader.all<{ rid: number }>(
          `SELECT s.rid FROM subscription AS s WHERE s.offer IN (SELECT value FROM json_each(:offers))
          AND s.account_id IN (SELECT value FROM json_each(:accounts)) LIMIT :limit`,
          { offers: parameters.offers, accounts: parameters.accounts, limit },
        )),
    ...reader.all<{ rid: number }>(`SELECT s.rid FROM ${ids} LIMIT :limit`, { ...parameters, limit }),
  ]
  const rows = readKeys<HitRow>(
    reader,
    'subscriptions',
    `s.subscription_id AS id, c.id AS customer_id, s.account_id, s.offer AS title, c.name AS detail, a.is_sample`,
    found.slice(0, limit).map(({ rid }) => rid),
  )
  // One letter is the start of a sixteenth of all ids; two are that of few enough to be counted at once.
  const [others] = longReads.rows<{ total: number }>(
    { sql: `SELECT COUNT(*) AS total FROM ${ids}`, parameters },
    folded.length === 1 ? 1 : 16,
  )
  return {
    total: offers.reduce((sum, { subscriptions }) => sum + subscriptions, others?.total ?? 0),
    hits: rows.map((row) => toHit('subscription', row)),
  }
}

function toHit(kind: SearchHit['kind'], row: HitRow): SearchHit {
  return {
    kind,
    id: row.id,
    customerId: row.customer_id,
    accountId: row.account_id,
    title: row.title,
    detail: row.detail ?? '',
    isSample: row.is_sample === 1,
  }
}
