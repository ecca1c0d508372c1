import type { Language } from '#shared/domain/cloud.ts'
import type { InvitationMessage } from '#shared/domain/invitation-message.ts'

/** The wizard's questions, in their order. */
export const wizardSteps = ['customer', 'account', 'message', 'review'] as const
export type WizardStep = (typeof wizardSteps)[number]

/** Whom a request is for, once chosen. */
export type ChosenCustomer = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly domain: string | null
}

/** What the user has answered; it becomes a request. */
export type RequestAnswers = {
  readonly kind: 'customer' | 'prospect'
  readonly customer: ChosenCustomer | null
  readonly prospectName: string
  readonly prospectEmail: string
  readonly accountId: string | null
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
  /** A link being pasted for an account that has none. */
  readonly linkText: string
  /** A recipient being typed. */
  readonly recipientText: string
  /** Says that answers have changed since main last had them. */
  readonly isUnsaved: boolean
  readonly exported: { readonly fileName: string; readonly fileHandle: string | null } | null
  readonly copied: 'rich' | 'text' | null
}

/** A wizard nobody has typed into yet. */
export const emptyRequestDraft: RequestDraft = {
  kind: 'customer',
  customer: null,
  prospectName: '',
  prospectEmail: '',
  accountId: null,
  language: null,
  edits: {},
  editedFor: null,
  recipients: [],
  requestId: null,
  fixedLink: null,
  step: 'customer',
  customerSearch: '',
  lastLanguage: null,
  linkText: '',
  recipientText: '',
  isUnsaved: false,
  exported: null,
  copied: null,
}
