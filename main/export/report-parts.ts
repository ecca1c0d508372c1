import type { RenewalRow } from '#shared/contract/renewal.ts'
import { outcomeText } from '#shared/domain/outcome-text.ts'
import type { DeepReadonly, ViewValue } from '#shared/protocol.ts'
import { escapeHtml } from './paper.ts'
import type { Texts } from './texts.ts'

/** A renewal as a report reads it. */
export type ReportRow = DeepReadonly<RenewalRow>

/** The rules of every report, beside those of every paper. */
export const reportStyles = `
  body { font-size: 9pt; line-height: 1.4; }
  h1 { font-size: 16pt; margin: 0; }
  h2 { font-size: 11pt; margin: 10pt 0 3pt; }
  .logo { max-width: 60mm; max-height: 12mm; object-fit: contain; }
  .name { flex: 1; }
  .from { display: flex; align-items: center; gap: 6mm; color: #616161; font-size: 8.5pt;
    border-bottom: 1px solid #d1d1d1; padding-bottom: 4pt; margin-bottom: 8pt; }
  table { width: 100%; border-collapse: collapse; font-size: 8.5pt; font-variant-numeric: tabular-nums; }
  th { text-align: start; white-space: nowrap; color: #616161; font-weight: 600; border-bottom: 1px solid #8a8a8a; padding: 2pt 5pt 2pt 0; }
  td { vertical-align: top; border-bottom: 1px solid #e0e0e0; padding: 2.5pt 5pt 2.5pt 0; }
  tr { break-inside: avoid; }
  thead { display: table-header-group; }
  .number { text-align: end; white-space: nowrap; }
  .date { white-space: nowrap; }
  .strong { font-weight: 600; }
  tfoot td { border-bottom: none; font-weight: 600; }
  dl { display: grid; grid-template-columns: max-content 1fr; gap: 2pt 8mm; margin: 6pt 0 0; }
  dt { color: #616161; } dd { margin: 0; }
  .facts { display: flex; flex-wrap: wrap; gap: 3pt 8mm; margin: 4pt 0 0; }
  .note { white-space: pre-wrap; margin: 0 0 4pt; }
`

/** Who a report is from, with the logo of an account, and when it was made. */
export function reportHead(
  from: string,
  date: string,
  { logo, texts }: { readonly logo: ViewValue<'account.logo'>; readonly texts: Texts },
): string {
  const picture =
    logo === null ? '' : `<img class="logo" src="data:${logo.mime};base64,${logo.content}" alt="">`
  return `<div class="from">${picture}<span class="name">${escapeHtml(from)}</span><span>${escapeHtml(
    texts('reports.made', { date }),
  )}</span></div>`
}

type TableOptions = { readonly hasCustomer: boolean; readonly most: number; readonly texts: Texts }

/** What ends when, as a numbered table with its total; rows beyond the most are counted in one line. */
export function renewalTable(rows: readonly ReportRow[], { hasCustomer, most, texts }: TableOptions): string {
  const head = [
    '#',
    texts('subscriptions.columns.endDate'),
    ...(hasCustomer ? [texts('lists.subscriptions.customerName')] : []),
    texts('subscriptions.columns.offer'),
    texts('subscriptions.columns.quantity'),
    texts('renewals.columns.outcome'),
    texts('subscriptions.columns.partnerOfRecord'),
  ]
  const body = rows.slice(0, most).map((row, index) => {
    const { partnerOfRecord, partnerOfRecordState } = row
    const seller = texts(`subscriptions.partnerOfRecord.${partnerOfRecordState}`)
    return (
      `<tr><td class="number">${index + 1}</td><td class="date strong">${escapeHtml(endOf(row, texts))}</td>` +
      (hasCustomer ? `<td>${escapeHtml(row.customerName)}</td>` : '') +
      `<td>${escapeHtml(row.nickname ?? row.offer)}</td><td class="number">${row.quantity ?? '–'}</td>` +
      `<td>${escapeHtml(outcomeText(row.outcome, row.quantity, texts))}</td>` +
      `<td>${escapeHtml(partnerOfRecord === null ? seller : `${seller} ${partnerOfRecord}`)}</td></tr>`
    )
  })
  const seats = rows.reduce((sum, { quantity }) => sum + (quantity ?? 0), 0)
  const span = hasCustomer ? 4 : 3
  const rest =
    rows.length > most
      ? `<p class="quiet">${escapeHtml(texts('reports.more', { count: rows.length - most }))}</p>`
      : ''
  return (
    `<table><thead><tr>${head
      .map((title) => `<th scope="col">${escapeHtml(title)}</th>`)
      .join('')}</tr></thead><tbody>${body.join('')}</tbody>` +
    `<tfoot><tr><td colspan="${span}">${escapeHtml(texts('reports.total', { count: rows.length }))}</td>` +
    `<td class="number">${seats}</td><td colspan="2"></td></tr></tfoot></table>${rest}`
  )
}

function endOf({ endDate, endDateRaw }: ReportRow, texts: Texts): string {
  return endDate ?? texts((endDateRaw ?? '') === '' ? 'subscriptions.endNotStated' : 'subscriptions.noEnd')
}

/** How old what stands in a report is: the line that every total rests on. */
export function freshnessLine(rows: readonly ReportRow[], today: string, texts: Texts): string {
  const days = rows.map(({ evidence }) => evidence.confirmedAt.slice(0, 10)).toSorted()
  const [oldest] = days
  const newest = days.at(-1)
  const files = [...new Set(rows.map(({ evidence }) => evidence.fileName))]
  const confirmed = days.filter((each) => each === newest).length
  return oldest === undefined || newest === undefined
    ? texts('reports.noSource')
    : texts('reports.freshness', {
        confirmed,
        total: rows.length,
        newest,
        oldest,
        today,
        files: files.slice(0, 3).join(', ') + (files.length > 3 ? ', …' : ''),
      })
}
