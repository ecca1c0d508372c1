import { readFile } from 'node:fs/promises'
import type { Locator } from '@playwright/test'
import { en } from '#shared/locales/en.ts'
import { answerOpenDialog, answerSaveDialog } from './support/files.ts'
import { layHandsOn, type Keyboard } from './support/keyboard.ts'
import { expect, test, type Desk } from './support/launch.ts'
import { rowsOf, run } from './support/stage.ts'

const { table, savedViews } = en
const { columns } = en.customers

test.describe.configure({ mode: 'parallel' })

/** The list of customers over the sample, and what is asked of it again and again. */
async function openCustomers(desk: Desk) {
  await run(desk, 'preferences.update', { language: 'en' })
  const { accountId } = await run(desk, 'sample.load', {})
  await run(desk, 'preferences.update', { accountId })
  await desk.window.keyboard.press('Control+2')
  const on = listOn(desk)
  await expect(on.rows.nth(8)).toBeVisible()
  return on
}

function listOn(desk: Desk) {
  const { window } = desk
  const header = (name: string) => window.getByRole('columnheader', { name, exact: true })
  const filter = window.getByRole('group', { name: table.filterBar.label })
  return {
    header,
    filter,
    headerButton: (name: string) => header(name).getByRole('button', { name }),
    grid: window.getByRole('grid', { name: en.customers.list, exact: true }),
    rows: rowsOf(window, en.customers.list),
    item: (name: string | RegExp) => window.getByRole('menuitem', { name, exact: true }),
    view: (name: string) =>
      window.getByRole('button', { name: `${savedViews.button}: ${name}`, exact: true }),
    /** The columns' titles, in their order; behind a box that is open they have no role. */
    shown: async () =>
      window
        .locator('[data-header]')
        .evaluateAll((all) => all.flatMap((each) => each.getAttribute('aria-label') ?? [])),
    cells: async (column: string) =>
      rowsOf(window, en.customers.list).evaluateAll(
        (all, id) => all.map((row) => row.querySelector(`[data-column="${id}"]`)?.textContent.trim() ?? null),
        column,
      ),
    clearFilter: async () => {
      await filter.getByRole('button', { name: table.filterBar.clear }).click()
      await expect(filter).toHaveCount(0)
    },
  }
}

async function boxOf(element: Locator) {
  const box = await element.boundingBox()
  if (box === null) throw new Error(`${element.toString()} is not there`)
  return box
}

/** Presses the mouse at one place, goes over others, and lets go. */
async function drag({ window }: Desk, ...way: readonly (readonly [number, number])[]): Promise<void> {
  const [from, ...over] = way
  await window.mouse.move(...(from ?? [0, 0]))
  await window.mouse.down()
  for (const place of over) await window.mouse.move(...place, { steps: 4 })
  await window.mouse.up()
}

/** Chooses from the menu that the keyboard has opened. */
async function choose(keys: Keyboard, item: Locator): Promise<void> {
  await keys.goTo(item, 'ArrowDown')
  await keys.press('Enter')
}

