import type { Cloud } from './cloud.ts'
import type { LinkKind } from './link-kind.ts'
import { isSingleUse, linkKind } from './link-kind.ts'
import type { LinkProblem, LinkReading } from './link.ts'
import { linkProblem, linkWarnings, readLink } from './link.ts'

/** What an inspection compares a link with: the account it would be sent for, and what the program has seen of it. */
export type InspectionContext = {
  readonly cloud: Cloud
  readonly tenantId: string | null
  /** Links of the account's library, byte for byte. */
  readonly known: readonly string[]
  /** Requests this very link went out with. */
  readonly usedIn: number
  /** Says that the link is a provider's, whose partner id is not this account's. */
  readonly isProviders: boolean
}

/** Something wrong with a link, and how bad: `danger` is red, `warning` is worth a second look. */
export const linkFindings = {
  'other-partner': 'danger',
  'other-cloud': 'danger',
  'several-partners': 'danger',
  'look-alike-host': 'danger',
  wrapped: 'danger',
  're-encoded': 'danger',
  tracking: 'danger',
  incomplete: 'danger',
  changed: 'danger',
  reused: 'danger',
  'not-an-invitation': 'danger',
  'carries-privileges': 'warning',
  'unknown-shape': 'warning',
} as const
export type LinkFinding = keyof typeof linkFindings

/** What can be read off a pasted text: a problem that makes it no link at all, or its facts and findings. */
export type LinkInspection =
  | { readonly problem: LinkProblem }
  | {
      readonly problem: null
      readonly kind: LinkKind
      readonly reading: LinkReading
      readonly findings: readonly LinkFinding[]
    }

/** Hosts documents show, against which a look-alike is held. */
const documentedHosts = [
  'admin.microsoft.com',
  'admin.cloud.microsoft',
  'portal.office.com',
  'businessstore.microsoft.com',
  'portal.partner.microsoftonline.cn',
  'partner.partnercenter.microsoftonline.cn',
]

const wrapperHosts =
  /(^|\.)(safelinks\.protection\.(outlook\.com|office365\.us|partner\.outlook\.cn)|urldefense\.(com|proofpoint\.com)|linkprotect\.cudasvc\.com|t\.cn|url\.cn|dwz\.cn|bit\.ly|tinyurl\.com|t\.co|aka\.ms)$/

