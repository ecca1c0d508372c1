import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { TestFile } from '#test/support/loopback.ts'
import {
  contoso,
  csv,
  customersFile,
  fabrikam,
  line,
  reconciliationFile,
  textFile,
} from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

function drop(file: TestFile): void {
  const dropped = new File([new Uint8Array(file.bytes)], file.name)
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: [dropped] } })
}

test('a dropped file comes to its preview, and applying it brings its customers', async () => {
  const { rowsOf, user } = await openPage((desk) => makeAccount(desk))
  fireEvent.dragEnter(window, { dataTransfer: { types: ['Files'] } })
  await screen.findByText('Drop to see what it would change')
  drop(
    reconciliationFile([line(), line({ Quantity: 'many', SyndicationPartnerSubscriptionNumber: 'other' })]),
  )

  await screen.findByRole('heading', { name: 'Import preview' })
  expect(screen.queryByText('Drop to see what it would change')).toBeNull()
  screen.getByText('Licence-based reconciliation file (21Vianet)')
  expect(screen.getByRole('combobox', { name: 'Encoding' })).toHaveProperty('value', 'utf-8')
  await user.click(screen.getByRole('tab', { name: /^Rows left out/ }))
  expect(await rowsOf('1 row left out')).toEqual([['3', 'Not a whole number of seats', 'Quantity', 'many']])
  await user.click(screen.getByRole('button', { name: 'Apply import' }))
  expect(await rowsOf('Customers')).toHaveLength(1)
})

test('a refused file says what is wrong and what to do, and changes nothing', async () => {
  const { desk, user } = await openPage((fresh) => makeAccount(fresh))
  desk.pickFile = textFile('answer.json', '{"a":1}')
  await user.click(await screen.findByRole('button', { name: 'Import a file' }))
  const refusal = await screen.findByRole('alert')
  expect(refusal.textContent).toContain(
    'The file holds neither customers nor subscriptions of Partner Center.',
  )
  expect(refusal.textContent).toContain('Choose an answer that lists')
  expect(refusal.textContent).toContain('Nothing was changed.')
  expect(refusal.textContent).toContain('a')

  drop(textFile('page.csv', '<!doctype html><title>Sign in</title>'))
  await screen.findByText('page.csv was not imported')
  within(await screen.findByRole('alert')).getByText('a web page, perhaps a sign-in page saved as a file')
})

test('where files come from, and who may fetch them, is said before there is any', async () => {
  const { user, goTo } = await openPage((fresh) => makeAccount(fresh))
  await goTo('Imports')
  await user.click(await screen.findByRole('button', { name: 'Where files come from' }))
  const dialog = await screen.findByRole('dialog', { name: 'Where files come from' })
  within(dialog).getByText(
    /^With the bills in Partner Center operated by 21Vianet. Sales agents may not see them/,
  )
  within(dialog).getByText('Get-PartnerCustomer | Export-Csv customers.csv -Encoding utf8')
  await user.click(within(dialog).getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(dialog.isConnected).toBe(false))
})

test('a closed dialog is no error', async () => {
  const { desk, user } = await openPage((fresh) => makeAccount(fresh))
  desk.pickFile = null
  await user.click(await screen.findByRole('button', { name: 'Import a file' }))
  await screen.findByRole('heading', { name: 'No customers yet' })
  expect(screen.queryByRole('alert')).toBeNull()
})

test('the same file again changes nothing and says so', async () => {
  const file = reconciliationFile([line()])
  const { goTo, rowsOf } = await openPage(async (desk) => importFile(desk, await makeAccount(desk), file))
  drop(file)
  await screen.findByRole('heading', { name: 'Import preview' })
  expect(screen.getAllByRole('tab')).toHaveLength(2)
  screen.getByRole('tab', { name: /^Unchanged customers/ })
  screen.getByRole('tab', { name: /^Unchanged subscriptions/ })
  expect(screen.getByRole('button', { name: 'Apply import' })).toHaveProperty('disabled', true)

  await goTo('Imports')
  screen.getByText('A preview of recon.csv is waiting.')
  expect(await rowsOf('Imports')).toHaveLength(1)
})

