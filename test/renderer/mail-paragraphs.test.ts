import { expect, test } from 'vitest'
import { clouds, languages } from '#shared/domain/cloud.ts'
import { composeInvitation, draftMessage } from '#shared/domain/invitation.ts'
import { mailParagraphs } from '#renderer/parts/mail-paragraphs.ts'
import { link } from '#test/support/fixtures.ts'

const sender = {
  companyName: 'Morning <Star> & Sons',
  kind: 'direct',
  partnerId: '4400001',
  senderName: '林晓',
  senderEmail: 'lin@chenxing.example',
  senderPhone: '',
} as const

/** The paragraphs of the real mail, as a mail program would show them. */
function shownBy(html: string): readonly (readonly string[])[] {
  const page = new DOMParser().parseFromString(html, 'text/html')
  return [...page.querySelectorAll('p:not(:has(a))')].map((paragraph) =>
    [...paragraph.childNodes]
      .filter((node) => node.nodeName !== 'BR')
      .map((node) => (node.textContent ?? '').replace(/^\n/, '')),
  )
}

test.each(clouds.flatMap((cloud) => languages.map((language) => [cloud, language] as const)))(
  'the preview shows the paragraphs of the mail: %s, %s',
  (cloud, language) => {
    const message = draftMessage({ ...sender, cloud }, 'Contoso', language)
    const odd = {
      ...message,
      text: `\n\n${message.text}\r\n\r\n\r\nOne\rtwo  \n\n`,
      closing: `${message.closing}\n`,
    }
    for (const each of [message, odd]) {
      const { html } = composeInvitation(each, link, language)
      expect([...mailParagraphs(each.text), ...mailParagraphs(each.closing)]).toEqual(shownBy(html))
    }
  },
)
