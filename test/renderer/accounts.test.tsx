import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { link, makeAccount } from '#test/support/fixtures.ts'
import { openPage } from './open-page.tsx'

const editorOf = (name: string) => screen.findByRole('dialog', { name })

test('a field that cannot be taken says why, beside the field', async () => {
  const { desk, user, goTo } = await openPage()
  await goTo('Partner accounts')
  await user.click(await screen.findByRole('button', { name: 'Add account' }))
  const editor = await editorOf('New partner account')
  const save = within(editor).getByRole('button', { name: 'Add account' })
  const problemOf = (field: string) => {
    const input = within(editor).getByRole('textbox', { name: field })
    expect(input.getAttribute('aria-invalid')).toBe('true')
    return (input.getAttribute('aria-describedby') ?? '')
      .split(' ')
      .map((id) => document.getElementById(id)?.textContent ?? '')
      .join(' ')
  }

  await user.type(within(editor).getByRole('textbox', { name: 'E-mail address' }), 'Lin <lin@example.cn>')
  await user.type(within(editor).getByRole('textbox', { name: 'PartnerID (MPN)' }), '44x')
  await user.type(within(editor).getByRole('textbox', { name: 'Tenant id (Microsoft ID)' }), 'contoso')
  await user.click(save)
  await within(editor).findByText('A PartnerID has only digits, at most 12.')
  expect(problemOf('Tenant id (Microsoft ID)')).toContain('A tenant id looks like')
  expect(problemOf('Company name')).toContain('Enter a company name.')
  expect(problemOf('E-mail address')).toContain('This is not a plain e-mail address.')

  await user.type(within(editor).getByRole('textbox', { name: 'Company name' }), '晨星')
  await user.clear(within(editor).getByRole('textbox', { name: 'E-mail address' }))
  await user.click(save)
  await within(editor).findByText('A PartnerID has only digits, at most 12.')
  expect(desk.read('account.list', {})).toEqual([])
})

test('a pasted link is read, warned about in words, and kept byte for byte', async () => {
  const { desk, user, goTo } = await openPage((fresh) => makeAccount(fresh, { link: undefined }))
  await goTo('Partner accounts')
  await user.click(await screen.findByRole('button', { name: /^Edit / }))
  const editor = await editorOf('Edit partner account')
  const field = within(editor).getByRole('textbox', { name: 'Link from Partner Center' })

  await user.click(field)
  await user.paste('http://admin.microsoft.com/x')
  await within(editor).findByText('An invitation link starts with https://.')
  await user.clear(field)
  await user.paste(`\n ${link} \n`)
  await within(editor).findByText('microsoft.com')
  within(editor).getByText('3b33e682-00c3-41ee-9dd2-a548adf56438')
  within(editor).getByText(/The address looks like another cloud/)
  await user.click(within(editor).getByRole('button', { name: 'Save' }))

  const box = await screen.findByRole('group', { name: 'Invitation link' })
  within(box).getByText(link)
  expect(within(box).queryByRole('textbox')).toBeNull()
  expect(desk.read('account.list', {})[0]?.link?.link).toBe(link)
})

test('an indirect reseller is asked for its provider’s link', async () => {
  const { user, goTo } = await openPage()
  await goTo('Partner accounts')
  await user.click(await screen.findByRole('button', { name: 'Add account' }))
  const editor = await editorOf('New partner account')
  await user.click(within(editor).getByRole('radio', { name: 'Indirect reseller' }))
  within(editor).getByRole('textbox', { name: 'Your provider’s link' })
  within(editor).getByText(/cannot make invitations of its own/)
})

test('Esc leaves the editor, a click beside it does not', async () => {
  const { user, goTo } = await openPage()
  await goTo('Partner accounts')
  await user.click(await screen.findByRole('button', { name: 'Add account' }))
  const editor = await editorOf('New partner account')
  await user.type(within(editor).getByRole('textbox', { name: 'Company name' }), '晨星')
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
})
