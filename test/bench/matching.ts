import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises'
import { createApplication } from '#main/application.ts'
import { createNodeReaderStarter } from '#main/desk/reader-process.ts'
import { openRegularFile } from '#main/files.ts'
import { tableOf, type Figure } from './support/figures.ts'

/*
 * The benchmark of acceptance matching: npm run bench -- matching [100000] [500]
 * Requests to companies in no list yet, then one list that names a hundred thousand customers for the first time. Beside
 * each figure stands what a page of the customer list takes in the same run.
 */

const [customers = 100_000, requests = 500] = process.argv.slice(2).map(Number)
const place = await mkdtemp(join(tmpdir(), 'bench-matching-'))
const listFile = join(place, 'customers.csv')
let now = new Date('2026-11-01T01:00:00Z')

const application = createApplication({
  dataFolder: join(place, 'data'),
  preferences: { read: () => ({}), write: () => undefined, quarantinedFile: null },
  shell: {},
  log: { info: () => undefined, error: () => undefined, report: String },
  version: '0.0.0-bench',
  systemLanguage: 'zh-CN',
  startReader: createNodeReaderStarter(),
  queries: { script: new URL('../../main/queries.ts', import.meta.url) },
  clock: () => now,
})
const run = async <T>(name: string, input: object): Promise<T> => {
  const reply = await application.router.dispatch(name, input, {
    openFile: () => openRegularFile(listFile),
    openFiles: async () => [await openRegularFile(listFile)],
    saveFile: () => Promise.reject(new Error('nothing is saved')),
    saveFiles: () => Promise.reject(new Error('nothing is saved')),
  })
  if (!reply.ok) throw new Error(`${name}: ${reply.error.code} ${reply.error.message}`)
  return reply.value as T
}
const timed = async (work: () => unknown): Promise<number> => {
  const began = performance.now()
  await work()
  return performance.now() - began
}

const id = (index: number) => `a1b2c3d4-0000-4000-8000-${String(index).padStart(12, '0')}`
const name = (index: number) => `第${index}号贸易有限公司`
const rows = Array.from(
  { length: customers },
  (_, index) => `${id(index)},${name(index)},c${index}.partner.onmschina.cn,Cloud Reseller`,
)
await writeFile(
  listFile,
  `\uFEFFMicrosoft ID,Company name,Primary domain name,Relationship\r\n${rows.join('\r\n')}\r\n`,
)
const { id: accountId } = await run<{ id: string }>('account.create', {
  companyName: '晨星云服务有限公司',
  cloud: '21vianet',
  kind: 'direct',
  partnerId: '4400001',
  link: 'https://portal.partner.microsoftonline.cn/Home?invitation=1#/accept',
})
for (let index = 0; index < requests; index += 1) {
  const { id: requestId } = await run<{ id: string }>('request.create', {
    accountId,
    prospect: { name: name(index * 7), email: `it@company-${index}.cn` },
    language: 'zh-CN',
  })
  await run('request.copy', { requestId, format: 'text' })
}
now = new Date('2026-11-02T01:00:00Z')
const { previewId } = await run<{ previewId: string }>('import.preview', { accountId })
await run('import.apply', { previewId })
await application.settled()

const page = () => application.hub.read('customer.list', { accountId, offset: 0, limit: 100 })
type Suggestions = readonly { readonly requestId: string; readonly customerId: string }[]
/** Looks as a page does: main answers others until it is there. */
const list = async (): Promise<Suggestions> =>
  new Promise((resolve, reject) => {
    const stop = application.hub.watch('acceptance.list', { accountId }, (snapshot) => {
      if (snapshot.ok) resolve(snapshot.value as Suggestions)
      else reject(new Error(snapshot.error.code))
      queueMicrotask(() => stop())
    })
  })
let silent = 0
let heard = performance.now()
const listen = setInterval(() => {
  silent = Math.max(silent, performance.now() - heard)
  heard = performance.now()
}, 1)
const beside = await timed(page)
await nextTurn()
heard = performance.now()
silent = 0
const first = await timed(list)
await pause(20)
const longest = silent
clearInterval(listen)
const again = await timed(list)
const [suggestion] = await list()
const confirm = await timed(() =>
  run('acceptance.confirm', { requestId: suggestion?.requestId, customerId: suggestion?.customerId }),
)
const after = await timed(list)
const figures: Figure[] = [
  { name: `${customers} customers, ${requests} requests: first look`, unit: 'ms', here: first, beside },
  { name: '  main silent, longest', unit: 'ms', here: longest, beside, goal: { of: 'here', atMost: 50 } },
  { name: 'looked at again, nothing changed', unit: 'ms', here: again, beside },
  { name: 'one confirmed', unit: 'ms', here: confirm, beside },
  { name: 'looked at after that', unit: 'ms', here: after, beside },
]
process.stdout.write(`> Benchmark: matching, ${(await list()).length} suggestions\n${tableOf(figures)}\n`)
application.close()
await rm(place, { recursive: true, force: true })
