import { execFileSync } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { answerSaveDialog } from './support/files.ts'
import { expect, test } from './support/launch.ts'
import { look, run } from './support/stage.ts'

/* Papers as another program reads them; its package is installed with those of the windows. */

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

  const card = testInfo.outputPath('card.pdf')
  await answerSaveDialog(desk.application, card)
  await run(desk, 'report.customer', { customerId, paper: 'call-card', language: 'zh-CN' })
  const text = textOf(card)
  expect(text).toContain(customer?.name)
  expect(text).toContain('三月再联系')
  expect(text).toContain('合计')
  expect(text).toMatch(/1 ?\/ ?1\s*$/)
  expect(/\/Count (\d+)/.exec((await readFile(card)).toString('latin1'))?.[1]).toBe('1')

  const portfolio = testInfo.outputPath('portfolio.pdf')
  await answerSaveDialog(desk.application, portfolio)
  await run(desk, 'report.portfolio', { accountId, language: 'en' })
  const report = textOf(portfolio)
  expect(report).toContain('Portfolio report')
  expect(report).toMatch(/Total: \d+ subscriptions/)
  expect(report).toMatch(/\d+ of \d+ subscriptions confirmed on \d{4}-\d\d-\d\d/)
})
