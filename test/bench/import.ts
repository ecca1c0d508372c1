import { spawn } from 'node:child_process'
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { tableOf, isMet, ratioOf, type Figure } from './support/figures.ts'
import type { ImportMeasures } from './support/measure-import.ts'

/*
 * The benchmark of the import: npm run bench -- import [1000] [10000] [100000]
 * Each size runs in a process of its own, through the program's own commands, beside raw prepared inserts of the same
 * rows into the same tables. It prints and writes out/bench/import.json, and never fails on time.
 */

const checkout = join(import.meta.dirname, '..', '..')
const folder = join(checkout, 'out', 'bench')
const asked = process.argv
  .slice(2)
  .map(Number)
  .filter((each) => Number.isInteger(each) && each > 0)
const sizes = asked.length > 0 ? asked : [1_000, 10_000, 100_000]

const node = (...args: string[]): Promise<string> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: checkout,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const out: Buffer[] = []
    child.stdout.on('data', (bytes: Buffer) => out.push(bytes))
    child.on('error', reject)
    child.on('close', (code) =>
      code === 0 ? resolve(Buffer.concat(out).toString('utf8')) : reject(new Error(`ended with ${code}`)),
    )
  })

async function measure(customers: number): Promise<ImportMeasures> {
  const place = join(folder, `import-${customers}`)
  await rm(place, { recursive: true, force: true })
  await mkdir(place, { recursive: true })
  const files = join(place, 'files')
  await node(
    join('build', 'sample', 'write-sample.ts'),
    '--customers',
    String(customers),
    // Ten of each on the average, so that 100,000 customers have a million.
    '--subscriptions',
    '21',
    '--out',
    files,
  )
  const told = await node(join('test', 'bench', 'support', 'measure-import.ts'), place, files)
  await rm(place, { recursive: true, force: true })
  return JSON.parse(told) as ImportMeasures
}

function figuresOf(customers: number, found: ImportMeasures): Figure[] {
  const size = customers.toLocaleString('en')
  const name = (what: string) => `${size}: ${what}`
  const thousandRows = (ms: number) => ms / (found.rows / 1000)
  const wholeMs = found.previewMs + found.applyMs
  // The goal says "a full import": that is all of it, from the first byte read to the last row seen. What comes after the
  // user has said yes is judged by the same measure, since that is what the floor does.
  return [
    {
      name: name(`whole import of ${found.rows} rows (${found.lines} lines), floor raw inserts`),
      unit: 'ms',
      here: wholeMs,
      beside: found.floorMs,
      goal: { of: 'ratio', atMost: 1.5 },
    },
    {
      name: name('of it apply'),
      unit: 'ms',
      here: found.applyMs,
      beside: found.floorMs,
      goal: { of: 'ratio', atMost: 1.5 },
    },
    { name: name('of it read, stage, compare'), unit: 'ms', here: found.previewMs, beside: found.floorMs },
    {
      name: name('whole import, processor time of all processes'),
      unit: 'ms',
      here: found.processorMs.whole,
      beside: found.processorMs.floor,
    },
    {
      name: name('of it apply, with looks and saves meanwhile'),
      unit: 'ms',
      here: found.processorMs.apply,
      beside: found.processorMs.floor,
    },
    {
      name: name('whole import, a thousand rows'),
      unit: 'ms',
      here: thousandRows(wholeMs),
      beside: thousandRows(found.floorMs),
    },
    {
      name: name('rows a second, whole import and floor'),
      unit: '/s',
      here: 1e6 / thousandRows(wholeMs),
      beside: 1e6 / thousandRows(found.floorMs),
    },
    {
      name: name('the same file again, beside the first time'),
      unit: 'ms',
      here: found.againMs,
      beside: wholeMs,
      goal: { of: 'ratio', atMost: 0.5 },
    },
    { name: name('undo until it is seen'), unit: 'ms', here: found.undoMs },
    { name: name('and its rows taken away'), unit: 'ms', here: found.sweepMs },
    {
      name: name('peak memory of main'),
      unit: 'MB',
      here: found.peakMegabytes,
      beside: found.restMegabytes,
      goal: { of: 'here', atMost: 400 },
    },
    {
      name: name('longest gap of a heartbeat'),
      unit: 'ms',
      here: found.longestGapMs,
      goal: { of: 'here', atMost: 200 },
    },
    { name: name('a view meanwhile, p99'), unit: 'ms', here: found.viewMs, goal: { of: 'here', atMost: 50 } },
    { name: name('a save meanwhile, p99'), unit: 'ms', here: found.saveMs, goal: { of: 'here', atMost: 50 } },
  ]
}

const figures: Figure[] = []
await mkdir(folder, { recursive: true })
for (const customers of sizes) {
  const found = figuresOf(customers, await measure(customers))
  figures.push(...found)
  process.stdout.write(`> Benchmark: import, ${customers} customers\n${tableOf(found)}\n\n`)
}
const report = {
  at: new Date().toISOString(),
  processors: availableParallelism(),
  figures: figures.map((figure) => ({ ...figure, ratio: ratioOf(figure), isMet: isMet(figure) })),
}
await writeFile(join(folder, 'import.json'), `${JSON.stringify(report, null, 2)}\n`)