test('with several accounts the file is asked for its account', async () => {
  const { desk, user } = await openPage(async (fresh) => {
    await makeAccount(fresh)
    await makeAccount(fresh, { companyName: 'Morning Star Global', cloud: 'global' })
  })
  drop(reconciliationFile([line()]))
  const question = await screen.findByRole('dialog', { name: 'Which partner account is the file from?' })
  await user.click(within(question).getByRole('radio', { name: /Morning Star Global/ }))
  await user.click(within(question).getByRole('button', { name: 'Continue' }))
  await screen.findByRole('heading', { name: 'Import preview' })
  await user.click(screen.getByRole('button', { name: 'Apply import' }))
  await screen.findByRole('grid', { name: 'Customers' })
  expect(
    desk.read('account.list', {}).map(({ companyName, customerCount }) => [companyName, customerCount]),
  ).toContainEqual(['Morning Star Global', 1])
})

test('real files never go into the sample account', async () => {
  await openPage((desk) => desk.run('sample.load', {}))
  drop(reconciliationFile([line()]))
  await screen.findByRole('dialog', { name: 'New partner account' })
})

const headers = ['序号', '客户名称', '租户', '产品', '席位数', '订阅号', '到期日'] as const
const colleaguesTable = csv([headers, ['1', '华联', contoso, 'E3', '25', 's1', '2/3/2027']])

test('a table nobody knows is asked for its columns over its first rows, once', async () => {
  const { desk, user, rowsOf } = await openPage((fresh) => makeAccount(fresh))
  drop(textFile('同事.csv', colleaguesTable))
  await screen.findByRole('heading', { name: 'What do the columns mean?' })
  const meaning = (column: string) =>
    screen.getByRole<HTMLSelectElement>('combobox', { name: `Meaning of column ${column}` })
  expect(headers.map((column) => meaning(column).value)).toEqual([
    '',
    'customerName',
    'customerId',
    'offer',
    'quantity',
    'subscriptionId',
    'endDate',
  ])
  within(screen.getByRole('table')).getByText('华联')

  // A fact has one column: giving it to another takes it away, and without a customer nothing goes on.
  for (const column of ['客户名称', '租户', '订阅号']) {
    await user.selectOptions(meaning(column), '')
  }
  screen.getByText(/Choose at least the column that names the customer/)
  expect(screen.getByRole('button', { name: 'Show what it would change' })).toHaveProperty('disabled', true)
  await user.selectOptions(meaning('客户名称'), 'customerName')
  await user.selectOptions(meaning('序号'), 'customerName')
  expect(meaning('客户名称').value).toBe('')
  await user.selectOptions(meaning('客户名称'), 'customerName')
  await user.selectOptions(meaning('租户'), 'customerId')
  await user.selectOptions(meaning('订阅号'), 'subscriptionId')
  await user.click(screen.getByRole('button', { name: 'Show what it would change' }))

  // The date may be two: its row is left out until the user says how such dates are written.
  await screen.findByRole('heading', { name: 'Import preview' })
  expect(await rowsOf('1 row left out')).toEqual([
    ['2', 'Month and day cannot be told apart', '到期日', '2/3/2027'],
  ])
  await user.selectOptions(screen.getByRole('combobox', { name: 'Dates such as 2/3/2026' }), 'day-first')
  await screen.findByRole('tab', { name: /^New customers/ })
  await user.click(screen.getByRole('button', { name: 'Apply import' }))
  expect(await rowsOf('Customers')).toHaveLength(1)
  expect(desk.read('subscription.list', { offset: 0, limit: 9 }).rows).toMatchObject([
    { endDate: '2027-03-02' },
  ])

  drop(textFile('同事 2.csv', colleaguesTable.replace('2/3/2027', '2027-03-02')))
  await screen.findByRole('heading', { name: 'Import preview' })
})

test('a copied table is imported like a file', async () => {
  const { user, rowsOf, goTo } = await openPage((fresh) => makeAccount(fresh))
  await goTo('Imports')
  await user.click(screen.getByRole('button', { name: 'Paste a table' }))
  const dialog = await screen.findByRole('dialog', { name: 'Paste a table' })
  await user.click(within(dialog).getByRole('textbox'))
  await user.paste(`Microsoft ID\tCompany name\n${contoso}\t上海华联\n`)
  await user.click(within(dialog).getByRole('button', { name: 'Read the table' }))
  await screen.findByRole('heading', { name: 'Import preview' })
  await user.click(screen.getByRole('button', { name: 'Apply import' }))
  expect((await rowsOf('Customers'))[0]?.[0]).toContain('上海华联')
})

