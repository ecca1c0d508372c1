import type { Cloud } from './cloud.ts'

/** What can be read off an invitation link without touching it (domain 1.5); recognition only, never construction. */
export type LinkReading = {
  /** The host in ASCII (punycode), as a browser would reach it. */
  readonly host: string
  /** The part of the host worth setting in bold: its last two labels, or three below a two-letter country domain. */
  readonly registrableHost: string
  /** The partner's tenant id the link carries; `null` when it carries none we recognise. */
  readonly partnerTenantId: string | null
  /** The cloud the host hints at; `null` when it hints at none. */
  readonly cloudHint: Cloud | null
  readonly includesDelegatedPrivileges: boolean | null
}

/** Why a pasted text cannot be an invitation link. */
export type LinkProblem =
  'empty' | 'whitespace' | 'not-an-address' | 'not-https' | 'credentials' | 'port' | 'too-long'

/** A reason to look twice at a link; never a refusal, since two clouds' link formats are not public (domain U14, U15). */
export type LinkWarning = 'other-cloud' | 'other-partner' | 'several-partners' | 'confusable-host'

const hostHints: readonly (readonly [RegExp, Cloud])[] = [
  [
    /(^|\.)(admin\.microsoft\.com|admin\.cloud\.microsoft|portal\.office\.com|businessstore\.microsoft\.com)$/,
    'global',
  ],
  [/(^|\.)(microsoftonline|partner|office365|21vbluecloud)[a-z.]*\.cn$/, '21vianet'],
  [/\.cn$/, '21vianet'],
  [/\.us$/, 'us-government'],
]

/** Says why a text is not an acceptable invitation link, or `null` when it is; the text is never changed. */
export function linkProblem(link: string): LinkProblem | null {
  if (link === '') {
    return 'empty'
  }
  if (/[\s\u0000-\u001F\u007F\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/.test(link)) {
    return 'whitespace'
  }
  if (link.length > 2048) {
    return 'too-long'
  }
  const url = parse(link)
  if (url === null) {
    return 'not-an-address'
  }
  if (url.protocol !== 'https:') {
    return 'not-https'
  }
  if (!/^https:\/\/[^/\\]/i.test(link) || !url.hostname.includes('.')) {
    return 'not-an-address'
  }
  if (url.username !== '' || url.password !== '' || /^https:\/\/[^/?#]*[@\\]/i.test(link)) {
    return 'credentials'
  }
  return url.port === '' ? null : 'port'
}

/** Reads host, partner and cloud off a link that {@link linkProblem} accepts; `null` for any other text. */
export function readLink(link: string): LinkReading | null {
  if (linkProblem(link) !== null) {
    return null
  }
  const url = new URL(link)
  const partners = partnerIds(url)
  const delegated = firstParameter(url, 'dap')
  return {
    host: url.hostname,
    registrableHost: registrable(url.hostname),
    partnerTenantId: partners[0] ?? null,
    cloudHint: hostHints.find(([pattern]) => pattern.test(url.hostname))?.[1] ?? null,
    includesDelegatedPrivileges: delegated === null ? null : delegated.toLowerCase() === 'true',
  }
}

/** Reasons to look twice at a link before it goes to a customer of this account. */
export function linkWarnings(
  link: string,
  account: { readonly cloud: Cloud; readonly tenantId: string | null },
): readonly LinkWarning[] {
  const reading = readLink(link)
  if (reading === null) {
    return []
  }
  const warnings: LinkWarning[] = []
  if (reading.cloudHint !== null && !isSameHostFamily(reading.cloudHint, account.cloud)) {
    warnings.push('other-cloud')
  }
  const partners = new Set(partnerIds(new URL(link)))
  if (partners.size > 1) {
    warnings.push('several-partners')
  }
  if (account.tenantId !== null && partners.size > 0 && !partners.has(account.tenantId.toLowerCase())) {
    warnings.push('other-partner')
  }
  if (reading.host.split('.').some((label) => label.startsWith('xn--'))) {
    warnings.push('confusable-host')
  }
  return warnings
}

/** US Government partners use the Global Partner Center host, so a global host is no hint against that cloud. */
function isSameHostFamily(hint: Cloud, cloud: Cloud): boolean {
  return hint === cloud || (cloud === 'us-government' && hint === 'global')
}

/** Links carry their parameters before the fragment or, in some shapes, inside it. */
function parameters(url: URL): readonly (readonly [string, string])[] {
  const inFragment = url.hash.includes('?') ? url.hash.slice(url.hash.indexOf('?') + 1) : ''
  return [...url.searchParams, ...new URLSearchParams(inFragment)]
}

function firstParameter(url: URL, name: string): string | null {
  return parameters(url).find(([key]) => key.toLowerCase() === name)?.[1] ?? null
}

function partnerIds(url: URL): readonly string[] {
  const isSignUp = url.pathname.toLowerCase().endsWith('/partnersignup.aspx')
  return parameters(url)
    .filter(([key]) => key.toLowerCase() === 'partnerid' || (isSignUp && key.toLowerCase() === 'id'))
    .map(([, value]) => value.toLowerCase())
}

function registrable(host: string): string {
  const labels = host.split('.')
  const isCountrySecondLevel =
    /^(com|net|org|gov|edu|co|ac)$/.test(labels.at(-2) ?? '') && (labels.at(-1) ?? '').length === 2
  return labels.slice(isCountrySecondLevel ? -3 : -2).join('.')
}

function parse(link: string): URL | null {
  try {
    return new URL(link)
  } catch {
    return null
  }
}
