import { linkProblem } from './link.ts'
import type { RequestKind } from './request-state.ts'

/**
 * What a link asks for, as its documented shape says (domain 1.5): a reseller relationship, the same together with an
 * indirect provider, privileges alone, granular privileges, or one of the addresses a mail may hold beside it.
 */
export const linkKinds = [
  'reseller',
  'indirect-reseller',
  'privileges',
  'granular-privileges',
  'agreement',
  'billing-profile',
  'unknown',
] as const
export type LinkKind = (typeof linkKinds)[number]

/** What a link is kept for in an account's library; the user says so, since not every shape is public. */
export const linkPurposes = ['reseller', 'provider', 'granular', 'partner-provider'] as const
export type LinkPurpose = (typeof linkPurposes)[number]

const byInvitationType: { readonly [type: string]: LinkKind } = {
  resellerrelationship: 'reseller',
  indirectresellerrelationship: 'indirect-reseller',
  administration: 'privileges',
}

/** Reads off what a link asks for; `unknown` for any shape no document shows, as every 21Vianet one (domain U14). */
export function linkKind(link: string): LinkKind {
  if (linkProblem(link) !== null) {
    return 'unknown'
  }
  const url = new URL(link)
  const place = `${url.pathname}${url.hash}`.toLowerCase()
  if (/\/invitation\/granularadminrelationships\/[0-9a-f-]{36,}/.test(place)) {
    return 'granular-privileges'
  }
  const isSignUp = url.pathname.toLowerCase().endsWith('/partnersignup.aspx')
  const type = [...url.searchParams].find(([key]) => {
    const name = key.toLowerCase()
    return name === 'invtype' || (isSignUp && name === 'type')
  })?.[1]
  const known = byInvitationType[type?.toLowerCase() ?? '']
  if (known !== undefined) {
    return known
  }
  const whole = link.toLowerCase()
  return whole.includes('/billingaccounts/agreement')
    ? 'agreement'
    : whole.includes('/billingaccounts/billing-accounts')
      ? 'billing-profile'
      : 'unknown'
}

/** A granular link serves once; every other may be sent again (domain 0.4). */
export function isSingleUse(link: string): boolean {
  return linkKind(link) === 'granular-privileges'
}

/** What a request made with a link asks for: its shape tells, and else what the user keeps it for. */
export function requestKindOf(link: string, purpose: LinkPurpose): RequestKind {
  return isSingleUse(link) || purpose === 'granular'
    ? 'granular'
    : purpose === 'partner-provider'
      ? 'partner-provider'
      : 'reseller'
}