test('a copied table that does not fit is refused whole, and what to do is said', async () => {
  const { user, goTo } = await openPage((fresh) => makeAccount(fresh))
  await goTo('Imports')
  await user.click(screen.getByRole('button', { name: 'Paste a table' }))
  const dialog = await screen.findByRole('dialog', { name: 'Paste a table' })
  const field = within(dialog).getByRole('textbox')
  await user.click(field)
  await user.paste('x'.repeat(900_001))
  const refusal = await within(dialog).findByRole('alert')
  expect(refusal.textContent).toBe(
    'The copied text has 900,001 characters and here 900,000 fit: nothing was pasted. Save the table as a file and import the file.',
  )
  expect(field).toHaveProperty('value', '')
  await user.paste('Microsoft ID')
  expect(field).toHaveProperty('value', 'Microsoft ID')
  expect(within(dialog).queryByRole('alert')).toBeNull()
})

test('subscriptions without a customer are asked for theirs', async () => {
  const { desk, user } = await openPage(async (fresh) =>
    importFile(fresh, await makeAccount(fresh), reconciliationFile([line()])),
  )
  drop(
    textFile(
      'Subscriptions.csv',
      csv([
        ['Subscription ID', 'Subscription', 'Quantity', 'Status', 'Reseller'],
        ['s9', 'Visio', '3', 'Active', ''],
      ]),
    ),
  )
  await screen.findByRole('heading', { name: 'Whose subscriptions are these?' })
  await user.click(screen.getByRole('button', { name: /上海华联/ }))
  await screen.findByRole('heading', { name: 'Import preview' })
  await user.click(screen.getByRole('button', { name: 'Apply import' }))
  await screen.findByRole('grid', { name: 'Customers' })
  expect(desk.read('subscription.list', { offset: 0, limit: 9, search: 'visio' }).rows).toMatchObject([
    { customerName: '上海华联贸易有限公司', status: 'active' },
  ])
})

test('each change is shown fact by fact, and what is left out is not written', async () => {
  const { desk, user } = await openPage(async (fresh) =>
    importFile(fresh, await makeAccount(fresh), reconciliationFile([line()])),
  )
  drop(
    reconciliationFile([
      line({ Quantity: '31', ResellerMPNID: '-1' }),
      line({ SyndicationPartnerSubscriptionNumber: 'new-1' }),
      line({ SyndicationPartnerSubscriptionNumber: 'new-2' }),
    ]),
  )
  await screen.findByRole('heading', { name: 'Import preview' })
  await user.click(screen.getByRole('tab', { name: /^Changed subscriptions/ }))
  await screen.findByText('Seats: 25 → 31 · Partner of record: 4400001 → Removed')
  await user.click(within(screen.getByRole('grid')).getAllByRole('row')[1] ?? document.body)
  const facts = within(await screen.findByRole('group', { name: /^Facts of/ }))
  expect(facts.getAllByRole('row').map(({ textContent }) => textContent)).toEqual([
    'FactBeforeAfter',
    'Seats2531',
    'Partner of record4400001Removed',
  ])

  await user.click(screen.getByRole('tab', { name: /^New subscriptions/ }))
  await screen.findByText('Subscriptions taken: 3 of 3')
  await user.click((await screen.findAllByRole('checkbox', { name: /^Take / }))[0] ?? document.body)
  await screen.findByText('Subscriptions taken: 2 of 3')
  // The keyboard does the same.
  await user.click(within(screen.getByRole('grid')).getAllByRole('row')[2] ?? document.body)
  screen.getByRole('grid').focus()
  await user.keyboard(' ')
  await screen.findByText('Subscriptions taken: 1 of 3')
  await user.click(screen.getByRole('button', { name: 'Take all' }))
  await screen.findByText('Subscriptions taken: 3 of 3')
  await user.click(screen.getByRole('button', { name: 'Take none' }))
  await screen.findByText('Subscriptions taken: 1 of 3')
  await user.click(screen.getByRole('button', { name: 'Apply import' }))
  await screen.findByRole('grid', { name: 'Customers' })
  expect(desk.read('subscription.list', { offset: 0, limit: 9 }).rows).toMatchObject([{ quantity: 31 }])
})

test('what is missing from a full list is only concluded once the user has said that it is one', async () => {
  const other = ['a1b2c3d4-0000-4000-8000-000000000002', 'Fabrikam', '', '', '']
  const known = [contoso, 'Contoso', '', '', '']
  const { user } = await openPage(async (fresh) =>
    importFile(fresh, await makeAccount(fresh), customersFile([known, other])),
  )
  drop(customersFile([known]))
  await screen.findByText('Does this file list all customers of this partner account?')
  await user.click(screen.getByRole('button', { name: 'Yes, all of them' }))
  await user.click(await screen.findByRole('tab', { name: /^Customers not listed/ }))
  await screen.findByText(/counts as the full list/)
  expect(screen.queryByText('Does this file list all customers of this partner account?')).toBeNull()
})

