import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import { drawPartnerMap } from '#main/export/partner-map-picture.ts'
import type { ApplicationFacts } from './application-views.ts'
import { readPartnerMap } from './read-partner-map.ts'

/** Who sells and administers what at a customer, with the picture of it; throws `CUSTOMER_NOT_FOUND`. */
export function projectPartnerMap(
  { reader, today }: ApplicationFacts,
  { customerId, language }: ParsedParams<'partner-map.detail'>,
): ViewValue<'partner-map.detail'> {
  const map = readPartnerMap(reader, customerId)
  const { services, partners, cells, warnings } = map
  return { services, partners, cells, warnings, picture: drawPartnerMap(map, language, today()) }
}
