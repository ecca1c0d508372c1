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
} as const satisfies Record<string, CommandSpec>
