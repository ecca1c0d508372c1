import type { HistoryRow } from '#shared/contract/portfolio.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import type { FactRow } from '#main/history/fact-changes.ts'
import { customerChanges, subscriptionChanges } from '#main/history/fact-changes.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Reader } from '#main/store/database.ts'
import { readingHead } from '#main/store/reading.ts'
import type { ApplicationFacts } from './application-views.ts'

type Version = FactRow & { readonly from_import: number; readonly customer_rid: number }
type Event = Omit<HistoryRow, 'at' | 'importId' | 'fileName' | 'source'> & { readonly importRid: number }

/** Everything that imports have changed of one customer, worked out from its versions; throws `CUSTOMER_NOT_FOUND`. */
export function projectHistory(
  { reader, listings }: ApplicationFacts,
  { customerId, event, offset, limit }: ParsedParams<'customer.history'>,
): ViewValue<'customer.history'> {
  const record = reader.get<{ rid: number }>('SELECT rid FROM customer_record WHERE id = :customerId', {
    customerId,
  })
  if (record === undefined) {
    throw new AppError('CUSTOMER_NOT_FOUND', 'no such customer')
  }
  const subscriptions = subscriptionEvents(reader, record.rid)
  const events = [
    ...customerEvents(reader, record.rid),
    ...subscriptions.events,
    ...absences(listings.absentSince('customer', record.rid), null),
    ...subscriptions.held.flatMap((version) =>
      absences(listings.absentSince('subscription', Number(version['subscription_rid'])), version),
    ),
  ]
  const wanted = events.filter((each) => event === undefined || each.event === event)
  const newestFirst = wanted.toSorted((a, b) => b.importRid - a.importRid)
  const countOf = (kind: Event['event']) => events.filter((each) => each.event === kind).length
  return {
    total: wanted.length,
    counts: {
      added: countOf('added'),
      changed: countOf('changed'),
      absent: countOf('absent'),
      'moved-away': countOf('moved-away'),
      'moved-here': countOf('moved-here'),
    },
    rows: newestFirst.slice(offset, offset + limit).map((event) => toRow(reader, event)),
  }
}

const visible = `from_import <= ${readingHead}`

function customerEvents(reader: Reader, rid: number): readonly Event[] {
  const versions = reader.all<Version>(
    `SELECT * FROM customer_fact WHERE customer_rid = :rid AND merged_into IS NULL AND ${visible} ORDER BY from_import`,
    { rid },
  )
  return versions.flatMap((version, index): Event[] => {
    const before = versions[index - 1] ?? null
    const changes = customerChanges(before, version)
    // A version whose totals alone are new is told by its subscriptions.
    return changes.length === 0
      ? []
      : [
          {
            kind: 'customer',
            event: before === null ? 'added' : 'changed',
            subscriptionId: null,
            offer: null,
            changes,
            importRid: version.from_import,
          },
        ]
  })
}

/** The versions of every subscription that the customer has or had, each beside the one before. */
function subscriptionEvents(
  reader: Reader,
  rid: number,
): { readonly events: readonly Event[]; readonly held: readonly Version[] } {
  const versions = reader.all<Version>(
    `SELECT v.*, (SELECT name FROM customer_fact AS c WHERE c.customer_rid = v.customer_rid
        AND c.from_import <= v.from_import ORDER BY c.from_import DESC LIMIT 1) AS customer_name
    FROM subscription_fact AS v
    WHERE v.subscription_rid IN (SELECT subscription_rid FROM subscription_fact WHERE customer_rid = :rid)
      AND v.${visible}
    ORDER BY v.subscription_rid, v.from_import`,
    { rid },
  )
  const events = versions.flatMap((version, index): Event[] => {
    const previous = versions[index - 1]
    const before = previous?.['subscription_rid'] === version['subscription_rid'] ? (previous ?? null) : null
    const isHere = version.customer_rid === rid
    const wasHere = before?.customer_rid === rid
    if (!isHere && !wasHere) {
      return []
    }
    const changes = subscriptionChanges(before, version)
    return [
      {
        kind: 'subscription',
        event:
          before === null ? 'added' : isHere === wasHere ? 'changed' : isHere ? 'moved-here' : 'moved-away',
        subscriptionId: String(version['subscription_id']),
        offer: String(version['offer']),
        // The customer's name may have changed meanwhile; only another customer is a change of the subscription.
        changes:
          isHere === wasHere || before === null
            ? changes.filter(({ field }) => field !== 'customer')
            : changes,
        importRid: version.from_import,
      },
    ]
  })
  const held = versions.filter(
    (version, index) =>
      version.customer_rid === rid &&
      versions[index + 1]?.['subscription_rid'] !== version['subscription_rid'],
  )
  return { events, held }
}

function absences(importRid: number | null, subscription: Version | null): readonly Event[] {
  return importRid === null
    ? []
    : [
        {
          kind: subscription === null ? 'customer' : 'subscription',
          event: 'absent',
          subscriptionId: subscription === null ? null : String(subscription['subscription_id']),
          offer: subscription === null ? null : String(subscription['offer']),
          changes: [],
          importRid,
        },
      ]
}

function toRow(reader: Reader, { importRid, ...event }: Event): HistoryRow {
  const source = reader.get<Pick<HistoryRow, 'at' | 'importId' | 'fileName' | 'source'>>(
    'SELECT id AS importId, imported_at AS at, file_name AS fileName, shape AS source FROM import WHERE rid = :importRid',
    { importRid },
  )
  if (source === undefined) {
    throw new Error(`a version of an import that is not there: ${importRid}`)
  }
  return { ...event, ...source }
}
