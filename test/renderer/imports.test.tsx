import { fireEvent, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { TestFile } from '#test/support/loopback.ts'
import { line, reconciliationFile, textFile } from '#test/support/reconciliation.ts'
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
  screen.getByText('UTF-8')
  screen.getByText(/Nothing is deleted/)
  expect(await rowsOf('1 row left out')).toEqual([['3', 'Not a whole number of seats', 'Quantity', 'many']])
  await user.click(screen.getByRole('button', { name: 'Apply import' }))
  expect(await rowsOf('Customers')).toHaveLength(1)
})

test('a refused file says what is wrong and what to do, and changes nothing', async () => {
  const { desk, user } = await openPage((fresh) => makeAccount(fresh))
  desk.pickFile = textFile('notes.csv', 'a,b,c\r\n1,2,3\r\n')
  await user.click(await screen.findByRole('button', { name: 'Import a file' }))
  const refusal = await screen.findByRole('alert')
  expect(refusal.textContent).toContain(
    'The file holds neither customers nor subscriptions of Partner Center.',
  )
  expect(refusal.textContent).toContain('Choose an answer that lists')
  expect(refusal.textContent).toContain('Nothing was changed.')
  expect(refusal.textContent).toContain('a, b, c')

  drop(textFile('page.csv', '<!doctype html><title>Sign in</title>'))
  await screen.findByText('page.csv was not imported')
  within(await screen.findByRole('alert')).getByText('a web page, perhaps a sign-in page saved as a file')
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
  expect(within(screen.getByRole('table')).getByRole('row', { name: /^Subscriptions/ }).textContent).toBe(
    'Subscriptions0010',
  )
  screen.getByText(/Everything in this file is already in the portfolio/)

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
