import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateSample } from '#main/sample/generator.ts'

/*
 * Writes a made-up portfolio of any size as the two files a colleague would hand over:
 *   node build/sample/write-sample.ts --customers 1000 --seed 7 --today 2026-11-22 --out FOLDER
 */
const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '40' },
    seed: { type: 'string', default: '21' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: 'out/sample' },
  },
})

const files = generateSample({
  customers: Number(values.customers),
  seed: Number(values.seed),
  today: values.today,
  tenantId: '5a3e0f7c-0000-4000-8000-5a3e0f7c0001',
  partnerId: '4400001',
})
mkdirSync(values.out, { recursive: true })
writeFileSync(join(values.out, 'reconciliation.csv'), files.reconciliation)
writeFileSync(join(values.out, 'Customers.csv'), files.customers)
process.stdout.write(`Wrote ${values.customers} customers to ${values.out}\n`)
