import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { DatabaseSync, type SQLInputValue } from 'node:sqlite'
import { setTimeout as pause } from 'node:timers/promises'
import type { Application } from '#main/application.ts'
import { createApplication } from '#main/application.ts'
import { openRegularFile } from '#main/files.ts'
import { createNodeReaderStarter } from '#main/desk/reader-process.ts'
import { databaseFileName, openStore } from '#main/store/store.ts'
import { percentile } from './figures.ts'

/** What one size of a portfolio takes; times in milliseconds. */
export type ImportMeasures = {
  /** Customers and subscriptions together. */
  readonly rows: number
  /** Lines of the file: a subscription has one for each period it was charged for. */
  readonly lines: number
  readonly previewMs: number
  readonly applyMs: number
  readonly againMs: number
  readonly undoMs: number
  readonly sweepMs: number
  readonly floorMs: number
  /** The processor's share of it, of all processes: of the whole import, of the apply in it, and of the floor. */
  readonly processorMs: { readonly whole: number; readonly apply: number; readonly floor: number }
  readonly restMegabytes: number
  readonly peakMegabytes: number
  readonly longestGapMs: number
  readonly viewMs: number
  readonly saveMs: number
}

const [folder = '', files = ''] = process.argv.slice(2)
const dataFolder = join(folder, 'data')
const file = join(files, 'reconciliation.csv')
const beatMs = 10
const lookMs = 50
const template = { language: 'en', subject: 'Subject', text: 'Text', closing: '' } as const

const quiet = { info: () => undefined, error: () => undefined, report: () => '' }

function open(): Application {
  return createApplication({
    dataFolder,
    preferences: { read: () => ({}), write: () => undefined, quarantinedFile: null },
    shell: {},
    log: quiet,
    version: '0.0.0-bench',
    systemLanguage: 'en',
    startReader: createNodeReaderStarter(),
  })
}