test('columns, order, filters and groups, by the mouse and by the keyboard', async ({ desk }) => {
  test.setTimeout(180_000)
  const { window, application } = desk
  const keys = layHandsOn(desk)
  const { header, headerButton, grid, rows, item, filter, shown, cells, clearFilter } =
    await openCustomers(desk)

  await test.step('a column is found in the chooser, shown, and taken away again', async () => {
    await window.getByRole('button', { name: table.columns, exact: true }).click()
    await expect(window.getByRole('searchbox', { name: table.chooser.search })).toBeFocused()
    await keys.type('tenant')
    const box = window.getByRole('checkbox', { name: en.lists.customers.tenantId })
    await expect(window.getByRole('checkbox')).toHaveCount(1)
    await keys.goTo(box)
    await keys.press('Space')
    await expect.poll(shown).toContain(en.lists.customers.tenantId)
    await keys.press('Space')
    await expect.poll(shown).not.toContain(en.lists.customers.tenantId)
    await keys.press('Escape')
    await expect(window.getByRole('button', { name: table.columns, exact: true })).toBeFocused()
  })

  await test.step('a column is dragged to another place, and moved back by the keyboard', async () => {
    const first = await shown()
    const from = await boxOf(headerButton(columns.domain))
    const to = await boxOf(header(columns.seatCount))
    await drag(desk, [from.x + 8, from.y + 8], [from.x + 40, from.y + 8], [to.x + to.width - 10, from.y + 8])
    await expect.poll(shown).not.toEqual(first)
    const at = (await shown()).indexOf(columns.domain)
    expect(at).toBeGreaterThan(first.indexOf(columns.domain))
    await headerButton(columns.domain).focus()
    await keys.press('Alt+ArrowDown')
    await choose(keys, item(table.header.left))
    await expect.poll(async () => (await shown()).indexOf(columns.domain)).toBe(at - 1)
    await expect(headerButton(columns.domain)).toBeFocused()
  })

  await test.step('a column is pulled wider, and by the keyboard narrower', async () => {
    const width = async () => (await boxOf(header(columns.domain))).width
    const before = await width()
    const grip = await boxOf(header(columns.domain).locator('[data-grip]'))
    const [x, y] = [grip.x + grip.width / 2, grip.y + grip.height / 2]
    await drag(desk, [x, y], [x + 60, y])
    await expect.poll(width).toBeGreaterThan(before + 30)
    const wide = await width()
    await headerButton(columns.domain).focus()
    await keys.press('Shift+ArrowLeft')
    await expect.poll(width).toBeLessThan(wide)
  })

  await test.step('sorted by two columns: Shift with the click, Shift with Enter', async () => {
    await headerButton(columns.relationship).click()
    await headerButton(columns.seatCount).click({ modifiers: ['Shift'] })
    await expect(header(columns.relationship)).toHaveAttribute('aria-sort', 'ascending')
    await expect(header(columns.seatCount)).toHaveAttribute('aria-sort', 'ascending')
    await headerButton(columns.name).focus()
    await keys.press('Shift+Enter')
    await expect(header(columns.name)).toHaveAttribute('aria-sort', 'ascending')
    await expect(header(columns.relationship)).toHaveAttribute('aria-sort', 'ascending')
    await headerButton(columns.name).click()
    await expect(header(columns.relationship)).toHaveAttribute('aria-sort', 'none')
  })

  await test.step('frozen up to a column, which stays when the table goes sideways', async () => {
    await header(columns.name).click({ button: 'right' })
    await item(table.header.unfreeze).click()
    const [, second = ''] = await shown()
    await headerButton(second).focus()
    await keys.press('Alt+ArrowDown')
    await choose(keys, item(table.header.freeze))
    const left = async (name: string) => Math.round((await boxOf(header(name))).x)
    const last = (await shown()).at(-1) ?? ''
    const before = [await left(second), await left(last)] as const
    await grid.evaluate((element) => element.scrollTo({ left: 40 }))
    await expect.poll(async () => left(last)).toBeLessThan(before[1])
    expect(await left(second)).toBe(before[0])
    await grid.evaluate((element) => element.scrollTo({ left: 0 }))
  })

  await test.step('a condition is built: seats from 10 to 30', async () => {
    await window.getByRole('button', { name: table.addFilter, exact: true }).click()
    await expect(window.getByRole('searchbox', { name: table.editor.findColumn })).toBeFocused()
    await keys.type(columns.seatCount)
    await keys.press('Enter')
    await window.getByRole('combobox', { name: table.editor.operator }).selectOption('between')
    await window.getByRole('textbox', { name: table.editor.from }).fill('10')
    await window.getByRole('textbox', { name: table.editor.to }).fill('30')
    await window.keyboard.press('Enter')
    await expect(filter).toBeVisible()
    await expect
      .poll(async () =>
        (await cells('seatCount')).every((seats) => Number(seats) >= 10 && Number(seats) <= 30),
      )
      .toBe(true)
    expect((await cells('seatCount')).length).toBeGreaterThan(0)
    await clearFilter()
  })

  await test.step('only a value by the mouse, without it by the keyboard', async () => {
    const cell = rows.first().locator('[data-column="relationship"]')
    const value = (await cell.innerText()).trim()
    await cell.click({ button: 'right' })
    await item(table.cell.only).click()
    await expect.poll(async () => new Set(await cells('relationship'))).toEqual(new Set([value]))
    await clearFilter()
    await grid.focus()
    await keys.press('Home')
    const at = (await shown()).indexOf(columns.relationship)
    await keys.press(...Array.from({ length: at + 1 }, () => 'ArrowRight'))
    await keys.press('Shift+F10')
    await choose(keys, item(table.cell.exclude))
    await expect(filter).toContainText(value)
    await expect.poll(async () => cells('relationship')).not.toContain(value)
    await expect(grid).toBeFocused()
    await clearFilter()
  })

  await test.step('chosen rows are copied for a spreadsheet and as Markdown', async () => {
    const clipboard = async () => application.evaluate(({ clipboard: board }) => board.readText())
    await grid.focus()
    await keys.press('Home', 'Shift+ArrowDown', 'Shift+ArrowDown', 'Control+c')
    await expect.poll(async () => (await clipboard()).split('\n')).toHaveLength(4)
    expect((await clipboard()).split(/\r?\n/)[0]?.split('\t')).toEqual(await shown())
    await window.getByRole('button', { name: table.selection.markdown }).click()
    await expect.poll(clipboard).toMatch(/^\| .+ \|\n\| --- \|/)
    await window.getByRole('button', { name: table.selection.clear }).click()
  })

  await test.step('grouped, a group closed and opened, ungrouped', async () => {
    await headerButton(columns.relationship).focus()
    await keys.press('Alt+ArrowDown')
    await choose(keys, item(table.header.groupBy))
    const tree = window.getByRole('treegrid', { name: en.customers.list })
    await expect(tree.getByRole('row', { expanded: true }).first()).toBeVisible()
    await tree.focus()
    await keys.press('Home', 'ArrowLeft')
    await expect(tree.getByRole('row', { expanded: false })).toHaveCount(1)
    await keys.press('ArrowRight')
    await expect(tree.getByRole('row', { expanded: false })).toHaveCount(0)
    await headerButton(columns.relationship).focus()
    await keys.press('Alt+ArrowDown')
    await choose(keys, item(table.ungroup))
    await expect(grid).toBeVisible()
  })
})

