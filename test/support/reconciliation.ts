import type { TestFile } from './loopback.ts'

/** The documented columns of a 21Vianet reconciliation file, in their order. */
export const reconciliationColumns = [
  'PartnerId', 'CustomerID', 'OrderID', 'SubscriptionID', 'SyndicationPartnerSubscriptionNumber', 'OfferID',
  'DurableOfferID', 'OfferName', 'SubscriptionStartDate', 'SubscriptionEndDate', 'ChargeStartDate', 'ChargeEndDate',
  'ChargeType', 'UnitPrice', 'Quantity', 'Amount', 'TotalOtherDiscount', 'Subtotal', 'Tax', 'TotalForCustomer',
  'Currency', 'CustomerName', 'MPNID', 'ResellerMPNID', 'DomainName', 'SubscriptionName', 'SubscriptionDescription',
] as const // prettier-ignore

export type ReconciliationLine = { readonly [Column in (typeof reconciliationColumns)[number]]?: string }

export const contoso = 'a1b2c3d4-0000-4000-8000-000000000001'
export const fabrikam = 'a1b2c3d4-0000-4000-8000-000000000002'

/** One charge line with honest values, to be overridden where a test cares. */
export function line(overrides: ReconciliationLine = {}): ReconciliationLine {
  return {
    PartnerId: 'c0ffee00-0000-4000-8000-000000000000',
    CustomerID: contoso,
    OrderID: 'order-1',
    SubscriptionID: 'usCBMgAAAAAAAAIA',
    SyndicationPartnerSubscriptionNumber: 'b1b2c3d4-0000-4000-8000-00000000000a',
    OfferID: 'offer-1',
    DurableOfferID: 'durable-1',
    OfferName: 'Office 365 企业版 E3',
    SubscriptionStartDate: '2/1/2026 0:00',
    SubscriptionEndDate: '1/31/2027 0:00',
    ChargeStartDate: '10/1/2026 0:00',
    ChargeEndDate: '10/31/2026 0:00',
    ChargeType: 'CYCLE_FEE',
    UnitPrice: '123.45',
    Quantity: '25',
    Amount: '3086.25',
    Currency: 'CNY',
    CustomerName: '上海华联贸易有限公司',
    MPNID: '4400001',
    ResellerMPNID: '4400001',
    DomainName: 'hualian.partner.onmschina.cn',
    SubscriptionName: 'Office 365 企业版 E3',
    ...overrides,
  }
}

/** A CSV text of a table, every cell quoted where it must be. */
export function csv(rows: readonly (readonly string[])[], delimiter = ',', newline = '\r\n'): string {
  const quote = (cell: string) =>
    /["\r\n]|^\s|\s$/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell
  return rows.map((row) => row.map(quote).join(delimiter)).join(newline) + newline
}

/** The text of a reconciliation file. */
export function reconciliationText(lines: readonly ReconciliationLine[]): string {
  return csv([
    reconciliationColumns,
    ...lines.map((entry) => reconciliationColumns.map((column) => entry[column] ?? '')),
  ])
}

/** A file of UTF-8 text. */
export function textFile(name: string, text: string): TestFile {
  return { name, bytes: Buffer.from(text, 'utf8') }
}

/** A reconciliation file. */
export function reconciliationFile(lines: readonly ReconciliationLine[]): TestFile {
  return textFile('recon.csv', reconciliationText(lines))
}

/** A `Customers.csv`, with or without Tags, as its header says. */
export function customersFile(rows: readonly (readonly string[])[], withTags = true): TestFile {
  const header = [
    'Microsoft ID',
    'Company name',
    'Primary domain name',
    'Relationship',
    ...(withTags ? ['Tags'] : []),
  ]
  return textFile('Customers.csv', csv([header, ...rows]))
}
