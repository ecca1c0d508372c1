import { TextDecoder } from 'node:util'
import type { FileFact } from '#shared/domain/file-reading.ts'
import { encodingError } from '#main/import/decode.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Table, TableRow } from '../table.ts'
import type { JsonObject, JsonValue } from './parse-json.ts'
import { JsonNumber, parseJson } from './parse-json.ts'

/** A table made of the API's objects, whose columns are known facts. */
export type ApiTable = Table & {
  readonly facts: readonly FileFact[]
  /** Says that more records exist than the answer holds, so that it lists not everything. */
  readonly isPartial: boolean
  /** Says that a subscription does not tell which customer it belongs to. */
  readonly lacksCustomer: boolean
}

/** Where each fact stands in the API's resources (domain 3.2, 3.4); several places are tried in order. */
const customerPaths = {
  customerId: ['id', 'companyProfile.tenantId'],
  customerName: ['companyProfile.companyName', 'billingProfile.companyName'],
  domain: ['companyProfile.domain'],
  relationship: ['relationshipToPartner'],
  delegatedPrivileges: ['allowDelegatedAccess'],
  country: ['companyProfile.address.country', 'billingProfile.defaultAddress.country'],
} as const satisfies { readonly [F in FileFact]?: readonly string[] }

const subscriptionPaths = {
  subscriptionId: ['id'],
  offer: ['offerName'],
  nickname: ['friendlyName'],
  quantity: ['quantity'],
  unitType: ['unitType'],
  status: ['status'],
  startDate: ['effectiveStartDate'],
  endDate: ['commitmentEndDate', 'commitmentEndDateTime'],
  creationDate: ['creationDate'],
  commitmentEndDate: ['commitmentEndDate', 'commitmentEndDateTime'],
  termDuration: ['termDuration'],
  billingCycle: ['billingCycle'],
  billingType: ['billingType'],
  autoRenew: ['autoRenewEnabled'],
  isTrial: ['isTrial'],
  resellerPartnerId: ['partnerId', 'mpnId'],
  orderId: ['orderId'],
  offerId: ['offerId'],
  parentSubscriptionId: ['parentSubscriptionId'],
  suspensionReasons: ['suspensionReasons'],
  contractType: ['contractType'],
  productKind: ['productType.id', 'productType'],
  publisher: ['publisherName'],
} as const satisfies { readonly [F in FileFact]?: readonly string[] }

const facts: readonly FileFact[] = [
  ...(Object.keys(customerPaths) as (keyof typeof customerPaths)[]),
  ...(Object.keys(subscriptionPaths) as (keyof typeof subscriptionPaths)[]),
]

/**
 * Reads answers of Partner Center's REST interface: a customer, a subscription, a collection of either, an array, or
 * one object a line.
 * @throws AppError `FILE_JSON_INVALID`, `FILE_LIMIT`, `FILE_ENCODING`, or `FILE_SHAPE_UNKNOWN` for other objects.
 */
export function openApiTable(bytes: Uint8Array): ApiTable {
  const items: Item[] = []
  let isPartial = false
  for (const value of parseJson(decoded(bytes))) {
    const found = itemsOf(value)
    items.push(...found.items)
    isPartial ||= found.isPartial
  }
  const rows = items.map((item, index) => rowOf(item, index + 1))
  return {
    encoding: 'utf-8',
    delimiter: null,
    sheet: null,
    headerRow: null,
    sheets: [],
    dateSystem: null,
    header: facts.map((fact) => pathsOf(fact)[0] ?? fact),
    facts,
    isPartial,
    lacksCustomer: items.some(
      ({ object, customerId }) => customerId === null && kindOf(object) === 'subscription',
    ),
    rows: once(rows),
  }
}

function pathsOf(fact: FileFact): readonly string[] {
  return { ...customerPaths, ...subscriptionPaths }[fact as keyof typeof subscriptionPaths] ?? []
}

async function* once(rows: readonly TableRow[]): AsyncGenerator<readonly TableRow[]> {
  await Promise.resolve()
  yield rows
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    throw encodingError(0)
  }
}

/** One object with what its envelope says of it. */
type Item = { readonly object: JsonObject; readonly customerId: string | null; readonly isListed: boolean }

