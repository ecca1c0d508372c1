import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { generateSampleParts } from '#main/sample/generator.ts'

/*
 * Writes a made-up portfolio of any size as the two files a colleague would hand over:
 *   node build/sample/write-sample.ts --customers 1000 --subscriptions 5 --seed 7 --today 2026-11-22 --out FOLDER
 */
const { values } = parseArgs({
  options: {
    customers: { type: 'string', default: '40' },
    // The most of one customer.
    subscriptions: { type: 'string', default: '5' },
    seed: { type: 'string', default: '21' },
    today: { type: 'string', default: new Date().toISOString().slice(0, 10) },
    out: { type: 'string', default: 'out/sample' },
  },
})

const parts = generateSampleParts({
  customers: Number(values.customers),
  mostSubscriptions: Number(values.subscriptions),
  seed: Number(values.seed),
  today: values.today,
  tenantId: '5a3e0f7c-0000-4000-8000-5a3e0f7c0001',
  partnerId: '4400001',
})
mkdirSync(values.out, { recursive: true })
for (const [name, pieces] of [
  ['reconciliation.csv', parts.reconciliation],
  ['Customers.csv', parts.customers],
] as const) {
  const file = openSync(join(values.out, name), 'w')
  for (const piece of pieces) writeSync(file, piece)
  closeSync(file)
}
process.stdout.write(`Wrote ${values.customers} customers to ${values.out}\n`)
