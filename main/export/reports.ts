import type { CustomerPaper } from '#shared/contract/report.ts'
import type { Language } from '#shared/domain/cloud.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { escapeHtml, paperDocument } from './paper.ts'
import type { ReportRow } from './report-parts.ts'
import { freshnessLine, renewalTable, reportHead, reportStyles } from './report-parts.ts'
import type { Texts } from './texts.ts'

/** What a paper about one customer is made of. */
export type CustomerReport = {
  readonly paper: CustomerPaper
  readonly customer: ViewValue<'customer.detail'>
  readonly logo: ViewValue<'account.logo'>
  readonly rows: readonly ReportRow[]
  readonly requests: ViewValue<'request.list'>['rows']
  /** Other partners the user knows of, by name. */
  readonly others: readonly string[]
  readonly today: string
  readonly language: Language
  readonly texts: Texts
}

/** A call card is one sheet: what does not fit is counted. */
const most = {
  'call-card': { rows: 14, notes: 3, noteText: 280, requests: 4 },
  report: { rows: 1_000, notes: 50, noteText: 20_000, requests: 50 },
} as const satisfies { readonly [P in CustomerPaper]: object }

/** One customer on paper: who they are, what they have, what is due, who else sells to them, requests and notes. */
export function customerReport(report: CustomerReport): string {
  const { paper, customer, logo, rows, requests, others, today, language, texts } = report
  const limits = most[paper]
  const say = (path: string, values = {}) => escapeHtml(texts(path, values))
  const fact = (name: string, value: string | null) =>
    value === null || value === '' ? '' : `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`
  const section = (title: string, content: string) => `<h2>${escapeHtml(title)}</h2>${content}`
  const resellers = otherPartners(rows, others)
  const title = texts(`reports.titles.${paper}`)
  const body = `
${reportHead(`${customer.accountName} · ${title}`, today, { logo, texts })}
<h1>${escapeHtml(customer.name)}</h1>
<dl>
${fact(texts('own.columns.alias'), customer.alias)}
${fact(texts('customers.facts.domain'), customer.domain)}
${fact(texts('customers.facts.tenantId'), customer.tenantId)}
${fact(texts('customers.facts.relationship'), customer.relationshipRaw ?? texts(`relationships.${customer.relationship}`))}
${fact(texts('own.columns.delegatedPrivileges'), texts(`own.privileges.states.${customer.delegatedPrivileges}`))}
${fact(texts('own.columns.owner'), customer.owner)}
${customer.contacts
  .slice(0, 3)
  .map((contact) =>
    fact(texts('reports.contact'), [contact.name, contact.email, contact.phone].filter(Boolean).join(' · ')),
  )
  .join('')}
</dl>
${section(
  texts('reports.has'),
  rows.length === 0
    ? `<p class="quiet">${say('subscriptions.empty')}</p>`
    : renewalTable(rows, { hasCustomer: false, most: limits.rows, texts }),
)}
${section(
  texts('reports.others'),
  `<p>${resellers.length === 0 ? say('reports.noOthers') : escapeHtml(resellers.join(', '))}</p>`,
)}
${
  requests.length === 0
    ? ''
    : section(
        texts('reports.requests'),
        `<ul>${requests
          .slice(0, limits.requests)
          .map(
            (request) =>
              `<li>${escapeHtml(`${request.createdAt.slice(0, 10)} · ${texts(`requests.states.${request.state}`)} · ${request.subject}`)}</li>`,
          )
          .join('')}</ul>`,
      )
}
${
  customer.notes.length === 0
    ? ''
    : section(
        texts('reports.notes'),
        customer.notes
          .slice(0, limits.notes)
          .map(
            (note) =>
              `<p class="note">${escapeHtml(`${note.createdAt.slice(0, 10)}  ${cut(note.text, limits.noteText)}`)}</p>`,
          )
          .join(''),
      )
}
<p class="quiet">${escapeHtml(freshnessLine(rows, today, texts))}</p>`
  return paperDocument({ language, title: `${title} – ${customer.name}`, styles: reportStyles, body })
}

/** Who else sells to a customer, each once: a PartnerID that some row gives a name for goes by that name. */
function otherPartners(rows: readonly ReportRow[], known: readonly string[]): readonly string[] {
  const theirs = rows.filter(({ partnerOfRecordState }) => partnerOfRecordState === 'other')
  const byId = (id: string) => `PartnerID ${id}`
  const names = new Map(
    theirs.flatMap(({ partnerOfRecord, resellerName }) =>
      partnerOfRecord === null || resellerName === null ? [] : [[byId(partnerOfRecord), resellerName]],
    ),
  )
  const found = theirs.flatMap(
    ({ partnerOfRecord, resellerName }) =>
      resellerName ?? (partnerOfRecord === null ? [] : byId(partnerOfRecord)),
  )
  return [...new Set([...found, ...known].map((name) => names.get(name) ?? name))]
}

/** What a portfolio's report is made of; the rows are those that are due first, of so many in all. */
export type PortfolioReport = {
  readonly from: string
  readonly logo: ViewValue<'account.logo'>
  readonly summary: ViewValue<'portfolio.summary'>
  readonly due: ViewValue<'renewal.summary'>
  readonly rows: readonly ReportRow[]
  readonly total: number
  readonly language: Language
  readonly texts: Texts
}

/** A whole portfolio on paper: how much there is, what is due by when, and every renewal of the next 90 days. */
export function portfolioReport({
  from,
  logo,
  summary,
  due,
  rows,
  total,
  language,
  texts,
}: PortfolioReport): string {
  const title = texts('reports.titles.portfolio')
  const figure = (name: string, value: number) =>
    `<dt>${escapeHtml(name)}</dt><dd class="strong">${value}</dd>`
  const body = `
${reportHead(from, due.today, { logo, texts })}
<h1>${escapeHtml(title)}</h1>
<dl>
${figure(texts('nav.customers'), summary.customers)}
${figure(texts('nav.subscriptions'), summary.subscriptions)}
${figure(texts('reports.high'), due.high)}
${Object.entries(due.buckets)
  .map(([bucket, count]) => figure(texts(`renewals.buckets.${bucket}`), count))
  .join('')}
</dl>
<h2>${escapeHtml(texts('reports.due'))}</h2>
${renewalTable(rows, { hasCustomer: true, most: rows.length, texts })}
${
  total > rows.length
    ? `<p class="strong">${escapeHtml(texts('reports.moreDue', { shown: rows.length, count: total - rows.length }))}</p>`
    : ''
}
<p class="quiet">${escapeHtml(freshnessLine(rows, due.today, texts))}</p>`
  return paperDocument({ language, title, styles: reportStyles, body })
}

function cut(text: string, length: number): string {
  return text.length <= length ? text : `${text.slice(0, length - 1)}…`
}
