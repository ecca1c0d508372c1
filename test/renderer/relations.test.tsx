import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, link, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

const offer = 'Office 365 企业版 E3'
const name = '上海华联贸易有限公司'
let now = new Date(2026, 10, 24, 9)

/** A request that was sent, and a list that names its company for the first time a week later. */
async function withAcceptance(desk: Loopback): Promise<void> {
  now = new Date(2026, 10, 24, 9)
  const accountId = await makeAccount(desk)
  for (const company of [name, '长江物流集团']) {
    const { id } = await desk.run('request.create', {
      accountId,
      prospect: { name: company, email: 'it@example.cn' },
      language: 'zh-CN',
    })
    await desk.run('request.copy', { requestId: id, format: 'text' })
    await desk.run('request.move', { requestIds: [id], to: 'sent' })
  }
  now = new Date(2026, 11, 1, 9)
  await importFile(desk, accountId, reconciliationFile([line()]))
}

test('the partner map is drawn, filled in by hand, warns of its rules and takes an entry back', async () => {
  const { desk, user } = await openPage(async (it) =>
    importFile(it, await makeAccount(it), reconciliationFile([line()])),
  )
  await user.click(await screen.findByText(name))
  await user.click(await screen.findByRole('tab', { name: 'Partners' }))
  const picture = () => screen.findByRole<HTMLImageElement>('img', { name: `Partner map of ${name}` })
  expect(decodeURIComponent((await picture()).src)).toContain(offer)
  const form = within(screen.getByRole('form', { name: 'Note' }))
  const note = async (partner: string) => {
    await user.clear(form.getByRole('combobox', { name: 'Service' }))
    await user.type(form.getByRole('combobox', { name: 'Service' }), offer)
    await user.type(form.getByRole('combobox', { name: 'Partner' }), partner)
    await user.click(form.getByRole('combobox', { name: 'Delegated privileges' }))
    await user.click(await screen.findByRole('option', { name: 'Yes' }))
    await user.click(form.getByRole('button', { name: 'Note' }))
  }
  await note('Us')
  await note('Moonlight Cloud')
  await screen.findByText(/more than one partner sells it with delegated privileges/)
  await waitFor(async () => expect(decodeURIComponent((await picture()).src)).toContain('Moonlight Cloud'))
  const customerId = desk.read('customer.list', {}).rows[0]?.id ?? ''
  const cells = () =>
    desk
      .read('partner-map.detail', { customerId, language: 'en' })
      .cells.map(({ partner, privileges }) => [partner, privileges])
  expect(cells()).toEqual([
    ['us', 'yes'],
    ['Moonlight Cloud', 'yes'],
  ])
  await user.click(
    (await screen.findAllByRole('button', { name: /^Remove this entry/ })).at(-1) as HTMLElement,
  )
  await waitFor(() =>
    expect(screen.queryByText(/more than one partner sells it with delegated privileges/)).toBeNull(),
  )
  expect(cells()).toHaveLength(1)
})

test('a suggested acceptance is confirmed with one click, and the promise is read on the request', async () => {
  const { desk, user, goTo } = await openPage(withAcceptance, { clock: () => now })
  await goTo('Requests')
  const card = within(await screen.findByRole('region', { name: 'Has a customer accepted?' }))
  card.getByText(name)
  card.getByText(/Listed for the first time in recon\.csv · same name/)
  await user.click(card.getByRole('button', { name: 'Yes, accepted' }))
  await screen.findByText('Accepted. The import is kept as evidence.')
  expect(
    desk
      .read('request.list', {})
      .rows.map(({ state }) => state)
      .toSorted(),
  ).toEqual(['accepted', 'sent'])
  await user.click(await within(await screen.findByRole('grid', { name: 'Requests' })).findByText(name))
  await screen.findByText('What was promised')
  screen.getByText(/No subscriptions of this customer were known before/)
  screen.getByText(/Compared: no earlier import with recon\.csv/)
  await user.click(screen.getAllByRole('button', { name: 'Undo' })[0] as HTMLElement)
  await screen.findByRole('region', { name: 'Has a customer accepted?' })
})

test('a suggestion said no to goes, and comes back when that is taken back', async () => {
  const { desk, user, goTo } = await openPage(withAcceptance, { clock: () => now })
  await goTo('Requests')
  await user.click(await screen.findByRole('button', { name: 'Somebody else' }))
  await screen.findByText('Not suggested again.')
  await waitFor(() => expect(screen.queryByRole('region', { name: 'Has a customer accepted?' })).toBeNull())
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await screen.findByRole('region', { name: 'Has a customer accepted?' })
  expect(desk.read('request.list', {}).rows.every(({ state }) => state === 'sent')).toBe(true)
})

test('the board stands the requests by their state, with age and day, and opens one', async () => {
  const { desk, user, goTo } = await openPage(withAcceptance, { clock: () => now })
  await goTo('Requests')
  await user.click(await screen.findByRole('button', { name: 'Board' }))
  const board = within(await screen.findByRole('region', { name: 'Requests by state' }))
  const sent = within(await board.findByRole('list', { name: /^Sent/ }))
  expect(
    sent
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
      .toSorted(),
  ).toEqual([`${name}7 days2026-12-01`, '长江物流集团7 days2026-12-01'])
  const ids = desk.read('request.list', {}).rows.map(({ id }) => id)
  await desk.run('request.move', { requestIds: ids.slice(0, 1), to: 'reminded' })
  await waitFor(() =>
    expect(within(board.getByRole('list', { name: /^Reminded/ })).getAllByRole('listitem')).toHaveLength(1),
  )
  await user.click(within(board.getByRole('list', { name: /^Sent/ })).getByRole('button'))
  await screen.findByRole('button', { name: 'Export again' })
})

test('the inspector reads any pasted link, says what is wrong in words, and keeps a good one', async () => {
  const { desk, user, goTo } = await openPage((it) =>
    makeAccount(it, { cloud: 'global', link: undefined, tenantId: '3b33e682-00c3-41ee-9dd2-a548adf56438' }),
  )
  await goTo('Links')
  await user.click((await screen.findAllByRole('button', { name: 'Inspect a link' }))[0] as HTMLElement)
  const dialog = within(await screen.findByRole('dialog', { name: 'Inspect a link' }))
  const field = dialog.getByRole('textbox', { name: 'Paste any link' })
  const read = async (text: string) => {
    await user.clear(field)
    await user.click(field)
    await user.paste(text)
  }
  await read('javascript:alert(1)')
  await dialog.findByText('An invitation link starts with https://.')
  await read(link.replace('3b33', '4b33'))
  await dialog.findByText('It names another partner than this account.')
  await read('https://аdmin.microsoft.com/x')
  await dialog.findByText('xn--dmin-43d.microsoft.com')
  dialog.getByText('The address is made to look like a Microsoft one and is not.')
  await read(JSON.stringify({ url: link, attributes: { objectType: 'RelationshipRequest' } }))
  await dialog.findByText('Nothing speaks against this link.')
  await user.click(dialog.getByRole('button', { name: 'Keep in the library' }))
  await screen.findByText('Link kept.')
  expect(desk.read('link.list', {}).rows.map((row) => row.link)).toEqual([link])
})
