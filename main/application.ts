import { homedir } from 'node:os'
import type { Language } from '#shared/domain/cloud.ts'
import { createBackups, keepBackups, type Backups } from './backups.ts'
import { createAcceptanceCommands } from './commands/acceptance-commands.ts'
import { createAccountCommands } from './commands/account-commands.ts'
import { createApplicationCommands } from './commands/application-commands.ts'
import { createBackupCommands } from './commands/backup-commands.ts'
import { createCustomerCommands } from './commands/customer-commands.ts'
import { createHomeCommands } from './commands/home-commands.ts'
import { createImportCommands } from './commands/import-commands.ts'
import { createLogoCommands } from './commands/logo-commands.ts'
import { createLinkCommands } from './commands/link-commands.ts'
import { loadLater } from './commands/load-later.ts'
import { createMenuCommands } from './commands/menu-commands.ts'
import { createOwnCommands } from './commands/own-commands.ts'
import { createPartnerMapCommands } from './commands/partner-map-commands.ts'
import { createRelationshipCommands } from './commands/relationship-commands.ts'
import { createPortfolioCommands } from './commands/portfolio-commands.ts'
import { createRenewalCommands } from './commands/renewal-commands.ts'
import { createRequestCommands } from './commands/request-commands.ts'
import { expireGranular } from './commands/request-events.ts'
import { createTemplateCommands } from './commands/template-commands.ts'
import { createSavedViewCommands } from './commands/saved-view-commands.ts'
import type { ExportFacts } from './export/read-list.ts'
import { createImports } from './import/imports.ts'
import { whenReady } from './ipc/not-yet.ts'
import type { Handlers, Router } from './ipc/router.ts'
import { createReminders, reminderInterval } from './reminders.ts'
import { createRouter } from './ipc/router.ts'
import type { ViewHub } from './ipc/view-hub.ts'
import { createViewHub } from './ipc/view-hub.ts'
import { createJobs } from './jobs.ts'
import { orderStatement } from './lists/run-query.ts'
import { createCustomerSearch } from './lists/customer-search.ts'
import { createPortfolioTotals } from './lists/portfolio-totals.ts'
import { createMenuChoices, type MenuChoices } from './menu.ts'
import type { Log, PreferencesPort, ShellPorts, StartReader } from './ports.ts'
import { keepTotals } from './queries/keep-totals.ts'
import { createKeptRows } from './queries/kept-rows.ts'
import { createLongReads } from './queries/long-reads.ts'
import { createQueryThread } from './queries/query-thread.ts'
import { createNotedReader } from './store/noted-reader.ts'
import { civilDateIn, systemTimeZone } from './store/day-in.ts'
import { createPreferences } from './store/preferences.ts'
import { openStore } from './store/store.ts'
import { createPast } from './views/past.ts'
import { createProject } from './views/projections.ts'

/** The whole program behind its one entrance and its views; what surrounds it is a window or a terminal. */
export type Application = {
  readonly router: Router
  readonly hub: ViewHub
  readonly backups: Backups
  /** Ends when nothing of an import that does not count is left. */
  readonly settled: () => Promise<void>
  /** Has the page do what was chosen in the application menu. */
  readonly chooseFromMenu: MenuChoices['choose']
  readonly close: () => void
}

/** Where the script lies; up to how many customers and subscriptions it is not needed, where that is not the usual. */
type QueryScript = { readonly script: string | URL; readonly shortPortfolio?: number }

export type ApplicationOptions = {
  readonly dataFolder: string
  readonly preferences: PreferencesPort
  readonly shell: ShellPorts
  readonly log: Log
  readonly startReader: StartReader
  /** The script of the thread that reads what takes long; without it everything is read at once. */
  readonly queries?: QueryScript
  readonly version: string
  readonly systemLanguage: Language
  /** Parses outputs against the contract too; for tests and `desk`. */
  readonly validateOutput?: boolean
  readonly clock?: () => Date
  /** The IANA name of the zone the user is in; the system's unless it is said. */
  readonly timeZone?: () => string
  readonly newId?: () => string
}

/**
 * Builds the program over a data folder.
 * @throws AppError when the data cannot be opened: `DATA_IN_USE`, `DATA_TOO_NEW`, `DATA_DAMAGED`, `DATA_NOT_WRITABLE`.
 */
