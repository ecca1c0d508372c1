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
 * Stages records. Where a file repeats its customers on many lines, the latest line describes each of them; in a list of
 * customers a second line that says something else is refused.
 * @throws RowRejected out of the function it makes.
 */
export function createPut(
  writer: StagingWriter,
  known: KnownPortfolio,
  isRepeating: boolean,
  idColumn: string | null,
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

  const putRepeated = (customer: FileCustomer, rank: string): void => {
    const before = latest.get(customer.customerKey)
    if (
      before !== undefined &&
      (rank < before.rank || (rank === before.rank && isSame(customer, before.customer)))
    ) {
      return
    }
    if (before === undefined || !isSame(customer, before.customer)) {
      writer.putCustomer(customer, '')
    }
    latest.set(customer.customerKey, { customer: detached(customer), rank })
  }

  return ({ customer, customerKey, subscription, rank }) => {
    if (subscription !== null) {
      if (customer === null && !isNamed(customerKey)) {
        throw new RowRejected('CUSTOMER_UNKNOWN', idColumn, tenantOf(customerKey))
      }
      if (writer.putSubscription(subscription, rank) === 'moved') {
        throw new RowRejected('SUBSCRIPTION_OF_TWO_CUSTOMERS', idColumn, tenantOf(customerKey))
      }
    }
    if (customer === null) {
      return
    }
    if (isRepeating) {
      putRepeated(customer, rank)
    } else if (writer.putCustomer(customer, null) === 'differs') {
      // Dual partners see a customer twice (domain 0.17): a repetition is no news, a difference is reported.
      throw new RowRejected('CUSTOMER_TWICE', idColumn, tenantOf(customerKey))
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
    (one.tags ?? []).join('\n') === (other.tags ?? []).join('\n')
  )
}

/** A copy whose texts stand alone: a piece of a larger text would keep all of that in memory. */
function detached(customer: FileCustomer): FileCustomer {
  return JSON.parse(JSON.stringify(customer)) as FileCustomer
}
