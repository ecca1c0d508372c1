import type { Language } from '#shared/domain/cloud.ts'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import { draftMessage, holdsLink } from '#shared/domain/invitation.ts'
import type { InvitationMessage } from '#shared/domain/invitation-message.ts'
import { useScope, type Account } from '#renderer/parts/scope.tsx'
import { useUi } from '#renderer/state/page-context.tsx'
import { emptyRequestDraft, type RequestDraft, type WizardStep } from '#renderer/state/request-draft.ts'

/** The draft with all that follows from it. */
export type DraftView = {
  readonly draft: RequestDraft
  readonly account: Account | null
  readonly customerName: string
  readonly language: Language
  /** The text as it stands: the user's, or our template's. */
  readonly message: InvitationMessage
  readonly isEdited: boolean
  /** Says that the text was written for other names than those chosen now. */
  readonly isForOthers: boolean
  /** Whom and which account a text written now is for. */
  readonly writtenFor: string
  readonly link: string | null
  /** The parts of the message that hold the link, which the program places by itself. */
  readonly partsWithLink: readonly (keyof InvitationMessage)[]
  readonly isAnswered: { readonly [S in WizardStep]: boolean }
  /** Says that main has the request: its customer, account and link no longer change. */
  readonly isFixed: boolean
}

const emptyMessage: InvitationMessage = { subject: '', text: '', closing: '' }

/** Works out the wizard's state from what the user has answered so far. */
export function useRequestDraft(): DraftView {
  const draft = useUi((state) => state.draft) ?? emptyRequestDraft
  const { accounts, account: scopeAccount, language: windowLanguage } = useScope()
  const isProspect = draft.kind === 'prospect'
  const customerName = isProspect ? draft.prospectName.trim() : (draft.customer?.name ?? '')

  // A customer belongs to the account whose file listed it; a prospect belongs to none yet.
  const accountId = isProspect
    ? (draft.accountId ?? scopeAccount?.id ?? accounts[0]?.id)
    : (draft.customer?.accountId ?? draft.accountId ?? scopeAccount?.id ?? accounts[0]?.id)
  const account = accounts.find((each) => each.id === accountId) ?? null
  const link = draft.fixedLink ?? account?.link?.link ?? null

  const lastLanguage =
    draft.lastLanguage !== null && draft.lastLanguage.customerId === draft.customer?.id
      ? draft.lastLanguage.language
      : null
  const language =
    draft.language ?? lastLanguage ?? (account?.cloud === '21vianet' ? 'zh-CN' : windowLanguage)
  const edited = draft.edits[language]
  const message = edited ?? (account === null ? emptyMessage : draftMessage(account, customerName, language))
  const writtenFor = `${account?.id ?? ''} ${customerName}`
  const partsWithLink =
    link === null
      ? []
      : (['subject', 'text', 'closing'] as const).filter((part) =>
          holdsLink({ ...emptyMessage, [part]: message[part] }, link),
        )

  const isFixed = draft.requestId !== null
  const isCustomerAnswered =
    isFixed ||
    (isProspect ? customerName !== '' && isEmailAddress(draft.prospectEmail.trim()) : draft.customer !== null)
  const isMessageAnswered =
    message.subject.trim() !== '' &&
    partsWithLink.length === 0 &&
    (draft.recipientText.trim() === '' || isEmailAddress(draft.recipientText.trim()))
  return {
    draft,
    account,
    customerName,
    language,
    message,
    isEdited: edited !== undefined,
    isForOthers: edited !== undefined && draft.editedFor !== null && draft.editedFor !== writtenFor,
    writtenFor,
    link,
    partsWithLink,
    isAnswered: {
      customer: isCustomerAnswered,
      account: isCustomerAnswered && account !== null && link !== null,
      message: isMessageAnswered,
      review: false,
    },
    isFixed,
  }
}
