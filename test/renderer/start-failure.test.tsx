import { createDOMRenderer } from '@fluentui/react-components'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, onTestFinished, test } from 'vitest'
import { App } from '#renderer/app/app.tsx'
import '#renderer/app/start-failure.tsx'
import { createClient } from '#renderer/state/client.ts'
import { createUiStore } from '#renderer/state/ui-store.ts'
import type { Bridge, Snapshot, ViewName } from '#shared/protocol.ts'
import { makeAccount } from '#test/support/fixtures.ts'
import { createLoopback } from '#test/support/loopback.ts'

const failure: Snapshot = {
  ok: false,
  error: { code: 'INTERNAL', message: 'unexpected failure', data: { reference: 'T-3F8A' } },
}

/** Opens a window over a program that fails to read one view until it is `mend`ed, or once it is told to `fail`. */
async function openFailing(view: ViewName, isFailing: boolean) {
  const desk = createLoopback()
  onTestFinished(() => desk.close())
  await makeAccount(desk)
  const { watch } = desk.bridge
  let isBroken = isFailing
  let tell: (snapshot: Snapshot) => void = () => undefined
  const failing: Bridge['watch'] = (name, params, onSnapshot) => {
    if (name !== view) return watch(name, params, onSnapshot)
    tell = onSnapshot
    if (!isBroken) return watch(name, params, onSnapshot)
    queueMicrotask(() => onSnapshot(failure))
    return () => undefined
  }
  Object.assign(desk.bridge, { watch: failing })
  render(<App client={createClient(desk.bridge)} ui={createUiStore()} styles={createDOMRenderer()} />)
  return {
    user: userEvent.setup(),
    mend: () => {
      isBroken = false
    },
    fail: () => tell(failure),
  }
}

test.each(['account.list', 'preferences.current'] as const)(
  'a start that cannot read %s says so, and can be tried again until it can',
  async (view) => {
    const { user, mend } = await openFailing(view, true)
    const told = await screen.findByRole('alert')
    expect(told.textContent).toContain('Something went wrong')
    expect(told.textContent).toContain('T-3F8A')

    await user.click(screen.getByRole('button', { name: 'Try again' }))
    expect((await screen.findByRole('alert')).textContent).toContain('T-3F8A')
    mend()
    await user.click(screen.getByRole('button', { name: 'Try again' }))
    await screen.findByRole('navigation', { name: 'Main navigation' })
    expect(screen.queryByRole('alert')).toBeNull()
  },
)

test('a list of accounts that cannot be read later leaves the window as it stands', async () => {
  const { fail } = await openFailing('account.list', false)
  const navigation = await screen.findByRole('navigation', { name: 'Main navigation' })
  fail()
  await Promise.resolve()
  expect(await screen.findByRole('navigation', { name: 'Main navigation' })).toBe(navigation)
  expect(screen.queryByRole('alert')).toBeNull()
})
