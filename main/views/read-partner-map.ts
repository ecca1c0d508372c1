import type { PartnerMapCell } from '#shared/contract/partner-map.ts'
import { civilDateOf } from '#shared/domain/civil-date.ts'
import type { Cloud } from '#shared/domain/cloud.ts'
import { partnerWarnings } from '#shared/domain/partner-rules.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Reader } from '#main/store/database.ts'

/** A customer's map without its picture. */
export type PartnerMap = Omit<ViewValue<'partner-map.detail'>, 'picture'> & {
  readonly customerName: string
  readonly companyName: string
  readonly cloud: Cloud
}

type Answer = PartnerMapCell['transacts']

/** Joins what files state with what the user knows; the user's word on a cell stands before a file's. Throws `CUSTOMER_NOT_FOUND`. */
export function readPartnerMap(reader: Reader, customerId: string): PartnerMap {
  const customer = reader.get<{ rid: number; name: string; company_name: string; cloud: Cloud }>(
    `SELECT c.rid, c.name, a.company_name, a.cloud FROM customer_record AS c
    JOIN partner_account AS a ON a.id = c.account_id WHERE c.id = :customerId`,
    { customerId },
  )
  if (customer === undefined) {
    throw new AppError('CUSTOMER_NOT_FOUND', 'no such customer')
  }
  const cells = merge(fromFiles(reader, customer.rid), fromUser(reader, customer.rid))
  const services = [...new Set(cells.map(({ service }) => service))]
  const others = [...new Set(cells.map(({ partner }) => partner))].filter(
    (partner) => partner !== 'us' && partner !== 'direct',
  )
  const partners = ['us', ...others.toSorted((a, b) => a.localeCompare(b)), 'direct']
  return {
    customerName: customer.name,
    companyName: customer.company_name,
    cloud: customer.cloud,
    services,
    partners,
    cells,
    warnings: partnerWarnings(cells, customer.cloud).map(({ sources, ...warning }) => ({
      ...warning,
      partners: [...warning.partners],
      sources: [...sources],
    })),
  }
}

/**
 * What our own files say: each offer they list we transact, unless they say it was bought directly. Whose PartnerID is on it they say too; a missing one is
 * nobody's, never ours (domain 8.7). They never say who holds privileges for a service (domain 8.6).
 */
function fromFiles(reader: Reader, rid: number): readonly PartnerMapCell[] {
  const rows = reader.all<{
    offer: string
    partner_of_record: string | null
    partner_of_record_state: 'own' | 'other' | 'direct' | 'removed' | 'unknown'
    reseller_of_record: string | null
    file_name: string
    imported_at: string
    seats: number
  }>(
    `SELECT s.offer, s.partner_of_record, s.partner_of_record_state, s.reseller_of_record, i.file_name, i.imported_at,
      SUM(COALESCE(s.quantity, 0)) AS seats
    FROM subscription AS s JOIN import AS i ON i.rid = s.fact_import
    WHERE s.customer_rid = :rid
    GROUP BY s.offer, s.partner_of_record, s.partner_of_record_state ORDER BY seats DESC, s.offer`,
    { rid },
  )
  return rows.flatMap((row) => {
    const evidence = [
      { source: 'file' as const, on: civilDateOf(new Date(row.imported_at)), note: row.file_name },
    ]
    const state = row.partner_of_record_state
    const ours: PartnerMapCell = {
      id: null,
      service: row.offer,
      partner: 'us',
      transacts: 'yes',
      privileges: 'unknown',
      partnerIdOn: state === 'own' ? 'yes' : state === 'unknown' ? 'unknown' : 'no',
      evidence,
    }
    if (state === 'direct') {
      return [{ ...ours, partner: 'direct' }]
    }
    const other =
      row.reseller_of_record ?? (row.partner_of_record === null ? null : `PartnerID ${row.partner_of_record}`)
    return state === 'other' && other !== null
      ? [ours, { ...ours, partner: other, transacts: 'unknown' as const, partnerIdOn: 'yes' as const }]
      : [ours]
  })
}

function fromUser(reader: Reader, rid: number): readonly PartnerMapCell[] {
  return reader
    .all<{
      id: string
      service: string
      partner: string
      transacts: Answer
      privileges: Answer
      partner_of_record: Answer
      source: PartnerMapCell['evidence'][number]['source']
      note: string
      noted_on: string
    }>('SELECT * FROM partner_cell WHERE customer_rid = :rid ORDER BY service, partner', { rid })
    .map((row) => ({
      id: row.id,
      service: row.service,
      partner: row.partner,
      transacts: row.transacts,
      privileges: row.privileges,
      partnerIdOn: row.partner_of_record,
      evidence: [{ source: row.source, on: row.noted_on, note: row.note }],
    }))
}

function merge(stated: readonly PartnerMapCell[], told: readonly PartnerMapCell[]): PartnerMapCell[] {
  const cells = new Map<string, PartnerMapCell>()
  for (const cell of [...stated, ...told]) {
    const key = JSON.stringify([cell.service, cell.partner])
    const before = cells.get(key)
    cells.set(key, before === undefined ? cell : over(before, cell))
  }
  return [...cells.values()]
}

function over(before: PartnerMapCell, cell: PartnerMapCell): PartnerMapCell {
  const pick = (field: 'transacts' | 'privileges' | 'partnerIdOn'): Answer =>
    cell[field] === 'unknown' ? before[field] : cell[field]
  return {
    ...cell,
    id: cell.id ?? before.id,
    transacts: pick('transacts'),
    privileges: pick('privileges'),
    partnerIdOn: pick('partnerIdOn'),
    evidence: [...before.evidence, ...cell.evidence],
  }
}
