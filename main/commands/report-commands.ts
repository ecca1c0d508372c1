import { setImmediate as nextTurn } from 'node:timers/promises'
import { commands } from '#shared/contract/contract.ts'
import type { CustomerPaper } from '#shared/contract/report.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import type { Language } from '#shared/domain/cloud.ts'
import type { ParsedInput, ViewName, ViewParams, ViewValue } from '#shared/protocol.ts'
import { safeFileName } from '#main/export/file-name.ts'
import type { ExportFacts } from '#main/export/read-list.ts'
import { customerReport, portfolioReport } from '#main/export/reports.ts'
import { textsIn } from '#main/export/texts.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { NewFile, ShellPorts } from '#main/ports.ts'

/** Renewals on a portfolio's paper, some 170 pages; the rest are counted in its last line. */
const mostPrinted = 5_000

/** Puts customers and portfolios on paper. */
export function createReportCommands(facts: ExportFacts, shell: ShellPorts): HandlersOf<'report'> {
  const read = <V extends ViewName>(view: V, params: ViewParams<V>) =>
    facts.project(view, params) as ViewValue<V>
  const draw = async (html: string): Promise<Uint8Array> => {
    if (shell.printPdf === undefined) {
      throw new AppError('NOT_AVAILABLE_HERE', 'there is no window to draw a PDF with')
    }
    return shell.printPdf(html)
  }
  const compose = (customerId: string, paper: CustomerPaper, wanted: Language | undefined) => {
    const customer = read('customer.detail', { customerId })
    const language = wanted ?? customer.exportLanguage ?? facts.language()
    const texts = textsIn(language)
    const rows = read('renewal.list', {
      customerId,
      offset: 0,
      limit: 10_000,
      sort: [{ column: 'endDate', direction: 'ascending' }],
    }).rows
    const requests = read('request.list', { customerId, offset: 0, limit: 50 }).rows
    const { partners } = read('partner-map.detail', { customerId, language })
    const html = customerReport({
      paper,
      customer,
      logo: read('account.logo', { accountId: customer.accountId }),
      rows,
      requests,
      others: partners.filter((name) => name !== 'us' && name !== 'direct'),
      today: read('renewal.summary', {}).today,
      language,
      texts,
    })
    return { html, name: safeFileName(`${texts(`reports.titles.${paper}`)} ${customer.name}`, 'pdf') }
  }
  return {
    'report.customer': async ({ customerId, paper, language }, context) => {
      const { html, name } = compose(customerId, paper, language)
      const saved = await context.saveFile(commands['report.customer'].file, name, await draw(html))
      return { fileName: saved.fileName, fileHandle: saved.handle }
    },
    'report.customers': async (input, context) => writeAll(input, context),
    'report.portfolio': async ({ accountId, language: wanted }, context) => {
      const language = wanted ?? facts.language()
      const texts = textsIn(language)
      const scope = accountId === undefined ? {} : { accountId }
      const account = read('account.list', {}).find(({ id }) => id === accountId)
      if (accountId !== undefined && account === undefined) {
        throw new AppError('ACCOUNT_NOT_FOUND', 'no such account')
      }
      const { due, rows, total, summary } = await facts.whenRead(() => {
        const summed = read('renewal.summary', scope)
        return {
          due: summed,
          ...read('renewal.list', {
            ...scope,
            filter: {
              match: 'all',
              conditions: [
                { column: 'endDate', operator: 'before', value: addDays(summed.today, 91) },
                { column: 'state', operator: 'any-of', value: ['open'] },
              ],
            },
            offset: 0,
            limit: mostPrinted,
          }),
          summary: read('portfolio.summary', scope),
        }
      })
      const html = portfolioReport({
        from: account?.companyName ?? texts('frame.allAccounts'),
        logo: accountId === undefined ? null : read('account.logo', { accountId }),
        summary,
        due,
        rows,
        total,
        language,
        texts,
      })
      const name = safeFileName(`${texts('reports.titles.portfolio')} ${due.today}`, 'pdf')
      const saved = await context.saveFile(commands['report.portfolio'].file, name, await draw(html))
      return { fileName: saved.fileName, fileHandle: saved.handle }
    },
    'report.print': async ({ customerId, paper, language }) => {
      if (shell.printPaper === undefined) {
        throw new AppError('NOT_AVAILABLE_HERE', 'there is no window to print with')
      }
      await shell.printPaper(compose(customerId, paper, language).html)
      return {}
    },
  }

  async function writeAll(
    { customerIds, paper, language }: ParsedInput<'report.customers'>,
    context: Parameters<HandlersOf<'report'>['report.customers']>[1],
  ) {
    const subject = textsIn(facts.language())(`reports.titles.${paper}`)
    return facts.jobs.run({ command: 'report.customers', subject }, async (job) => {
      const files: NewFile[] = []
      for (const customerId of customerIds) {
        job.checkCancelled()
        const { html, name } = compose(customerId, paper, language)
        files.push({ name, bytes: await draw(html) })
        job.progress(files.length / customerIds.length)
        await nextTurn()
      }
      const saved = await context.saveFiles(commands['report.customers'].file, files)
      if (saved.fileNames.includes(null)) {
        throw new AppError('FILE_NOT_WRITABLE', 'not every file could be written')
      }
      return { files: saved.fileNames.length, fileHandle: saved.handle }
    })
  }
}
