import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dropFiles, putFile } from './support/files.ts'
import { createAccount } from './support/hostile.ts'
import type { Desk } from './support/launch.ts'
import { expect, test } from './support/launch.ts'
import { look, run } from './support/stage.ts'

const header = 'Microsoft ID,Company name,Primary domain name,Relationship\n'
const row = (number: number) =>
  `a1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')},客户 ${number},c${number}.cn,Cloud Reseller\n`
const rows = (from: number, count: number) =>
  header + Array.from({ length: count }, (_, at) => row(from + at)).join('')

test('a large file is given up in the middle of its reading: its process ends, and nothing is left of it', async ({
  desk,
}, testInfo) => {
  const { large, before } = await reading(desk, testInfo.outputPath('files'))
  await run(desk, 'job.cancel', { jobId: (await job(desk))?.id ?? '' })
  await expect.poll(async () => (await job(desk))?.state).toBe('cancelled')
  await isUntouched(desk, before)
  await expect(desk.window.getByRole('heading', { name: 'Import preview' })).toBeHidden()
  await expect(desk.window.getByRole('alert')).toBeHidden()
  await canBeImportedAgain(desk, large)
})

test('a reading process that dies says so, with what to do, and nothing is left of it', async ({
  desk,
}, testInfo) => {
  const { large, before } = await reading(desk, testInfo.outputPath('files'))
  for (const pid of await readers(desk)) {
    await desk.application.evaluate((_, id) => process.kill(id, 'SIGKILL'), pid)
  }
  const refusal = desk.window.getByRole('alert')
  await expect(refusal).toContainText('Customers.csv was not imported')
  await expect(refusal).toContainText('Reading the file ended too soon')
  await expect(refusal).toContainText('Try the file once more.')
  await expect(refusal).toContainText('Nothing was changed.')
  await desk.screenshot('import-reader-died')
  await isUntouched(desk, before)
  await canBeImportedAgain(desk, large)
})

/** Begins to read a large file over a small portfolio, and comes back in the middle of it. */
async function reading(desk: Desk, folder: string): Promise<{ large: string; before: string }> {
  const accountId = await createAccount(desk)
  const known = await run(desk, 'import.paste', { accountId, name: 'known', text: rows(1, 3) })
  await run(desk, 'import.apply', { previewId: known.step === 'changes' ? known.previewId : '' })
  await expect.poll(async () => (await look(desk, 'customer.list', page)).total).toBe(3)
  const before = await fingerprint(desk)
  const large = await putFile(folder, 'Customers.csv', rows(1, 600_000))
  await dropFiles(desk.window, [large])
  await expect.poll(async () => (await job(desk))?.progress ?? 0, { timeout: 60_000 }).toBeGreaterThan(0.02)
  expect((await job(desk))?.state).toBe('running')
  expect((await job(desk))?.progress).toBeLessThan(0.9)
  expect(await readers(desk)).toHaveLength(1)
  expect(await staged(desk)).not.toEqual([])
  return { large, before }
}

const page = { offset: 0, limit: 10 }

async function job(desk: Desk) {
  const jobs = await look(desk, 'job.list', {})
  return jobs.find(({ command, subject }) => command === 'import.preview' && subject === 'Customers.csv')
}

/** The processes that read files now. */
async function readers(desk: Desk): Promise<number[]> {
  return desk.application.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ serviceName, name }) => `${serviceName} ${name}`.includes('desk-reader'))
      .map(({ pid }) => pid),
  )
}

async function isUntouched(desk: Desk, before: string): Promise<void> {
  await expect.poll(async () => readers(desk)).toEqual([])
  expect(await staged(desk)).toEqual([])
  expect(await fingerprint(desk)).toBe(before)
  expect((await look(desk, 'customer.list', page)).total).toBe(3)
}

async function staged(desk: Desk): Promise<string[]> {
  return readdir(join(desk.userData, 'staging'))
}

/** The bytes of the portfolio. */
async function fingerprint(desk: Desk): Promise<string> {
  const hash = createHash('sha256')
  for (const name of ['portfolio.db', 'portfolio.db-wal']) {
    hash.update(await readFile(join(desk.userData, name)))
  }
  return hash.digest('hex')
}

async function canBeImportedAgain({ window }: Desk, large: string): Promise<void> {
  await window.getByRole('navigation').getByRole('button', { name: 'Customers', exact: true }).click()
  await expect(window.getByRole('main')).toBeVisible()
  await dropFiles(window, [large])
  await expect(window.getByRole('heading', { name: 'Import preview' })).toBeVisible({ timeout: 90_000 })
  await expect(window.getByRole('tab', { name: 'New customers' })).toContainText('599,997')
}
