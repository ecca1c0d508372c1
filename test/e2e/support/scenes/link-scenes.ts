import { expect } from '#test/e2e/support/launch.ts'
import type { Stage } from '#test/e2e/support/stage.ts'
import { toList, type Scene } from './scene.ts'

/** Scenes of the invitation links. */
export const linkScenes: readonly Scene[] = [
  { name: 'links', open: async (stage) => toList(stage, 'links', 'links') },
  { name: 'link-inspector', open: async (stage) => toInspector(stage) },
]

async function toInspector(stage: Stage): Promise<void> {
  const { desk, texts } = stage
  await toList(stage, 'links', 'links')
  await desk.window.getByRole('button', { name: texts.inspector.title }).click()
  const dialog = desk.window.getByRole('dialog', { name: texts.inspector.title })
  const wrapped = 'https://nam02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fadmin.microsoft.com%2F'
  await dialog.getByLabel(texts.inspector.paste).fill(wrapped)
  await expect(dialog.getByText(texts.inspector.findings.wrapped)).toBeVisible()
}