function itemsOf(value: JsonValue): { readonly items: readonly Item[]; readonly isPartial: boolean } {
  if (Array.isArray(value)) {
    const inner = (value as readonly JsonValue[]).map((each) => itemsOf(each))
    return {
      items: inner.flatMap(({ items }) => items),
      isPartial: inner.some((each) => each.isPartial),
    }
  }
  if (!(value instanceof Map)) {
    throw unknownShape([])
  }
  const object = value as JsonObject
  const listed = member(object, 'items')
  if (Array.isArray(listed)) {
    const total = at(object, 'totalCount')
    const hasMore = total instanceof JsonNumber && Number(total.text) > listed.length
    const items = (listed as readonly JsonValue[]).map((each) => {
      if (!(each instanceof Map)) {
        throw unknownShape([])
      }
      return {
        object: each as JsonObject,
        customerId: customerOf(each as JsonObject) ?? customerOf(object),
        isListed: true,
      }
    })
    const isContinued =
      at(object, 'links.next') instanceof Map || text(at(object, 'continuationToken')) !== ''
    return { items, isPartial: hasMore || isContinued }
  }
  return { items: [{ object, customerId: customerOf(object), isListed: false }], isPartial: false }
}

function rowOf({ object, customerId, isListed }: Item, row: number): TableRow {
  const cells: string[] = []
  const problems: { column: number; reason: 'CELL_UNREADABLE' }[] = []
  const kind = kindOf(object)
  const paths: { readonly [fact: string]: readonly string[] } =
    kind === 'customer' ? customerPaths : subscriptionPaths
  facts.forEach((fact, column) => {
    const value = firstOf(object, paths[fact] ?? [])
    const cell = cellOf(value, fact)
    if (cell === null) {
      problems.push({ column, reason: 'CELL_UNREADABLE' })
    }
    cells.push(cell ?? '')
  })
  if (kind === 'subscription') {
    cells[facts.indexOf('customerId')] = customerId ?? ''
  } else if (isListed) {
    // A list never tells of delegated privileges; only a customer asked for by its id does (domain 3.2).
    cells[facts.indexOf('delegatedPrivileges')] = ''
  }
  return { row, cells, ...(problems.length > 0 ? { problems } : {}) }
}

/** @throws AppError `FILE_SHAPE_UNKNOWN` for an object that is neither a customer nor a subscription. */
function kindOf(object: JsonObject): 'customer' | 'subscription' {
  const stated = text(at(object, 'attributes.objectType'))
  if (stated === 'Customer' || member(object, 'companyProfile') instanceof Map) {
    return 'customer'
  }
  const names = ['offerId', 'offerName', 'commitmentEndDate', 'effectiveStartDate', 'entitlementId']
  if (stated === 'Subscription' || names.some((name) => member(object, name) !== undefined)) {
    return 'subscription'
  }
  throw unknownShape([...object.keys()])
}

function unknownShape(columns: readonly string[]): AppError {
  return new AppError('FILE_SHAPE_UNKNOWN', 'not an answer of Partner Center', {
    columns: columns.slice(0, 12).map((name) => name.slice(0, 60)),
  })
}

/** The customer an object belongs to, from the address it was read at. */
function customerOf(object: JsonObject): string | null {
  return /\/customers\/([0-9a-f-]{36})\/subscriptions/i.exec(text(at(object, 'links.self.uri')))?.[1] ?? null
}

/** A member by its name, whose case the documents and samples disagree on (domain 3.1). */
function member(object: JsonObject, name: string): JsonValue | undefined {
  const exact = object.get(name)
  if (exact !== undefined) {
    return exact
  }
  const lower = name.toLowerCase()
  for (const [key, value] of object) {
    if (key.toLowerCase() === lower) {
      return value
    }
  }
  return undefined
}

function at(object: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = object
  for (const name of path.split('.')) {
    value = value instanceof Map ? member(value as JsonObject, name) : undefined
  }
  return value
}

function firstOf(object: JsonObject, paths: readonly string[]): JsonValue | undefined {
  for (const path of paths) {
    const value = at(object, path)
    if (value !== undefined && value !== null && value !== '') {
      return value
    }
  }
  return undefined
}

function text(value: JsonValue | undefined): string {
  return typeof value === 'string' ? value : value instanceof JsonNumber ? value.text : ''
}

/** A value as a cell; `null` when it is of a type the fact cannot have. */
function cellOf(value: JsonValue | undefined, fact: FileFact): string | null {
  if (value === undefined || value === null) {
    return ''
  }
  if (typeof value === 'boolean') {
    return value ? 'true' : 'false'
  }
  if (typeof value === 'string' || value instanceof JsonNumber) {
    return text(value)
  }
  if (fact === 'suspensionReasons' && Array.isArray(value)) {
    return (value as readonly JsonValue[])
      .map(text)
      .filter((reason) => reason !== '')
      .join(';')
  }
  // A product type may be an object without an id.
  return fact === 'productKind' && value instanceof Map ? '' : null
}
