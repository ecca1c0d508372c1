import { stringify } from 'csv-stringify/sync'
import type { CivilDate } from '#shared/domain/civil-date.ts'
import { addDays } from '#shared/domain/civil-date.ts'
import type { Random } from './random.ts'
import { createRandom } from './random.ts'
import { latinStems, offers, places, stems, tagWords, trades } from './vocabulary.ts'

/** How big the made portfolio is, and what it is made from. */
export type SampleOptions = {
  readonly customers: number
  readonly seed: number
  /** The day the subscriptions are laid around. */
  readonly today: CivilDate
  readonly tenantId: string
  readonly partnerId: string
  /** The most subscriptions of one customer; 5 where nothing is said. */
  readonly mostSubscriptions?: number
}

/** Two files as a colleague would hand them over. */
export type SampleFiles = { readonly reconciliation: string; readonly customers: string }

/** A made subscription, as far as other files than the reconciliation file speak of it. */
export type MadeSubscription = {
  readonly customer: MadeCustomer
  readonly id: string
  readonly orderId: string
  readonly offerId: string
  readonly offer: string
  readonly seats: number
  readonly end: CivilDate
  readonly isEndless: boolean
  /** As the reconciliation file has it: a PartnerID, `-1`, or nothing. */
  readonly reseller: string
  /** Its charge lines, one a month, the newest last. */
  readonly lines: readonly { readonly [column: string]: string }[]
}

export type MadeCustomer = {
  readonly tenantId: string
  readonly name: string
  readonly domain: string
  readonly relationship: string
  readonly tags: readonly string[]
  readonly isBilled: boolean
}

/** PartnerIDs of other resellers of record; invented. */
const resellers = ['4521187', '4633902', '4710056', '4890123'] as const

const reconciliationColumns = [
  'PartnerId', 'CustomerID', 'OrderID', 'SubscriptionID', 'SyndicationPartnerSubscriptionNumber', 'OfferID',
  'DurableOfferID', 'OfferName', 'SubscriptionStartDate', 'SubscriptionEndDate', 'ChargeStartDate', 'ChargeEndDate',
  'ChargeType', 'UnitPrice', 'Quantity', 'Amount', 'TotalOtherDiscount', 'Subtotal', 'Tax', 'TotalForCustomer',
  'Currency', 'CustomerName', 'MPNID', 'ResellerMPNID', 'DomainName', 'SubscriptionName', 'SubscriptionDescription',
] as const // prettier-ignore

/**
 * Makes a 21Vianet reconciliation file and a `Customers.csv` of any size (columns: domain 5): Chinese and Latin names,
 * several resellers of record, several charge lines for some subscriptions. The same options give the same bytes.
 */
export function generateSample(options: SampleOptions): SampleFiles {
  const { reconciliation, customers } = generateSampleParts(options)
  return { reconciliation: [...reconciliation].join(''), customers: [...customers].join('') }
}

/** As {@link generateSample}, in pieces: the files of a large portfolio fit into no string. */
export function generateSampleParts(options: SampleOptions): {
  readonly [File in keyof SampleFiles]: Iterable<string>
} {
  const random = createRandom(options.seed)
  const customers = makeCustomers(random, options)
  return {
    reconciliation: reconciliationParts(makeSubscriptions(random, customers, options), 0),
    customers: customerParts(customers),
  }
}

/** Makes the customers and subscriptions that the files of a sample speak of. */
export function makePortfolio(options: SampleOptions): {
  readonly customers: readonly MadeCustomer[]
  readonly subscriptions: readonly MadeSubscription[]
} {
  const random = createRandom(options.seed)
  const customers = makeCustomers(random, options)
  return { customers, subscriptions: [...makeSubscriptions(random, customers, options)].flat() }
}

/** The reconciliation file of so many months ago: without the charge lines that have come since. */
export function reconciliationOf(subscriptions: readonly MadeSubscription[], monthsAgo: number): string {
  return [...reconciliationParts([subscriptions], monthsAgo)].join('')
}

const recordDelimiter = '\r\n'

function* reconciliationParts(
  parts: Iterable<readonly MadeSubscription[]>,
  monthsAgo: number,
): Generator<string> {
  const columns = [...reconciliationColumns]
  yield '\uFEFF' + stringify([columns], { record_delimiter: recordDelimiter })
  for (const subscriptions of parts) {
    const lines = subscriptions.flatMap((each) => each.lines.slice(0, each.lines.length - monthsAgo))
    yield stringify(lines, { columns, record_delimiter: recordDelimiter })
  }
}

function* customerParts(customers: readonly MadeCustomer[]): Generator<string> {
  const header = ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship', 'Tags']
  yield '\uFEFF' + stringify([header], { record_delimiter: recordDelimiter })
  for (const part of partsOf(customers)) {
    const rows = part.map(({ tenantId, name, domain, relationship, tags }) => [
      tenantId,
      name,
      domain,
      relationship,
      tags.join(';'),
    ])
    yield stringify(rows, { record_delimiter: recordDelimiter })
  }
}