const application = open()
const run = async <T>(name: string, input: object): Promise<T> => {
  const reply = await application.router.dispatch(name, input, {
    openFile: () => openRegularFile(file),
    openFiles: async () => [await openRegularFile(file)],
    saveFile: () => Promise.reject(new Error('nothing is saved')),
    saveFiles: () => Promise.reject(new Error('nothing is saved')),
  })
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`)
  return reply.value as T
}

type Timed<T> = { readonly ms: number; readonly processorMs: number; readonly value: T }

const timed = async <T>(work: () => Promise<T>): Promise<Timed<T>> => {
  const began = performance.now()
  const before = processorMs()
  const value = await work()
  const ms = performance.now() - began
  // A process that has ended counts once it has been collected.
  await pause(200)
  return { ms, processorMs: processorMs() - before, value }
}

/** The processor time of this process and of those it had started and that have ended; what a busy machine cannot change. */
function processorMs(): number {
  const { user, system } = process.cpuUsage()
  const stat = existsSync('/proc/self/stat') ? readFileSync('/proc/self/stat', 'utf8') : ''
  // In hundredths of a second; the name in brackets may hold blanks.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (user + system) / 1_000 + 10 * (Number(fields[13] ?? 0) + Number(fields[14] ?? 0))
}

/** Beats like a window's clock, and looks and saves like its user, until it is told to stop. */
function watch(accountId: string, templateId: string) {
  const views: number[] = []
  const saves: number[] = []
  let longestGap = 0
  let peak = 0
  let last = performance.now()
  const heart = setInterval(() => {
    const now = performance.now()
    longestGap = Math.max(longestGap, now - last - beatMs)
    last = now
    peak = Math.max(peak, process.memoryUsage.rss())
  }, beatMs)
  let isOn = true
  const user = (async () => {
    for (let turn = 0; isOn; turn += 1) {
      // From when it was meant to begin: whoever clicks waits for what is being done, too.
      const began = performance.now() + lookMs
      await pause(lookMs)
      if (turn % 2 === 0) {
        application.hub.read('customer.list', { accountId, offset: 0, limit: 100 })
        views.push(performance.now() - began)
      } else {
        await run('template.save', { ...template, templateId, name: `template ${turn}` })
        saves.push(performance.now() - began)
      }
    }
  })()
  return async () => {
    isOn = false
    clearInterval(heart)
    await user
    return {
      longestGapMs: longestGap,
      peakMegabytes: peak / 2 ** 20,
      viewMs: percentile(views, 0.99),
      saveMs: percentile(saves, 0.99),
    }
  }
}

const { id: accountId } = await run<{ id: string }>('account.create', {
  companyName: '晨星云服务有限公司',
  cloud: '21vianet',
  kind: 'direct',
  partnerId: '4400001',
})
const restMegabytes = process.memoryUsage.rss() / 2 ** 20
const { id: templateId } = await run<{ id: string }>('template.save', { ...template, name: 'template' })
type Preview = { readonly previewId: string; readonly rowCount: number }
const preview = async () => run<Preview>('import.preview', { accountId })
const apply = async ({ previewId }: Preview) => run('import.apply', { previewId })

const stop = watch(accountId, templateId)
const first = await timed(preview)
const applied = await timed(async () => apply(first.value))
const watched = await stop()
const stopAgain = watch(accountId, templateId)
const again = await timed(async () => apply(await preview()))
await stopAgain()
const undo = await timed(async () => run('import.undo', {}))
const swept = await timed(async () => application.settled())
application.close()

/** Inserts the rows that the import has made into an empty portfolio, as fast as prepared statements go. */
function floor(): { readonly rows: number; readonly ms: number; readonly usedMs: number } {
  const emptyFolder = join(folder, 'floor')
  openStore({ dataFolder: emptyFolder }).close()
  const from = new DatabaseSync(join(dataFolder, databaseFileName), { readOnly: true })
  const into = new DatabaseSync(join(emptyFolder, databaseFileName))
  into.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536')
  into.function('fold', { deterministic: true }, (text: unknown) => (text as string).toLowerCase())
  into.prepare('ATTACH ? AS source').run(`${pathToFileURL(join(dataFolder, databaseFileName)).href}?mode=ro`)
  into.exec('INSERT INTO partner_account SELECT * FROM source.partner_account; DETACH source')
  let ms = 0
  let usedMs = 0
  let rows = 0
  for (const table of ['customer_record', 'subscription_record', 'subscription_fact', 'customer_fact']) {
    const columns = from
      .prepare(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => String(name))
    const insert = into.prepare(
      `INSERT INTO ${table} (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    )
    const read = from.prepare(`SELECT * FROM ${table} WHERE rid > ? ORDER BY rid LIMIT 20000`)
    for (let last = 0; ;) {
      const batch = read.all(last).map((row) => Object.values(row) as SQLInputValue[])
      if (batch.length === 0) break
      last = Number(batch.at(-1)?.[0])
      const began = performance.now()
      const before = processorMs()
      into.exec('BEGIN; INSERT INTO subscription_gate (is_open) VALUES (1)')
      for (const values of batch) insert.run(...values)
      into.exec('DELETE FROM subscription_gate; COMMIT')
      ms += performance.now() - began
      usedMs += processorMs() - before
      rows += table.endsWith('_fact') ? batch.length : 0
    }
  }
  from.close()
  into.close()
  return { rows, ms, usedMs }
}

const { rows, ms: floorMs, usedMs } = floor()
const measures: ImportMeasures = {
  rows,
  lines: first.value.rowCount,
  previewMs: first.ms,
  applyMs: applied.ms,
  againMs: again.ms,
  undoMs: undo.ms,
  sweepMs: swept.ms,
  floorMs,
  processorMs: {
    whole: first.processorMs + applied.processorMs,
    apply: applied.processorMs,
    floor: usedMs,
  },
  restMegabytes,
  ...watched,
}
process.stdout.write(JSON.stringify(measures))
