import { renameSync, rmSync } from 'node:fs'
import { customerFacts, subscriptionFacts } from '#main/store/fact-columns.ts'
import { fold } from '#main/store/fold.ts'
import type { FileCustomer, FileSubscription, Mention, Rejection } from '../portfolio-file.ts'
import type { PreviewFacts } from './preview-facts.ts'
import { createSeenKeys } from './seen-keys.ts'
import { createStagingDatabase, unfinishedPath } from './staging-file.ts'

/**
 * What became of a row: `new`; `same` as one before; `replaced` one before, or `older` than it, by rank; `differs` from
 * one before without being later; of a subscription, `moved` when one before names another customer. The last two change
 * nothing.
 */
export type Put = 'new' | 'same' | 'replaced' | 'older' | 'differs' | 'moved'

/** Writes one file's rows beside the portfolio. Plain rows in, nothing kept in memory: a file may be larger than that. */
export type StagingWriter = {
  /** Of two rows with ranks the later one counts; with `null` a second row that says something else is refused. */
  readonly putCustomer: (customer: FileCustomer, rank: string | null) => Put
  /** A second row of the same rank that says something else is refused. */
  readonly putSubscription: (subscription: FileSubscription, rank: string) => Put
  /** Notes a row that was not taken, and what it can be told to be about. */
  readonly putRejected: (rejection: Rejection, mention: Mention) => void
  /** Counts a value of an enumeration that the program does not know and keeps as it is. */
  readonly putUnknown: (fact: string, value: string) => void
  /** Makes the preview one that can be compared and applied. */
  readonly finish: (facts: PreviewFacts) => void
  /** Leaves nothing behind. */
  readonly abandon: () => void
}

/** How many rows are written between two commits of the staging database. */
const rowsPerCommit = 20_000

/** Starts a staged file; runs in whichever process reads the file, under plain Node too. */
export async function createStagingWriter(path: string): Promise<StagingWriter> {
  // The pinyin dictionary is large, and only an import needs it.
  const keys = await import('#main/store/search-key.ts')
  const draftPath = unfinishedPath(path)
  const database = createStagingDatabase(draftPath)
  const insertOf = (table: string, columns: readonly string[]) =>
    database.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
      ON CONFLICT DO NOTHING`,
    )
  const replaceOf = (table: string, key: string, columns: readonly string[]) =>
    database.prepare(
      `UPDATE ${table} SET ${columns.map((column) => `${column} = ?`).join(', ')} WHERE ${key} = ?`,
    )
  const customerColumns = ['rank', ...customerFacts]
  const insertCustomer = insertOf('customer', ['customer_key', ...customerColumns])
  const replaceCustomer = replaceOf('customer', 'customer_key', customerColumns)
  const findCustomer = database.prepare('SELECT * FROM customer WHERE customer_key = ?')
  const insertSubscription = insertOf('subscription', ['subscription_key', ...subscriptionColumns])
  const replaceSubscription = replaceOf('subscription', 'subscription_key', subscriptionColumns)
  const findSubscription = database.prepare('SELECT * FROM subscription WHERE subscription_key = ?')
  const insertRejected = database.prepare(
    `INSERT INTO rejected (row, reason, column_name, value, customer_key, domain, name_folded, subscription_key,
      is_certain) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  )
  const countUnknown = database.prepare(
    `INSERT INTO unknown_value (fact, value, count) VALUES (?, ?, 1)
    ON CONFLICT (fact, value) DO UPDATE SET count = count + 1`,
  )
  let written = 0
  database.exec('BEGIN')
  const step = () => {
    written += 1
    if (written % rowsPerCommit === 0) {
      database.exec('COMMIT; BEGIN')
    }
  }
  /** A key repeats when a file has many lines for one customer; its pinyin is worked out once. */
  const named = new Map<string, { readonly nameKey: string; readonly searchKey: string }>()
  const keysOf = (customer: FileCustomer) => {
    const key = `${customer.name}\n${customer.domain ?? ''}\n${customer.tenantId ?? ''}`
    const known = named.get(key)
    if (known !== undefined) {
      return known
    }
    const made = { nameKey: keys.nameKey(customer.name), searchKey: keys.searchKey(customer) }
    if (named.size >= 5_000) {
      named.clear()
    }
    named.set(key, made)
    return made
  }

  /** The charge lines of a subscription mostly follow one another: what they come to is written once. */
  let held: { readonly key: string; readonly values: Value[] } | null = null
  const seen = createSeenKeys()
  const writeHeld = () => {
    if (held !== null) {
      insertSubscription.run(held.key, ...held.values)
      held = null
    }
  }

  return {
    putCustomer: (customer, rank) => {
      step()
      const { nameKey, searchKey } = keysOf(customer)
      const values = [rank ?? '', ...customerValues(customer, nameKey, searchKey)]
      if (insertCustomer.run(customer.customerKey, ...values).changes === 1) {
        return 'new'
      }
      const known = findCustomer.get(customer.customerKey) ?? {}
      if (rank !== null && rank < String(known['rank'])) {
        return 'older'
      }
      if (customerColumns.every((column, index) => known[column] === values[index])) {
        return 'same'
      }
      if (rank === null) {
        return 'differs'
      }
      replaceCustomer.run(...values, customer.customerKey)
      return 'replaced'
    },
    putSubscription: (subscription, rank) => {
      step()
      const key = subscription.subscriptionKey
      const values = [rank, subscription.customerKey, ...subscriptionValues(subscription)]
      if (held?.key === key) {
        const put = judge(held.values, values)
        if (put === 'replaced') {
          held = { key, values }
        }
        return put
      }
      writeHeld()
      const known = seen.note(key) ? findSubscription.get(key) : undefined
      if (known === undefined) {
        held = { key, values }
        return 'new'
      }
      const put = judge(
        subscriptionColumns.map((column) => known[column] as Value),
        values,
      )
      if (put === 'replaced') {
        replaceSubscription.run(...values, key)
      }
      return put
    },
    putRejected: ({ row, reason, column, value }, mention) => {
      step()
      const { customerKey, domain, name, subscriptionKey, isCertain } = mention
      insertRejected.run(
        row,
        reason,
        column,
        value,
        customerKey,
        domain,
        name,
        subscriptionKey,
        Number(isCertain),
      )
    },
    putUnknown: (fact, value) => {
      countUnknown.run(fact, value)
    },
    finish: (facts) => {
      writeHeld()
      database.prepare('INSERT INTO preview (only, facts) VALUES (1, ?)').run(JSON.stringify(facts))
      database.exec('COMMIT')
      database.close()
      renameSync(draftPath, path)
    },
    abandon: () => {
      database.close()
      rmSync(draftPath, { force: true })
    },
  }
}

