import type { DatabaseSync, StatementSync } from 'node:sqlite'
import type { IdentityReason } from '#shared/contract/import-identity.ts'
import { likenessOf, skeleton } from '#main/history/name-likeness.ts'
import { fold } from '#main/store/fold.ts'
import { joinRows } from './join-rows.ts'

/** The customers offered for one row; more are no choice but a list. */
const mostCandidates = 12

/** The newest import that counts, and the account whose customers a row may mean. */
type Scope = { readonly account: string; readonly head: number }

type StagedName = {
  readonly row: number
  readonly customer_key: string
  readonly name: string
  readonly domain: string | null
  /** The record of the row's key, where a version of it counts. */
  readonly keyed: number | null
  readonly merged_into: number | null
  /** The customer the user has said this is, in an earlier import. */
  readonly remembered: number | null
}

type Candidates = ReadonlyMap<number, IdentityReason>

/**
 * Finds the staged customers that only the user can tell: rows without a tenant id whose domain is not that of one
 * customer, where customers of the portfolio have the name, one like it, or the subscriptions. What was answered stays;
 * what was answered for an earlier file is the answer until it is changed.
 */
export function askIdentities(staging: DatabaseSync, scope: Scope, givenKey: string | null): void {
  const answers = keptAnswers(staging)
  staging.exec(`
    ${restoreNames};
    DELETE FROM customer_question;
    DELETE FROM customer_candidate;
  `)
  joinRows(staging, scope, givenKey)
  const rows = staging
    .prepare(namedOnly)
    .all({ ...scope, given: givenKey ?? '' }) as unknown as readonly StagedName[]
  if (rows.length === 0) {
    return
  }
  const { find, nameOf } = createFinder(staging, scope)
  const ask = staging.prepare(`
    INSERT INTO customer_question (row, named_as, name, name_folded, name_key, search_key, domain, can_be_new,
      suggestion, suggested_rid, known_rid, known_by, answer, answer_rid, answered_by, is_compared)
    SELECT row, customer_key, name, name_folded, name_key, search_key, domain, :canBeNew,
      :suggestion, :suggested, :known, :knownBy, :answer, :answerRid, :answeredBy, 0 FROM customer WHERE row = :row`)
  const offer = staging.prepare('INSERT INTO customer_candidate (row, rid, reason) VALUES (?, ?, ?)')
  for (const row of rows) {
    const candidates = isDecided(row) ? nobody : find(row)
    if (row.remembered === null && !needsAsking(row, candidates)) {
      continue
    }
    const canBeNew = row.keyed === null
    const suggested = suggestionOf(candidates)
    const known = row.remembered ?? ownerOf(row, candidates, nameOf)
    const knownBy = known === null ? null : row.remembered === null ? 'subscriptions' : 'earlier-file'
    const given = answers(row.row, canBeNew)
    ask.run({
      row: row.row,
      canBeNew: Number(canBeNew),
      suggestion: suggested === null ? null : suggested === 'new' ? (canBeNew ? 'new' : null) : 'is',
      suggested: typeof suggested === 'number' ? suggested : null,
      known,
      knownBy,
      ...(given !== null
        ? { answer: given.answer, answerRid: given.rid, answeredBy: 'user' }
        : { answer: known === null ? null : 'is', answerRid: known, answeredBy: knownBy }),
    })
    for (const [rid, reason] of candidates) {
      offer.run(row.row, rid, reason)
    }
  }
}

/** Gives each row whose answer has not been compared the name it has by that answer. */
export function takeNames(staging: DatabaseSync, head: number): void {
  staging.exec(`${restoreNames} AND q.is_compared = 0`)
  staging.prepare(takeKnownNames).run({ head })
}

const nobody: Candidates = new Map()

const valid = (version: string) => `${version}.from_import <= :head AND ${version}.to_import > :head`

