import { execFileSync } from 'node:child_process'
import { mkdir, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type { CustomerPaper } from '#shared/contract/report.ts'
import type { Language } from '#shared/domain/cloud.ts'
import { logoPng } from '#test/support/pictures.ts'
import { answerOpenDialog, answerSaveDialog, putFile } from './support/files.ts'
import { expect, screenshotPath, test } from './support/launch.ts'
import { look, run } from './support/stage.ts'

/* Papers as another program reads them; its package is installed with those of the windows. */

/** The first page of a paper as a picture, for people to look at. */
async function photograph(path: string, name: string): Promise<void> {
  const file = screenshotPath(name)
  await mkdir(dirname(file), { recursive: true })
  execFileSync('pdftoppm', ['-png', '-r', '110', '-f', '1', '-singlefile', path, file.replace(/\.png$/, '')])
}

const textOf = (path: string) => execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' })

test('a call card is one sheet with Chinese in it; a portfolio has its total, its age and its page numbers', async ({
  desk,
}, testInfo) => {
  const { accountId } = await run(desk, 'sample.load', {})
  const { rows } = await look(desk, 'customer.list', {
    sort: { column: 'subscriptionCount', direction: 'descending' },
    limit: 40,
  })
  const customer = rows.find(({ name }) => /\p{Script=Han}/u.test(name))
  const customerId = customer?.id ?? ''
  await run(desk, 'customer.note', { customerId, text: '三月再联系；续订前确认席位。' })

  const logo = await putFile(testInfo.outputPath(), 'logo.png', logoPng())
  await answerOpenDialog(desk.application, logo)
  await run(desk, 'account.setLogo', { accountId })

  const paper = async (name: string, language: Language, kind: CustomerPaper) => {
    const path = testInfo.outputPath(`${name}.pdf`)
    await answerSaveDialog(desk.application, path)
    await run(desk, 'report.customer', { customerId, paper: kind, language })
    await photograph(path, name)
    return path
  }
  const card = await paper('call-card-zh', 'zh-CN', 'call-card')
  await paper('call-card-en', 'en', 'call-card')
  await paper('customer-report-en', 'en', 'report')
  // The logo is the one picture of the sheet, and it was drawn.
  expect(execFileSync('pdfimages', ['-list', card], { encoding: 'utf8' })).toMatch(/\b120 +40\b/)
  const text = textOf(card)
  expect(text).toContain(customer?.name)
  expect(text).toContain('三月再联系')
  expect(text).toContain('合计')
  expect(text).toMatch(/1 ?\/ ?1\s*$/)
  expect(/\/Count (\d+)/.exec((await readFile(card)).toString('latin1'))?.[1]).toBe('1')

  const portfolio = testInfo.outputPath('portfolio.pdf')
  await answerSaveDialog(desk.application, portfolio)
  await run(desk, 'report.portfolio', { accountId, language: 'en' })
  await photograph(portfolio, 'portfolio-report-en')
  const report = textOf(portfolio)
  expect(report).toContain('Portfolio report')
  expect(report).toMatch(/Total: \d+ subscriptions/)
  expect(report).toMatch(/\d+ of \d+ subscriptions confirmed on \d{4}-\d\d-\d\d/)
})
