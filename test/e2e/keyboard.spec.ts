import { readFile } from 'node:fs/promises'
import PostalMime from 'postal-mime'
import { en } from '#shared/locales/en.ts'
import { fabrikam, line, reconciliationFile } from '#test/support/reconciliation.ts'
import { answerOpenDialog, answerSaveDialog, putFile } from './support/files.ts'
import { layHandsOn } from './support/keyboard.ts'
import { expect, test } from './support/launch.ts'

const link =
  'https://portal.partner.microsoftonline.cn/Home?invType=ResellerRelationship&partnerId=3b33e682-00c3-41ee-9dd2-a548adf56438&msppId=0&DAP=true#/partner-invitation'

test('the whole job without a mouse: nothing is out of reach, and the focus is always seen', async ({
  desk,
}, testInfo) => {
  test.setTimeout(240_000)
  const { window, application } = desk
  const keys = layHandsOn(desk)
  const button = (name: string | RegExp) => window.getByRole('button', { name, exact: true })
  const grid = (name: string) => window.getByRole('grid', { name, exact: true })
  const rows = (name: string) =>
    grid(name)
      .getByRole('row')
      .filter({ has: window.getByRole('gridcell') })

  await test.step('first run: a partner account', async () => {
    await keys.goTo(button('Set up account'))
    await keys.press('Enter')
    const dialog = window.getByRole('dialog')
    await keys.goTo(dialog.getByLabel('Company name'))
    await keys.type('晨星云服务有限公司')
    await keys.goTo(dialog.getByLabel('PartnerID (MPN)'))
    await keys.type('4400001')
    await keys.goTo(dialog.getByLabel('Name', { exact: true }))
    await keys.type('林晓')
    await keys.goTo(dialog.getByLabel('E-mail address'))
    await keys.type('lin@chenxing.example')
    await keys.goTo(dialog.getByLabel('Link from Partner Center'))
    await keys.type(link)
    await keys.goTo(dialog.getByRole('button', { name: 'Add account' }))
    await keys.press('Enter')
    await expect(window.getByRole('listitem', { name: 'Account added.' })).toBeVisible()
  })

  await test.step('import a file', async () => {
    const file = reconciliationFile([
      line({ Quantity: '25' }),
      line({
        CustomerID: fabrikam,
        CustomerName: 'Fabrikam (Shanghai) Co., Ltd.',
        DomainName: 'fabrikam.partner.onmschina.cn',
        SyndicationPartnerSubscriptionNumber: 'b1b2c3d4-0000-4000-8000-00000000000b',
      }),
    ])
    await answerOpenDialog(
      application,
      await putFile(testInfo.outputPath('files'), '对帐 recon.csv', file.bytes),
    )
    await keys.press('Control+o')
    await expect(window.getByRole('heading', { name: 'Import preview' })).toBeVisible()
    await keys.goTo(button(/^Apply/))
    await keys.press('Enter')
    await expect(rows('Customers')).toHaveCount(2)
  })

  await test.step('search by pinyin, open the customer, look and step back', async () => {
    await keys.press('Control+k')
    await keys.type('hualian')
    await expect(window.getByRole('option', { name: /上海华联贸易有限公司/ })).toBeVisible()
    await keys.press('Enter')
    await expect(window.getByRole('heading', { name: '上海华联贸易有限公司' })).toBeVisible()
    await keys.press('Control+2')
    await keys.goTo(grid('Customers'))
    await keys.press('Home', 'j', 'k', 'ArrowDown', 'Space')
    await expect(window.getByRole('dialog', { name: 'Quick look' })).toContainText('上海华联贸易有限公司')
    await keys.press('Escape')
    await expect(window.getByRole('dialog', { name: 'Quick look' })).toBeHidden()
  })

  const path = testInfo.outputPath('邀请.eml')
  await test.step('write to the customer and save the mail draft', async () => {
    await keys.press('Control+Shift+n')
    for (const step of ['purpose', 'customer'] as const) {
      await expect(window.getByRole('heading', { name: en.wizard[step].question })).toBeFocused()
      await keys.goTo(button('Next'))
      await keys.press('Enter')
    }
    await expect(window.getByRole('heading', { name: en.wizard.account.question })).toBeFocused()
    await keys.goTo(button('Next'))
    await keys.press('Enter')
    await keys.goTo(window.getByLabel('Recipients'))
    await keys.type('it@hualian.cn')
    await keys.press('Enter')
    await keys.goTo(button('Next'))
    await keys.press('Enter')
    await answerSaveDialog(application, path)
    await keys.goTo(button('Save as mail draft (.eml)'))
    await keys.press('Enter')
    await expect(window.getByText('Saved: 邀请.eml')).toBeVisible()
    await keys.goTo(button('Done'))
    await keys.press('Enter')
    const mail = await PostalMime.parse(await readFile(path))
    expect(mail.to?.map(({ address }) => address)).toEqual(['it@hualian.cn'])
    expect(mail.text?.split(link)).toHaveLength(2)
  })

  await test.step('the ledger has it; a discarded draft comes back with Ctrl+Z', async () => {
    await keys.press('Control+3')
    await expect(rows('Requests')).toHaveCount(1)
    await keys.press('Control+2')
    await keys.goTo(grid('Customers'))
    await keys.press('Home', 'Control+Shift+n')
    for (const step of ['customer', 'account', 'message', 'review'] as const) {
      await keys.goTo(button('Next'))
      await keys.press('Enter')
      await expect(window.getByRole('heading', { name: en.wizard[step].question })).toBeFocused()
    }
    await keys.goTo(button('Keep as draft'))
    await keys.press('Enter')
    await keys.press('Control+3')
    await expect(rows('Requests')).toHaveCount(2)
    await keys.goTo(grid('Requests'))
    await keys.press('Home')
    await expect(rows('Requests').first()).toContainText('Draft')
    await keys.goTo(button(en.requests.discard))
    await keys.press('Enter')
    await expect(rows('Requests')).toHaveCount(1)
    await keys.press('Control+z')
    await expect(rows('Requests')).toHaveCount(2)
  })

  await test.step('filter the customers and keep the view', async () => {
    await keys.press('Control+2')
    await keys.goTo(button('Add filter'))
    await keys.press('Enter')
    await expect(window.getByRole('searchbox', { name: 'Find a column' })).toBeFocused()
    await keys.type('seats')
    await keys.press('Enter')
    await keys.goTo(window.getByRole('combobox', { name: 'Operator' }), 'Shift+Tab')
    // From "is" over "is not" to "is between".
    await keys.press('ArrowDown', 'ArrowDown')
    await keys.goTo(window.getByRole('textbox', { name: 'From' }))
    await keys.type('10')
    await keys.press('Tab')
    await keys.type('30')
    await keys.press('Enter')
    await expect(button('Seats is from 10 to 30')).toBeVisible()
    await keys.goTo(button('View: All customers, edited'), 'Shift+Tab')
    await keys.press('Enter')
    await keys.goTo(window.getByRole('menuitem', { name: 'Save as…' }), 'ArrowDown')
    await keys.press('Enter')
    await expect(window.getByRole('textbox', { name: 'Name of the view' })).toBeFocused()
    await keys.type('Ten to thirty')
    await keys.press('Enter')
    await expect(button('View: Ten to thirty')).toBeVisible()
  })

  await test.step('look at the shortcuts and change the theme', async () => {
    await keys.goTo(grid('Customers'))
    await keys.press('?')
    await expect(window.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeVisible()
    await keys.press('Escape')
    await expect(window.getByRole('dialog')).toHaveCount(0)
    await keys.press('Control+8')
    await expect(window.getByRole('heading', { name: 'Settings' })).toBeVisible()
    const themes = window.getByRole('radiogroup', { name: 'Theme' })
    await keys.goTo(themes.getByRole('radio', { name: 'As the system' }))
    await keys.goTo(themes.getByRole('radio', { name: 'Dark' }), 'ArrowDown')
    await expect(themes.getByRole('radio', { name: 'Dark' })).toBeChecked()
  })

  await test.step('all of it is there after a restart', async () => {
    await desk.restart()
    const again = layHandsOn(desk)
    await expect(desk.window.getByRole('radio', { name: 'Dark' })).toBeChecked()
    await again.press('Control+2')
    await expect(desk.window.getByRole('button', { name: 'View: Ten to thirty' })).toBeVisible()
    await expect(
      desk.window.getByRole('button', { name: 'Seats is from 10 to 30', exact: true }),
    ).toBeVisible()
    await again.press('Control+3')
    await expect(desk.window.getByRole('grid', { name: 'Requests' })).toContainText('it@hualian.cn')
  })
})