test('a view is named and pinned, outlives a restart, and goes as a file to a colleague', async ({
  desk,
}, testInfo) => {
  test.setTimeout(180_000)
  const path = testInfo.outputPath('view.json')
  const navigation = () => desk.window.getByRole('navigation', { name: en.nav.label })
  const standing = async () => {
    const { shown, header, filter } = listOn(desk)
    return {
      columns: await shown(),
      width: Math.round((await boxOf(header(columns.seatCount))).width),
      sort: await header(columns.seatCount).getAttribute('aria-sort'),
      group: await desk.window.getByRole('treegrid').getByRole('row', { expanded: true }).allInnerTexts(),
      filter: await filter.innerText(),
    }
  }
  let before: Awaited<ReturnType<typeof standing>> | undefined

  await test.step('made of columns, widths, order, filter and groups', async () => {
    const { header, headerButton, rows, item, view } = await openCustomers(desk)
    await header(columns.domain).click({ button: 'right' })
    await item(table.header.hide).click()
    await header(columns.seatCount).click({ button: 'right' })
    await item(table.header.wider).click()
    await headerButton(columns.seatCount).click()
    await rows.first().locator('[data-column="relationship"]').click({ button: 'right' })
    await item(table.cell.only).click()
    await header(columns.relationship).click({ button: 'right' })
    await item(table.header.groupBy).click()
    await expect(desk.window.getByRole('treegrid')).toBeVisible()
    await view(savedViews.editedLong.replace('{{name}}', savedViews.defaults.customers.all)).click()
    await item(savedViews.saveAs).click()
    await desk.window.getByRole('textbox', { name: savedViews.name }).fill('East')
    await desk.window.getByRole('checkbox', { name: savedViews.pinNew }).uncheck()
    await desk.window.keyboard.press('Enter')
    await expect(view('East')).toBeVisible()
    await expect(navigation().getByRole('button', { name: 'East' })).toHaveCount(0)
    await view('East').click()
    await item(savedViews.pin).click()
    await expect(navigation().getByRole('button', { name: 'East' })).toBeVisible()
    before = await standing()
    expect(before.group.length).toBe(1)
  })

  await test.step('after a restart it is in the navigation and stands as it stood', async () => {
    await desk.restart()
    await navigation().getByRole('button', { name: 'East' }).click()
    await expect(listOn(desk).view('East')).toBeVisible()
    await expect.poll(standing).toEqual(before)
  })

  await test.step('it is written to a file', async () => {
    const { view, item } = listOn(desk)
    await answerSaveDialog(desk.application, path)
    await view('East').click()
    await item(savedViews.exportFile).click()
    await expect(desk.window.getByRole('listitem', { name: savedViews.exported })).toBeVisible()
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ name: 'East' })
  })

  await test.step('which a colleague opens, on data of his own', async () => {
    await desk.restart({ args: [`--user-data-dir=${testInfo.outputPath('colleague')}`] })
    const { view, item } = await openCustomers(desk)
    await expect(navigation().getByRole('button', { name: 'East' })).toHaveCount(0)
    await answerOpenDialog(desk.application, path)
    await view(savedViews.defaults.customers.all).click()
    await item(savedViews.importFile).click()
    await expect(view('East')).toBeVisible()
    await expect.poll(standing).toEqual(before)
  })
})
