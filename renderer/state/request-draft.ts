import type { Language } from '#shared/domain/cloud.ts'
import type { RequestPurpose } from '#shared/domain/request-state.ts'
import type { LinkPurpose } from '#shared/domain/link-kind.ts'
import type { InvitationMessage } from '#shared/domain/invitation-message.ts'

/** The wizard's questions, in their order. */
export const wizardSteps = ['purpose', 'customer', 'account', 'message', 'review'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** Whom a request is for, once chosen. */
export type ChosenCustomer = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly domain: string | null
}

/** One of several that are asked in one go. */
export type BatchEntry = {
  /** Tells it from the others; the customer's id, or one of its own for somebody new. */
  readonly key: string
  readonly customer: ChosenCustomer | null
  readonly name: string
  /** `null` follows the batch's language. */
  readonly language: Language | null
  readonly recipients: readonly string[]
  /** A text this one alone was given in the review. */
  readonly message: InvitationMessage | null
  /** Set once the ledger has its request. */
  readonly requestId: string | null
  /** The file its mail draft was saved as; `null` while it was not, or is of another text. */
  readonly savedAs: string | null
}

/** What the user has answered; it becomes a request. */
export type RequestAnswers = {
  readonly purpose: RequestPurpose
  readonly kind: 'customer' | 'prospect' | 'several'
  readonly several: readonly BatchEntry[]
  /** A link of the account's library; `null` for the one in use. */
  readonly linkId: string | null
  readonly chosenLink: string | null
  readonly chosenPurpose: LinkPurpose
  readonly customer: ChosenCustomer | null
  readonly prospectName: string
  readonly prospectEmail: string
  readonly accountId: string | null
  /** The reseller that an indirect provider hands the invitation to; `null` where it sends it itself. */
  readonly sentBy: string | null
  /** The customer's language, apart from the window's; `null` until chosen. */
  readonly language: Language | null
  /** What the user wrote, by language; a language without an entry shows our template. */
  readonly edits: { readonly [L in Language]?: InvitationMessage }
  /** Whom and for which account the edited texts were written. */
  readonly editedFor: string | null
  readonly recipients: readonly string[]
}

/** Everything typed into the request wizard; it lives in the page, so that Back and leaving lose nothing. */
export type RequestDraft = RequestAnswers & {
  /** Set once main has the request: then its customer, account and link stand. */
  readonly requestId: string | null
  readonly fixedLink: string | null
  readonly step: WizardStep
  readonly customerSearch: string
  /** The language last used for a customer, once looked up: a new request starts with it. */
  readonly lastLanguage: { readonly customerId: string; readonly language: Language | null } | null
  /** The customer's contact that receives requests, once looked up: the mail is addressed to that one at first. */
  readonly contact: { readonly name: string; readonly email: string } | null
  /** A link being pasted for an account that has none. */
  readonly linkText: string
  /** A recipient being typed. */
  readonly recipientText: string
  /** Says that answers have changed since main last had them. */
  readonly isUnsaved: boolean
  readonly exported: { readonly fileName: string; readonly fileHandle: string | null } | null
  readonly copied: 'rich' | 'text' | 'chat' | 'mail-program' | null
}

/** A wizard nobody has typed into yet. */
export const emptyRequestDraft: RequestDraft = {
  purpose: 'multi-partner',
  kind: 'customer',
  several: [],
  linkId: null,
  chosenLink: null,
  chosenPurpose: 'reseller',
  customer: null,
  prospectName: '',
  prospectEmail: '',
  accountId: null,
  sentBy: null,
  language: null,
  edits: {},
  editedFor: null,
  recipients: [],
  requestId: null,
  fixedLink: null,
  step: 'purpose',
  customerSearch: '',
  lastLanguage: null,
  contact: null,
  linkText: '',
  recipientText: '',
  isUnsaved: false,
  exported: null,
  copied: null,
}