export function createApplication(options: ApplicationOptions): Application {
  const { dataFolder, shell, log, validateOutput = false, timeZone = systemTimeZone } = options
  const store = openStore({ dataFolder, clock: options.clock, newId: options.newId })
  const imports = createImports(store, options.startReader)
  const preferences = createPreferences(options.preferences, () => hub.refresh())
  const jobs = createJobs({ newId: store.newId, now: store.now, onChange: () => hub.refresh(['job.list']) })
  const backups = createBackups({
    store,
    startReader: options.startReader,
    log,
    onChange: () => hub.refresh(['backup.list']),
  })
  const menu = createMenuChoices(() => hub.refresh(['menu.chosen']))
  // Kept by the loop, which would otherwise sleep between two pieces; a closed store ends them.
  const background = { later: (work: () => void) => void setImmediate(work), isOpen: store.isOpen }
  const { reader, collect } = createNotedReader(store.reader)
  const longReads = createLongReads({
    reader,
    thread: options.queries === undefined ? null : createQueryThread(options.queries.script, store.path),
    report: log.report,
    short: options.queries?.shortPortfolio,
  })
  const customerSearch = createCustomerSearch(reader, { ...background, mayWait: longReads.mayWait })
  const keptRows = createKeptRows({ store, reader, longReads })
  const totals = createPortfolioTotals(keptRows)
  store.onPortfolioChange(() => {
    customerSearch.reset()
    longReads.forgetPortfolio()
    keptRows.forget(null)
  })
  const language = () => {
    const chosen = preferences.current().language
    return chosen === 'system' ? options.systemLanguage : chosen
  }
  const today = () => civilDateIn(store.now().getTime(), timeZone())
  const calendar = () => ({ today: today(), timeZone: timeZone() })
  store.onCommit((touched) => {
    if (touched?.has('customer_own') !== false) {
      customerSearch.resetAliases()
    }
    longReads.forget(touched)
    keptRows.forget(touched)
  })
  expireGranular(store)
  const exportFacts: ExportFacts = {
    project: (name, params) => project(name, params),
    order: (list, query) => longReads.keys(orderStatement(list, query, calendar())),
    whenRead: async (reading) => whenReady(() => longReads.patiently(reading)),
    jobs,
    now: store.now,
    revision: store.revision,
    language,
  }
  const handlers: Handlers = {
    ...createAccountCommands(store),
    ...createLogoCommands(store),
    ...createApplicationCommands(preferences, shell, log),
    ...createBackupCommands(backups, shell),
    ...createCustomerCommands(store, imports),
    ...createImportCommands({
      store,
      jobs,
      imports,
      startReader: options.startReader,
      onStagedChange: () => hub.refresh(['import.staged', 'import.diff', 'import.questions']),
    }),
    ...createHomeCommands(store, preferences, jobs, imports),
    ...createMenuCommands(shell),
    ...createOwnCommands(store),
    ...createPortfolioCommands(store),
    ...createRenewalCommands(store),
    ...createRequestCommands(store, shell),
    ...loadLater(
      [
        'invitation.chat',
        'invitation.guide',
        'invitation.mail-program',
        'invitation.qr-png',
        'invitation.qr-svg',
        'invitation.save-drafts',
      ],
      async () => (await import('./commands/invitation-commands.ts')).createInvitationCommands(store, shell),
    ),
    ...createAcceptanceCommands(store),
    ...createLinkCommands(store),
    ...createTemplateCommands(store),
    ...createRelationshipCommands(store),
    ...createPartnerMapCommands(store, shell),
    ...createSavedViewCommands(store),
    ...loadLater(['list.export', 'calendar.export'], async () =>
      (await import('./commands/export-commands.ts')).createExportCommands(exportFacts, store),
    ),
    ...loadLater(['report.customer', 'report.customers', 'report.portfolio', 'report.print'], async () =>
      (await import('./commands/report-commands.ts')).createReportCommands(exportFacts, shell),
    ),
    ...loadLater(['sample.load', 'sample.remove'], async () =>
      (await import('./sample/sample-commands.ts')).createSampleCommands(store, imports),
    ),
  }
  const project = createProject(
    {
      reader,
      backups,
      listings: store.listings,
      staged: { pathOf: imports.pathOf, portfolioPath: store.path },
      preferences,
      customerSearch,
      longReads,
      totals,
      jobs,
      menu,
      systemLanguage: options.systemLanguage,
      today,
      calendar,
      about: {
        version: options.version,
        runtime: runtimeName(),
        database: store.driverName,
        dataFolder: dataFolder.replace(homedir(), '~'),
      },
    },
    createPast(store, reader, longReads, background, timeZone),
  )
  const hub = createViewHub({
    project,
    revision: store.revision,
    log,
    validateOutput,
    patiently: longReads.patiently,
    collect,
    day: today,
  })
  store.onCommit(hub.follow)
  const remind =
    shell.showNotice === undefined
      ? () => undefined
      : createReminders({
          reader: store.reader,
          showNotice: shell.showNotice,
          isWanted: () => preferences.current().isReminding,
          today,
          language,
        })
  remind()
  const reminding = setInterval(remind, reminderInterval)
  // Nothing waits for a reminder that has not come.
  reminding.unref()
  const stopBackups = keepBackups(backups)
  const isThreaded = options.queries !== undefined
  const stopTotals = keepTotals({ store, longReads, totals, keptRows, isThreaded })
  return {
    router: createRouter({ handlers, revision: store.revision, log, validateOutput }),
    hub,
    backups,
    chooseFromMenu: menu.choose,
    settled: imports.settled,
    close: () => {
      clearInterval(reminding)
      stopBackups()
      stopTotals()
      longReads.close()
      store.close()
    },
  }
}

function runtimeName(): string {
  const { electron } = process.versions
  return electron === undefined ? `Node ${process.versions.node}` : `Electron ${electron}`
}
