import { clean, parseDomain, parseTenantId } from './parse-cell.ts'
import type { FileCustomer, PortfolioFile, Relationship } from './portfolio-file.ts'
import { plainCustomer, RowRejected } from './portfolio-file.ts'
import type { Table } from './read-table.ts'
import { readRows } from './row-reader.ts'
import type { Columns } from './shapes.ts'

/** The words of the `Relationship` column, and the API's enum; a text that is neither is kept as `other`. */
const relationshipWords: { readonly [word: string]: Relationship } = {
  'cloud reseller': 'reseller',
  reseller: 'reseller',
  'indirect reseller': 'reseller',
  'cloud solution provider': 'reseller',
  云经销商: 'reseller',
  经销商: 'reseller',
  间接经销商: 'reseller',
  advisor: 'advisor',
  顾问: 'advisor',
  syndication: 'syndication',
  microsoftsupport: 'support',
  'microsoft support': 'support',
  microsoft_support: 'support',
  none: 'none',
  无: 'none',
  unknown: 'unknown',
}

/** Reads Partner Center's `Customers.csv`, with or without its Tags column (domain 5). */
export async function readCustomersCsv(
  table: Table,
  columns: Columns<'customers-csv'>,
): Promise<PortfolioFile> {
  const customers = new Map<string, FileCustomer>()
  const result = await readRows(table, (cell) => {
    const tenantId = parseTenantId(cell(columns.customerId))
    if (tenantId === null) {
      throw new RowRejected('CUSTOMER_ID_INVALID', 'Microsoft ID', cell(columns.customerId))
    }
    const name = clean(cell(columns.customerName))
    if (name === '') {
      throw new RowRejected('CUSTOMER_NAME_MISSING', 'Company name')
    }
    const domain = parseDomain(cell(columns.domain))
    if (domain === null) {
      throw new RowRejected('DOMAIN_INVALID', 'Primary domain name', cell(columns.domain))
    }
    const raw = clean(cell(columns.relationship))
    const customer: FileCustomer = {
      ...plainCustomer,
      customerKey: `tenant:${tenantId}`,
      tenantId,
      name,
      domain: domain || null,
      relationship: raw === '' ? null : mapRelationship(raw),
      relationshipRaw: raw || null,
      tags: columns.tags === undefined ? null : splitTags(cell(columns.tags)),
    }
    const known = customers.get(customer.customerKey)
    if (known !== undefined) {
      // Dual partners see a customer twice (domain 0.17): a repetition is no news, a difference is reported.
      if (JSON.stringify(known) !== JSON.stringify(customer)) {
        throw new RowRejected('CUSTOMER_TWICE', 'Microsoft ID', tenantId)
      }
      return
    }
    customers.set(customer.customerKey, customer)
  })
  return { ...result, customers: [...customers.values()], subscriptions: [], stated: [] }
}

function mapRelationship(raw: string): Relationship {
  return relationshipWords[raw.normalize('NFKC').toLowerCase()] ?? 'other'
}

function splitTags(cell: string): string[] {
  return cell
    .split(/[;,，；|]/)
    .map(clean)
    .filter((tag) => tag !== '')
}
