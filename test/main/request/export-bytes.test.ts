import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import PostalMime from 'postal-mime'
import { expect, test } from 'vitest'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import { chatText, composeInvitation } from '#shared/domain/invitation.ts'
import { mailto, readMailto } from '#shared/domain/mailto.ts'
import { acceptanceGuide } from '#main/export/acceptance-guide.ts'
import { writeEml } from '#main/export/eml.ts'
import { documentedLinks } from '#test/support/links.ts'

const anyText = fc
  .string({ unit: 'binary', maxLength: 80 })
  .map((text) => text.toWellFormed().replaceAll('\0', ''))
const recipient = fc
  .tuple(fc.stringMatching(/^[a-z][a-z0-9.+_-]{0,12}[a-z]$/), fc.stringMatching(/^[a-z]{1,8}\.(cn|com)$/))
  .map((parts) => parts.join('@'))
  .filter(isEmailAddress)

/** The fields above the first empty line, unfolded, by name. */
function headerNames(bytes: Uint8Array): readonly string[] {
  const [head = ''] = Buffer.from(bytes).toString('latin1').split('\r\n\r\n')
  return head
    .split(/\r\n(?![ \t])/)
    .map((field) => (field.split(':', 1)[0] ?? '').toLowerCase())
    .toSorted()
}

test('10,000 wild subjects, texts and senders add no header', async () => {
  const attack = fc.oneof(
    anyText,
    fc
      .tuple(
        anyText,
        fc.constantFrom(
          '\r\nBcc: x@y.cn',
          '\nCc: a',
          '\rX: 1',
          '\u0085To: a',
          '\u2028Bcc: b',
          '=?utf-8?q?=0d=0aBcc:x?=',
        ),
        anyText,
      )
      .map((parts) => parts.join('')),
  )
  const oneLine = attack.map((text) => text.replace(/[\u0000-\u001F\u007F\u0085\u2028\u2029]/g, ' '))
  await fc.assert(
    fc.asyncProperty(oneLine, attack, oneLine, async (subject, text, name) => {
      const bytes = await writeEml(
        { subject, text: `x${text}`, html: '<p></p>' },
        { from: { name, address: 'me@partner.example' }, recipients: ['a@b.cn'] },
      )
      const extra = headerNames(bytes).filter((each) => each !== 'subject')
      if (extra.join(' ') !== 'content-type from mime-version to x-unsent') {
        throw new Error(`headers: ${extra.join(' ')}`)
      }
    }),
    { numRuns: 10_000 },
  )
}, 120_000)

test('the link leaves byte for byte by every way out, whatever surrounds it', async () => {
  await fc.assert(
    fc.asyncProperty(
      anyText,
      anyText,
      fc.array(recipient, { maxLength: 3 }),
      fc.constantFrom(...documentedLinks),
      async (text, name, recipients, link) => {
        const once = (whole: string) => expect(whole.split(link)).toHaveLength(2)
        const invitation = composeInvitation({ subject: 's', text, closing: name }, link, 'zh-CN')
        once(invitation.text)
        const mail = await PostalMime.parse(await writeEml(invitation, { from: null, recipients }))
        once(mail.text ?? '')
        const anchors = [...new JSDOM(mail.html ?? '').window.document.querySelectorAll('a')]
        expect(anchors.map((anchor) => anchor.getAttribute('href'))).toEqual([link])
        once(readMailto(mailto({ recipients, subject: 's', text: invitation.text }, 'other').address).text)
        const sender = {
          companyName: name,
          cloud: '21vianet',
          kind: 'direct',
          partnerId: null,
          senderName: name,
          senderEmail: '',
          senderPhone: '',
        } as const
        expect(chatText(sender, name, link, 'zh-CN').split('\n').at(-1)).toBe(link)
        const guide = await acceptanceGuide({
          sender,
          customerName: name,
          link,
          isGranular: false,
          language: 'en',
        })
        const drawn = [...new JSDOM(guide).window.document.querySelectorAll('a')]
        expect(drawn.map((anchor) => anchor.getAttribute('href'))).toEqual([link])
      },
    ),
    { numRuns: 60 },
  )
}, 60_000)