/** Looks a pasted link over; recognition only: nothing is built, shortened, mended or sent anywhere (domain 8.3). */
export function inspectLink(link: string, context: InspectionContext | null): LinkInspection {
  const problem = linkProblem(link)
  const reading = readLink(link)
  if (problem !== null || reading === null) {
    return { problem: problem ?? 'not-an-address' }
  }
  const kind = linkKind(link)
  const isWrapped = wrapperHosts.test(reading.host) || holdsAddress(link)
  const findings: LinkFinding[] = [
    ...(context === null ? [] : findingsOfAccount(link, reading, context)),
    ...(isLookAlike(reading.host) ? (['look-alike-host'] as const) : []),
    ...(isWrapped ? (['wrapped'] as const) : []),
    ...(isReEncoded(link) ? (['re-encoded'] as const) : []),
    ...(/[?&#](utm_[a-z]+|fbclid|gclid|mc_eid|msclkid)=/i.test(link) ? (['tracking'] as const) : []),
    ...(isIncomplete(link, kind, reading) ? (['incomplete'] as const) : []),
    ...(kind === 'agreement' || kind === 'billing-profile' ? (['not-an-invitation'] as const) : []),
    ...(kind === 'unknown' && !isWrapped ? (['unknown-shape'] as const) : []),
    // On Global a reseller request carries none since October 2023, so a link that says otherwise is an old one.
    ...(reading.includesDelegatedPrivileges === true && reading.cloudHint === 'global'
      ? (['carries-privileges'] as const)
      : []),
  ]
  return { problem: null, kind, reading, findings: [...new Set(findings)] }
}

/** Says whether an inspection found something red. */
export function isDangerous(inspection: LinkInspection): boolean {
  return (
    inspection.problem !== null || inspection.findings.some((finding) => linkFindings[finding] === 'danger')
  )
}

function findingsOfAccount(
  link: string,
  reading: LinkReading,
  context: InspectionContext,
): readonly LinkFinding[] {
  const warnings = linkWarnings(link, context)
  const isAnothers = warnings.includes('other-partner') && !context.isProviders
  return [
    ...(isAnothers ? (['other-partner'] as const) : []),
    ...(warnings.includes('other-cloud') ? (['other-cloud'] as const) : []),
    ...(warnings.includes('several-partners') ? (['several-partners'] as const) : []),
    ...(isSingleUse(link) && context.usedIn > 0 ? (['reused'] as const) : []),
    ...(isAltered(link, reading, context.known) ? (['changed'] as const) : []),
  ]
}

/** The same host, kind and partner as a kept link, but not the same bytes: somebody or something changed it. */
function isAltered(link: string, reading: LinkReading, known: readonly string[]): boolean {
  if (known.includes(link) || linkKind(link) === 'granular-privileges' || reading.partnerTenantId === null) {
    return false
  }
  return known.some((kept) => {
    const other = readLink(kept)
    return (
      other !== null &&
      other.host === reading.host &&
      other.partnerTenantId === reading.partnerTenantId &&
      linkKind(kept) === linkKind(link) &&
      other.includesDelegatedPrivileges === reading.includesDelegatedPrivileges
    )
  })
}

/** Escapes that no portal writes: a link that went through a mail program's or a table's hands. */
function isReEncoded(link: string): boolean {
  return /%25[0-9a-f]{2}/i.test(link) || /&amp;|%26amp%3b/i.test(link) || /%23\/|%3finvtype%3d/i.test(link)
}

/** Another address as a value: a redirect, which would hide where the customer ends up. */
function holdsAddress(link: string): boolean {
  return /[?&#][^=&#]*=https?(:|%3a)(\/|%2f){2}/i.test(link)
}

/** A documented reseller link needs its partner and its fragment; a copy that lost one leads nowhere. */
function isIncomplete(link: string, kind: LinkKind, reading: LinkReading): boolean {
  const isInvitation = kind === 'reseller' || kind === 'indirect-reseller' || kind === 'privileges'
  if (!isInvitation) {
    return false
  }
  const needsFragment = reading.host === 'admin.microsoft.com'
  return reading.partnerTenantId === null || (needsFragment && new URL(link).hash.length < 2)
}

/** A host that is not a documented one but made to be taken for it. */
function isLookAlike(host: string): boolean {
  if (host.split('.').some((label) => label.startsWith('xn--'))) {
    return true
  }
  if (
    documentedHosts.includes(host) ||
    /(^|\.)(microsoft\.com|microsoftonline\.cn|office365\.us)$/.test(host)
  ) {
    return false
  }
  const bare = host.replace(/[^a-z0-9]/g, '')
  return documentedHosts.some((documented) => {
    const plain = documented.replace(/[^a-z0-9]/g, '')
    return host.includes(documented) || bare.startsWith(plain) || distanceWithin(host, documented, 2)
  })
}

/** Says whether two words differ by at most a few letters (Levenshtein). */
function distanceWithin(a: string, b: string, limit: number): boolean {
  if (Math.abs(a.length - b.length) > limit) {
    return false
  }
  let before = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let row = 1; row <= a.length; row += 1) {
    const next = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const replaced = (before[column - 1] ?? 0) + (a[row - 1] === b[column - 1] ? 0 : 1)
      next.push(Math.min(replaced, (before[column] ?? 0) + 1, (next[column - 1] ?? 0) + 1))
    }
    before = next
  }
  return (before[b.length] ?? 0) <= limit
}
