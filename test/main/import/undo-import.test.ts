import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, makeAccount, previewFile, refusal } from '#test/support/fixtures.ts'
import { logicalDump } from '#test/support/logical-dump.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { contoso, customersFile, fabrikam, line, reconciliationFile } from '#test/support/reconciliation.ts'

const page = { offset: 0, limit: 200 }
let loopback: Loopback
let accountId: string

beforeEach(async () => {
  loopback = createLoopback()
  accountId = await makeAccount(loopback)
})
afterEach(() => loopback.close())

const dump = () => logicalDump(loopback.dataFolder)
const first = reconciliationFile([
  line(),
  line({ CustomerID: fabrikam, CustomerName: 'Fabrikam', SyndicationPartnerSubscriptionNumber: 's2' }),
])
/** Changes one subscription, moves another to a new customer, adds one, and leaves a customer out. */
const second = reconciliationFile([
  line({ Quantity: '40', CustomerName: '上海华联集团' }),
  line({ CustomerID: 'a1b2c3d4-0000-4000-8000-000000000003', SyndicationPartnerSubscriptionNumber: 's2' }),
  line({ SyndicationPartnerSubscriptionNumber: 's3' }),
])

describe('undoing an import', () => {
  test('restores every row of the database', async () => {
    await importFile(loopback, accountId, first)
    const before = dump()
    await importFile(loopback, accountId, second)
    const after = dump()
    expect(after).not.toEqual(before)
    await loopback.run('import.undo', {})
    await loopback.settled()
    expect(dump()).toEqual(before)
    await importFile(loopback, accountId, second)
    expect(loopback.read('subscription.list', { accountId, ...page }).total).toBe(3)
  })

  test('shows at once what was before, also before anything is swept', async () => {
    await importFile(loopback, accountId, first)
    const before = loopback.read('subscription.list', { accountId, ...page })
    const customers = loopback.read('customer.list', { accountId, ...page })
    await importFile(loopback, accountId, second)
    await loopback.run('import.undo', {})
    expect(loopback.read('subscription.list', { accountId, ...page })).toEqual(before)
    expect(loopback.read('customer.list', { accountId, ...page })).toEqual(customers)
  })

  test('lets the same file be imported again at once, while what was undone is still being swept', async () => {
    await importFile(loopback, accountId, first)
    const before = loopback.read('subscription.list', { accountId, ...page })
    for (let again = 0; again < 3; again += 1) {
      await loopback.run('import.undo', {})
      const preview = await previewFile(loopback, accountId, first)
      await loopback.settled()
      await loopback.run('import.apply', { previewId: preview.previewId })
      expect(loopback.read('subscription.list', { accountId, ...page }).rows).toMatchObject(
        before.rows.map(({ offer, quantity }) => ({ offer, quantity })),
      )
    }
  })

  test('goes in order, and says which one is first', async () => {
    await importFile(loopback, accountId, first)
    await importFile(loopback, accountId, { ...second, name: 'later.csv' })
    const imports = () => loopback.read('import.list', page).rows
    expect(imports().map(({ canUndo }) => canUndo)).toEqual([true, false])
    const older = imports()[1]?.id ?? ''
    expect(await refusal(loopback.run('import.undo', { importId: older }))).toMatchObject({
      code: 'IMPORT_NOT_LAST',
      data: { fileName: 'later.csv' },
    })
    await loopback.run('import.undo', { importId: imports()[0]?.id ?? '' })
    await loopback.run('import.undo', { importId: older })
    expect(loopback.read('customer.list', page).total).toBe(0)
    expect(await refusal(loopback.run('import.undo', {}))).toMatchObject({ code: 'NOTHING_TO_UNDO' })
    expect(await refusal(loopback.run('import.undo', { importId: older }))).toMatchObject({
      code: 'NOTHING_TO_UNDO',
    })
  })

  test('leaves the user’s own work, which is there again when a file names the customer', async () => {
    await importFile(
      loopback,
      accountId,
      customersFile([[contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', '']]),
    )
    const [customer] = loopback.read('customer.list', page).rows
    await loopback.run('customer.note', { customerId: customer?.id ?? '', text: '周五回电' })
    await loopback.run('import.undo', {})
    await loopback.settled()
    expect(loopback.read('customer.list', page).total).toBe(0)
    await importFile(
      loopback,
      accountId,
      customersFile([[contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', '']]),
    )
    const [again] = loopback.read('customer.list', page).rows
    expect(again?.id).toBe(customer?.id)
    expect(
      loopback.read('customer.detail', { customerId: again?.id ?? '' }).notes.map(({ text }) => text),
    ).toEqual(['周五回电'])
  })
})

describe('Ctrl+Z', () => {
  test('right after an import undoes it, and after a note the note', async () => {
    await importFile(loopback, accountId, first)
    const [customer] = loopback.read('customer.list', page).rows
    await loopback.run('customer.note', { customerId: customer?.id ?? '', text: 'a' })
    await importFile(loopback, accountId, second)
    const next = () => loopback.read('undo.state', {}).undo?.command
    expect(next()).toBe('import.apply')
    await loopback.run('undo.last', {})
    expect(next()).toBe('customer.note')
    await loopback.run('undo.last', {})
    expect(next()).toBe('import.apply')
    await loopback.run('undo.last', {})
    expect(next()).toBeUndefined()
    expect(loopback.read('customer.list', page).total).toBe(0)
  })

  test('does not mean the sample, which is removed as a whole', async () => {
    await loopback.run('sample.load', {})
    expect(loopback.read('undo.state', {}).undo).toBeNull()
  })
})

test('a cancelled apply leaves the portfolio as it was, and the preview to be applied', async () => {
  const { previewId } = await previewFile(loopback, accountId, first)
  const before = dump()
  const applying = refusal(loopback.run('import.apply', { previewId }))
  const [job] = loopback.read('job.list', {})
  await loopback.run('job.cancel', { jobId: job?.id ?? '' })
  expect(await applying).toMatchObject({ code: 'CANCELLED' })
  await loopback.settled()
  expect(dump()).toEqual(before)
  await loopback.run('import.apply', { previewId })
  expect(loopback.read('customer.list', page).total).toBe(2)
  expect(readdirSync(join(loopback.dataFolder, 'staging'))).toEqual([])
  expect(existsSync(join(loopback.dataFolder, 'portfolio.db'))).toBe(true)
})
