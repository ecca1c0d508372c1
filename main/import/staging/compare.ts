import { pathToFileURL } from 'node:url'
import type { DatabaseSync } from 'node:sqlite'
import type { SpokenFacts } from '#main/store/fact-columns.ts'
import { customerFacts, nextFact, subscriptionFacts } from '#main/store/fact-columns.ts'
import { leftoversSql } from '#main/import/leftovers.ts'
import { askIdentities, takeNames } from './identity.ts'
import { countUnnamed, findMentioned } from './mentioned.ts'
import type { Comparison, Counts, PreviewFacts } from './preview-facts.ts'
import { openStagingDatabase } from './staging-file.ts'

/**
 * Works out what each staged row would do to the portfolio, which it only reads; runs in whichever process read the
 * file. Done again when the portfolio has moved on meanwhile: what the user has deselected stays so. Where it has not,
 * only the rows are looked at that have been answered since.
 */
export function compareStaged(stagingPath: string, portfolioPath: string): Comparison {
  const staging = openStagingDatabase(stagingPath, { readOnly: false })
  try {
    staging.exec('PRAGMA journal_mode = MEMORY')
    staging.prepare('ATTACH ? AS live').run(`${pathToFileURL(portfolioPath).href}?mode=ro`)
    staging.exec('BEGIN')
    const { facts, comparedHead } = readPreviewFacts(staging)
    const head = Number(staging.prepare('SELECT head FROM live.portfolio_head').get()?.['head'])
    const scope = { account: facts.accountId, head }
    staging.exec(`
      CREATE TEMP TABLE kept_out AS SELECT 'customer' AS kind, row FROM customer_change WHERE is_selected = 0
        UNION ALL SELECT 'subscription', row FROM subscription_change WHERE is_selected = 0;
    `)
    const rows: Compared = comparedHead === head ? 'answered' : 'all'
    staging.exec(forget[rows])
    if (rows === 'all') {
      findMentioned(staging, scope)
      askIdentities(staging, scope, facts.givenKey)
    }
    takeNames(staging, head)
    const numbered = (kind: 'customer' | 'subscription') =>
      Number(staging.prepare(`SELECT COALESCE(MAX(ordinal), 0) AS most FROM ${kind}_change`).get()?.['most'])
    staging.prepare(compareCustomers(rows)).run({ ...scope, numbered: numbered('customer') })
    staging.prepare(compareSubscriptions(rows, facts)).run({ ...scope, numbered: numbered('subscription') })
    staging.exec(`
      ${placeAdditions(rows)}
      UPDATE customer_change SET is_selected = 0 WHERE row IN (SELECT row FROM kept_out WHERE kind = 'customer');
      UPDATE subscription_change SET is_selected = 0
        WHERE row IN (SELECT row FROM kept_out WHERE kind = 'subscription');
      UPDATE customer_question SET is_compared = 1 WHERE is_compared = 0;
    `)
    const subscriptions = countOf(staging, 'subscription', scope)
    const comparison: Comparison = {
      // What an undone import has left is taken away in its own time: a record found here may be gone by then.
      head: staging.prepare(leftoversSql).get() === undefined ? head : unsettledHead,
      customers: countOf(staging, 'customer', scope),
      subscriptions,
      unnamed: countUnnamed(staging, lists(subscriptions) ? 'subscription' : 'customer'),
    }
    staging
      .prepare('UPDATE preview SET comparison = ?, compared_head = ?')
      .run(JSON.stringify(comparison), comparison.head)
    staging.exec('COMMIT')
    return comparison
  } finally {
    staging.close()
  }
}

/** Says of a comparison that it stands for no state of the portfolio, and is to be made again. */
const unsettledHead = -1

/** Which rows are compared: those whose answer has not been, and their subscriptions, or all there are. */
type Compared = 'answered' | 'all'

/** Takes away what an earlier comparison found of the rows. */
const forget: { readonly [R in Compared]: string } = {
  all: `
    DELETE FROM customer_change;
    DELETE FROM subscription_change;
    DELETE FROM customer_addition;
    DELETE FROM subscription_addition;`,
  // Whoever is asked about has an index of its subscriptions, which the asking has made.
  answered: `
    CREATE TEMP TABLE answered_customer AS SELECT row FROM customer_question WHERE is_compared = 0;
    CREATE TEMP TABLE answered_subscription (row INTEGER PRIMARY KEY);
    INSERT INTO answered_subscription (row)
      SELECT s.row FROM answered_customer AS q CROSS JOIN customer AS c ON c.row = q.row
      CROSS JOIN subscription AS s ON s.customer_key = c.customer_key;
    DELETE FROM customer_change WHERE row IN (SELECT row FROM answered_customer);
    DELETE FROM subscription_change WHERE row IN (SELECT row FROM answered_subscription);
    DELETE FROM customer_addition WHERE row IN (SELECT row FROM answered_customer);
    DELETE FROM subscription_addition WHERE row IN (SELECT row FROM answered_subscription);`,
}

