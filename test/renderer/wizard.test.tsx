import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, link, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'
import { next, startForProspect, textField } from './wizard-steps.ts'

const withCustomer = async (desk: Loopback) =>
  importFile(desk, await makeAccount(desk), reconciliationFile([line()]))

test('the customer is found while typing and taken with Enter', async () => {
  const { user, goTo } = await openPage(withCustomer)
  await goTo('Requests')
  await user.click(await screen.findByRole('button', { name: 'New request' }))
  await next(user)
  await screen.findByRole('combobox', { name: 'Search customers' })
  expect((await screen.findByRole('button', { name: 'Next' })).hasAttribute('disabled')).toBe(true)
  await user.type(await screen.findByRole('combobox', { name: 'Search customers' }), 'hualian')
  await screen.findByRole('option', { name: /上海华联贸易有限公司/ })
  await user.keyboard('{Enter}')
  within(await screen.findByRole('region', { name: 'Chosen customer' })).getByText('上海华联贸易有限公司')
  await next(user)
  await screen.findByText(/belongs to this account/)
})

test('neither Back nor leaving loses what was written', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { user, goTo } = page
  await startForProspect(page)
  await next(user)
  await next(user)
  await user.type(await textField(), 'PS: see you on Monday.')
  await user.click(screen.getByRole('button', { name: 'Back' }))
  await user.click(await screen.findByRole('button', { name: 'Back' }))
  expect((await screen.findByRole('textbox', { name: 'Company name' })).getAttribute('value')).toBe(
    'Northwind',
  )

  await user.click(screen.getByRole('button', { name: 'Close' }))
  await screen.findByText('An unsaved request for Northwind is waiting.')
  await goTo('Customers')
  await goTo('Requests')
  await user.click(await screen.findByRole('button', { name: 'Continue' }))
  await next(user)
  await next(user)
  expect((await textField()).textContent).toContain('PS: see you on Monday.')
  const preview = screen.getByRole('region', { name: 'The mail as the customer sees it' })
  within(preview).getByText(/PS: see you on Monday\./)
})

test('a new request asks before it takes the place of an unsaved one', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { user } = page
  await startForProspect(page)
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await user.click(await screen.findByRole('button', { name: 'New request' }))
  const question = await screen.findByRole('alertdialog', { name: 'You have an unfinished request' })
  await user.click(within(question).getByRole('button', { name: 'Go on with it' }))
  expect((await screen.findByRole('textbox', { name: 'Company name' })).getAttribute('value')).toBe(
    'Northwind',
  )
})

test('the link in the text is refused in words, and the program places it once', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { desk, user } = page
  await startForProspect(page)
  await next(user)
  await next(user)
  const text = await textField()
  await user.clear(text)
  await user.paste(`Please open ${link} now`)
  await screen.findByText(/This text contains the link/)
  expect(screen.getByRole('button', { name: 'Next' }).hasAttribute('disabled')).toBe(true)
  await user.clear(text)
  await user.paste('Please open this:')
  await next(user)
  await user.click(await screen.findByRole('button', { name: 'Copy as plain text' }))
  await screen.findByText('Copied as plain text. Paste it into a new mail.')
  expect(desk.clipboard[0]?.text.split(link)).toHaveLength(2)
  expect(desk.clipboard[0]?.html).toBeNull()
})

test('the mail has a language of its own, and each language its own text', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { user } = page
  await startForProspect(page)
  await next(user)
  await next(user)
  expect((await textField()).textContent).toContain('Northwind，您好')
  await user.type(await textField(), '另：周一见。')
  await user.click(screen.getByRole('radio', { name: 'English' }))
  await waitFor(async () => expect((await textField()).textContent).toContain('Dear Northwind team,'))
  await user.click(screen.getByRole('radio', { name: '简体中文' }))
  await waitFor(async () => expect((await textField()).textContent).toContain('另：周一见。'))
  await user.click(screen.getByRole('button', { name: 'Start over from the template' }))
  expect((await textField()).textContent).not.toContain('另：周一见。')
})

test('recipients are judged as they are added', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { user } = page
  await startForProspect(page)
  await next(user)
  await next(user)
  const recipients = await screen.findByRole('textbox', { name: 'Recipients' })
  screen.getByRole('button', { name: /it@northwind\.example.*Remove|Remove.*it@northwind\.example/ })
  await user.type(recipients, 'boss@northwind.example;')
  screen.getByRole('button', { name: /boss@northwind\.example.*Remove|Remove.*boss@northwind\.example/ })
  await user.type(recipients, 'boss{Enter}')
  await screen.findByText('“boss” is not a plain e-mail address.')
  await user.clear(recipients)
  await user.type(recipients, 'boss@northwind.example{Enter}')
  await screen.findByText('“boss@northwind.example” is already in the list.')
})

test('a missing link is pasted on the way, exactly', async () => {
  const page = await openPage((desk) => makeAccount(desk, { link: undefined }))
  const { desk, user } = page
  await startForProspect(page)
  await next(user)
  await screen.findByText('This account has no invitation link yet')
  await user.click(screen.getByRole('textbox', { name: 'Link from Partner Center' }))
  await user.paste(` ${link} `)
  await user.click(screen.getByRole('button', { name: 'Keep this link' }))
  await next(user)
  await textField()
  expect(desk.read('account.list', {})[0]?.link?.link).toBe(link)
})

