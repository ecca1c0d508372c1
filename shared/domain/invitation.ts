import type { CivilDate } from './civil-date.ts'
import type { Language } from './cloud.ts'
import type { InvitationMessage, InvitationSender } from './invitation-message.ts'
import { invitationTexts } from './invitation-texts.ts'
import { otherRequestTexts } from './other-request-texts.ts'
import type { RequestKind, RequestPurpose } from './request-state.ts'

/** A message as it leaves the program: the link is in each part exactly once, byte for byte. */
export type Invitation = { readonly subject: string; readonly text: string; readonly html: string }

/** Our own starting text for a customer, in the language chosen for that customer. */
export function draftMessage(
  sender: InvitationSender,
  customerName: string,
  language: Language,
  purpose: RequestPurpose = 'multi-partner',
  kind: RequestKind = 'reseller',
  sentBy: string | null = null,
): InvitationMessage {
  const texts = invitationTexts[language]
  if (kind === 'reseller') {
    const draft = texts.draft(sender, customerName.trim(), purpose)
    return sentBy === null ? draft : { ...draft, text: handedOn(draft.text, texts.handedOn(sender, sentBy)) }
  }
  return otherRequestTexts[language][kind](sender, customerName.trim(), texts.signature(sender))
}

/** Says who sends the mail behind the two paragraphs that say who asks and why. */
function handedOn(text: string, sentence: string): string {
  return text.split('\n\n').toSpliced(2, 0, sentence).join('\n\n')
}

/** Our own text to ask a customer again. */
export function reminderMessage(
  sender: InvitationSender,
  customerName: string,
  language: Language,
  askedOn: CivilDate,
  kind: RequestKind = 'reseller',
): InvitationMessage {
  const texts = invitationTexts[language]
  if (kind === 'reseller') {
    return texts.reminder(sender, customerName.trim(), askedOn)
  }
  const first = otherRequestTexts[language][kind](sender, customerName.trim(), texts.signature(sender))
  return { ...first, subject: texts.reminderSubject(first.subject) }
}

/** A few lines and the link, to paste into a chat; the link stands alone on the last line, byte for byte. */
export function chatText(
  sender: InvitationSender,
  customerName: string,
  link: string,
  language: Language,
  kind: RequestKind = 'reseller',
): string {
  const texts = invitationTexts[language]
  const words =
    kind === 'reseller'
      ? texts.chat(sender, customerName.trim())
      : otherRequestTexts[language][kind](sender, customerName.trim(), '').subject
  return `${words}\n${link}`
}

/** Joins the edited message and the link into the two parts of a mail. */
export function composeInvitation(message: InvitationMessage, link: string, language: Language): Invitation {
  const text = normaliseLines(message.text)
  const closing = normaliseLines(message.closing)
  const label = invitationTexts[language].linkLabel(new URL(link).hostname)
  const html = [
    ...paragraphs(text),
    `<p><a href="${escapeLink(link)}"><b>${escapeHtml(label)}</b></a></p>`,
    ...paragraphs(closing),
  ]
  return {
    subject: message.subject.trim(),
    text: [text, link, closing].filter((part) => part !== '').join('\n\n') + '\n',
    html: html.join('\n'),
  }
}

/** Says whether the editable parts already hold the link, which would put it into the mail twice. */
export function holdsLink(message: InvitationMessage, link: string): boolean {
  return [message.subject, message.text, message.closing].some((part) => part.includes(link))
}

/** Says whether a subject could break out of its header. */
export function isHeaderSafe(subject: string): boolean {
  return !/[\u0000-\u001F\u007F\u0085\u2028\u2029]/.test(subject)
}

function normaliseLines(text: string): string {
  return text.replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n').replace(/^\n+|\s+$/g, '')
}

function paragraphs(text: string): readonly string[] {
  return text
    .split(/\n{2,}/)
    .filter((part) => part !== '')
    .map((part) => `<p>${part.split('\n').map(escapeHtml).join('<br>\n')}</p>`)
}

function escapeHtml(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;')
}

/**
 * Writes a link into an attribute so that a parser reads back the same bytes. An ampersand stays as it is where HTML
 * allows that (`&name=`), so that the link is byte-identical in the source too; anywhere else it is escaped.
 */
function escapeLink(link: string): string {
  return link
    .replace(/&(?![A-Za-z][A-Za-z0-9]*=)/g, '&amp;')
    .replace(/"/g, '&quot;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
}