function* partsOf(customers: readonly MadeCustomer[]): Generator<readonly MadeCustomer[]> {
  for (let from = 0; from < customers.length; from += 1_000) {
    yield customers.slice(from, from + 1_000)
  }
}

function makeCustomers(random: Random, { customers }: SampleOptions): readonly MadeCustomer[] {
  return Array.from({ length: customers }, (_, index) => makeCustomer(random, index))
}

function* makeSubscriptions(
  random: Random,
  customers: readonly MadeCustomer[],
  options: SampleOptions,
): Generator<readonly MadeSubscription[]> {
  for (const part of partsOf(customers)) {
    yield part
      .filter((customer) => customer.isBilled)
      .flatMap((customer) =>
        Array.from({ length: 1 + random.below(options.mostSubscriptions ?? 5) }, () =>
          makeSubscription(random, customer, options),
        ),
      )
  }
}

function makeCustomer(random: Random, index: number): MadeCustomer {
  const number = index >= 40 ? String(index) : ''
  const isLatin = random.chance(0.3)
  const [place, placeLatin] = random.pick(places)
  const [stem, stemLatin] = random.pick(stems)
  const latin = random.pick(latinStems)
  const plain = latin.toLowerCase().replace(/[^a-z]+/g, '')
  return {
    tenantId: random.guid(),
    name: isLatin
      ? `${latin} (${placeLatin.charAt(0).toUpperCase()}${placeLatin.slice(1)})${number === '' ? '' : ` ${number}`} Co., Ltd.`
      : `${place}${stem}${random.pick(trades)}有限公司${number}`,
    // The index keeps domains apart; two invented companies may share a name, as real ones do.
    domain: `${isLatin ? plain : placeLatin + stemLatin}${index + 1}.partner.onmschina.cn`,
    relationship: random.chance(0.94) ? 'Cloud Reseller' : 'Advisor',
    tags: random.chance(0.4) ? [random.pick(tagWords)] : [],
    isBilled: random.chance(0.92),
  }
}

function makeSubscription(random: Random, customer: MadeCustomer, options: SampleOptions): MadeSubscription {
  const [offer, low, high] = random.pick(offers)
  const seats = low + random.below(high - low)
  const endsIn = random.chance(0.15) ? -20 + random.below(40) : random.below(365)
  const end = addDays(options.today, endsIn)
  const start = addDays(end, -365)
  const isEndless = random.chance(0.04)
  const reseller = makeReseller(random, options.partnerId)
  const subscription = {
    PartnerId: options.tenantId,
    CustomerID: customer.tenantId,
    OrderID: random.guid(),
    SubscriptionID: `usCBM${random.guid().replace(/-/g, '').slice(0, 11).toUpperCase()}`,
    SyndicationPartnerSubscriptionNumber: random.guid(),
    OfferID: random.guid(),
    DurableOfferID: random.guid(),
    OfferName: offer,
    SubscriptionStartDate: usDate(start),
    SubscriptionEndDate: isEndless ? '12/10/9999 0:00' : usDate(end),
    UnitPrice: '0',
    Amount: '0',
    TotalOtherDiscount: '0',
    Subtotal: '0',
    Tax: '0',
    TotalForCustomer: '0',
    Currency: 'CNY',
    CustomerName: customer.name,
    MPNID: options.partnerId,
    ResellerMPNID: reseller,
    DomainName: customer.domain,
    SubscriptionName: random.chance(0.2) ? `${offer} - ${random.pick(['总部', '分公司', '销售部'])}` : offer,
    SubscriptionDescription: '',
  }
  const months = 1 + random.below(3)
  const lines = Array.from({ length: months }, (_, index) => {
    const chargeStart = addDays(options.today, -30 * (months - index))
    return {
      ...subscription,
      ChargeStartDate: usDate(chargeStart),
      ChargeEndDate: usDate(addDays(chargeStart, 29)),
      // What has another reseller of record now, and three charges, was the partner's own at first.
      ResellerMPNID: index < months - 2 && Number(reseller) > 0 ? options.partnerId : reseller,
      ChargeType: index === 0 ? 'PURCHASE_FEE' : 'CYCLE_FEE',
      Quantity: String(Math.max(1, seats - (months - 1 - index) * 2)),
    }
  })
  return {
    customer,
    id: subscription.SyndicationPartnerSubscriptionNumber,
    orderId: subscription.OrderID,
    offerId: subscription.OfferID,
    offer,
    seats,
    end,
    isEndless,
    reseller,
    lines,
  }
}

function makeReseller(random: Random, own: string): string {
  if (random.chance(0.62)) {
    return own
  }
  return random.chance(0.85) ? random.pick(resellers) : random.pick(['-1', ''])
}

/** `2/1/2015 0:00`, as the file writes the first of February. */
function usDate(date: CivilDate): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${month}/${day}/${year} 0:00`
}
