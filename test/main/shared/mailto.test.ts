import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import type { MailtoParts } from '#shared/domain/mailto.ts'
import { mailto, mailtoLimits, readMailto } from '#shared/domain/mailto.ts'
import { documentedLinks } from '#test/support/links.ts'

const anyText = fc
  .string({ unit: 'binary', maxLength: 300 })
  .map((text) => text.toWellFormed().replace(/\r\n?/g, '\n'))
const address = fc
  .tuple(
    fc.stringMatching(/^[a-z][a-z0-9.+_'*!-]{0,20}[a-z]$/),
    fc.constantFrom('b.cn', '例子.公司', 'x-y.com'),
  )
  .map((parts) => parts.join('@'))
  .filter(isEmailAddress)

/** A mail whose address has exactly this length. */
function ofLength(length: number): MailtoParts {
  const empty = mailto({ recipients: ['a@b.cn'], subject: 's', text: '' }, 'windows')
  return { recipients: ['a@b.cn'], subject: 's', text: 'x'.repeat(length - empty.length) }
}

describe('a mailto address', () => {
  test('reads back as what was packed, for any text, subject, recipients and documented link', () => {
    fc.assert(
      fc.property(
        fc.array(address, { maxLength: 4 }),
        anyText,
        anyText,
        fc.constantFrom(...documentedLinks),
        (recipients, subject, text, link) => {
          const parts = { recipients, subject: subject.replace(/\n/g, ' '), text: `${text}\n${link}` }
          const packed = mailto(parts, 'other')
          expect(readMailto(packed.address)).toEqual(parts)
          // Read by somebody else's rules too: an address of the web with the same three fields and no more.
          const url = new URL(packed.address)
          expect([...url.searchParams.keys()]).toEqual(['subject', 'body'])
          expect(url.hash).toBe('')
          expect(decodeURIComponent(/&body=(.*)$/.exec(packed.address)?.[1] ?? '').split(link)).toHaveLength(
            2,
          )
        },
      ),
      { numRuns: 1_000 },
    )
  })

  test.each([
    [1_899, true],
    [1_900, true],
    [1_901, false],
  ])('of %i characters fits on Windows: %s, and is never cut', (length, fits) => {
    const packed = mailto(ofLength(length), 'windows')
    expect(packed).toMatchObject({ length, limit: 1_900, fits })
    expect(packed.address).toHaveLength(length)
    expect(mailto(ofLength(length), 'other').fits).toBe(true)
  })

  test('has one limit for Windows and one for every other system', () => {
    expect(mailtoLimits).toEqual({ windows: 1_900, other: 32_000 })
    expect(mailto(ofLength(32_000), 'other').fits).toBe(true)
    expect(mailto(ofLength(32_001), 'other').fits).toBe(false)
  })

  test('of a realistic Chinese invitation does not fit on Windows: nine characters for each of its own', () => {
    const packed = mailto({ recipients: [], subject: '请求', text: '邀'.repeat(420) }, 'windows')
    expect(packed.length).toBeGreaterThan(3_700)
    expect(packed.fits).toBe(false)
  })

  test.each([
    'a\r\nBcc: x@y.cn',
    'a\nb',
    'a&bcc=x@y.cn',
    'a?subject=x',
    'a#b',
    'a+b%0d%0aCc:x',
    '\0',
    '“‮gnp',
  ])('adds no field for a subject such as %j', (subject) => {
    const { address: packed } = mailto({ recipients: ['a@b.cn'], subject, text: subject }, 'other')
    expect(packed).toMatch(/^mailto:a@b\.cn\?subject=[^&#\s]*&body=[^&#\s]*$/)
  })

  test.each([
    'a@b.cn?bcc=c@d.cn',
    'a@b.cn,c@d.cn',
    'a@b.cn&cc=c@d.cn',
    '"x" <a@b.cn>',
    'a@b.cn\r\nBcc: c@d.cn',
  ])('takes no recipient such as %j', (recipient) => {
    expect(() => mailto({ recipients: [recipient], subject: '', text: '' }, 'other')).toThrow(RangeError)
  })

  test('survives half of a character', () => {
    expect(readMailto(mailto({ recipients: [], subject: '', text: 'a\uD800b' }, 'other').address).text).toBe(
      'a\uFFFDb',
    )
  })
})
