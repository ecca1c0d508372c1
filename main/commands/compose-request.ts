import { createHash } from 'node:crypto'
import { civilDateOf } from '#shared/domain/civil-date.ts'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import type { InvitationMessage } from '#shared/domain/invitation-message.ts'
import { composeInvitation, holdsLink, isHeaderSafe, reminderMessage } from '#shared/domain/invitation.ts'
import type { Invitation } from '#shared/domain/invitation.ts'
import { writeEml } from '#main/export/eml.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { RequestRecord } from './request-records.ts'

/** Puts a request's message and link together. @throws AppError `HEADER_INVALID` or `LINK_IN_TEXT`. */
export function compose(request: RequestRecord): Invitation {
  checkMessage(request.message, request.link)
  return composeInvitation(request.message, request.link, request.language)
}

/** Asks again: our reminder's text with the very link of the request, in the request's language. */
export function composeReminder(request: RequestRecord): Invitation {
  const askedOn = civilDateOf(new Date(request.sentAt ?? request.exportedAt ?? request.createdAt))
  const message = reminderMessage(
    request.sender,
    request.customerName,
    request.language,
    askedOn,
    request.kind,
  )
  checkMessage(message, request.link)
  return composeInvitation(message, request.link, request.language)
}

/** A mail draft with its hash, by which it can be recognised later. */
export async function toMailDraft(
  request: RequestRecord,
  invitation: Invitation,
): Promise<{ readonly bytes: Uint8Array; readonly sha256: string }> {
  const { senderName, senderEmail } = request.sender
  const bytes = await writeEml(invitation, {
    // Whoever sends it for us has an address of its own.
    from: senderEmail === '' || request.sentBy !== null ? null : { name: senderName, address: senderEmail },
    recipients: checkRecipients(request.recipients),
  })
  return { bytes, sha256: createHash('sha256').update(bytes).digest('hex') }
}

/** Refuses a message that could break out of its header or would hold the link twice. */
export function checkMessage(message: InvitationMessage, link: string): void {
  if (!isHeaderSafe(message.subject)) {
    throw new AppError('HEADER_INVALID', 'the subject must be one line')
  }
  if (holdsLink(message, link)) {
    throw new AppError('LINK_IN_TEXT', 'the text already holds the link, which the program places by itself')
  }
}

/** Plain addresses, each once. @throws AppError `RECIPIENT_INVALID`. */
export function checkRecipients(addresses: readonly string[]): string[] {
  const trimmed = addresses.map((address) => address.trim())
  const wrong = trimmed.find((address) => !isEmailAddress(address))
  if (wrong !== undefined) {
    throw new AppError('RECIPIENT_INVALID', 'not a plain e-mail address', { address: wrong })
  }
  return [...new Set(trimmed)]
}
