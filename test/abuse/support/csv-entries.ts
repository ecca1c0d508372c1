import { contoso, csv, line, reconciliationText } from '#test/support/reconciliation.ts'
import type { Entry, Expected } from './corpus.ts'
import { canary } from './corpus.ts'

/** The header of Partner Center's `Customers.csv`. */
export const header = ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship', 'Tags']
/** A row of it that is taken; its name carries the canary. */
export const good = [contoso, `Contoso ${canary}`, 'contoso.cn', 'Cloud Reseller', '']
/** A `Customers.csv` of some rows. */
export const list = (...rows: readonly (readonly string[])[]) => csv([header, ...rows])
/** What a file of one customer becomes. */
export const one = { customers: 1, subscriptions: 0 } as const
/** Bytes of texts and numbers, one after another. */
export const bytes = (...parts: (string | readonly number[])[]) =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part) : Buffer.from(part))))
/** A text in UTF-16, with its mark. */
export const utf16 = (text: string, isLittle: boolean) => {
  const little = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return isLittle ? little : little.swap16()
}

/** An entry whose customer has a name. */
export const nameIs = (id: string, what: string, name: string, expected: Expected = one): Entry => ({
  id,
  what,
  file: () => list([contoso, name, 'contoso.cn', 'Cloud Reseller', '']),
  expect: expected,
})
/** An entry whose only charge line has a cell, and why the row is rejected; `null` when it is taken. */
export const cellOf = (
  id: string,
  column: keyof ReturnType<typeof line>,
  cell: string,
  reason: string | null,
): Entry => ({
  id,
  what: `${column} ${JSON.stringify(cell.slice(0, 40))}`,
  file: () => reconciliationText([line({ [column]: cell })]),
  expect:
    reason === null
      ? { customers: 1, subscriptions: 1 }
      : { customers: 0, subscriptions: 0, rejected: [reason] },
})
/** An entry whose customer has a domain, taken or not. */
export const domainIs = (domain: string, isGood: boolean): Entry => ({
  id: 'CSV-19',
  what: `domain ${domain.slice(0, 40)}`,
  file: () => list([contoso, 'Contoso', domain, 'Cloud Reseller', '']),
  expect: isGood ? one : { customers: 0, rejected: ['DOMAIN_INVALID'] },
})

/** Entries as a table of tests, each by its id and what it is. */
export const named = (entries: readonly Entry[]) =>
  entries.map((entry) => [entry.id, entry.what, entry] as const)
