import { toGb18030 } from '#test/support/gb18030.ts'
import { fabrikam, line, reconciliationText } from '#test/support/reconciliation.ts'
import { dropFiles, putFile } from './support/files.ts'
import { createAccount } from './support/hostile.ts'
import { expect, test } from './support/launch.ts'
import { look, run } from './support/stage.ts'

test('a GB18030 file from its drop to its diff, one row left out, applied, seen as news, and undone', async ({
  desk,
}, testInfo) => {
  const { window } = desk
  const accountId = await createAccount(desk)
  const before = await run(desk, 'import.paste', {
    accountId,
    name: 'October',
    text: reconciliationText([line({ Quantity: '20' })]),
  })
  await run(desk, 'import.apply', { previewId: before.step === 'changes' ? before.previewId : '' })
  await run(desk, 'portfolio.looked', {})

  await test.step('drop a file that a Chinese Excel has saved', async () => {
    const renamed = { CustomerName: '上海华联集团有限公司' }
    const text = reconciliationText([
      line({ ...renamed, Quantity: '25' }),
      line({
        ...renamed,
        SyndicationPartnerSubscriptionNumber: 'new-1',
        OfferName: 'Visio 计划 2',
        SubscriptionName: 'Visio 计划 2',
      }),
      line({
        ...renamed,
        SyndicationPartnerSubscriptionNumber: 'new-2',
        OfferName: 'Project 计划 3',
        SubscriptionName: 'Project 计划 3',
      }),
      line({ CustomerID: fabrikam, CustomerName: '法布瑞康', Quantity: '很多' }),
    ])
    await dropFiles(window, [await putFile(testInfo.outputPath('files'), '对帐单.csv', toGb18030(text))])
    await expect(window.getByRole('heading', { name: 'Import preview' })).toBeVisible()
    await expect(window.getByRole('combobox', { name: 'Encoding' })).toHaveValue('gb18030')
  })

  await test.step('read the diff', async () => {
    await window.getByRole('tab', { name: 'Changed customers' }).click()
    await expect(window.getByRole('gridcell', { name: '上海华联集团有限公司' }).first()).toBeVisible()
    await window.getByRole('tab', { name: 'Changed subscriptions' }).click()
    await window.getByRole('gridcell', { name: /Seats: 20 → 25/ }).click()
    const facts = window.getByRole('group', { name: /^Facts of/ })
    await expect(facts.getByRole('row', { name: 'Seats 20 25' })).toBeVisible()
    await window.getByRole('tab', { name: 'Rows left out' }).click()
    await expect(window.getByRole('gridcell', { name: '很多' })).toBeVisible()
    await desk.screenshot('import-1-diff')
  })

  await test.step('leave one row out, and apply the rest', async () => {
    await window.getByRole('tab', { name: 'New subscriptions' }).click()
    await window.getByRole('checkbox', { name: 'Take Project 计划 3' }).click()
    await expect(window.getByText('Subscriptions taken: 2 of 3')).toBeVisible()
    await window.getByRole('button', { name: 'Apply import' }).click()
    await expect(window.getByRole('grid', { name: 'Customers' })).toContainText('上海华联集团有限公司')
    const { rows } = await look(desk, 'subscription.list', { accountId, offset: 0, limit: 10 })
    expect(rows.map(({ offer, quantity }) => [offer, quantity]).toSorted()).toEqual([
      ['Office 365 企业版 E3', 25],
      ['Visio 计划 2', 25],
    ])
  })

  await test.step('what has changed is news', async () => {
    const { counts } = await look(desk, 'portfolio.changes', { accountId, offset: 0, limit: 20 })
    expect(counts).toMatchObject({ seats: 1, 'subscription-added': 1 })
  })

  await test.step('undo', async () => {
    await window.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(window.getByRole('grid', { name: 'Customers' })).toContainText('上海华联贸易有限公司')
    const { rows } = await look(desk, 'subscription.list', { accountId, offset: 0, limit: 10 })
    expect(rows.map(({ offer, quantity }) => [offer, quantity])).toEqual([['Office 365 企业版 E3', 20]])
  })
})
