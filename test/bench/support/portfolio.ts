import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'

const run = promisify(execFile)

/** Where what a benchmark makes is kept. */
export type Place = { readonly checkout: string; readonly folder: string }

/**
 * A data folder with so many customers, made once by the app's own generator and import and kept as long as these
 * and the database's migrations stay what they are.
 */
export async function ensurePortfolio({ checkout, folder }: Place, customers: number): Promise<string> {
  const key = createHash('sha256')
  for (const source of ['main/store', 'main/import', 'main/sample', 'build/sample']) {
    const names = await readdir(join(checkout, source), { recursive: true })
    for (const name of names.filter((each) => /\.\w+$/.test(each)).toSorted()) {
      key.update(name).update(await readFile(join(checkout, source, name)))
    }
  }
  const finished = join(folder, `data-${customers}-${key.digest('hex').slice(0, 12)}`)
  if (existsSync(finished)) return finished
  process.stdout.write(`> Benchmark: making ${customers} customers, once\n`)
  const files = join(folder, `files-${customers}`)
  const data = `${finished}.unfinished`
  await rm(data, { recursive: true, force: true })
  const node = async (...args: string[]) =>
    run(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: checkout,
      maxBuffer: 64 << 20,
    })
  const desk = async <T>(name: string, input: object, ...more: string[]): Promise<T> => {
    const { stdout } = await node(
      join('main', 'desk.ts'),
      '--data',
      data,
      name,
      JSON.stringify(input),
      ...more,
    )
    return (JSON.parse(stdout) as { value: T }).value
  }
  await node(join('build', 'sample', 'write-sample.ts'), '--customers', String(customers), '--out', files)
  const account = {
    companyName: '晨星云服务有限公司',
    cloud: '21vianet',
    kind: 'direct',
    partnerId: '4400001',
  }
  const { id: accountId } = await desk<{ id: string }>('account.create', account)
  for (const file of ['reconciliation.csv', 'Customers.csv']) {
    const input = { accountId }
    const { previewId } = await desk<{ previewId: string }>(
      'import.preview',
      input,
      '--file',
      join(files, file),
    )
    await desk('import.apply', { previewId })
  }
  await rm(files, { recursive: true })
  await rename(data, finished)
  return finished
}
