import type { DatabaseSync } from 'node:sqlite'
import type { IdentityAnswer, IdentityQuestion, IdentityReason } from '#shared/contract/import-identity.ts'
import { identityReasons } from '#shared/contract/import-identity.ts'
import { fold } from '#main/store/fold.ts'
import { withStaging } from './read-staged.ts'

/** A window of the rows that may mean known customers, each with those customers. */
export function readQuestions(
  stagingPath: string,
  portfolioPath: string,
  query: { readonly search?: string | undefined; readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly IdentityQuestion[] } {
  return withStaging(stagingPath, portfolioPath, (staging) => {
    const search = fold(query.search ?? '')
    const where = search === '' ? '' : 'WHERE instr(search_key, :search) > 0'
    const values = search === '' ? {} : { search }
    const total = staging.prepare(`SELECT COUNT(*) AS count FROM customer_question ${where}`).get(values)
    const rows = staging
      .prepare(
        `SELECT *, (SELECT COUNT(*) FROM subscription AS s WHERE s.customer_key = q.named_as) AS subscriptions
        FROM customer_question AS q ${where} ORDER BY row LIMIT :limit OFFSET :offset`,
      )
      .all({ ...values, limit: query.limit, offset: query.offset })
    const customers = createCustomers(staging)
    return {
      total: Number(total?.['count']),
      rows: rows.map((row) => toQuestion(staging, customers, row)),
    }
  })
}

type Customer = Omit<IdentityQuestion['candidates'][number], 'reason'>

/** Who the portfolio's records are now. */
function createCustomers(staging: DatabaseSync): (rid: number) => Customer | null {
  const find = staging.prepare(
    `SELECT f.id AS customerId, f.name, f.domain, f.tenant_id AS tenantId, f.subscription_count AS subscriptionCount
    FROM live.customer_fact AS f, live.portfolio_head AS h
    WHERE f.customer_rid = ? AND f.from_import <= h.head AND f.to_import > h.head`,
  )
  return (rid) => (find.get(rid) as Customer | undefined) ?? null
}

type Row = { readonly [column: string]: unknown }

function toQuestion(
  staging: DatabaseSync,
  customers: (rid: number) => Customer | null,
  row: Row,
): IdentityQuestion {
  const found = staging
    .prepare('SELECT rid, reason FROM customer_candidate WHERE row = ?')
    .all(Number(row['row']))
    .map(({ rid, reason }) => ({ rid: Number(rid), reason: reason as IdentityReason }))
    .toSorted(
      (a, b) => identityReasons.indexOf(a.reason) - identityReasons.indexOf(b.reason) || a.rid - b.rid,
    )
  const answered = row['answer'] === 'is' ? Number(row['answer_rid']) : null
  const named =
    answered === null || found.some(({ rid }) => rid === answered) ? [] : [{ rid: answered, reason: null }]
  const customerId = (rid: unknown) => customers(Number(rid))?.customerId ?? null
  return {
    key: String(row['row']),
    name: String(row['name']),
    domain: row['domain'] as string | null,
    subscriptionCount: Number(row['subscriptions']),
    candidates: [...found, ...named].flatMap(({ rid, reason }) => {
      const customer = customers(rid)
      return customer === null ? [] : [{ ...customer, reason }]
    }),
    canBeNew: row['can_be_new'] === 1,
    suggestion: toAnswer(row['suggestion'], customerId(row['suggested_rid'])),
    answer: toAnswer(row['answer'], customerId(row['answer_rid'])),
    answeredBy: row['answer'] === null ? null : (row['answered_by'] as IdentityQuestion['answeredBy']),
  }
}

function toAnswer(word: unknown, customerId: string | null): IdentityAnswer | null {
  return word === 'is' && customerId !== null
    ? { kind: 'customer', customerId }
    : word === 'new'
      ? { kind: 'new' }
      : word === 'out'
        ? { kind: 'leave-out' }
        : null
}