test('where a row that was left out may be any that is missing, none is marked before the user says so', async () => {
  const rows = [
    [contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', ''],
    [fabrikam, 'Fabrikam', 'fabrikam.cn', 'Cloud Reseller', ''],
  ]
  const { desk, user } = await openPage(async (fresh) =>
    importFile(fresh, await makeAccount(fresh), customersFile(rows)),
  )
  drop(customersFile([rows[0] ?? [], ['1.2346E+15', 'Northwind', '', 'Cloud Reseller', '']]))
  await user.click(await screen.findByRole('button', { name: 'Yes, all of them' }))
  await user.click(screen.getByRole('tab', { name: /^Customers not listed/ }))
  await screen.findByText(/^1 row that was left out does not say which record it is about/)
  await user.click(screen.getByRole('button', { name: 'Mark them all the same' }))
  await screen.findByText(/^These are marked as no longer listed, although 1 row/)
  await user.click(screen.getByRole('button', { name: 'Do not mark them' }))
  await screen.findByText(/^1 row that was left out does not say/)
  await user.click(screen.getByRole('button', { name: 'Apply import' }))
  await screen.findByRole('grid', { name: 'Customers' })
  const page = { offset: 0, limit: 10 }
  expect(desk.read('customer.list', page).rows.map(({ absentSince }) => absentSince)).toEqual([null, null])
})

test('an import is taken back from its toast and from the list of imports', async () => {
  const { desk, user, goTo } = await openPage((fresh) => makeAccount(fresh))
  const apply = async () => {
    drop(reconciliationFile([line()]))
    await screen.findByRole('heading', { name: 'Import preview' })
    await user.click(screen.getByRole('button', { name: 'Apply import' }))
    await screen.findByRole('grid', { name: 'Customers' })
  }
  await apply()
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await screen.findByRole('heading', { name: 'No customers yet' })
  await apply()
  await goTo('Imports')
  await user.click(await screen.findByRole('button', { name: 'Undo the last import' }))
  await screen.findByText('The import was undone.')
  expect(desk.read('customer.list', { offset: 0, limit: 9 }).total).toBe(0)
})

test('a row that only names a customer is asked about, one by one or all as suggested', async () => {
  const { rowsOf, user } = await openPage(async (desk) => {
    await importFile(
      desk,
      await makeAccount(desk),
      customersFile([
        [contoso, 'Contoso', 'contoso.cn', 'Cloud Reseller', ''],
        ['a1b2c3d4-0000-4000-8000-00000000000a', 'Northwind', 'north.cn', 'Cloud Reseller', ''],
      ]),
    )
  })
  drop(
    textFile(
      'seats.csv',
      csv([
        ['客户名称', '订阅 ID', '产品名称', '数量'],
        ['CONTOSO', 's1', 'E3', '5'],
        ['Northwind', 's2', 'E3', '5'],
      ]),
    ),
  )
  const mapping = await screen.findByRole('button', { name: 'Show what it would change' }).catch(() => null)
  if (mapping !== null) {
    await user.click(mapping)
  }
  await screen.findByText(/^2 rows may mean customers that are already known/)
  expect(await rowsOf('Which customer?')).toEqual([
    ['CONTOSO', '1', 'No answer yet'],
    ['Northwind', '1', 'No answer yet'],
  ])
  const question = await screen.findByRole('group', { name: 'Which customer is “CONTOSO”?' })
  await user.click(within(question).getByRole('button', { name: /^Contoso.*suggested · same name/ }))
  await screen.findByText('Answered: 1 of 2')
  await screen.findByRole('group', { name: 'Which customer is “Northwind”?' })
  await user.click(screen.getByRole('button', { name: 'Answer all as suggested' }))
  await screen.findByText('Answered: 2 of 2')
  expect(await rowsOf('Which customer?')).toEqual([
    ['CONTOSO', '1', 'Contoso · contoso.cn'],
    ['Northwind', '1', 'Northwind · north.cn'],
  ])
  await user.click(screen.getByRole('button', { name: 'Apply import' }))
  await screen.findByRole('grid', { name: 'Customers' })
  expect(await rowsOf('Customers')).toHaveLength(2)
})
