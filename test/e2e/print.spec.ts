import { expect, test, type Desk } from './support/launch.ts'
import { catalogues, goTo, rowsOf, run, speak, type Stage } from './support/stage.ts'

const texts = catalogues.en

/** Answers the system's print dialog, which no test can press a button of, and keeps what it was asked. */
async function answerPrint(desk: Desk, isPrinted: boolean, reason: string): Promise<void> {
  await desk.application.evaluate(
    ({ app }, answer) => {
      const kept = globalThis as { asked?: unknown[] }
      kept.asked = []
      app.removeAllListeners('web-contents-created')
      app.on('web-contents-created', (_event, contents) => {
        contents.print = (options, done) => {
          kept.asked?.push(options)
          done?.(answer.isPrinted, answer.reason)
        }
      })
    },
    { isPrinted, reason },
  )
}

test('a call card goes to the system’s print dialog; what the system says against it is told, a cancel is not', async ({
  desk,
}, testInfo) => {
  await run(desk, 'sample.load', {})
  await speak(desk, 'en')
  const stage: Stage = { desk, language: 'en', texts, folder: testInfo.outputPath() }
  const { window } = desk
  await goTo(stage, 'customers')
  await rowsOf(window, texts.customers.list).first().click()
  const print = async () => {
    await window.getByRole('button', { name: texts.reports.button }).last().click()
    await window.getByRole('menuitem', { name: texts.reports.print }).click()
  }
  const asked = async () =>
    desk.application.evaluate(() => (globalThis as { asked?: unknown[] }).asked?.length)

  // Where there is no printer, as on a virtual screen, this is the system's own answer.
  const printers = await desk.application.evaluate(async ({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.getPrintersAsync(),
  )
  if ((printers ?? []).length > 0) {
    await answerPrint(desk, false, 'Failed to enumerate printers')
  }
  await print()
  await expect(window.getByText(texts.errors.PRINT_FAILED, { exact: true }).last()).toBeVisible()
  await expect(window.getByText(texts.errorActions.PRINT_FAILED, { exact: true }).last()).toBeVisible()

  await answerPrint(desk, true, '')
  await print()
  await expect(window.getByText(texts.reports.printed, { exact: true }).last()).toBeVisible()
  expect(await desk.application.evaluate(() => (globalThis as { asked?: unknown[] }).asked)).toEqual([
    { silent: false, printBackground: true, pageSize: 'A4' },
  ])

  await window.reload()
  await rowsOf(window, texts.customers.list).first().click()
  await answerPrint(desk, false, 'Print job canceled')
  await print()
  await expect.poll(asked).toBe(1)
  await expect(window.getByRole('menu')).toHaveCount(0)
  await expect(window.getByText(texts.errors.PRINT_FAILED)).toHaveCount(0)
  await expect(window.getByText(texts.reports.printed)).toHaveCount(0)
})
