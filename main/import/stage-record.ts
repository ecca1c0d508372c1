import type { DateOrder, Mapping } from '#shared/domain/file-reading.ts'
import type { FileCustomer } from './portfolio-file.ts'
import { plainCustomer, RowRejected } from './portfolio-file.ts'
import type { FileRecord } from './shapes/read-record.ts'
import type { StagingWriter } from './staging/staging-writer.ts'

/** What the reading needs to know of the portfolio. */
export type KnownPortfolio = {
  /** The name of a customer by its key, of a domain by the only customer that has it, or `null`. */
  readonly nameOf: (customerKey: string) => string | null
  /** The mapping remembered for a header, or `null`. */
  readonly mappingFor: (fingerprint: string) => Mapping | null
  /** The order of dates remembered for a header, or `null`. */
  readonly dateOrderFor: (fingerprint: string) => DateOrder | null
  /** Whether the user has said that files of this shape list everything; `null` when never asked. */
  readonly isFullList: (shape: string) => boolean | null
}

/**
 * Stages records. Of two rows about the same thing the one of the later charge period counts; where neither is later the
 * first one stands, and one that says something else is refused, never silently. Of a line that only describes its
 * customer otherwise, no more than that is left out.
 * @throws RowRejected out of the function it makes.
 */
export function createPut(
  writer: StagingWriter,
  known: KnownPortfolio,
  isRepeating: boolean,
  columns: { readonly customer: string | null; readonly subscription: string | null },
): (record: FileRecord) => void {
  const latest = new Map<string, { readonly customer: FileCustomer; readonly rank: string }>()
  const named = new Map<string, boolean>()

  const isNamed = (customerKey: string): boolean => {
    const asked = named.get(customerKey)
    if (asked !== undefined) {
      return asked
    }
    const name = known.nameOf(customerKey)
    if (name !== null) {
      writer.putCustomer(
        {
          ...plainCustomer,
          customerKey,
          tenantId: customerKey.startsWith('tenant:') ? tenantOf(customerKey) : null,
          domain: customerKey.startsWith('domain:') ? tenantOf(customerKey) : null,
          name,
        },
        '',
      )
    }
    named.set(customerKey, name !== null)
    return name !== null
  }

  /** Says whether the customer could be taken as the row describes it. */
  const putRepeated = (customer: FileCustomer, rank: string): boolean => {
    const before = latest.get(customer.customerKey)
    if (before === undefined || rank > before.rank) {
      const isKnown = before !== undefined && isSame(customer, before.customer)
      if (!isKnown) {
        writer.putCustomer(customer, '')
      }
      latest.set(customer.customerKey, { customer: isKnown ? before.customer : detached(customer), rank })
      return true
    }
    if (rank < before.rank || isSame(customer, before.customer)) {
      return true
    }
    const both = completed(before.customer, customer)
    if (both === null) {
      return false
    }
    writer.putCustomer(both, '')
    latest.set(customer.customerKey, { customer: detached(both), rank })
    return true
  }

  return ({ customer, customerKey, subscription, rank }) => {
    if (subscription !== null) {
      if (customer === null && !isNamed(customerKey)) {
        throw new RowRejected('CUSTOMER_UNKNOWN', columns.customer, tenantOf(customerKey))
      }
      const put = writer.putSubscription(subscription, rank)
      if (put === 'moved') {
        throw new RowRejected('SUBSCRIPTION_OF_TWO_CUSTOMERS', columns.customer, tenantOf(customerKey))
      }
      if (put === 'differs') {
        throw new RowRejected('SUBSCRIPTION_TWICE', columns.subscription, subscription.subscriptionId)
      }
    }
    if (customer === null) {
      return
    }
    if (isRepeating) {
      if (!putRepeated(customer, rank)) {
        throw new RowRejected('CUSTOMER_DIFFERS', columns.customer, tenantOf(customerKey))
      }
    } else if (writer.putCustomer(customer, null) === 'differs') {
      // Dual partners see a customer twice (domain 0.17): a repetition is no news, a difference is reported.
      throw new RowRejected('CUSTOMER_TWICE', columns.customer, tenantOf(customerKey))
    }
  }
}

/** The tenant id, domain or name a customer's key is made of. */
function tenantOf(customerKey: string): string {
  return customerKey.slice(customerKey.indexOf(':') + 1)
}

function isSame(one: FileCustomer, other: FileCustomer): boolean {
  return (
    one.name === other.name &&
    one.domain === other.domain &&
    one.relationshipRaw === other.relationshipRaw &&
    one.delegatedPrivileges === other.delegatedPrivileges &&
    one.country === other.country &&
    tagsOf(one) === tagsOf(other)
  )
}

function tagsOf({ tags }: FileCustomer): string | null {
  return tags?.join('\n') ?? null
}

/** What two lines say together of one customer; `null` when they contradict each other. */
function completed(one: FileCustomer, other: FileCustomer): FileCustomer | null {
  const agree = (a: string | null, b: string | null) => a === null || b === null || a === b
  const doAgree =
    one.name === other.name &&
    agree(one.domain, other.domain) &&
    agree(one.relationshipRaw, other.relationshipRaw) &&
    agree(one.delegatedPrivileges, other.delegatedPrivileges) &&
    agree(one.country, other.country) &&
    agree(tagsOf(one), tagsOf(other))
  const stated = Object.entries(one).filter(([, value]) => value !== null)
  return doAgree ? { ...other, ...Object.fromEntries(stated) } : null
}

/** A copy whose texts stand alone: a piece of a larger text would keep all of that in memory. */
function detached(customer: FileCustomer): FileCustomer {
  return JSON.parse(JSON.stringify(customer)) as FileCustomer
}
