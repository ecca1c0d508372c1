import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Bridge } from '#shared/protocol.ts'
import { makeAccount } from '#test/support/fixtures.ts'
import { openPage } from './open-page.tsx'

test('what could not be read is asked for again, and then stands where the failure was told', async () => {
  let isBroken = true
  const { user, goTo, rowsOf } = await openPage(async (desk) => {
    await makeAccount(desk)
    const { watch } = desk.bridge
    const failing: Bridge['watch'] = (view, params, onSnapshot) => {
      if (view !== 'link.list' || !isBroken) return watch(view, params, onSnapshot)
      const error = {
        code: 'INTERNAL',
        message: 'unexpected failure',
        data: { reference: 'T-3F8A' },
      } as const
      queueMicrotask(() => onSnapshot({ ok: false, error }))
      return () => undefined
    }
    Object.assign(desk.bridge, { watch: failing })
  })
  await goTo('Links')
  const told = await screen.findByRole('alert')
  expect(told.textContent).toContain('T-3F8A')

  await user.click(within(told).getByRole('button', { name: 'Try again' }))
  await screen.findByText('T-3F8A')
  isBroken = false
  await user.click(screen.getByRole('button', { name: 'Try again' }))
  await waitFor(async () => expect(await rowsOf('Invitation links')).toHaveLength(1))
  expect(screen.queryByRole('alert')).toBeNull()
})
