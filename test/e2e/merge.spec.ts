import { createAccount } from './support/hostile.ts'
import { expect, test } from './support/launch.ts'
import { look, run } from './support/stage.ts'

const tenants = ['a1b2c3d4-0000-4000-8000-000000000001', 'a1b2c3d4-0000-4000-8000-000000000002'] as const
/** The second name has a Cyrillic о: to the eye it is the first. */
const names = ['Contoso', 'Cont\u043eso'] as const

test('a table pasted from a spreadsheet; two customers that look alike merged side by side, and parted again', async ({
  desk,
}) => {
  const { window, application } = desk
  const accountId = await createAccount(desk)
  const all = { accountId, offset: 0, limit: 10 }
  const namesShown = async () => (await look(desk, 'customer.list', all)).rows.map(({ name }) => name)

  await test.step('paste the rows as a spreadsheet copies them', async () => {
    const cells = [
      ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship'],
      [tenants[0], names[0], 'contoso.cn', 'Reseller'],
      [tenants[1], names[1], 'contoso-cn.com', 'Reseller'],
    ]
    const copied = cells.map((row) => row.join('\t')).join('\r\n')
    await application.evaluate(({ clipboard }, text) => clipboard.writeText(text), copied)
    await window.getByRole('button', { name: 'Imports', exact: true }).click()
    await window.getByRole('button', { name: 'Paste a table' }).click()
    await window.getByRole('textbox', { name: 'The copied table' }).focus()
    await window.keyboard.press('Control+v')
    await window.getByRole('button', { name: 'Read the table' }).click()
    await expect(window.getByRole('heading', { name: 'Import preview' })).toBeVisible()
    await desk.screenshot('merge-1-preview')
    await window.getByRole('button', { name: 'Apply import' }).click()
    await expect.poll(namesShown).toEqual([...names])
  })

  await test.step('lay them side by side, and merge', async () => {
    const [, twin] = (await look(desk, 'customer.list', all)).rows
    await run(desk, 'customer.note', { customerId: twin?.id ?? '', text: 'Call back in May' })
    await window.getByRole('button', { name: '1 possible duplicate' }).click()
    const dialog = window.getByRole('dialog', { name: 'Merge two customers' })
    await expect(
      dialog.getByText(/Their names look alike and are written with other characters/),
    ).toBeVisible()
    await desk.screenshot('merge-2-side-by-side')
    await dialog.getByRole('button', { name: 'Merge', exact: true }).click()
    await expect.poll(namesShown).toEqual([names[0]])
    const [kept] = (await look(desk, 'customer.list', all)).rows
    const { notes } = await look(desk, 'customer.detail', { customerId: kept?.id ?? '' })
    expect(notes.map(({ text }) => text)).toEqual(['Call back in May'])
  })

  await test.step('undo, by the keyboard', async () => {
    await window.getByRole('heading', { name: 'Customers' }).click()
    await window.keyboard.press('Control+z')
    await expect.poll(namesShown).toEqual([...names])
    await expect(window.getByRole('grid', { name: 'Customers' })).toContainText(names[1])
    await desk.screenshot('merge-3-parted')
  })
})
