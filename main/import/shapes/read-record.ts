import { isNoEndDate } from '#shared/domain/civil-date.ts'
import type { FileFact, FileShape } from '#shared/domain/file-reading.ts'
import { customerFacts } from '#shared/domain/file-reading.ts'
import { fold } from '#main/store/fold.ts'
import { clean, parseDomain, parseQuantity, parseTenantId } from '../parse-cell.ts'
import type { FileCustomer, FileSubscription } from '../portfolio-file.ts'
import { plainCustomer, plainSubscription, RowRejected } from '../portfolio-file.ts'
import type { TableRow } from '../readers/table.ts'
import type { CellRules, Cells } from './record-cells.ts'
import { createCells } from './record-cells.ts'
import {
  billingCycleWords,
  billingTypeWords,
  directWords,
  noEndWords,
  relationshipWords,
  statusWords,
  termWords,
  unstatedWords,
  wordOf,
} from './words.ts'

/** What one row states. */
export type FileRecord = {
  /** `null` when the row only names the customer it belongs to. */
  readonly customer: FileCustomer | null
  readonly customerKey: string
  readonly subscription: FileSubscription | null
  /** Of two rows about the same thing the later one counts: by charge period, where the file has one. */
  readonly rank: string
}

/** How the rows of a file are read. */
export type RecordRules = CellRules & {
  readonly shape: FileShape
  /** The account's own PartnerID. */
  readonly ownPartnerId: string | null
  /** The customer of a file that does not name one, asked of the user. */
  readonly customerKey: string | null
}

/**
 * Makes the reader of a file's rows, whatever file it is: the columns say what each cell states.
 * @throws RowRejected out of the reader, for a row that cannot be taken.
 */
export function createRecordReader(rules: RecordRules): (row: TableRow) => FileRecord {
  const { mapping, header } = rules
  const cells = createCells(rules)
  const hasSubscriptions = mapping.subscriptionId !== undefined
  const mapped = new Map<number, FileFact>(
    Object.entries(mapping).map(([fact, column]) => [column, fact as FileFact]),
  )
  const width = header.length
  // Lines of one customer mostly follow one another.
  const customerColumns = customerFacts.map((fact) => mapping[fact]).filter((column) => column !== undefined)
  let last: { readonly cells: readonly string[]; readonly customer: ReadCustomer } = nobody
  const isSameCustomer = (now: readonly string[]) =>
    last !== nobody && customerColumns.every((column) => last.cells[column] === now[column])

  return (row) => {
    refuseShape(row, width)
    for (const { column, reason } of row.problems ?? []) {
      if (column === null || mapped.has(column)) {
        throw new RowRejected(reason, header[column ?? -1] ?? null, row.cells[column ?? -1] ?? null)
      }
    }
    const read = cells(row.cells)
    const customer = isSameCustomer(row.cells) ? last.customer : readCustomer(read, rules)
    last = { cells: row.cells, customer }
    const hasSubscription =
      hasSubscriptions && (rules.shape !== 'api-json' || read.text('subscriptionId') !== '')
    return {
      ...customer,
      subscription: hasSubscription ? readSubscription(read, rules, customer.customerKey) : null,
      rank:
        mapping.chargeStart === undefined && mapping.chargeEnd === undefined
          ? ''
          : `${read.date('chargeStart') ?? '0000-00-00'} ${read.date('chargeEnd') ?? '0000-00-00'}`,
    }
  }
}

type ReadCustomer = Pick<FileRecord, 'customer' | 'customerKey'>

const nobody = { cells: [], customer: { customer: null, customerKey: '' } } as const

function refuseShape({ cells }: TableRow, width: number): void {
  // Empty cells at the end are what spreadsheets leave; a cell too few or a filled one too many has shifted.
  const isTooLong = cells.length > width && cells.slice(width).some((cell) => cell.trim() !== '')
  if (cells.length < width || isTooLong) {
    throw new RowRejected('COLUMN_COUNT', null, `${cells.length} / ${width}`)
  }
}

