import type { RuleSource } from './capabilities.ts'
import type { Cloud } from './cloud.ts'

/** What is known of one partner and one service of a customer. */
export type PartnerCell = {
  readonly service: string
  /** `us`, `direct` (bought from 21Vianet or Microsoft), or a partner's name. */
  readonly partner: string
  readonly transacts: 'yes' | 'no' | 'unknown'
  readonly privileges: 'yes' | 'no' | 'unknown'
}

/** A rule a customer's partners may be at odds with, as a warning with the document it stands in. */
export type PartnerWarning = {
  readonly rule: 'one-transacting-partner-with-privileges' | 'same-offer-twice'
  readonly service: string
  readonly partners: readonly string[]
  readonly sources: readonly RuleSource[]
}

/** The multi-channel rule is of the 21Vianet documents; the Global ones have no such sentence (domain 1.1.2). */
const oneWithPrivileges: RuleSource = {
  document: 'Partner Center 21Vianet: Request a reseller relationship with a customer',
  date: '2018-10',
}
const sameOffer: RuleSource = {
  document: 'Partner Center 21Vianet: Add licenses or services to an existing subscription',
  date: '2018-10',
}

/** Holds a customer's partner map against the documented rules; what is not known breaks none of them. */
export function partnerWarnings(cells: readonly PartnerCell[], cloud: Cloud): readonly PartnerWarning[] {
  if (cloud !== '21vianet') {
    return []
  }
  const services = [...new Set(cells.map(({ service }) => service))]
  return services.flatMap((service) => {
    const transacting = cells.filter((cell) => cell.service === service && cell.transacts === 'yes')
    const privileged = transacting.filter(
      ({ privileges, partner }) => privileges === 'yes' && partner !== 'direct',
    )
    const warnings: PartnerWarning[] = []
    if (privileged.length > 1) {
      warnings.push({
        rule: 'one-transacting-partner-with-privileges',
        service,
        partners: privileged.map(({ partner }) => partner),
        sources: [oneWithPrivileges],
      })
    }
    if (transacting.length > 1) {
      warnings.push({
        rule: 'same-offer-twice',
        service,
        partners: transacting.map(({ partner }) => partner),
        sources: [sameOffer],
      })
    }
    return warnings
  })
}
