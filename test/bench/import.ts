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
    '--max-old-space-size=6000',
    join('build', 'sample', 'write-sample.ts'),
    '--customers',
    String(customers),
    '--out',
    files,
  )
  const told = await node(join('test', 'bench', 'support', 'measure-import.ts'), place, files)
  await rm(place, { recursive: true, force: true })
  return JSON.parse(told) as ImportMeasures
}

function figuresOf(customers: number, found: ImportMeasures): Figure[] {
  const name = (what: string) => `${customers.toLocaleString('en')}: ${what}`
  const perSecond = (ms: number) => found.rows / (ms / 1000)
  return [
    {
      name: name(`apply of ${found.rows} rows, floor raw inserts`),
      unit: 'ms',
      here: found.applyMs,
      beside: found.floorMs,
      goal: { of: 'ratio', atMost: 1.5 },
    },
    {
      name: name('whole import (read, compare, apply)'),
      unit: 'ms',
      here: found.previewMs + found.applyMs,
      beside: found.floorMs,
    },
    {
      name: name('rows a second, apply and floor'),
      unit: '/s',
      here: perSecond(found.applyMs),
      beside: perSecond(found.floorMs),
    },
    {
      name: name('the same file again, beside the first time'),
      unit: 'ms',
      here: found.againMs,
      beside: found.previewMs + found.applyMs,
      goal: { of: 'ratio', atMost: 0.5 },
    },
    { name: name('undo until it is seen'), unit: 'ms', here: found.undoMs },
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
