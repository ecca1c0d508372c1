import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { makeAccount } from '#test/support/fixtures.ts'
import type { TestFile } from '#test/support/loopback.ts'
import { contoso, customersFile, fabrikam, textFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

const one = named('one.csv', contoso, 'Contoso')
const two = named('two.csv', fabrikam, 'Fabrikam')
const three = named('three.csv', 'a1b2c3d4-0000-4000-8000-00000000000c', 'Northwind')
const page = { offset: 0, limit: 10 }

function named(name: string, tenantId: string, company: string): TestFile {
  return { ...customersFile([[tenantId, company, '', '', '']]), name }
}

function drop(...files: readonly TestFile[]): void {
  const dropped = files.map((file) => new File([new Uint8Array(file.bytes)], file.name))
  fireEvent.drop(window, { dataTransfer: { types: ['Files'], files: dropped } })
}

const previewOf = async (fileName: string) => {
  await screen.findByText(fileName)
  await screen.findByRole('heading', { name: 'Import preview' })
}
const press = (name: string) => screen.getByRole('button', { name })
const waitNames = async (wanted: readonly string[]) => waitFor(() => expect(names()).toEqual(wanted))
const names = () =>
  within(screen.getByRole('list', { name: 'Files that wait' }))
    .getAllByRole('listitem')
    .map((item) => within(item).getByTitle(/.+/).textContent)

test('files dropped together are taken one after the other, each with its own decision', async () => {
  const { desk, user } = await openPage((fresh) => makeAccount(fresh))
  drop(one, two, three)
  await previewOf('one.csv')
  screen.getByText('2 more files wait: two.csv, three.csv')
  await user.click(press('Apply import'))
  await previewOf('two.csv')
  screen.getByText('1 more file waits: three.csv')
  await user.click(press('Discard'))
  await previewOf('three.csv')
  expect(screen.queryByText(/more file waits/)).toBeNull()
  await user.click(press('Apply import'))
  await screen.findByRole('grid', { name: 'Customers' })
  expect(desk.read('customer.list', page).rows.map(({ name }) => name)).toEqual(['Contoso', 'Northwind'])
  expect(desk.read('import.list', page).rows.map(({ fileName }) => fileName)).toEqual([
    'three.csv',
    'one.csv',
  ])
})

test('what waits can be removed or taken first, by the keyboard; the preview that gives way keeps its choices', async () => {
  const { user, goTo } = await openPage((fresh) => makeAccount(fresh))
  drop(one, two, three)
  await previewOf('one.csv')
  await user.click(await screen.findByRole('button', { name: 'Take none' }))
  await screen.findByText('Customers taken: 0 of 1')
  press('Show what waits').focus()
  await user.keyboard('{Enter}')
  await waitNames(['two.csv', 'three.csv'])
  press('Remove two.csv from what waits').focus()
  await user.keyboard('{Enter}')
  await waitNames(['three.csv'])
  press('Open three.csv').focus()
  await user.keyboard('{Enter}')
  await previewOf('three.csv')
  screen.getByText('1 more file waits: one.csv')
  await goTo('Imports')
  screen.getByText('preview put aside')
  await user.click(press('Open one.csv'))
  await previewOf('one.csv')
  await screen.findByText('Customers taken: 0 of 1')
  await goTo('Imports')
  await waitNames(['three.csv'])
  await user.click(press('Remove three.csv from what waits'))
  await waitFor(() => expect(screen.queryByRole('list', { name: 'Files that wait' })).toBeNull())
})

test('one that is refused does not take the others with it', async () => {
  const { user } = await openPage((fresh) => makeAccount(fresh))
  drop(textFile('page.csv', '<!doctype html>'), two)
  await screen.findByText('page.csv was not imported')
  await waitNames(['two.csv'])
  await user.click(press('Open two.csv'))
  await previewOf('two.csv')
})

test('a file dropped while a preview is open is shown, and the preview waits', async () => {
  await openPage((fresh) => makeAccount(fresh))
  drop(one)
  await previewOf('one.csv')
  drop(two)
  await previewOf('two.csv')
  screen.getByText('1 more file waits: one.csv')
})

test('several files chosen in the dialog are taken like several that are dropped', async () => {
  const { desk, user } = await openPage((fresh) => makeAccount(fresh))
  desk.pickFile = one
  desk.pickMore = [two]
  await user.click(await screen.findByRole('button', { name: 'Import a file' }))
  await previewOf('one.csv')
  await user.click(press('Apply import'))
  await previewOf('two.csv')
  desk.pickFile = null
  await user.click(press('Apply import'))
  await screen.findByRole('grid', { name: 'Customers' })
  expect(desk.read('customer.list', page).total).toBe(2)
})

test('each is asked for its account where it is not clear, and a cancelled question lets the others wait', async () => {
  const { user, goTo } = await openPage(async (fresh) => {
    await makeAccount(fresh)
    await makeAccount(fresh, { companyName: 'Morning Star Global', cloud: 'global' })
  })
  drop(one, two)
  const question = await screen.findByRole('dialog', { name: 'Which partner account is the file from?' })
  within(question).getByText(/^one\.csv:/)
  await user.click(within(question).getByRole('button', { name: 'Cancel' }))
  await goTo('Imports')
  await waitNames(['two.csv'])
  await user.click(press('Open two.csv'))
  const next = await screen.findByRole('dialog', { name: 'Which partner account is the file from?' })
  await user.click(within(next).getByRole('button', { name: 'Continue' }))
  await previewOf('two.csv')
})