/** Files that state the tenant id of every customer; others may name one by its domain or name. */
const alwaysWithId: ReadonlySet<FileShape> = new Set([
  'reconciliation-21vianet',
  'customers-csv',
  'powershell-customers',
  'api-json',
])

/** Says whether a row may name its customer otherwise than by a tenant id. */
export function mayLackId({ shape, customerKey }: RecordRules): boolean {
  return !alwaysWithId.has(shape) || customerKey !== null
}

function readCustomer(cells: Cells, rules: RecordRules): ReadCustomer {
  const cell = cells.id('customerId')
  const tenantId = cell === '' ? null : parseTenantId(cell)
  if (tenantId === null && (cell !== '' || !mayLackId(rules))) {
    throw new RowRejected('CUSTOMER_ID_INVALID', cells.nameOf('customerId'), cell)
  }
  const domain = parseDomain(cells.text('domain'))
  if (domain === null) {
    throw new RowRejected('DOMAIN_INVALID', cells.nameOf('domain'), cells.text('domain'))
  }
  const name = cells.text('customerName')
  const customerKey =
    tenantId !== null
      ? `tenant:${tenantId}`
      : (rules.customerKey ??
        (domain !== '' ? `domain:${domain}` : name !== '' ? `name:${fold(name)}` : null))
  if (customerKey === null) {
    throw new RowRejected('CUSTOMER_ID_INVALID', cells.nameOf('customerId'))
  }
  if (name === '') {
    const isOnlyNamed = rules.mapping.subscriptionId !== undefined && cells.text('subscriptionId') !== ''
    if (isOnlyNamed && rules.shape !== 'reconciliation-21vianet') {
      return { customer: null, customerKey }
    }
    throw new RowRejected('CUSTOMER_NAME_MISSING', cells.nameOf('customerName'))
  }
  const privileges = cells.boolean('delegatedPrivileges')
  const relationshipRaw = cells.text('relationship')
  return {
    customerKey,
    customer: {
      ...plainCustomer,
      customerKey,
      tenantId,
      name,
      domain: domain || null,
      relationship:
        relationshipRaw === '' ? null : (cells.word('relationship', relationshipWords) ?? 'other'),
      relationshipRaw: relationshipRaw || null,
      delegatedPrivileges: privileges === null ? null : privileges ? 'yes' : 'no',
      delegatedPrivilegesRaw: cells.text('delegatedPrivileges') || null,
      tags: rules.mapping.tags === undefined ? null : splitList(cells.text('tags')),
      country: cells.text('country') || null,
    },
  }
}