/** The condition that a staged row is one of them. */
const isMeant = (rows: Compared, kind: 'customer' | 'subscription', row: string) =>
  rows === 'all' ? 'TRUE' : `${row} IN (SELECT row FROM answered_${kind})`

/** What a staged file is, and what the last comparison found. */
export function readPreviewFacts(staging: DatabaseSync): {
  readonly facts: PreviewFacts
  readonly comparison: Comparison | null
  /** The newest import when all rows were compared that had been answered then; `null` when none were. */
  readonly comparedHead: number | null
} {
  const row = staging.prepare('SELECT facts, comparison, compared_head FROM preview').get()
  const comparison = row?.['comparison']
  const head = row?.['compared_head']
  return {
    comparedHead: typeof head === 'number' ? head : null,
    facts: JSON.parse(String(row?.['facts'])) as PreviewFacts,
    comparison: typeof comparison === 'string' ? (JSON.parse(comparison) as Comparison) : null,
  }
}

function valid(table: string): string {
  return `${table}.from_import <= :head AND ${table}.to_import > :head`
}

/** Where the words of a file are read into one of ours, another way to write it is no news. */
const differs = (fact: string) => {
  if (fact === 'end_date_raw') {
    // Two ways to say that there is no end say the same.
    return `(s.end_date IS NULL AND f.end_date_raw IS NOT s.end_date_raw AND NOT (f.end_date IS NULL
      AND COALESCE(f.end_date_raw, '') <> '' AND COALESCE(s.end_date_raw, '') <> ''))`
  }
  if (fact === 'partner_of_record_state') {
    // Never stated and stated to be empty are both nobody's.
    return `COALESCE(f.${fact}, 'unknown') <> COALESCE(s.${fact}, 'unknown')`
  }
  const value = fact.endsWith('_raw') ? fact.slice(0, -4) : null
  return value === null
    ? `f.${fact} IS NOT s.${fact}`
    : `(f.${fact} IS NOT s.${fact} AND (s.${value} IS NULL OR s.${value} = 'other'))`
}

/** A fact a customer's file does not state stays as it is. */
const customerDiffers = customerFacts
  .filter((fact) => !['name_folded', 'name_key', 'search_key'].includes(fact))
  .map((fact) => `(s.${fact} IS NOT NULL AND ${differs(fact)})`)
  .join(' OR ')

/**
 * Who a staged customer is: whom the user has said; else the record of its key; else the one known by its tenant id;
 * else, where one of the two has no tenant id, the only one of its domain. A row that waits for an answer, is left out,
 * or is the customer of another row, has no part in the difference.
 */
const resolved = (rows: Compared) => `
  SELECT s.row AS staged_row, CASE q.answer WHEN 'is' THEN q.answer_rid ELSE COALESCE(
    (SELECT r.rid FROM live.customer_record AS r WHERE r.account_id = :account AND r.customer_key = s.customer_key),
    (${onlyOne('f.tenant_id = s.tenant_id')}),
    CASE WHEN q.row IS NULL
      THEN (${onlyOne('f.domain = s.domain AND (s.tenant_id IS NULL OR f.tenant_id IS NULL)')}) END
  ) END AS rid
  FROM customer AS s LEFT JOIN customer_question AS q ON q.row = s.row
  WHERE (q.row IS NULL OR q.answer IN ('is', 'new')) AND ${isMeant(rows, 'customer', 's.row')}
    AND NOT EXISTS (SELECT 1 FROM customer_joined AS j WHERE j.row = s.row)`

/** The pluses have it found by the condition: by account and validity it would be looked for among all records. */
function onlyOne(condition: string): string {
  return `SELECT CASE WHEN COUNT(*) = 1 THEN MIN(f.customer_rid) END FROM live.customer_fact AS f
    WHERE +f.account_id = :account AND ${condition} AND ${valid('+f')} AND f.merged_into IS NULL`
}

/** A record that was merged into another stands for that one, whose own facts stay. */
export const compareCustomers = (rows: Compared): string => `
  INSERT INTO customer_change (row, change, record_rid, ordinal, is_selected)
  WITH resolved AS MATERIALIZED (${resolved(rows)})
  SELECT row, change, record_rid, :numbered + SUM(record_rid IS NULL) OVER (ORDER BY name_key, row), 1
  FROM (
    SELECT s.row, s.name_key,
      CASE
        WHEN f.merged_into IS NOT NULL THEN 'unchanged'
        WHEN f.rid IS NULL THEN 'added'
        WHEN ${customerDiffers} THEN 'changed'
        ELSE 'unchanged'
      END AS change,
      COALESCE(f.merged_into, resolved.rid) AS record_rid
    FROM resolved
    JOIN customer AS s ON s.row = resolved.staged_row
    LEFT JOIN live.customer_fact AS f ON f.customer_rid = resolved.rid AND ${valid('f')}
  )`

