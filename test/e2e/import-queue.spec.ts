import { dropFiles, putFile } from './support/files.ts'
import { createAccount } from './support/hostile.ts'
import { expect, test } from './support/launch.ts'
import { look } from './support/stage.ts'

const file = (number: number, name: string) =>
  `Microsoft ID,Company name,Primary domain name,Relationship\na1b2c3d4-0000-4000-8000-00000000000${number},${name},,\n`

test('several files are taken one after the other, from a drop and from the dialog', async ({
  desk,
}, testInfo) => {
  const { window } = desk
  const accountId = await createAccount(desk)
  const put = async (number: number, name: string) =>
    putFile(testInfo.outputPath('files'), `${name}.csv`, file(number, name))
  const paths = [await put(1, 'Contoso'), await put(2, 'Fabrikam'), await put(3, 'Northwind')] as const
  const heading = window.getByRole('heading', { name: 'Import preview' })
  const customers = async () =>
    (await look(desk, 'customer.list', { accountId, offset: 0, limit: 10 })).rows.map(({ name }) => name)

  await test.step('drop three, take the last of them first, and remove one, with the keyboard', async () => {
    await dropFiles(window, paths)
    await expect(heading).toBeVisible()
    await expect(window.getByText('2 more files wait: Fabrikam.csv, Northwind.csv')).toBeVisible()
    await desk.screenshot('import-queue-1-preview')
    await window.getByRole('button', { name: 'Show what waits' }).press('Enter')
    const list = window.getByRole('list', { name: 'Files that wait' })
    await expect(list.getByRole('listitem')).toHaveCount(2)
    await desk.screenshot('import-queue-2-waiting')
    await window.getByRole('button', { name: 'Remove Fabrikam.csv from what waits' }).press('Enter')
    await expect(list.getByRole('listitem')).toHaveCount(1)
    await window.getByRole('button', { name: 'Open Northwind.csv' }).press('Enter')
    await expect(window.getByText('1 more file waits: Contoso.csv')).toBeVisible()
  })

  await test.step('discard one and apply the other', async () => {
    await window.getByRole('button', { name: 'Discard' }).click()
    await expect(window.getByText('Contoso.csv', { exact: true })).toBeVisible()
    await window.getByRole('button', { name: 'Apply import' }).click()
    await expect(window.getByRole('grid', { name: 'Customers' })).toContainText('Contoso')
    expect(await customers()).toEqual(['Contoso'])
  })

  await test.step('choose two in the dialog', async () => {
    await desk.application.evaluate(({ dialog }, filePaths) => {
      dialog.showOpenDialog = async (...args: unknown[]) => {
        const { properties } = args.at(-1) as { readonly properties: readonly string[] }
        return Promise.resolve({
          canceled: false,
          filePaths: properties.includes('multiSelections') ? [...filePaths] : [],
        })
      }
    }, paths.slice(1))
    await window.getByRole('button', { name: 'Imports', exact: true }).click()
    await window.getByRole('button', { name: 'Import a file' }).click()
    await expect(window.getByText('1 more file waits: Northwind.csv')).toBeVisible()
    await window.getByRole('button', { name: 'Apply import' }).click()
    await expect(window.getByText('Northwind.csv', { exact: true })).toBeVisible()
    await window.getByRole('button', { name: 'Apply import' }).click()
    await expect(window.getByRole('grid', { name: 'Customers' })).toContainText('Northwind')
    expect((await customers()).toSorted()).toEqual(['Contoso', 'Fabrikam', 'Northwind'])
  })
})
