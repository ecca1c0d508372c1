import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { openPage, type OpenPage } from './open-page.tsx'
import { next, startForProspect } from './wizard-steps.ts'

/** Opens the wizard at the text of a request for Northwind. */
async function openText(page: OpenPage): Promise<HTMLTextAreaElement> {
  const { user } = page
  await startForProspect(page)
  await next(user)
  await next(user)
  await user.click(await screen.findByRole('radio', { name: 'English' }))
  return screen.findByRole<HTMLTextAreaElement>('textbox', { name: 'Text before the link' })
}

const insert = async (user: OpenPage['user'], placeholder: string) => {
  await user.click(screen.getByRole('button', { name: 'Insert' }))
  await user.click(await screen.findByRole('menuitem', { name: placeholder }))
}
const preview = () => within(screen.getByRole('region', { name: 'The mail as the customer sees it' }))

test('a placeholder goes where the caret is, takes the place of a selection, and the caret stands behind it', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { user } = page
  const text = await openText(page)
  await user.clear(text)
  await user.type(text, 'Dear NAME team')
  text.setSelectionRange(5, 9)
  await insert(user, '{{customer}}')
  await screen.findByDisplayValue('Dear {{customer}} team')
  expect(document.activeElement).toBe(text)
  await user.keyboard('!')
  await screen.findByDisplayValue('Dear {{customer}}! team')
  await preview().findByText('Dear Northwind! team')
})

test('the four statements are put back into a text that lost them', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { user } = page
  const text = await openText(page)
  await user.clear(text)
  await insert(user, 'What accepting does not do')
  await waitFor(() => expect(text.value.match(/^• /gm)).toHaveLength(4))
})

test('a placeholder goes into the field that was written in last, the subject too', async () => {
  const page = await openPage((desk) => makeAccount(desk))
  const { user } = page
  await openText(page)
  const subject = screen.getByRole<HTMLInputElement>('textbox', { name: 'Subject' })
  await user.clear(subject)
  await user.type(subject, 'For ')
  await insert(user, '{{domain}}')
  await screen.findByDisplayValue('For {{domain}}')
  await preview().findByText('For northwind.example')
})

test('what cannot be filled in is shown where it stands, and nothing leaves with it', async () => {
  const page = await openPage((desk) => makeAccount(desk, { senderPhone: '' }))
  const { user } = page
  const text = await openText(page)
  await user.clear(text)
  await user.click(text)
  await user.paste('Call {{phone}} or {{fax}} for {{customer}}')
  const marks = () => [...document.querySelectorAll('mark')].map((mark) => [mark.textContent, mark.title])
  expect(marks()).toEqual([
    ['{{phone}}', 'No value for: phone'],
    ['{{fax}}', 'Unknown placeholder: fax'],
  ])
  expect(screen.getByRole('button', { name: 'Next' }).hasAttribute('disabled')).toBe(true)
  await user.clear(text)
  await user.click(text)
  await user.paste('For {{customer}}')
  expect(marks()).toEqual([])
  await next(user)
  await user.click(await screen.findByRole('button', { name: 'Copy as plain text' }))
  await screen.findByText(/^Copied as plain text/)
  expect(page.desk.clipboard[0]?.text).toMatch(/^For Northwind\n/)
})

test('a template is of a cloud and a purpose, or of every one; those of others stand apart', async () => {
  const template = { language: 'en', subject: 's', closing: '' } as const
  const withTemplates = async (desk: Loopback) => {
    await makeAccount(desk)
    await desk.run('template.save', { ...template, name: 'Of Global', text: 'global', cloud: 'global' })
  }
  const page = await openPage(withTemplates)
  const { desk, user } = page
  const text = await openText(page)
  await user.clear(text)
  await user.type(text, 'Ours here')
  await user.click(screen.getByRole('button', { name: 'Keep as template…' }))
  await user.type(await screen.findByRole('textbox', { name: 'Name of the template' }), 'First mail')
  expect(screen.getByRole('combobox', { name: 'For the cloud' }).textContent).toBe('Operated by 21Vianet')
  await user.click(screen.getByRole('button', { name: 'Keep' }))
  await screen.findByText('Template kept.')
  expect(desk.read('template.list', {})).toMatchObject([
    { name: 'First mail', cloud: '21vianet', purpose: null, text: 'Ours here' },
    { name: 'Of Global', cloud: 'global' },
  ])
  await user.click(screen.getByRole('combobox', { name: 'Mail text' }))
  const groups = await screen.findAllByRole('group')
  const names = groups.flatMap((group) =>
    within(group)
      .queryAllByRole('option')
      .map((option) => option.textContent),
  )
  expect(names).toEqual(['First mail21Vianet', 'Of GlobalGlobal'])
  await user.click(screen.getByRole('option', { name: /Of Global/ }))
  await screen.findByDisplayValue('global')

  await user.click(screen.getByRole('button', { name: 'Keep as template…' }))
  await user.type(await screen.findByRole('textbox', { name: 'Name of the template' }), 'First mail')
  await user.click(screen.getByRole('combobox', { name: 'For the cloud' }))
  await user.click(await screen.findByRole('option', { name: 'Every cloud' }))
  await user.click(screen.getByRole('button', { name: 'Replace' }))
  await screen.findAllByText('Template kept.')
  expect(desk.read('template.list', {})).toMatchObject([
    { name: 'First mail', cloud: null, text: 'global' },
    { name: 'Of Global' },
  ])
})
