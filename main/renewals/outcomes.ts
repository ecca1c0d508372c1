import type { SubscriptionStatus } from '#shared/domain/subscription-status.ts'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import type { Cloud } from '#shared/domain/cloud.ts'
import type { FileShape } from '#shared/domain/file-reading.ts'
import type { Outcome, Span } from '#shared/domain/outcome.ts'
import { whatIfNobodyActs } from '#shared/domain/outcome.ts'
import type { RuleDates } from '#shared/domain/outcome-rules.ts'
import type { ProductKind } from '#shared/domain/product-kind.ts'
import { productKindOf } from '#shared/domain/product-kind.ts'
import { createWorkingDays } from '#shared/domain/working-days.ts'
import type { Reader } from '#main/store/database.ts'
import type { PreferencesStore } from '#main/store/preferences.ts'
import type { Deadline } from './deadline.ts'
import { deadlineOf } from './deadline.ts'
import { mainlandHolidays } from './mainland-holidays.ts'

/** The columns of a subscription that decide what happens to it. */
export type OutcomeRow = {
  readonly rid: number
  readonly cloud: Cloud
  readonly status: SubscriptionStatus
  readonly auto_renew: number | null
  readonly is_trial: number | null
  readonly end_date: string | null
  readonly end_date_raw: string | null
  readonly offer_id: string | null
  readonly product_kind: string | null
  readonly billing_type: string | null
}

/** Works out what happens to subscriptions, and until when it can be changed, as the user has set the rules. */
export type Outcomes = {
  readonly product: (row: OutcomeRow) => ProductKind
  /** What happens if nobody acts; the rows of one reading together, since suspensions are looked up. */
  readonly of: (rows: readonly OutcomeRow[]) => readonly Outcome[]
  readonly deadline: (row: OutcomeRow) => Deadline | null
}

/** Makes {@link Outcomes} for one reading. */
export function createOutcomes(
  reader: Reader,
  preferences: Pick<PreferencesStore, 'current'>,
  today: CivilDate,
): Outcomes {
  const { deadlineZone, hasHolidays, extendedServiceTermsFrom } = preferences.current()
  const dates: RuleDates = { extendedServiceTermsFrom }
  const workingDays = createWorkingDays(hasHolidays ? mainlandHolidays : null)
  const product = ({ offer_id, product_kind, billing_type }: OutcomeRow) =>
    productKindOf({ offerId: offer_id, productType: product_kind, billingType: billing_type })
  return {
    product,
    of: (rows) => {
      const suspensions = suspensionsOf(
        reader,
        rows.filter(({ status }) => status === 'suspended').map(({ rid }) => rid),
      )
      return rows.map((row) =>
        whatIfNobodyActs(
          {
            cloud: row.cloud,
            product: product(row),
            status: row.status,
            autoRenew: asBoolean(row.auto_renew),
            isTrial: asBoolean(row.is_trial),
            endDate: row.end_date,
            isEndStated: row.end_date !== null || (row.end_date_raw ?? '') !== '',
            suspension: suspensions.get(row.rid) ?? null,
          },
          dates,
          today,
        ),
      )
    },
    deadline: (row) =>
      row.end_date === null ? null : deadlineOf(row.end_date, product(row), deadlineZone, workingDays),
  }
}

/** A yes or no of the store; `null` was never stated. */
export function asBoolean(value: number | null): boolean | null {
  return value === null ? null : value === 1
}

/** The files that state a status of every subscription they list; another's version may only have kept it. */
const stating: ReadonlySet<string> = new Set<FileShape>([
  'api-json',
  'powershell-subscriptions',
  'subscriptions-export',
])

/**
 * When subscriptions were suspended, as far as the imports tell: after the last file that said they were not, and by
 * the first one that said they were. A version that states no status tells nothing of the beginning.
 */
function suspensionsOf(reader: Reader, rids: readonly number[]): ReadonlyMap<number, Span> {
  if (rids.length === 0) {
    return new Map()
  }
  const versions = reader.all<{ rid: number; status: string | null; at: string; shape: string }>(
    `SELECT f.subscription_rid AS rid, f.status, i.imported_at AS at, i.shape
    FROM subscription_fact AS f JOIN import AS i ON i.rid = f.from_import
    WHERE f.subscription_rid IN (SELECT value FROM json_each(:rids))
      AND f.from_import <= COALESCE((SELECT as_of FROM temp.reading), (SELECT head FROM portfolio_head))
    ORDER BY f.subscription_rid, f.from_import`,
    { rids: JSON.stringify(rids) },
  )
  const spans = new Map<number, Span>()
  const before = new Map<number, string | null>()
  const kept = new Map<number, string>()
  for (const { rid, status, at, shape } of versions) {
    const day = at.slice(0, 10)
    if (status !== 'suspended') {
      spans.delete(rid)
      if (status === null || status === 'unknown') {
        before.set(rid, null)
      } else if (stating.has(shape) || kept.get(rid) !== status) {
        before.set(rid, day)
      }
      kept.set(rid, status ?? '')
    } else if (!spans.has(rid)) {
      spans.set(rid, { earliest: before.get(rid) ?? null, latest: day })
    }
  }
  return spans
}