test('an indirect reseller uses its provider’s link and does not own the relationship', async () => {
  const page = await openPage((desk) => makeAccount(desk, { kind: 'indirect-reseller' }))
  const { desk, user } = page
  await startForProspect(page)
  await next(user)
  await screen.findByText(/the provider owns the relationship/)
  screen.getByRole('group', { name: 'Your provider’s link' })
  await next(user)
  await next(user)
  await screen.findByText('your indirect provider')
  await user.click(screen.getByRole('button', { name: 'Keep as draft' }))
  await screen.findByRole('grid', { name: 'Requests' })
  expect(desk.read('request.list', { offset: 0, limit: 1 }).rows[0]?.relationshipOwner).toBe('provider')
})

test('an indirect provider hands its invitation to a reseller, and owns what comes of it', async () => {
  const page = await openPage((desk) => makeAccount(desk, { kind: 'indirect-provider' }))
  const { desk, user } = page
  await startForProspect(page)
  await next(user)
  await user.click(await screen.findByRole('radio', { name: 'One of our resellers' }))
  expect(screen.getByRole('button', { name: 'Next' }).hasAttribute('disabled')).toBe(true)
  await user.type(screen.getByRole('textbox', { name: 'The reseller’s company' }), 'Moonlight')
  await next(user)
  expect((await textField()).textContent).toContain('Moonlight')
  await next(user)
  await screen.findByText('Sent by')
  screen.getByText('your company')
  await user.click(screen.getByRole('button', { name: 'Keep as draft' }))
  await screen.findByRole('grid', { name: 'Requests' })
  const requestId = desk.read('request.list', {}).rows[0]?.id ?? ''
  expect(desk.read('request.detail', { requestId })).toMatchObject({
    sentBy: 'Moonlight',
    relationshipOwner: 'account',
  })
})

test.each([
  ['21vianet', /Adds delegated administrative privileges only/],
  ['global', /Since October 2023 a request on Global carries no delegated/],
  ['us-government', /Published documents disagree/],
] as const)('on %s the wizard says what a request does, beside what it does not', async (cloud, words) => {
  const page = await openPage((desk) => makeAccount(desk, { cloud }))
  const { user } = page
  await startForProspect(page)
  for (const _ of ['customer', 'account', 'message']) {
    screen.getByText(words)
    expect(
      within(screen.getByRole('region', { name: 'A relationship does not' })).getAllByRole('listitem'),
    ).toHaveLength(4)
    await next(user)
  }
  screen.getByText(words)
})

test('a help desk agent is warned and not stopped', async () => {
  const page = await openPage((desk) => makeAccount(desk, { userRole: 'help-desk-agent' }))
  await startForProspect(page)
  await next(page.user)
  await screen.findByText(/Your role in Partner Center usually may not ask/)
  expect(screen.getByRole('button', { name: 'Next' }).hasAttribute('disabled')).toBe(false)
})

test('a draft of the ledger is continued, and changes are saved to the same request', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { desk, user } = page
  await startForProspect(page)
  await next(user)
  await next(user)
  await next(user)
  await user.click(await screen.findByRole('button', { name: 'Keep as draft' }))
  const grid = await screen.findByRole('grid', { name: 'Requests' })
  await user.click(await within(grid).findByText('Northwind'))
  await user.click(await screen.findByRole('button', { name: 'Continue' }))
  await user.type(await screen.findByRole('textbox', { name: 'Subject' }), ' (2)')
  await next(user)
  await user.click(await screen.findByRole('button', { name: 'Save as mail draft (.eml)' }))
  await screen.findByText(/^Saved: /)
  const { total, rows } = desk.read('request.list', { offset: 0, limit: 10 })
  expect(total).toBe(1)
  expect(rows[0]?.subject).toMatch(/ \(2\)$/)
  expect(rows[0]?.state).toBe('exported')
})

test('a draft is discarded at once and comes back with one click', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { desk, user } = page
  await startForProspect(page)
  await next(user)
  await next(user)
  await next(user)
  await user.click(await screen.findByRole('button', { name: 'Keep as draft' }))
  await user.click(
    await within(await screen.findByRole('grid', { name: 'Requests' })).findByText('Northwind'),
  )
  await user.click(await screen.findByRole('button', { name: 'Discard draft' }))
  await screen.findByText('Draft discarded.')
  await screen.findByRole('heading', { name: 'No requests yet' })
  expect(desk.read('request.list', { offset: 0, limit: 1 }).total).toBe(0)
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await screen.findByText('Undone: draft discarded')
  expect(desk.read('request.list', { offset: 0, limit: 1 }).total).toBe(1)
})

test('the mail is addressed to the contact who receives requests, in that person’s language, until it is changed', async () => {
  const { user, goTo } = await openPage(async (desk) => {
    await withCustomer(desk)
    const customerId = desk.read('customer.list', {}).rows[0]?.id ?? ''
    await desk.run('contact.create', {
      customerId,
      name: 'Fang Wang',
      email: 'fang@hualian.example',
      language: 'en',
      receivesRequests: true,
    })
    await desk.run('contact.create', { customerId, name: 'Somebody', email: 'other@hualian.example' })
  })
  await goTo('Customers')
  await user.click(await screen.findByText('上海华联贸易有限公司'))
  await user.click(await screen.findByRole('button', { name: 'Request a relationship' }))
  await next(user)
  await next(user)
  await next(user)
  await screen.findByText('Fang Wang <fang@hualian.example>')
  expect(screen.queryByText(/other@hualian/)).toBeNull()
  expect(screen.getByRole('radio', { name: 'English' })).toHaveProperty('checked', true)
  await user.click(screen.getByRole('button', { name: /Fang Wang.*Remove|Remove.*Fang Wang/ }))
  await user.click(screen.getByRole('button', { name: 'Back' }))
  await next(user)
  await screen.findByRole('textbox', { name: 'Text before the link' })
  expect(screen.queryByText('Fang Wang <fang@hualian.example>')).toBeNull()
})
