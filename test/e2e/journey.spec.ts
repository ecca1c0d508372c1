import { readFile } from 'node:fs/promises'
import PostalMime from 'postal-mime'
import { fabrikam, line, reconciliationFile } from '#test/support/reconciliation.ts'
import { answerSaveDialog, dropFiles, putFile } from './support/files.ts'
import { expect, test } from './support/launch.ts'

const link =
  'https://portal.partner.microsoftonline.cn/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=true#/partner-invitation'

test('from an empty program to an invitation in a mail draft, and all of it there after a restart', async ({
  desk,
}, testInfo) => {
  const { window } = desk
  await test.step('set up a partner account', async () => {
    await window.getByRole('button', { name: 'Set up account' }).click()
    await window.getByLabel('Company name').fill('晨星云服务有限公司')
    await window.getByLabel('PartnerID (MPN)').fill('4400001')
    await window.getByLabel('Name', { exact: true }).fill('林晓')
    await window.getByLabel('E-mail address').fill('lin@chenxing.example')
    await window.getByLabel('Link from Partner Center').fill(link)
    await desk.screenshot('journey-1-account')
    await window.getByRole('button', { name: 'Add account' }).click()
    await expect(window.getByRole('listitem', { name: 'Account added.' })).toBeVisible()
  })

  await test.step('import a reconciliation file by dropping it', async () => {
    const file = reconciliationFile([
      line({ Quantity: '25' }),
      line({ ChargeStartDate: '11/1/2026 0:00', ChargeEndDate: '11/30/2026 0:00', Quantity: '31' }),
      line({
        CustomerID: fabrikam,
        CustomerName: 'Fabrikam (Shanghai) Co., Ltd.',
        DomainName: 'fabrikam.partner.onmschina.cn',
        SyndicationPartnerSubscriptionNumber: 'b1b2c3d4-0000-4000-8000-00000000000b',
        ResellerMPNID: '-1',
      }),
      line({ Quantity: 'viele' }),
    ])
    await dropFiles(window, [await putFile(testInfo.outputPath('files'), '对帐 recon.csv', file.bytes)])
    await expect(window.getByRole('heading', { name: 'Import preview' })).toBeVisible()
    await expect(window.getByText('对帐 recon.csv').first()).toBeVisible()
    await window.getByRole('tab', { name: 'Rows left out' }).click()
    await expect(window.getByText('viele')).toBeVisible()
    await desk.screenshot('journey-2-preview')
    await window.getByRole('button', { name: /^Apply/ }).click()
  })

  await test.step('search in Chinese and in pinyin, and open the customer', async () => {
    const grid = window.getByRole('grid', { name: 'Customers' })
    await expect(grid.getByRole('row')).toHaveCount(3)
    const search = window.getByRole('searchbox')
    await search.fill('fabri')
    await expect(grid.getByRole('row')).toHaveCount(2)
    await search.fill('hualian')
    await expect(grid.getByRole('row').nth(1)).toContainText('上海华联贸易有限公司')
    await grid.getByRole('row').nth(1).click()
    await desk.screenshot('journey-3-customer')
    await window.getByRole('tab', { name: 'Subscriptions' }).click()
    const subscriptions = window.getByRole('grid', { name: 'Subscriptions' })
    await expect(subscriptions).toContainText('Office 365 企业版 E3')
    await expect(subscriptions).toContainText('31')
    await expect(subscriptions).toContainText('Unknown')
    await expect(subscriptions.locator('input, textarea, select, [contenteditable="true"]')).toHaveCount(0)
    await desk.screenshot('journey-4-subscriptions')
  })

  const path = testInfo.outputPath('邀请.eml')
  await test.step('finish the wizard with a mail draft', async () => {
    await window.getByRole('button', { name: 'Request a relationship' }).click()
    await window.getByRole('button', { name: 'Next' }).click()
    await window.getByRole('button', { name: 'Next' }).click()
    await desk.screenshot('journey-5-wizard-account')
    await window.getByRole('button', { name: 'Next' }).click()
    await expect(window.getByText('partner of record', { exact: false }).first()).toBeVisible()
    await window.getByLabel('Recipients').fill('it@hualian.cn')
    await window.getByLabel('Recipients').press('Enter')
    await desk.screenshot('journey-6-wizard-message')
    await window.getByRole('button', { name: 'Next' }).click()
    await desk.screenshot('journey-7-wizard-review')
    await answerSaveDialog(desk.application, path)
    await window.getByRole('button', { name: 'Save as mail draft (.eml)' }).click()
    await expect(window.getByText('Saved: 邀请.eml')).toBeVisible()
    await desk.screenshot('journey-8-wizard-saved')
    await window.getByRole('button', { name: 'Done' }).click()
  })

  const mail = await PostalMime.parse(await readFile(path))

  await test.step('the ledger says what the mail says', async () => {
    await window
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('button', { name: 'Requests' })
      .click()
    const ledger = window.getByRole('grid', { name: 'Requests' })
    await expect(ledger).toContainText('上海华联贸易有限公司')
    await expect(window.getByText('it@hualian.cn').first()).toBeVisible()
    await desk.screenshot('journey-9-requests')
    expect(mail.to?.map(({ address }) => address)).toEqual(['it@hualian.cn'])
    expect(mail.text?.split(link)).toHaveLength(2)
    expect(mail.html?.split(link)).toHaveLength(2)
    expect(mail.headers.find(({ key }) => key === 'x-unsent')?.value).toBe('1')
  })

  await test.step('everything is there after a restart', async () => {
    await desk.restart()
    const after = desk.window
    // The window opens where it was closed.
    await expect(after.getByRole('grid', { name: 'Requests' })).toBeVisible()
    await after
      .getByRole('navigation', { name: 'Main navigation' })
      .getByRole('button', { name: 'Customers' })
      .click()
    // So is what was searched for.
    await after.getByRole('searchbox').fill('')
    await expect(after.getByRole('grid', { name: 'Customers' }).getByRole('row')).toHaveCount(3)
    const reply = await after.evaluate(() => {
      const { bridge } = window as unknown as {
        bridge: { watch: (name: string, params: object, on: (value: unknown) => void) => void }
      }
      return new Promise((resolve) => bridge.watch('request.list', {}, resolve))
    })
    expect(reply).toMatchObject({
      ok: true,
      value: { rows: [{ state: 'exported', subject: mail.subject, recipients: ['it@hualian.cn'], link }] },
    })
  })
})

test('the language is changed in the window, at once and for good', async ({ desk }) => {
  await desk.window.getByText('Settings').first().click()
  await desk.window.getByText('简体中文').first().click()
  await expect(desk.window.getByRole('heading', { name: '设置' })).toBeVisible()
  await desk.restart()
  await expect(desk.window.getByText('客户').first()).toBeVisible()
})