const namedOnly = `
  SELECT s.row, s.customer_key, s.name, s.domain, f.customer_rid AS keyed, f.merged_into,
    (SELECT COALESCE(c.merged_into, c.customer_rid) FROM live.customer_identity AS i
      JOIN live.customer_fact AS c ON c.customer_rid = i.customer_rid AND ${valid('c')}
      WHERE i.account_id = :account AND i.named_as = s.customer_key ORDER BY i.rid DESC LIMIT 1) AS remembered
  FROM customer AS s
  LEFT JOIN live.customer_record AS r ON r.account_id = :account AND r.customer_key = s.customer_key
  LEFT JOIN live.customer_fact AS f ON f.customer_rid = r.rid AND ${valid('f')}
  WHERE s.tenant_id IS NULL AND s.customer_key <> :given
    AND NOT EXISTS (SELECT 1 FROM customer_joined AS j WHERE j.row = s.row)
  ORDER BY s.row`

/** A row whose own record was taken in by another means that one; the user has said so. */
function isDecided({ merged_into }: StagedName): boolean {
  return merged_into !== null
}

/** Nothing is to be asked where nobody could be meant, or nobody but the customer known by just this. */
function needsAsking({ keyed }: StagedName, candidates: Candidates): boolean {
  return keyed === null
    ? candidates.size > 0
    : [...candidates].some(([rid, reason]) => rid !== keyed && isStrong(reason))
}

function isStrong(reason: IdentityReason): boolean {
  return reason !== 'near-name' && reason !== 'homograph'
}

/** The only customer that can be meant, where it has the row's name and is known to have its subscriptions. */
function ownerOf(
  { name }: StagedName,
  candidates: Candidates,
  nameOf: (rid: number) => string,
): number | null {
  const [only, another] = [...candidates].filter(([, reason]) => isStrong(reason))
  const isOwner = another === undefined && only?.[1] === 'same-subscription'
  return isOwner && fold(nameOf(only[0])) === fold(name) ? only[0] : null
}

/** Whom the row most likely means: a customer, somebody new, or `null` where it cannot be said. */
function suggestionOf(candidates: Candidates): number | 'new' | null {
  const owners = [...candidates].filter(([, reason]) => reason === 'same-subscription')
  const strong = [...candidates].filter(([, reason]) => isStrong(reason))
  const [first] = owners.length === 1 ? owners : strong
  return first === undefined ? 'new' : owners.length === 1 || strong.length === 1 ? first[0] : null
}

