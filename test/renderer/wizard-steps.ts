import { screen } from '@testing-library/react'
import type { OpenPage } from './open-page.tsx'

/** Presses the wizard's “Next”. */
export const next = (user: OpenPage['user']) =>
  screen.findByRole('button', { name: 'Next' }).then((it) => user.click(it))

/** Opens the wizard for Northwind, who is in no list yet, before the step of the account. */
export async function startForProspect({ user, goTo }: OpenPage): Promise<void> {
  await goTo('Requests')
  await user.click(await screen.findByRole('button', { name: 'New request' }))
  await next(user)
  await user.click(await screen.findByRole('radio', { name: 'Somebody new' }))
  await user.type(screen.getByRole('textbox', { name: 'Company name' }), 'Northwind')
  await user.type(screen.getByRole('textbox', { name: 'E-mail address' }), 'it@northwind.example')
}

/** The field of a mail's text, once it is there. */
export const textField = () => screen.findByRole('textbox', { name: 'Text before the link' })
