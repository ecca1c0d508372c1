import { pathToFileURL } from 'node:url'
import type { DatabaseSync } from 'node:sqlite'
import type { FactChange, FactRow } from '#main/history/fact-changes.ts'
import { customerChanges, subscriptionChanges } from '#main/history/fact-changes.ts'
import type { SubscriptionFact } from '#main/store/fact-columns.ts'
import { customerFacts, isReplaced, subscriptionFacts } from '#main/store/fact-columns.ts'
import { fold } from '#main/store/fold.ts'
import type { Rejection } from '../portfolio-file.ts'
import { readPreviewFacts } from './compare.ts'
import type { Comparison, PreviewFacts } from './preview-facts.ts'
import { openStagingDatabase } from './staging-file.ts'

/** A kind of record, as the contract calls it. */
export type DiffKind = 'customers' | 'subscriptions'

/** What a preview is and found, and what of it is not chosen. */
export type StagedSummary = {
  readonly facts: PreviewFacts
  readonly comparison: Comparison | null
  readonly deselected: { readonly customers: number; readonly subscriptions: number }
  readonly identity: { readonly asked: number; readonly open: number; readonly leftOut: number }
  readonly unknownValues: readonly { readonly fact: string; readonly value: string; readonly count: number }[]
}

/** One record of the difference; `isSelected` is `null` for what an apply would not write. */
export type DiffRow = {
  readonly key: string
  readonly title: string
  readonly detail: string
  readonly isSelected: boolean | null
  readonly changes: readonly FactChange<string>[]
}

export type DiffQuery = {
  readonly kind: DiffKind
  readonly change: 'added' | 'changed' | 'unchanged' | 'absent'
  readonly search?: string | undefined
  readonly offset: number
  readonly limit: number
}

const shownUnknownValues = 200

/** Reads what stands at the head of a preview. */
export function readSummary(stagingPath: string): StagedSummary {
  return withStaging(stagingPath, null, (staging) => {
    const deselected = (kind: string) =>
      Number(
        staging.prepare(`SELECT COUNT(*) AS count FROM ${kind}_change WHERE is_selected = 0`).get()?.[
          'count'
        ],
      )
    return {
      ...readPreviewFacts(staging),
      deselected: { customers: deselected('customer'), subscriptions: deselected('subscription') },
      identity: countIdentities(staging),
      unknownValues: staging
        .prepare('SELECT fact, value, count FROM unknown_value ORDER BY count DESC, fact, value LIMIT ?')
        .all(shownUnknownValues)
        .map((row) => ({
          fact: String(row['fact']),
          value: String(row['value']),
          count: Number(row['count']),
        })),
    }
  })
}

/** How many rows of a preview are asked about, wait for an answer, and are left out by one. */
function countIdentities(staging: DatabaseSync): {
  readonly asked: number
  readonly open: number
  readonly leftOut: number
} {
  const row = staging
    .prepare(
      `SELECT COUNT(*) AS asked, COUNT(*) FILTER (WHERE answer IS NULL) AS open,
        COUNT(*) FILTER (WHERE answer = 'out') AS leftOut FROM customer_question`,
    )
    .get()
  return {
    asked: Number(row?.['asked']),
    open: Number(row?.['open']),
    leftOut: Number(row?.['leftOut']),
  }
}

/** A window of the rows that were not taken. */
export function readRejected(
  stagingPath: string,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): { readonly total: number; readonly rows: readonly Rejection[] } {
  return withStaging(stagingPath, null, (staging) => ({
    total: Number(staging.prepare('SELECT COUNT(*) AS count FROM rejected').get()?.['count']),
    rows: staging
      .prepare(
        'SELECT row, reason, column_name AS "column", value FROM rejected WHERE rid > ? ORDER BY rid LIMIT ?',
      )
      .all(offset, limit) as Rejection[],
  }))
}

/** A window of one kind of difference, each record with its facts before and after. */
export function readDiff(
  stagingPath: string,
  portfolioPath: string,
  query: DiffQuery,
): { readonly total: number; readonly rows: readonly DiffRow[] } {
  return withStaging(stagingPath, portfolioPath, (staging) => {
    const { facts, comparison } = readPreviewFacts(staging)
    const parameters = {
      account: facts.accountId,
      head: Number(staging.prepare('SELECT head FROM live.portfolio_head').get()?.['head']),
    }
    const source = query.change === 'absent' ? absent[query.kind] : listed[query.kind]
    const search = fold(query.search ?? '')
    const values = {
      ...(query.change === 'absent' ? parameters : { change: query.change }),
      ...(search === '' ? {} : { search }),
    }
    const where = `WHERE ${source.where}${search === '' ? '' : ` AND ${source.search}`}`
    const total =
      search === '' && comparison !== null
        ? comparison[query.kind][query.change]
        : Number(
            staging.prepare(`SELECT COUNT(*) AS count FROM ${source.from} ${where}`).get(values)?.['count'],
          )
    const rows = staging
      .prepare(
        `SELECT ${source.select} FROM ${source.from} ${where} ORDER BY ${source.order} LIMIT :limit OFFSET :offset`,
      )
      .all({ ...values, limit: query.limit, offset: query.offset })
    return {
      total,
      rows: rows.map((row) => toDiffRow(staging, facts, parameters.head, query, row)),
    }
  })
}

type Source = {
  readonly select: string
  readonly from: string
  readonly where: string
  readonly search: string
  readonly order: string
}