function readSubscription(cells: Cells, rules: RecordRules, customerKey: string): FileSubscription {
  const subscriptionId = cells.id('subscriptionId')
  if (subscriptionId === '') {
    throw new RowRejected('SUBSCRIPTION_ID_MISSING', cells.nameOf('subscriptionId'))
  }
  // A subscription without a nickname carries the offer's name in its place (domain 1.1.7).
  const nickname = cells.text('nickname')
  const offer = cells.text('offer') || nickname || cells.text('offerId')
  if (offer === '') {
    throw new RowRejected('OFFER_MISSING', cells.nameOf('offer'))
  }
  const seats = cells.text('quantity')
  const quantity = seats === '' ? null : parseQuantity(seats)
  const mustHaveSeats =
    rules.mapping.quantity !== undefined && rules.shape !== 'api-json' && rules.shape !== 'mapped'
  if (quantity === null && (seats !== '' || mustHaveSeats)) {
    throw new RowRejected('QUANTITY_INVALID', cells.nameOf('quantity'), seats)
  }
  const endDate = wordOf(noEndWords, cells.text('endDate')) === null ? cells.date('endDate') : null
  const commitmentEndDate = cells.date('commitmentEndDate')
  const stated = cells.text('status')
  const status = wordOf(unstatedWords, stated) === null ? stated : ''
  const billingCycle = cells.text('billingCycle')
  const orNull = (fact: FileFact) => cells.text(fact) || null
  return {
    ...plainSubscription,
    subscriptionKey: subscriptionId.toLowerCase(),
    customerKey,
    subscriptionId,
    billingId: orNull('billingId'),
    orderId: cells.id('orderId') || null,
    offerId: orNull('offerId'),
    durableOfferId: orNull('durableOfferId'),
    offer,
    nickname: nickname === '' || nickname === offer ? null : nickname,
    quantity,
    unitType: orNull('unitType'),
    status: status === '' ? null : (cells.word('status', statusWords) ?? 'other'),
    statusRaw: status || null,
    startDate: cells.date('startDate'),
    endDate: endDate === null || isNoEndDate(endDate) ? null : endDate,
    endDateRaw: orNull('endDate'),
    creationDate: cells.date('creationDate'),
    commitmentEndDate:
      commitmentEndDate === null || isNoEndDate(commitmentEndDate) ? null : commitmentEndDate,
    termDuration: cells.word('termDuration', termWords) ?? orNull('termDuration'),
    billingCycle: billingCycle === '' ? null : (cells.word('billingCycle', billingCycleWords) ?? 'other'),
    billingCycleRaw: billingCycle || null,
    billingType: cells.word('billingType', billingTypeWords) ?? orNull('billingType'),
    autoRenew: cells.boolean('autoRenew'),
    isTrial: cells.boolean('isTrial'),
    parentSubscriptionId: orNull('parentSubscriptionId'),
    suspensionReasons:
      cells.text('suspensionReasons') === '' ? null : splitList(cells.text('suspensionReasons')),
    contractType: orNull('contractType'),
    productKind: orNull('productKind'),
    publisher: orNull('publisher'),
    ...partnerOfRecord(cells, rules),
  }
}

/**
 * Reads the reseller of record: `-1` means that it was removed; the partner's own PartnerID is "own" (sold directly,
 * or by a reseller without a PartnerID); an empty cell is unknown, never "us" (domain 0.13, 1.1.7, 8.7). What is no
 * PartnerID is a word for a direct purchase, or a name.
 */
function partnerOfRecord(
  cells: Cells,
  { ownPartnerId, mapping, shape }: RecordRules,
): Pick<FileSubscription, 'partnerOfRecord' | 'partnerOfRecordState' | 'resellerOfRecord'> {
  const resellerOfRecord = cells.text('resellerName') || null
  const reseller = cells.text('resellerPartnerId')
  if (mapping.resellerPartnerId === undefined || (shape === 'api-json' && reseller === '')) {
    return { partnerOfRecord: null, partnerOfRecordState: null, resellerOfRecord }
  }
  if (reseller === '-1') {
    return { partnerOfRecord: null, partnerOfRecordState: 'removed', resellerOfRecord }
  }
  if (reseller === '' || reseller === '0') {
    return { partnerOfRecord: null, partnerOfRecordState: 'unknown', resellerOfRecord }
  }
  if (wordOf(directWords, reseller) !== null) {
    return { partnerOfRecord: null, partnerOfRecordState: 'direct', resellerOfRecord }
  }
  if (!/^\d{1,12}$/.test(reseller)) {
    return {
      partnerOfRecord: null,
      partnerOfRecordState: 'unknown',
      resellerOfRecord: resellerOfRecord ?? reseller,
    }
  }
  const isOwn = reseller === ownPartnerId || reseller === cells.text('partnerId')
  return { partnerOfRecord: reseller, partnerOfRecordState: isOwn ? 'own' : 'other', resellerOfRecord }
}

function splitList(cell: string): string[] {
  return cell
    .split(/[;,，；|]/)
    .map((part) => clean(part) ?? '')
    .filter((part) => part !== '')
}
