import { dropFiles } from '#test/e2e/support/files.ts'
import { expect } from '#test/e2e/support/launch.ts'
import {
  importMonthBefore,
  putColleaguesTable,
  putNames,
  putReconciliation,
  putStranger,
  putSubscriptionsExport,
} from '#test/e2e/support/sample-desk.ts'
import { goTo, rowsOf, said, type Stage } from '#test/e2e/support/stage.ts'
import { toEmpty, type Scene } from './scene.ts'

/** Scenes of the imports and their preview, in a program that knows nothing yet. */
export const emptyImportScenes: readonly Scene[] = [
  { name: 'imports-empty', open: async (stage) => toEmpty(stage, 'imports') },
]

/** Scenes of the imports and their preview. */
export const importScenes: readonly Scene[] = [
  { name: 'imports', open: async (stage) => toImports(stage) },
  { name: 'import-paste', open: async (stage) => toPaste(stage) },
  { name: 'import-preview', open: async (stage) => toPreview(stage) },
  { name: 'import-changed', open: async (stage) => toPart(stage, 'changedSubscriptions') },
  { name: 'import-absent', open: async (stage) => toPart(stage, 'absentSubscriptions') },
  { name: 'import-rejected', open: async (stage) => toPart(stage, 'rejected') },
  { name: 'import-mapping', open: async (stage) => toMapping(stage) },
  { name: 'import-customer', open: async (stage) => toCustomerQuestion(stage) },
  { name: 'import-identity', open: async (stage) => toIdentity(stage) },
  { name: 'import-refused', open: async (stage) => toRefusal(stage) },
]

async function toImports(stage: Stage): Promise<void> {
  await goTo(stage, 'imports')
  await expect(rowsOf(stage.desk.window, stage.texts.imports.list).first()).toBeVisible()
}

async function toPaste(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toImports(stage)
  await desk.window.getByRole('button', { name: texts.importFlow.paste }).click()
  await expect(desk.window.getByRole('dialog')).toBeVisible()
}

async function toPreview(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await importMonthBefore(stage)
  await toImports(stage)
  await dropFiles(desk.window, [await putReconciliation(stage)])
  await expect(desk.window.getByRole('heading', { name: texts.imports.previewTitle })).toBeVisible()
  await expect(desk.window.getByRole('gridcell').first()).toBeVisible()
}

async function toPart(
  stage: Stage,
  part: 'changedSubscriptions' | 'absentSubscriptions' | 'rejected',
): Promise<void> {
  const { window } = stage.desk
  await toPreview(stage)
  await window.getByRole('tab', { name: stage.texts.importFlow.changes[part] }).click()
  // The first cell of a row is its box.
  await window.getByRole('gridcell').nth(1).click()
}

async function toMapping(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toImports(stage)
  await dropFiles(desk.window, [await putColleaguesTable(stage)])
  await expect(desk.window.getByRole('heading', { name: texts.importFlow.mapping.title })).toBeVisible()
}

async function toCustomerQuestion(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await importMonthBefore(stage)
  await toImports(stage)
  await dropFiles(desk.window, [await putSubscriptionsExport(stage)])
  await expect(desk.window.getByRole('heading', { name: texts.importFlow.customer.title })).toBeVisible()
}

async function toIdentity(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toImports(stage)
  await dropFiles(desk.window, [await putNames(stage)])
  await desk.window.getByRole('button', { name: texts.importFlow.mapping.go }).click()
  const question = (name: string) =>
    desk.window.getByRole('group', { name: texts.importIdentity.question.replace('{{name}}', name) })
  await question('厦门云帆科技有限公司').getByRole('button').first().click()
  await expect(question('厦门云帆科技')).toBeVisible()
  await rowsOf(desk.window, texts.importIdentity.part).nth(2).click()
  await expect(question('CONTOSO')).toBeVisible()
}

async function toRefusal(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toImports(stage)
  await dropFiles(desk.window, [await putStranger(stage)])
  await expect(desk.window.getByText(said(texts.imports.refusedNamed)).first()).toBeVisible()
}
