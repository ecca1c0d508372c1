import type { CivilDate } from '#shared/domain/civil-date.ts'
import type { Language } from '#shared/domain/cloud.ts'
import type { ViewValue } from '#shared/protocol.ts'
import type { Backups } from '#main/backups.ts'
import type { Jobs } from '#main/jobs.ts'
import type { Calendar } from '#main/lists/compile-query.ts'
import type { CustomerSearch } from '#main/lists/customer-search.ts'
import type { PortfolioTotals } from '#main/lists/portfolio-totals.ts'
import type { MenuChoices } from '#main/menu.ts'
import type { LongReader } from '#main/queries/long-reads.ts'
import type { PreferencesStore } from '#main/store/preferences.ts'
import type { Reader } from '#main/store/database.ts'
import type { Listings } from '#main/store/listings.ts'

/** Everything projections may read; nothing here can write. */
export type ApplicationFacts = {
  readonly reader: Reader
  readonly backups: Pick<Backups, 'list'>
  /** What the imports listed. */
  readonly listings: Omit<Listings, 'reset'>
  /** Where previewed files lie, and the portfolio they are compared with. */
  readonly staged: { readonly pathOf: (previewId: string) => string; readonly portfolioPath: string }
  readonly preferences: Pick<PreferencesStore, 'current' | 'quarantinedFile' | 'screen'>
  readonly systemLanguage: Language
  /** Today's civil date where the user is. */
  readonly today: () => CivilDate
  readonly calendar: () => Calendar
  readonly customerSearch: CustomerSearch
  readonly longReads: LongReader
  readonly totals: PortfolioTotals
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