/** Makes the search for the customers one row may mean; the only one of its domain is no question. */
function createFinder(
  staging: DatabaseSync,
  { account, head }: Scope,
): { readonly find: (row: StagedName) => Candidates; readonly nameOf: (rid: number) => string } {
  staging.exec(
    'CREATE TEMP TABLE live_name (rid INTEGER PRIMARY KEY, skeleton TEXT NOT NULL, name TEXT NOT NULL)',
  )
  const addName = staging.prepare('INSERT INTO temp.live_name (skeleton, rid, name) VALUES (?, ?, ?)')
  const names = staging.prepare(
    `SELECT f.customer_rid AS rid, f.name FROM live.customer_fact AS f
    WHERE f.account_id = :account AND ${valid('f')} AND f.merged_into IS NULL`,
  )
  for (const { rid, name } of names.all({ account, head })) {
    addName.run(skeleton(String(name)), Number(rid), String(name))
  }
  staging.exec(`
    CREATE INDEX temp.live_name_skeleton ON live_name (skeleton);
    CREATE INDEX IF NOT EXISTS subscription_customer ON subscription (customer_key);
  `)
  const byName = staging.prepare('SELECT rid, name FROM temp.live_name WHERE skeleton = ? ORDER BY rid')
  // The plus has it found by the domain, and not by a walk over the account.
  const byDomain = staging.prepare(
    `SELECT f.customer_rid AS rid FROM live.customer_fact AS f
    WHERE f.domain = :domain AND +f.account_id = :account AND ${valid('+f')} AND f.merged_into IS NULL
    LIMIT ${mostCandidates}`,
  )
  const bySubscription = staging.prepare(
    `SELECT DISTINCT f.customer_rid AS rid FROM subscription AS s
    JOIN live.subscription_record AS r ON r.account_id = :account AND r.subscription_key = s.subscription_key
    JOIN live.subscription_fact AS f ON f.subscription_rid = r.rid AND ${valid('f')}
    WHERE s.customer_key = :key LIMIT ${mostCandidates}`,
  )
  const rids = (statement: StatementSync, values: { readonly [name: string]: string | number }) =>
    statement.all({ ...values, account, head }).map(({ rid }) => Number(rid))

  const nameByRid = staging.prepare('SELECT name FROM temp.live_name WHERE rid = ?')
  const nameOf = (rid: number) => String(nameByRid.get(rid)?.['name'])
  const find = ({ name, domain, customer_key: key }: StagedName): Candidates => {
    const ofDomain = domain === null ? [] : rids(byDomain, { domain })
    if (ofDomain.length === 1) {
      return nobody
    }
    const found = new Map<number, IdentityReason>()
    rids(bySubscription, { key }).forEach((rid) => found.set(rid, 'same-subscription'))
    ofDomain.filter((rid) => !found.has(rid)).forEach((rid) => found.set(rid, 'same-domain'))
    const alike = byName
      .all(skeleton(name))
      .map((row) => ({ rid: Number(row['rid']), reason: likenessOf(String(row['name']), name) }))
      // Of two domains, a name that is only like the other says nothing.
      .filter(({ reason }) => domain === null || reason === 'same-name')
    for (const reason of ['same-name', 'near-name', 'homograph'] as const) {
      alike
        .filter((each) => each.reason === reason && !found.has(each.rid) && ofDomain.length === 0)
        .slice(0, mostCandidates)
        .forEach(({ rid }) => found.set(rid, reason))
    }
    return found
  }
  return { find, nameOf }
}

type Answer = { readonly answer: string; readonly rid: number | null }

/** What the user has answered in this preview; a customer that is no longer there is no answer. */
function keptAnswers(staging: DatabaseSync): (row: number, canBeNew: boolean) => Answer | null {
  const rows = staging
    .prepare(
      `SELECT row, answer, answer_rid FROM customer_question AS q WHERE answered_by = 'user' AND answer IS NOT NULL
      AND (answer <> 'is' OR EXISTS (
        SELECT 1 FROM live.customer_fact AS f, live.portfolio_head AS h WHERE f.customer_rid = q.answer_rid
          AND f.from_import <= h.head AND f.to_import > h.head AND f.merged_into IS NULL))`,
    )
    .all()
  const known = new Map(
    rows.map(({ row, answer, answer_rid: rid }) => [
      Number(row),
      { answer: String(answer), rid: rid === null ? null : Number(rid) },
    ]),
  )
  return (row, canBeNew) => {
    const given = known.get(row) ?? null
    return given?.answer === 'new' && !canBeNew ? null : given
  }
}

/** A row that is known to mean a customer says nothing of its name: that is only how this file calls it. */
const takeKnownNames = `
  UPDATE customer AS s SET tenant_id = f.tenant_id, name = f.name, name_folded = f.name_folded, name_key = f.name_key,
    search_key = f.search_key || CASE WHEN q.domain IS NULL OR q.domain IS f.domain THEN '' ELSE char(10) || q.domain END,
    domain = COALESCE(q.domain, f.domain)
  FROM customer_question AS q JOIN live.customer_fact AS f ON f.customer_rid = q.answer_rid
  WHERE q.row = s.row AND q.is_compared = 0 AND q.answer = 'is' AND ${valid('f')}`

const restoreNames = `
  UPDATE customer AS s SET tenant_id = NULL, name = q.name, name_folded = q.name_folded, name_key = q.name_key,
    search_key = q.search_key, domain = q.domain
  FROM customer_question AS q WHERE q.row = s.row`
