import { exportColumns } from '#shared/domain/export-columns.ts'
import type { ColumnType, ListName } from '#shared/domain/list-columns.ts'
import type { Outcome } from '#shared/domain/outcome.ts'
import { outcomeText } from '#shared/domain/outcome-text.ts'
import type { TextPath } from '#shared/locales/column-titles.ts'
import { columnTitles } from '#shared/locales/column-titles.ts'
import type { Texts } from './texts.ts'

/** What stands in a cell of an exported table: words, a number, an ISO date, an instant in UTC, or nothing. */
export type TableCell =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'instant'; readonly instant: string }
  | null

/** A column of an exported table. */
export type TableColumn = {
  readonly title: string
  readonly type: ColumnType
  readonly cell: (row: Row) => TableCell
}

type Row = { readonly [field: string]: unknown }

/** Where a value is not the field of the column's name. */
const values: {
  readonly [L in ListName]?: { readonly [column: string]: (row: Row, texts: Texts) => unknown }
} = {
  customers: {
    ownTags: (row) => (row['ownTags'] as readonly { readonly name: string }[]).map(({ name }) => name),
  },
  renewals: {
    endDate: endOf,
    outcome: (row, texts) => outcomeText(row['outcome'] as Outcome, row['quantity'] as number | null, texts),
    lastSafeDay: (row) => (row['deadline'] as { readonly lastSafeDay: string } | null)?.lastSafeDay,
    autoRenew: (row) => yesOrNo(row['autoRenew']),
    isPinned: (row) => yesOrNo(row['isPinned']),
    confirmedAt: (row) => (row['evidence'] as { readonly confirmedAt: string }).confirmedAt,
  },
  subscriptions: {
    endDate: endOf,
    // Read back, these are what they were; an empty cell would say that no file names anybody.
    partnerOfRecord: (row, texts) =>
      row['partnerOfRecordState'] === 'removed'
        ? '-1'
        : row['partnerOfRecordState'] === 'direct'
          ? texts('subscriptions.partnerOfRecord.direct')
          : row['partnerOfRecord'],
    autoRenew: (row) => yesOrNo(row['autoRenew']),
    isTrial: (row) => yesOrNo(row['isTrial']),
    fileName: (row) => (row['evidence'] as { readonly fileName: string }).fileName,
    confirmedAt: (row) => (row['evidence'] as { readonly confirmedAt: string }).confirmedAt,
  },
}

/** The words of a choice; a value that maps to no word of ours stands as its source wrote it, where that is kept. */
const words: {
  readonly [L in ListName]?: {
    readonly [column: string]: { readonly path: string; readonly raw?: string }
  }
} = {
  customers: {
    relationship: { path: 'relationships', raw: 'relationshipRaw' },
    delegatedPrivileges: { path: 'own.privileges.states' },
    resellerRelationship: { path: 'relationship.values' },
  },
  subscriptions: {
    status: { path: 'subscriptions.statuses', raw: 'statusRaw' },
    partnerOfRecordState: { path: 'subscriptions.partnerOfRecord' },
    termDuration: { path: 'subscriptionFacts.terms' },
    billingCycle: { path: 'subscriptionFacts.cycles' },
    autoRenew: { path: 'subscriptionFacts.yesNo' },
    isTrial: { path: 'subscriptionFacts.yesNo' },
  },
  renewals: {
    status: { path: 'subscriptions.statuses', raw: 'statusRaw' },
    partnerOfRecordState: { path: 'subscriptions.partnerOfRecord' },
    termDuration: { path: 'subscriptionFacts.terms' },
    autoRenew: { path: 'subscriptionFacts.yesNo' },
    isPinned: { path: 'subscriptionFacts.yesNo' },
    bucket: { path: 'renewals.buckets' },
    priority: { path: 'renewals.priorities' },
    state: { path: 'renewals.states' },
  },
  requests: {
    state: { path: 'requests.states' },
    kind: { path: 'requests.kinds' },
    purpose: { path: 'requests.purposes' },
    cloud: { path: 'clouds' },
    language: { path: 'languages' },
    relationshipOwner: { path: 'lists.requests.owners' },
  },
  imports: { shape: { path: 'sources' } },
  links: {
    cloud: { path: 'clouds' },
    isCurrent: { path: 'links.states' },
    purpose: { path: 'links.purposes' },
  },
}

/** What the columns are called that are worked out when they are read. */
const readTitles: { readonly [L in ListName]?: { readonly [column: string]: TextPath } } = {
  renewals: { outcome: 'renewals.columns.outcome', lastSafeDay: 'renewals.columns.lastSafeDay' },
}

/** The columns of a list as they are written to a file: the named ones in their order, or all. */
export function tableColumns(
  list: ListName,
  wanted: readonly string[] | undefined,
  texts: Texts,
): readonly TableColumn[] {
  const types = exportColumns(list)
  const titles: { readonly [column: string]: TextPath } = { ...columnTitles[list], ...readTitles[list] }
  return (wanted ?? Object.keys(types)).map((column) => {
    const type = types[column] ?? 'text'
    const title = texts(titles[column] ?? column)
    const read = values[list]?.[column] ?? ((row: Row) => row[column])
    const choice = words[list]?.[column]
    return {
      // Every date of the sources, and every instant of ours, is one of UTC (domain 0.15).
      title: type === 'date' || type === 'instant' ? texts('exports.utc', { title }) : title,
      type,
      cell: (row) => {
        const value = read(row, texts)
        if (type === 'choice' && typeof value === 'string') {
          const raw = choice?.raw === undefined ? undefined : row[choice.raw]
          const isUnmapped = value === 'other' && typeof raw === 'string' && raw !== ''
          return textCell(isUnmapped ? raw : choice === undefined ? value : wordOf(texts, choice.path, value))
        }
        return toCell(type, value)
      },
    }
  })
}

/** An end that is none is said in words, and so is no empty cell, which was never stated. */
function endOf(row: Row, texts: Texts): unknown {
  const isStated = typeof row['endDateRaw'] === 'string' && row['endDateRaw'] !== ''
  return row['endDate'] ?? (isStated ? texts('subscriptions.noEnd') : null)
}

function yesOrNo(value: unknown): string | null {
  return typeof value === 'boolean' ? (value ? 'yes' : 'no') : null
}

/** A value in words; one that has none stands as it came. */
function wordOf(texts: Texts, path: string, value: string): string {
  if (!/^[\w-]+$/.test(value)) {
    return value
  }
  const word = texts(`${path}.${value}`)
  return word === `${path}.${value}` ? value : word
}

const isDate = /^\d{4}-\d\d-\d\d$/

function toCell(type: ColumnType, value: unknown): TableCell {
  if (value === null || value === undefined) {
    return null
  }
  if (typeof value === 'number') {
    return { kind: 'number', number: value }
  }
  if (Array.isArray(value)) {
    return textCell(value.join('; '))
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  if (type === 'instant') {
    return { kind: 'instant', instant: text }
  }
  return type === 'date' && isDate.test(text) ? { kind: 'date', date: text } : textCell(text)
}

function textCell(text: string): TableCell {
  return text === '' ? null : { kind: 'text', text }
}

/** A cell as text: dates and instants in ISO form, instants to the second with their `Z`. */
export function plainText(cell: TableCell): string {
  switch (cell?.kind) {
    case undefined:
      return ''
    case 'text':
      return cell.text
    case 'number':
      return String(cell.number)
    case 'date':
      return cell.date
    case 'instant':
      return `${cell.instant.slice(0, 19)}Z`
  }
}
