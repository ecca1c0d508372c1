import type { CivilDate } from '#shared/domain/civil-date.ts'
import type { Language } from '#shared/domain/cloud.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import type { Jobs } from '#main/jobs.ts'
import type { Calendar } from '#main/lists/compile-query.ts'
import type { CustomerSearch } from '#main/lists/customer-search.ts'
import type { MenuChoices } from '#main/menu.ts'
import type { PreferencesStore } from '#main/store/preferences.ts'
import { openSql } from './request-views.ts'
import type { Reader } from '#main/store/database.ts'

/** Everything projections may read; nothing here can write. */
export type ApplicationFacts = {
  readonly reader: Reader
  /** Where previewed files lie, and the portfolio they are compared with. */
  readonly staged: { readonly pathOf: (previewId: string) => string; readonly portfolioPath: string }
  readonly preferences: Pick<PreferencesStore, 'current' | 'quarantinedFile' | 'screen'>
  readonly systemLanguage: Language
  /** Today's civil date where the user is. */
  readonly today: () => CivilDate
  readonly calendar: () => Calendar
  readonly customerSearch: CustomerSearch
  readonly jobs: Pick<Jobs, 'list'>
  readonly menu: Pick<MenuChoices, 'last'>
  readonly about: ViewValue<'application.about'>
}

/** The preferences, with what the system says where they follow it. */
export function projectPreferences({
  preferences,
  systemLanguage,
}: ApplicationFacts): ViewValue<'preferences.current'> {
  return { ...preferences.current(), systemLanguage, quarantinedFile: preferences.quarantinedFile }
}

/** What this program is and where its data lies. */
export function projectAbout({ about }: ApplicationFacts): ViewValue<'application.about'> {
  return about
}

/** How much there is and how old it is, for one account or all. */
export function projectSummary(
  { reader }: ApplicationFacts,
  { accountId }: ParsedParams<'portfolio.summary'>,
): ViewValue<'portfolio.summary'> {
  const scope = accountId === undefined ? '' : 'WHERE account_id = :accountId'
  const parameters = accountId === undefined ? {} : { accountId }
  const row = reader.get<{
    customers: number
    subscriptions: number
    open_requests: number
    confirmed: number
    oldest: string | null
    newest: string | null
    has_sample: number
  }>(
    `SELECT
      (SELECT COUNT(*) FROM customer ${scope}) AS customers,
      (SELECT COUNT(*) FROM subscription ${scope}) AS subscriptions,
      (SELECT COUNT(*) FROM request AS r WHERE ${openSql} ${scope === '' ? '' : 'AND account_id = :accountId'})
        AS open_requests,
      (SELECT COUNT(*) FROM customer WHERE seen_import IN (SELECT MAX(rid) FROM import ${scope} GROUP BY account_id)) AS confirmed,
      (SELECT imported_at FROM import WHERE rid = (SELECT MIN(seen_import) FROM customer ${scope})) AS oldest,
      (SELECT MAX(imported_at) FROM import ${scope}) AS newest,
      EXISTS (SELECT 1 FROM partner_account WHERE is_sample = 1) AS has_sample`,
    parameters,
  )
  return {
    customers: row?.customers ?? 0,
    subscriptions: row?.subscriptions ?? 0,
    openRequests: row?.open_requests ?? 0,
    confirmedCustomers: row?.confirmed ?? 0,
    oldestConfirmedAt: row?.oldest ?? null,
    newestImportAt: row?.newest ?? null,
    hasSample: row?.has_sample === 1,
  }
}
