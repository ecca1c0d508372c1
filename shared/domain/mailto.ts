import { isEmailAddress } from './email-address.ts'

/**
 * How long a `mailto:` may be, in characters: Windows hands over at most 2,081, and programs there have been seen to cut
 * at 2,046, so 1,900 with room to spare; elsewhere 32,000 (security C30).
 */
export const mailtoLimits = { windows: 1_900, other: 32_000 } as const
export type MailtoSystem = keyof typeof mailtoLimits

/** A mail as its parts, before it is packed into an address. */
export type MailtoParts = {
  readonly recipients: readonly string[]
  readonly subject: string
  /** Lines end with `\n`. */
  readonly text: string
}

/** A `mailto:` address with its length, and whether a system takes it whole. */
export type Mailto = {
  readonly address: string
  readonly length: number
  readonly limit: number
  readonly fits: boolean
}

/**
 * Packs a mail into a `mailto:` address (RFC 6068): every part percent-encoded, line ends as `%0D%0A`, nothing but
 * recipients, subject and body, so that no text can add a field. Never shortened: one that does not fit says so.
 * @throws RangeError when a recipient is no plain address; they are validated where they are entered.
 */
export function mailto(parts: MailtoParts, system: MailtoSystem): Mailto {
  if (!parts.recipients.every(isEmailAddress)) {
    throw new RangeError('a recipient is not a plain e-mail address')
  }
  const to = parts.recipients.map((address) => encode(address).replaceAll('%40', '@')).join(',')
  const body = parts.text.replace(/\r\n?|\n/g, '\r\n')
  const address = `mailto:${to}?subject=${encode(parts.subject)}&body=${encode(body)}`
  const limit = mailtoLimits[system]
  return { address, length: address.length, limit, fits: address.length <= limit }
}

/** Says whether an address is one of {@link mailto}'s making that a system takes whole: the only kind ever opened. */
export function isOwnMailto(address: string, system: MailtoSystem): boolean {
  return (
    address.length <= mailtoLimits[system] &&
    /^mailto:[^?#\s]*\?subject=[^&#\s]*&body=[^&#\s]*$/.test(address)
  )
}

/** Reads the parts back out of a `mailto:` address of {@link mailto}. */
export function readMailto(address: string): MailtoParts {
  const [to = '', query = ''] = splitOnce(address.slice('mailto:'.length), '?')
  const fields = new Map(
    query.split('&').map((field) => {
      const [name = '', value = ''] = splitOnce(field, '=')
      return [name, decodeURIComponent(value)] as const
    }),
  )
  return {
    recipients: to === '' ? [] : to.split(',').map((each) => decodeURIComponent(each)),
    subject: fields.get('subject') ?? '',
    text: (fields.get('body') ?? '').replaceAll('\r\n', '\n'),
  }
}

/** A lone surrogate would make the encoding throw; it is no character, so it becomes U+FFFD as everywhere else. */
function encode(text: string): string {
  return encodeURIComponent(toWellFormed(text)).replace(
    /[!'()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}

function toWellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')
}

function splitOnce(text: string, separator: string): readonly string[] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)]
}
