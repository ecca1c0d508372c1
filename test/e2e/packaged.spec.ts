import { expect, test } from './support/launch.ts'

test.use({
  deskOptions: { executable: process.env.DESK_PACKAGED_EXECUTABLE ?? '', args: ['--sample'] },
})

test('the packaged app opens with the sample customers', async ({ desk }) => {
  const packaged = await desk.application.evaluate(({ app }) => app.isPackaged)
  expect(packaged).toBe(true)
  const rows = desk.window.getByRole('row')
  await expect.poll(async () => rows.count()).toBeGreaterThan(5)
  await desk.screenshot('packaged')
})