/** How many customers make a stretch: what is written of one stays in the database's cache. */
const stretchCustomers = 8_192

/** The stretch of customers that one belongs to; new ones come after those that are known. */
const stretch = (change: string) =>
  `(${change}.record_rid IS NULL) * 1000000 + COALESCE(${change}.record_rid, ${change}.ordinal) / ${stretchCustomers}`

/**
 * The order new rows are written in: one stretch of customers after the other, and each as the indexes by end date go.
 * Each page of an index is then written a few times, not once for every row of it.
 */
const placeAdditions = (rows: Compared) => `
  INSERT INTO customer_addition (row)
    SELECT row FROM customer_change WHERE change = 'added' AND ${isMeant(rows, 'customer', 'row')} ORDER BY ordinal;
  INSERT INTO subscription_addition (row)
    SELECT ch.row FROM subscription_change AS ch
    JOIN subscription AS s ON s.row = ch.row JOIN customer_change AS cc ON cc.row = ch.customer_row
    WHERE ch.change = 'added' AND ${isMeant(rows, 'subscription', 'ch.row')} ORDER BY ${stretch('cc')}, s.end_date;`

/** A fact the file does not speak of stays as it is. */
function compareSubscriptions(rows: Compared, spoken: SpokenFacts): string {
  // The id is what the record is known by; its case does not matter.
  const differing = subscriptionFacts
    .filter((fact) => fact !== 'subscription_id' && nextFact(spoken, fact) !== `f.${fact}`)
    .map((fact) =>
      spoken.stated.includes(fact)
        ? differs(fact)
        : `(f.${fact} IS NOT ${nextFact(spoken, fact)} AND ${differs(fact)})`,
    )
  return `
  INSERT INTO subscription_change (row, change, record_rid, ordinal, is_selected, customer_row)
  SELECT s.row,
    CASE
      WHEN f.rid IS NULL THEN 'added'
      WHEN ${[...differing, 'f.customer_rid IS NOT cc.record_rid'].join(' OR ')} THEN 'changed'
      ELSE 'unchanged'
    END,
    r.rid,
    -- New records are numbered as their keys go within a stretch; the others need no number.
    :numbered + SUM(r.rid IS NULL) OVER (
      ORDER BY CASE WHEN r.rid IS NULL THEN ${stretch('cc')} END, CASE WHEN r.rid IS NULL THEN s.subscription_key END
      ROWS UNBOUNDED PRECEDING
    ), 1, cc.row
  FROM subscription AS s
  JOIN customer AS c ON c.customer_key = s.customer_key
  LEFT JOIN customer_joined AS j ON j.row = c.row
  JOIN customer_change AS cc ON cc.row = COALESCE(j.into_row, c.row)
  LEFT JOIN live.subscription_record AS r ON r.account_id = :account AND r.subscription_key = s.subscription_key
  LEFT JOIN live.subscription_fact AS f ON f.subscription_rid = r.rid AND ${valid('f')}
  WHERE ${isMeant(rows, 'subscription', 's.row')}`
}

/** Says whether a file lists any record of a kind. */
export function lists({ added, changed, unchanged }: Counts): boolean {
  return added + changed + unchanged > 0
}

function countOf(
  staging: DatabaseSync,
  kind: 'customer' | 'subscription',
  { account, head }: { readonly account: string; readonly head: number },
): Counts {
  const counted = { added: 0, changed: 0, unchanged: 0 }
  const rows = staging.prepare(`SELECT change, COUNT(*) AS count FROM ${kind}_change GROUP BY change`).all()
  for (const row of rows) {
    counted[row['change'] as keyof typeof counted] = Number(row['count'])
  }
  if (rows.length === 0) {
    // A customer list says nothing of subscriptions, so none of them is absent from it.
    return { ...counted, absent: 0 }
  }
  const isShown = kind === 'customer' ? 'AND f.merged_into IS NULL' : ''
  const known = staging
    .prepare(
      `SELECT COUNT(*) AS count FROM live.${kind}_fact AS f WHERE f.account_id = :account AND ${valid('f')} ${isShown}`,
    )
    .get({ account, head })
  const listed = staging
    .prepare(
      `SELECT COUNT(*) AS count FROM (
        SELECT record_rid FROM ${kind}_change WHERE change <> 'added' AND record_rid IS NOT NULL
        UNION SELECT rid FROM mentioned WHERE kind = :kind)`,
    )
    .get({ kind })
  return { ...counted, absent: Number(known?.['count']) - Number(listed?.['count']) }
}