type Value = string | number | null

const subscriptionColumns = ['rank', 'customer_key', ...subscriptionFacts] as const
const idPlace = subscriptionColumns.indexOf('subscription_id')

/** What a subscription's values are to those of an earlier row: each its rank, its customer's key, and its facts. */
function judge(known: readonly Value[], values: readonly Value[]): Put {
  const [knownRank, knownCustomer] = known
  const [rank, customer] = values
  if (customer !== knownCustomer) {
    return 'moved'
  }
  if (rank !== knownRank) {
    return String(rank) < String(knownRank) ? 'older' : 'replaced'
  }
  // The case of the id does not matter.
  return values.every((value, index) => value === known[index] || index === idPlace) ? 'same' : 'differs'
}

/** The values of {@link customerFacts}, in their order. */
function customerValues(customer: FileCustomer, nameKey: string, searchKey: string): Value[] {
  return [
    customer.tenantId,
    customer.name,
    fold(customer.name),
    nameKey,
    searchKey,
    customer.domain,
    customer.relationship,
    customer.relationshipRaw,
    customer.delegatedPrivileges,
    customer.delegatedPrivilegesRaw,
    customer.tags === null ? null : JSON.stringify(customer.tags),
    customer.country,
  ]
}

/** The values of {@link subscriptionFacts}, in their order. */
function subscriptionValues(subscription: FileSubscription): Value[] {
  return [
    subscription.subscriptionId,
    subscription.billingId,
    subscription.orderId,
    subscription.offerId,
    subscription.durableOfferId,
    subscription.offer,
    subscription.nickname,
    subscription.quantity,
    subscription.unitType,
    subscription.status,
    subscription.statusRaw,
    subscription.startDate,
    subscription.endDate,
    subscription.endDateRaw,
    subscription.creationDate,
    subscription.commitmentEndDate,
    subscription.termDuration,
    subscription.billingCycle,
    subscription.billingCycleRaw,
    subscription.billingType,
    flag(subscription.autoRenew),
    flag(subscription.isTrial),
    subscription.parentSubscriptionId,
    subscription.suspensionReasons === null ? null : JSON.stringify(subscription.suspensionReasons),
    subscription.contractType,
    subscription.productKind,
    subscription.publisher,
    subscription.partnerOfRecord,
    subscription.partnerOfRecordState,
    subscription.resellerOfRecord,
  ]
}

function flag(value: boolean | null): number | null {
  return value === null ? null : Number(value)
}
