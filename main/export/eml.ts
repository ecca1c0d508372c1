import type { Invitation } from '#shared/domain/invitation.ts'

/** Who a draft is from and to. */
export type Envelope = {
  /** Left out of the draft when the account has no address; the mail program then fills in its own. */
  readonly from: { readonly name: string; readonly address: string } | null
  readonly recipients: readonly string[]
}

/**
 * Writes an invitation as an `.eml` draft that a mail program opens for sending (`X-Unsent: 1`): UTF-8, CRLF, text and
 * HTML alternatives, both in base64 so that no transport ever touches the link's bytes. It has no Message-ID and no
 * Date: it has not been sent, and the mail program that sends it gives it both.
 */
export async function writeEml(invitation: Invitation, envelope: Envelope): Promise<Uint8Array> {
  // Large, and wanted by few starts.
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer/index.js')
  const composer = new MailComposer({
    ...(envelope.from === null ? {} : { from: { ...envelope.from } }),
    to: envelope.recipients.map((address) => ({ name: '', address })),
    ...subjectOf(invitation.subject),
    text: withCrlf(invitation.text),
    html: withCrlf(htmlDocument(invitation.html)),
    textEncoding: 'base64',
    newline: 'windows',
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const message = await composer.compile().build()
  return withoutHeaders(message, ['message-id', 'date'])
}

/** A subject that looks encoded already would be decoded by its reader, so it is encoded for real (RFC 2047). */
function subjectOf(subject: string) {
  const unsent = { 'X-Unsent': '1' }
  if (!subject.includes('=?')) {
    return { subject, headers: unsent }
  }
  const words = [...subject.matchAll(/[^]{1,10}/gu)].map(
    ([piece]) => `=?UTF-8?B?${Buffer.from(piece, 'utf8').toString('base64')}?=`,
  )
  return {
    headers: { ...unsent, Subject: { prepared: true, foldLines: true, value: words.join(' ') } },
  }
}

function htmlDocument(body: string): string {
  return `<!DOCTYPE html>\n<html><head><meta charset="utf-8"></head><body>\n${body}\n</body></html>\n`
}

/** Text has CRLF at its line ends inside base64 too (RFC 2045, 6.8). */
function withCrlf(text: string): string {
  return text.replace(/\r?\n/g, '\r\n')
}

/** Takes header fields, with their folded lines, off the top of a message. */
function withoutHeaders(message: Buffer, names: readonly string[]): Uint8Array {
  const end = message.indexOf('\r\n\r\n')
  const fields = message
    .subarray(0, end)
    .toString('latin1')
    .split(/\r\n(?![ \t])/)
  const kept = fields.filter((field) => !names.includes((field.split(':', 1)[0] ?? '').toLowerCase()))
  return Buffer.concat([Buffer.from(kept.join('\r\n'), 'latin1'), message.subarray(end)])
}
