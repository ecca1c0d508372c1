import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { readMailto } from '#shared/domain/mailto.ts'
import { link, makeAccount } from '#test/support/fixtures.ts'
import { openPage, type OpenPage } from './open-page.tsx'
import { next, startForProspect, textField } from './wizard-steps.ts'

/** Answers the wizard for two new companies up to its last step. */
async function startForTwo({ user, goTo }: OpenPage): Promise<void> {
  await goTo('Requests')
  await user.click(await screen.findByRole('button', { name: 'New request' }))
  await next(user)
  await user.click(await screen.findByRole('radio', { name: 'Several at once' }))
  await user.click(screen.getByRole('textbox', { name: 'Companies in no list yet, one a line' }))
  await user.paste('Northwind, it@northwind.example\nFabrikam, it@fabrikam.example')
  await user.click(screen.getByRole('button', { name: 'Add 2' }))
  await next(user)
  await next(user)
  await next(user)
}

test('a batch whose folder is not chosen stays in the ledger once, and is gone on with as it is', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { desk, user } = page
  await startForTwo(page)
  desk.cancelDialogs = true
  await user.click(await screen.findByRole('button', { name: 'Save 2 mail drafts (.eml)' }))
  await screen.findByText(/2 requests are in the ledger as drafts; no mail has been saved/)
  expect(desk.read('request.list', {}).rows.map(({ state }) => state)).toEqual(['draft', 'draft'])
  await user.click(screen.getByRole('button', { name: 'Change the text for this one' }))
  await user.type(await screen.findByRole('textbox', { name: 'Text before the link' }), 'PS: Monday.')
  desk.cancelDialogs = false
  desk.unwritable = 'Fabrikam'
  await user.click(screen.getByRole('button', { name: 'Save 2 mail drafts (.eml)' }))
  await screen.findByText(/1 mail draft saved/)
  screen.getByText(/Could not be written: Fabrikam/)
  expect(
    desk
      .read('request.list', {})
      .rows.map(({ state }) => state)
      .toSorted(),
  ).toEqual(['draft', 'exported'])
  desk.unwritable = null
  await user.click(screen.getByRole('button', { name: 'Save the remaining 1 (.eml)' }))
  await screen.findByText(/2 mail drafts saved/)
  const { total, rows } = desk.read('request.list', {})
  expect([total, rows.map(({ state }) => state)]).toEqual([2, ['exported', 'exported']])
  const northwind = rows.find(({ customerName }) => customerName === 'Northwind')?.id ?? ''
  expect(desk.read('request.detail', { requestId: northwind }).text).toContain('PS: Monday.')
  expect(desk.savedFiles).toHaveLength(2)
})

test('each of a batch has the whole kit, before and after its mail is saved', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { desk, user } = page
  await startForTwo(page)
  await user.click(await screen.findByRole('button', { name: 'More ways: Fabrikam' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Copy for a chat' }))
  await screen.findByText('Short text and link copied. Paste them into the chat.')
  expect(desk.clipboard.at(-1)?.text.split(link)).toHaveLength(2)
  const { total, rows } = desk.read('request.list', {})
  expect([total, rows.map(({ customerName, state }) => [customerName, state]).toSorted()]).toEqual([
    2,
    [
      ['Fabrikam', 'exported'],
      ['Northwind', 'draft'],
    ],
  ])
  await user.click(await screen.findByRole('button', { name: 'More ways: Northwind' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Save QR code (PNG)' }))
  await screen.findByText(/^Saved: /)
  expect(desk.savedFiles.at(-1)?.name).toMatch(/Northwind\.png$/)
  expect(desk.read('request.list', {}).total).toBe(2)
})

test('the last step hands over by mail program, chat, QR code and guide, each of the request as it stands', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { desk, user } = page
  await startForProspect(page)
  await next(user)
  await next(user)
  await next(user)
  const ways = within(await screen.findByRole('region', { name: 'More ways' }))
  ways.getByText(/so the mail program takes it whole/)
  await user.click(ways.getByRole('button', { name: 'QR code' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Save QR code (SVG)' }))
  await screen.findByText(/^Saved: .*Northwind\.svg$/)
  await user.click(ways.getByRole('button', { name: 'Acceptance guide' }))
  await user.click(await screen.findByRole('menuitem', { name: 'Acceptance guide in 简体中文 (PDF)' }))
  await screen.findByText(/^Saved: .*Northwind\.pdf$/)
  expect(desk.read('request.list', {}).rows[0]?.state).toBe('draft')
  await user.click(ways.getByRole('button', { name: 'Open in mail program' }))
  await screen.findByText('Handed to your mail program. Send it from there.')
  expect(readMailto(desk.mails[0] ?? '').text.split(link)).toHaveLength(2)
  await user.click(screen.getByRole('button', { name: 'Done' }))
  const { total, rows } = desk.read('request.list', {})
  expect([total, rows[0]?.state]).toEqual([1, 'exported'])
})

test('a mail too long for an address says so, and is not offered to the mail program', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { user } = page
  await startForProspect(page)
  await next(user)
  await next(user)
  await user.click(await textField())
  await user.paste('联'.repeat(4_000))
  await next(user)
  const ways = within(await screen.findByRole('region', { name: 'More ways' }))
  ways.getByText(/Too long for a mailto address: 3\d,\d{3} of at most 32,000 characters/)
  expect(ways.getByRole('button', { name: 'Open in mail program' }).hasAttribute('disabled')).toBe(true)
  expect(ways.getByRole('button', { name: 'Copy for a chat' }).hasAttribute('disabled')).toBe(false)
})

test('several are asked in one go, each with a mail of its own', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { desk, user, goTo } = page
  await goTo('Requests')
  await user.click(await screen.findByRole('button', { name: 'New request' }))
  await next(user)
  await user.click(await screen.findByRole('radio', { name: 'Several at once' }))
  const pasted = screen.getByRole('textbox', { name: 'Companies in no list yet, one a line' })
  await user.click(pasted)
  await user.paste('Northwind, it@northwind.example\nFabrikam\tit@fabrikam.example\nnobody')
  await screen.findByText('No name and address in: nobody')
  await user.click(screen.getByRole('button', { name: 'Add 2' }))
  within(screen.getByRole('region', { name: 'Chosen customers' })).getByText(/Fabrikam/)
  await next(user)
  await next(user)
  const subject = await screen.findByRole('textbox', { name: 'Subject' })
  await user.clear(subject)
  await user.paste('{{foo}}')
  await screen.findByText('Unknown placeholder: foo')
  expect(screen.getByRole('button', { name: 'Next' }).hasAttribute('disabled')).toBe(true)
  await user.clear(subject)
  await user.paste('致{{客户}}')
  await next(user)
  await user.click(await screen.findByRole('button', { name: 'Save 2 mail drafts (.eml)' }))
  await screen.findByText(/2 mail drafts saved/)
  const { rows } = desk.read('request.list', { offset: 0, limit: 10 })
  expect(rows.map((row) => [row.subject, row.recipients, row.state]).toSorted()).toEqual([
    ['致Fabrikam', ['it@fabrikam.example'], 'exported'],
    ['致Northwind', ['it@northwind.example'], 'exported'],
  ])
  expect(desk.savedFiles).toHaveLength(2)
})
