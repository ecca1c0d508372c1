import { expect, test } from './support/launch.ts'
import { catalogues, goTo, run, speak, type Stage } from './support/stage.ts'

const texts = catalogues.en

test('a backup made in the settings brings back what was there, and what it replaced is a backup too', async ({
  desk,
}, testInfo) => {
  await speak(desk, 'en')
  const stage: Stage = { desk, language: 'en', texts, folder: testInfo.outputPath() }
  const create = async (companyName: string) =>
    run(desk, 'account.create', { companyName, cloud: 'global', kind: 'direct' })
  await create('Contoso')
  await goTo(stage, 'settings')
  await desk.window.getByRole('button', { name: texts.backups.create }).click()
  const backups = () => desk.window.getByRole('list', { name: texts.backups.title }).getByRole('listitem')
  await expect(backups()).toHaveCount(1)
  await create('Fabrikam')

  // The start that follows is the test's own: one beside the debugger would be nobody's.
  await desk.application.evaluate(({ app }) => Reflect.set(app, 'relaunch', () => undefined))
  const ended = desk.application.waitForEvent('close')
  await backups()
    .getByRole('button', { name: /^Restore/ })
    .click()
  await desk.window
    .getByRole('alertdialog', { name: texts.backups.question })
    .getByRole('button', { name: texts.backups.confirm })
    .click()
  await ended

  await desk.restart()
  await goTo({ ...stage, desk }, 'accounts')
  await expect(desk.window.getByRole('heading', { name: 'Contoso' })).toBeVisible()
  await expect(desk.window.getByRole('heading', { name: 'Fabrikam' })).toHaveCount(0)
  await goTo({ ...stage, desk }, 'settings')
  await expect(backups().filter({ hasText: texts.backups.reasons.replaced })).toHaveCount(1)
})
