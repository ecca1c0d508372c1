import { expect } from '#test/e2e/support/launch.ts'
import type { Stage } from '#test/e2e/support/stage.ts'
import { toCustomers } from './customer-scenes.ts'
import type { Scene } from './scene.ts'

/** Scenes of the box that builds a condition, each with another kind of value. */
export const filterScenes: readonly Scene[] = [
  { name: 'filter-range', open: async (stage) => toRange(stage) },
  { name: 'filter-period', open: async (stage) => toPeriod(stage) },
]

async function toEditor({ desk, texts }: Stage, column: string, operator: string): Promise<void> {
  const { window } = desk
  await window.getByRole('button', { name: texts.table.addFilter, exact: true }).click()
  await window.getByRole('searchbox', { name: texts.table.editor.findColumn }).fill(column)
  await window.keyboard.press('Enter')
  await window.getByRole('combobox', { name: texts.table.editor.operator }).selectOption(operator)
}

async function toRange(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomers(stage)
  await toEditor(stage, texts.customers.columns.seatCount, 'between')
  await desk.window.getByRole('textbox', { name: texts.table.editor.from }).fill('50')
  await desk.window.getByRole('textbox', { name: texts.table.editor.to }).fill('5')
  await desk.window.keyboard.press('Enter')
  await expect(desk.window.getByText(texts.table.editor.problems.order)).toBeVisible()
}

async function toPeriod(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toCustomers(stage)
  await toEditor(stage, texts.customers.columns.nextEndDate, 'in-period')
  await expect(desk.window.getByRole('combobox', { name: texts.table.editor.period })).toBeVisible()
}
