import { dropFiles } from '#test/e2e/support/files.ts'
import { expect } from '#test/e2e/support/launch.ts'
import { putReconciliation, putStranger } from '#test/e2e/support/sample-desk.ts'
import { goTo, rowsOf, said, type Stage } from '#test/e2e/support/stage.ts'
import { toEmpty, type Scene } from './scene.ts'

/** Scenes of the imports and their preview, in a program that knows nothing yet. */
export const emptyImportScenes: readonly Scene[] = [
  { name: 'imports-empty', open: async (stage) => toEmpty(stage, 'imports') },
]

/** Scenes of the imports and their preview. */
export const importScenes: readonly Scene[] = [
  { name: 'imports', open: async (stage) => toImports(stage) },
  { name: 'import-preview', open: async (stage) => toPreview(stage) },
  { name: 'import-refused', open: async (stage) => toRefusal(stage) },
]

async function toImports(stage: Stage): Promise<void> {
  await goTo(stage, 'imports')
  await expect(rowsOf(stage.desk.window, stage.texts.imports.list).first()).toBeVisible()
}

async function toPreview(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toImports(stage)
  await dropFiles(desk.window, [await putReconciliation(stage)])
  await expect(desk.window.getByRole('heading', { name: texts.imports.previewTitle })).toBeVisible()
  await expect(desk.window.getByText('viele')).toBeVisible()
}

async function toRefusal(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toImports(stage)
  await dropFiles(desk.window, [await putStranger(stage)])
  await expect(desk.window.getByText(said(texts.imports.refusedNamed)).first()).toBeVisible()
}
