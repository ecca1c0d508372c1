import { z } from 'zod'
import { languages } from '#shared/domain/cloud.ts'
import { id } from './primitives.ts'
import type { CommandSpec } from './spec.ts'

/** What a command answers that has written one file. */
const written = z.strictObject({
  fileName: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  /** For `file.reveal`; `null` where there is no window. */
  fileHandle: z.string().nullable(),
})

const fileErrors = ['REQUEST_NOT_FOUND', 'CANCELLED', 'FILE_REQUIRED', 'FILE_NOT_WRITABLE'] as const

/** What goes to a customer beside the mail: a guide for its administrator, and the link as a picture. */
export const invitationCommands = {
  /** Saves the one-page guide for the customer's administrator as a PDF, in the request's language unless told. */
  'invitation.guide': {
    input: z.strictObject({ requestId: id, language: z.enum(languages).optional() }),
    output: written,
    errors: [...fileErrors, 'NOT_AVAILABLE_HERE'],
    file: { use: 'save', extensions: ['pdf'] },
  },
  /** Saves the link as a QR code, byte for byte. */
  'invitation.qr-png': {
    input: z.strictObject({ requestId: id }),
    output: written,
    errors: fileErrors,
    file: { use: 'save', extensions: ['png'] },
  },
  'invitation.qr-svg': {
    input: z.strictObject({ requestId: id }),
    output: written,
    errors: fileErrors,
    file: { use: 'save', extensions: ['svg'] },
  },
  /** Puts a few lines and the link on the clipboard, to paste into a chat. */
  'invitation.chat': {
    input: z.strictObject({ requestId: id }),
    output: z.strictObject({ text: z.string() }),
    errors: ['REQUEST_NOT_FOUND'],
  },
  /**
   * Hands the mail to the system's mail program as a `mailto:` address, where it fits that system's limit whole; it is
   * never shortened. Without a desktop it answers with the address alone.
   */
  'invitation.mail-program': {
    input: z.strictObject({ requestId: id }),
    output: z.strictObject({
      address: z.string(),
      length: z.int(),
      limit: z.int(),
      isOpened: z.boolean(),
    }),
    errors: ['REQUEST_NOT_FOUND', 'RECIPIENT_INVALID', 'LINK_IN_TEXT', 'HEADER_INVALID', 'MAILTO_TOO_LONG'],
  },
  /**
   * Saves one mail draft for each request into a folder: the invitation, or a reminder of it. All are made before any is
   * written; where the disk then fails one of them, the others stay, and the ledger knows which left the program.
   */
  'invitation.save-drafts': {
    input: z.strictObject({
      requestIds: z.array(id).min(1).max(500),
      content: z.enum(['invitation', 'reminder']),
    }),
    output: z.strictObject({
      drafts: z.array(
        z.strictObject({
          requestId: id,
          customerName: z.string(),
          /** `null` where this one could not be written. */
          fileName: z.string().nullable(),
        }),
      ),
      /** For `file.reveal`; `null` where there is no window. */
      fileHandle: z.string().nullable(),
    }),
    errors: [...fileErrors, 'REQUEST_CANNOT_MOVE', 'RECIPIENT_INVALID', 'LINK_IN_TEXT', 'HEADER_INVALID'],
    file: { use: 'folder', extensions: ['eml'] },
  },
} as const satisfies Record<string, CommandSpec>