const listed: { readonly [K in DiffKind]: Source } = {
  customers: {
    select: 'ch.row AS key, ch.record_rid, ch.is_selected, s.*',
    from: 'customer_change AS ch JOIN customer AS s ON s.row = ch.row',
    where: 'ch.change = :change',
    search: 'instr(s.search_key, :search) > 0',
    order: 'ch.row',
  },
  subscriptions: {
    select:
      'ch.row AS key, ch.record_rid, ch.is_selected, c.name AS customer_name, cc.record_rid AS customer_rid, s.*',
    from: `subscription_change AS ch JOIN subscription AS s ON s.row = ch.row
      JOIN customer AS c ON c.row = ch.customer_row JOIN customer_change AS cc ON cc.row = ch.customer_row`,
    where: 'ch.change = :change',
    search: `(instr(c.search_key, :search) > 0 OR instr(fold(s.offer), :search) > 0
      OR instr(s.subscription_key, :search) > 0)`,
    order: 'ch.row',
  },
}

const valid = 'f.from_import <= :head AND f.to_import > :head'

const absent: { readonly [K in DiffKind]: Source } = {
  customers: {
    select: "'absent-' || f.customer_rid AS key, NULL AS is_selected, f.*",
    from: 'live.customer_fact AS f',
    where: `f.account_id = :account AND ${valid} AND f.merged_into IS NULL
      AND NOT EXISTS (SELECT 1 FROM customer_change WHERE record_rid = f.customer_rid)
      AND NOT EXISTS (SELECT 1 FROM mentioned WHERE kind = 'customer' AND rid = f.customer_rid)
      AND EXISTS (SELECT 1 FROM customer_change)`,
    search: 'instr(f.search_key, :search) > 0',
    order: 'f.name_key, f.customer_rid',
  },
  subscriptions: {
    select: `'absent-' || f.subscription_rid AS key, NULL AS is_selected, f.*,
      (SELECT name FROM live.customer_fact AS c WHERE c.customer_rid = f.customer_rid ORDER BY from_import DESC LIMIT 1)
        AS customer_name`,
    from: 'live.subscription_fact AS f',
    where: `f.account_id = :account AND ${valid}
      AND NOT EXISTS (SELECT 1 FROM subscription_change WHERE record_rid = f.subscription_rid)
      AND NOT EXISTS (SELECT 1 FROM mentioned WHERE kind = 'subscription' AND rid = f.subscription_rid)
      AND EXISTS (SELECT 1 FROM subscription_change)`,
    search: '(instr(fold(f.offer), :search) > 0 OR instr(f.subscription_key, :search) > 0)',
    order: 'f.subscription_rid',
  },
}

function toDiffRow(
  staging: DatabaseSync,
  facts: PreviewFacts,
  head: number,
  { kind, change }: DiffQuery,
  row: FactRow,
): DiffRow {
  const isCustomer = kind === 'customers'
  const known =
    change === 'changed' ? knownVersion(staging, kind, head, Number(row['record_rid'])) : undefined
  const before = change === 'absent' ? row : (known ?? null)
  const after = change === 'absent' ? null : merge(kind, facts, known, row)
  return {
    key: String(row['key']),
    title: String(isCustomer ? row['name'] : row['offer']),
    detail: isCustomer
      ? ((row['domain'] ?? row['tenant_id'] ?? '') as string)
      : `${String(row['customer_name'])} · ${String(row['subscription_id'])}`,
    isSelected: change === 'added' || change === 'changed' ? row['is_selected'] === 1 : null,
    changes:
      change === 'unchanged'
        ? []
        : isCustomer
          ? customerChanges(before, after)
          : subscriptionChanges(before, after),
  }
}

function knownVersion(staging: DatabaseSync, kind: DiffKind, head: number, rid: number): FactRow | undefined {
  return kind === 'customers'
    ? staging
        .prepare(`SELECT f.* FROM live.customer_fact AS f WHERE f.customer_rid = :rid AND ${valid}`)
        .get({ rid, head })
    : staging
        .prepare(
          `SELECT f.*, (SELECT name FROM live.customer_fact AS c WHERE c.customer_rid = f.customer_rid
            AND c.from_import <= :head AND c.to_import > :head) AS customer_name
          FROM live.subscription_fact AS f WHERE f.subscription_rid = :rid AND ${valid}`,
        )
        .get({ rid, head })
}

/** What a record would be after: what the file does not state stays as it is. */
function merge(kind: DiffKind, facts: PreviewFacts, known: FactRow | undefined, staged: FactRow): FactRow {
  if (known === undefined) {
    return staged
  }
  const columns = kind === 'customers' ? customerFacts : subscriptionFacts
  const isTaken = (column: (typeof columns)[number]) =>
    kind === 'customers' ? staged[column] !== null : isReplaced(facts, column as SubscriptionFact, staged)
  const isMoved = kind === 'subscriptions' && staged['customer_rid'] !== known['customer_rid']
  return {
    ...known,
    ...Object.fromEntries(columns.filter(isTaken).map((column) => [column, staged[column]])),
    ...(isMoved ? { customer_name: staged['customer_name'] } : {}),
  }
}

/** Opens a staged file for reading, beside the portfolio as `live` where that is named. */
export function withStaging<T>(
  stagingPath: string,
  portfolioPath: string | null,
  work: (staging: DatabaseSync) => T,
): T {
  const staging = openStagingDatabase(stagingPath, { readOnly: true })
  try {
    if (portfolioPath !== null) {
      staging.prepare('ATTACH ? AS live').run(`${pathToFileURL(portfolioPath).href}?mode=ro`)
    }
    return work(staging)
  } finally {
    staging.close()
  }
}
