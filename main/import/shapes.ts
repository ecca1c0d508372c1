import { AppError } from '#main/ipc/app-error.ts'

/** The columns each known file has, with the header texts they are recognised by (domain 5). */
const columnsOf = {
  'reconciliation-21vianet': {
    customerId: ['CustomerID'],
    customerName: ['CustomerName'],
    subscriptionId: ['SyndicationPartnerSubscriptionNumber'],
    offer: ['OfferName'],
    startDate: ['SubscriptionStartDate'],
    endDate: ['SubscriptionEndDate'],
    quantity: ['Quantity'],
    domain: ['DomainName'],
    billingId: ['SubscriptionID'],
    orderId: ['OrderID'],
    offerId: ['OfferID'],
    durableOfferId: ['DurableOfferID'],
    chargeStart: ['ChargeStartDate'],
    chargeEnd: ['ChargeEndDate'],
    partnerId: ['MPNID'],
    resellerPartnerId: ['ResellerMPNID'],
    nickname: ['SubscriptionName'],
  },
  'customers-csv': {
    customerId: ['Microsoft ID', 'MicrosoftId', 'Microsoft 标识', 'Microsoft 编号'],
    customerName: ['Company name', '公司名称', '公司名'],
    domain: ['Primary domain name', '主域名', '主要域名'],
    relationship: ['Relationship', '关系', '关系类型'],
    tags: ['Tags', '标记', '标签'],
  },
} as const

/** Columns a file may do without; the documented list has them, older or cut files do not. */
const optional: { readonly [S in Shape]: readonly string[] } = {
  'reconciliation-21vianet': [
    'domain',
    'billingId',
    'orderId',
    'offerId',
    'durableOfferId',
    'chargeStart',
    'chargeEnd',
    'partnerId',
    'resellerPartnerId',
    'nickname',
  ],
  'customers-csv': ['domain', 'relationship', 'tags'],
}

/** A file the program reads. */
export type Shape = keyof typeof columnsOf

/** Where each column of a shape stands in a file; `undefined` for an optional one it lacks. */
export type Columns<S extends Shape> = { readonly [Name in keyof (typeof columnsOf)[S]]: number | undefined }

/** A recognised file. */
export type Recognised =
  | { readonly shape: 'reconciliation-21vianet'; readonly columns: Columns<'reconciliation-21vianet'> }
  | { readonly shape: 'customers-csv'; readonly columns: Columns<'customers-csv'> }

/**
 * Recognises a file by its header, whatever the order, case, spaces or invisible characters of its columns.
 * @throws AppError `FILE_SHAPE_UNKNOWN`, `FILE_COLUMNS_MISSING` (with their names) or `FILE_COLUMNS_DUPLICATE`.
 */
export function recognise(header: readonly string[]): Recognised {
  const positions = new Map<string, number[]>()
  header.forEach((text, index) => {
    const key = headerKey(text)
    positions.set(key, [...(positions.get(key) ?? []), index])
  })
  const shape = closestShape(positions)
  if (shape === null) {
    throw new AppError('FILE_SHAPE_UNKNOWN', 'the header is of no known file', {
      columns: header.slice(0, 12).map((text) => text.slice(0, 60)),
    })
  }
  const entries = Object.entries(columnsOf[shape]) as [string, readonly string[]][]
  const found = entries.map(([column, texts]) => {
    const at = [...new Set(texts.map(headerKey))].flatMap((key) => positions.get(key) ?? [])
    return { column, text: texts[0] ?? column, at }
  })
  const duplicate = found.filter(({ at }) => at.length > 1)
  if (duplicate.length > 0) {
    const columns = duplicate.map(({ text }) => text)
    throw new AppError('FILE_COLUMNS_DUPLICATE', `columns twice: ${columns.join(', ')}`, { columns })
  }
  const missing = found.filter(({ column, at }) => at.length === 0 && !optional[shape].includes(column))
  if (missing.length > 0) {
    const columns = missing.map(({ text }) => text)
    throw new AppError('FILE_COLUMNS_MISSING', `columns missing: ${columns.join(', ')}`, { columns, shape })
  }
  return { shape, columns: Object.fromEntries(found.map(({ column, at }) => [column, at[0]])) } as Recognised
}

/** The shape most of whose columns are there; one column in common is chance, two are a file that lost some. */
function closestShape(positions: ReadonlyMap<string, unknown>): Shape | null {
  if (positions.has(headerKey('SyndicationPartnerSubscriptionNumber'))) {
    return 'reconciliation-21vianet'
  }
  const matches = (Object.keys(columnsOf) as Shape[]).map((shape) => ({
    shape,
    count: (Object.values(columnsOf[shape]) as (readonly string[])[]).filter((texts) =>
      texts.some((text) => positions.has(headerKey(text))),
    ).length,
  }))
  const best = matches.reduce((a, b) => (b.count > a.count ? b : a))
  return best.count >= 2 ? best.shape : null
}

function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-\u200B\u2060\uFEFF]/g, '')
}
