import type { AccountKind, Cloud } from './cloud.ts'

/** The account's facts a message draws on. */
export type InvitationSender = {
  readonly companyName: string
  readonly cloud: Cloud
  readonly kind: AccountKind
  readonly partnerId: string | null
  readonly senderName: string
  readonly senderEmail: string
  readonly senderPhone: string
}

/** The editable parts of a message; the link stands between `text` and `closing` and is placed by the program. */
export type InvitationMessage = { readonly subject: string; readonly text: string; readonly closing: string }
