import { configure, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { customersFile } from '#test/support/reconciliation.ts'
import { openPage } from './open-page.tsx'

// Without layout, what keeps the focus inside a dialog takes the second one of a file for what lies behind the first.
configure({ defaultHidden: true })

const tenant = (number: number) => `a1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')}`
const three = customersFile([
  [tenant(1), 'Contoso', 'contoso.com', 'Advisor', ''],
  [tenant(2), 'Fabrikam', 'fabrikam.com', '', ''],
  [tenant(3), 'Wingtip', 'wingtip.com', '', ''],
])
const withThree = async (desk: Loopback) => importFile(desk, await makeAccount(desk), three)
const customer = (desk: Loopback, name: string) => {
  const id = desk.read('customer.list', {}).rows.find((row) => row.name === name)?.id ?? ''
  return desk.read('customer.detail', { customerId: id })
}
const dialogNamed = async (title: string) =>
  (await screen.findByRole('heading', { name: title })).closest('[role="dialog"]') as HTMLElement
const tagsOf = (desk: Loopback, name: string) => customer(desk, name).ownTags.map((tag) => tag.name)

test('a tag is made and put on a customer by keyboard', async () => {
  const { desk, user } = await openPage(withThree)
  await user.click(await screen.findByText('Fabrikam'))
  await user.keyboard('{Control>}t{/Control}')
  const dialog = await dialogNamed('Tags of Fabrikam')
  await user.type(within(dialog).getByRole('textbox'), 'VIP{Enter}')
  await waitFor(() => expect(tagsOf(desk, 'Fabrikam')).toEqual(['VIP']))
  await user.type(within(dialog).getByRole('textbox'), 'vip{Enter}')
  await waitFor(() => expect(tagsOf(desk, 'Fabrikam')).toEqual([]))
  expect(desk.read('tag.list', {})).toHaveLength(1)
})

test('a tag is put on all chosen customers at once, and taken back with one step', async () => {
  const { desk, user } = await openPage(async (loopback) => {
    await withThree(loopback)
    const { id } = await loopback.run('tag.create', { name: 'VIP', colour: 'teal' })
    await loopback.run('tag.assign', { customerIds: [customer(loopback, 'Fabrikam').id], add: [id] })
  })
  await screen.findByText('3 customers')
  screen.getByRole('grid', { name: 'Customers' }).focus()
  await user.keyboard('{Control>}a{/Control}')
  await user.click(await screen.findByRole('button', { name: 'Tag…' }))
  const dialog = await dialogNamed('Tags of 3 customers')
  await user.click(await within(dialog).findByRole('checkbox', { name: 'VIP, on 1 of 3' }))
  await waitFor(() => expect(tagsOf(desk, 'Contoso')).toEqual(['VIP']))
  expect(tagsOf(desk, 'Wingtip')).toEqual(['VIP'])
  await user.click(within(dialog).getByRole('button', { name: 'Done' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(tagsOf(desk, 'Contoso')).toEqual([]))
  expect(tagsOf(desk, 'Fabrikam')).toEqual(['VIP'])
})

test('tags are renamed, recoloured and removed in one place', async () => {
  const { desk, user } = await openPage(async (loopback) => {
    await withThree(loopback)
    const { id } = await loopback.run('tag.create', { name: 'VIP', colour: 'teal' })
    await loopback.run('tag.create', { name: 'Risk', colour: 'gold' })
    await loopback.run('tag.assign', { customerIds: [customer(loopback, 'Contoso').id], add: [id] })
  })
  await screen.findByText('3 customers')
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox'), 'manage tags')
  await user.click(await screen.findByRole('option', { name: 'Manage tags' }))
  const dialog = await dialogNamed('Manage tags')
  const name = await within(dialog).findByRole('textbox', { name: 'Name of the tag VIP' })
  await user.clear(name)
  await user.type(name, 'risk{Enter}')
  await within(dialog).findByText('There is a tag of this name already.', { exact: false })
  await user.clear(name)
  await user.type(name, 'Key account{Enter}')
  await waitFor(() => expect(tagsOf(desk, 'Contoso')).toEqual(['Key account']))
  await user.click(within(dialog).getByRole('button', { name: 'Colour of the tag Key account: Teal' }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'Magenta' }))
  await waitFor(() => expect(customer(desk, 'Contoso').ownTags).toMatchObject([{ colour: 'magenta' }]))
  await user.click(await screen.findByRole('button', { name: 'Remove the tag Key account' }))
  await waitFor(() => expect(tagsOf(desk, 'Contoso')).toEqual([]))
})

test('a customer gets a name of one’s own, an owner and a statement, each found again', async () => {
  const { desk, user, rowsOf } = await openPage(withThree)
  await user.click(await screen.findByText('Contoso'))
  await user.click(await screen.findByRole('button', { name: 'Edit: Your name for it' }))
  await user.type(screen.getByRole('textbox', { name: 'Your name for it' }), 'The furniture people{Enter}')
  await waitFor(() => expect(customer(desk, 'Contoso').alias).toBe('The furniture people'))
  await screen.findByRole('heading', { name: 'Contoso The furniture people' })

  await user.click(screen.getByRole('button', { name: 'Edit: Owner' }))
  await user.type(screen.getByRole('combobox', { name: 'Owner' }), 'Lin Xiao')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  await waitFor(() => expect(customer(desk, 'Contoso').owner).toBe('Lin Xiao'))

  await user.click(screen.getByRole('button', { name: 'Edit: Delegated privileges' }))
  const dialog = await dialogNamed('What the customer told you')
  await user.click(within(dialog).getByRole('radio', { name: 'Not granted' }))
  const date = within(dialog).getByRole('textbox', { name: 'Told on' })
  await user.clear(date)
  await user.type(date, '2026-02-30')
  await user.click(within(dialog).getByRole('button', { name: 'Record' }))
  await within(dialog).findByText('Type a date as YYYY-MM-DD.')
  await user.clear(date)
  await user.type(date, '2026-02-03')
  await user.click(within(dialog).getByRole('button', { name: 'Record' }))
  await screen.findByText(/^The customer told you on 2026-02-03, recorded/)
  expect(customer(desk, 'Contoso').delegatedPrivileges).toBe('no')

  await user.type(screen.getByRole('searchbox', { name: 'Search customers' }), 'furniture')
  await screen.findByText('1 customer found')
  expect((await rowsOf('Customers'))[0]?.[0]).toBe('ContosoThe furniture people')
})

test('“My customers” asks who the user is, and then shows them', async () => {
  const { desk, user, rowsOf, goTo } = await openPage(async (loopback) => {
    await withThree(loopback)
    const customerIds = [customer(loopback, 'Wingtip').id]
    await loopback.run('owner.assign', { customerIds, owner: 'Lin Xiao' })
  })
  await screen.findByText('3 customers')
  await user.click(screen.getByRole('button', { name: /^View: / }))
  await user.click(await screen.findByRole('menuitemradio', { name: 'My customers' }))
  await screen.findByRole('heading', { name: 'Nobody knows yet who you are' })
  await user.click(screen.getByRole('button', { name: 'Say who I am' }))
  await user.type(await screen.findByRole('textbox', { name: 'Your name' }), 'Lin Xiao{Enter}')
  await waitFor(() => expect(desk.read('profile.current', {}).name).toBe('Lin Xiao'))
  await goTo('Customers')
  await screen.findByText('1 customer found')
  expect((await rowsOf('Customers')).map(([name]) => name)).toEqual(['Wingtip'])
})

test('contacts are added with a checked address, and one of them receives the requests', async () => {
  const { desk, user } = await openPage(withThree)
  await user.click(await screen.findByText('Contoso'))
  await user.click(await screen.findByRole('button', { name: 'Add contact' }))
  const dialog = await dialogNamed('New contact')
  await user.type(within(dialog).getByRole('textbox', { name: 'Name' }), 'Wang Fang')
  await user.click(within(dialog).getByRole('checkbox', { name: 'Receives relationship requests' }))
  await user.click(within(dialog).getByRole('button', { name: 'Save' }))
  await within(dialog).findByText('Who receives requests needs an e-mail address.')
  const address = within(dialog).getByRole('textbox', { name: 'E-mail' })
  await user.type(address, 'wang@')
  await within(dialog).findByText('This is not a plain e-mail address.')
  await user.type(address, 'contoso.com')
  await user.click(within(dialog).getByRole('button', { name: 'Save' }))
  const list = await screen.findByRole('list', { name: 'Contacts' })
  await within(list).findByText('wang@contoso.com')
  expect(customer(desk, 'Contoso').contacts).toMatchObject([
    { name: 'Wang Fang', email: 'wang@contoso.com', receivesRequests: true },
  ])
  await user.click(within(list).getByRole('button', { name: 'Remove Wang Fang' }))
  await screen.findByText('No contacts yet')
  await user.click((await screen.findAllByRole('button', { name: 'Undo' })).at(-1) as HTMLElement)
  await screen.findByText('wang@contoso.com')
})

test('a note is corrected and removed; half a correction is still there after looking elsewhere', async () => {
  const { desk, user, goTo } = await openPage(async (loopback) => {
    await withThree(loopback)
    await loopback.run('customer.note', { customerId: customer(loopback, 'Contoso').id, text: 'Call' })
  })
  await user.click(await screen.findByText('Contoso'))
  await user.click(await screen.findByRole('tab', { name: /^Notes/ }))
  await user.click(await screen.findByRole('button', { name: /^Edit the note of / }))
  await user.type(screen.getByRole('textbox', { name: /^Note of / }), ' in March')
  await goTo('Settings')
  await goTo('Customers')
  const editor = await screen.findByRole('textbox', { name: /^Note of / })
  await user.type(editor, '.{Control>}{Enter}{/Control}')
  await screen.findByText('Call in March.')
  expect(customer(desk, 'Contoso').notes).toMatchObject([{ text: 'Call in March.' }])
  await user.click(screen.getByRole('button', { name: /^Remove the note of / }))
  await screen.findByText('No notes yet')
})
