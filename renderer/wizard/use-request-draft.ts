import type { Language } from '#shared/domain/cloud.ts'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import { draftMessage, holdsLink } from '#shared/domain/invitation.ts'
import type { InvitationMessage } from '#shared/domain/invitation-message.ts'
import { requestKindOf } from '#shared/domain/link-kind.ts'
import type { PlaceholderProblem } from '#shared/domain/placeholders.ts'
import { fillTemplate, placeholderFacts, placeholderText } from '#shared/domain/placeholders.ts'
import { useScope, type Account } from '#renderer/parts/scope.tsx'
import { useUi } from '#renderer/state/page-context.tsx'
import {
  emptyRequestDraft,
  type BatchEntry,
  type RequestDraft,
  type WizardStep,
} from '#renderer/state/request-draft.ts'

/** One of a batch with what follows for it: its mail as it will be, and what keeps it from being written. */
export type PreparedEntry = BatchEntry & {
  readonly inLanguage: Language
  readonly filled: InvitationMessage
  readonly problems: readonly PlaceholderProblem[]
}

/** The draft with all that follows from it. */
export type DraftView = {
  readonly draft: RequestDraft
  readonly account: Account | null
  readonly customerName: string
  readonly language: Language
  /** The text as it stands: the user's, or our template's; with placeholders where several are asked. */
  readonly message: InvitationMessage
  /** The same as the customer gets it; what cannot be filled in stays as it is. */
  readonly filled: InvitationMessage
  readonly isEdited: boolean
  /** Says that the text was written for other names than those chosen now. */
  readonly isForOthers: boolean
  /** Whom and which account a text written now is for. */
  readonly writtenFor: string
  readonly link: string | null
  /** The parts of the message that hold the link, which the program places by itself. */
  readonly partsWithLink: readonly (keyof InvitationMessage)[]
  /** What is left between braces in the text: unknown names, or facts that are empty. */
  readonly placeholderProblems: readonly PlaceholderProblem[]
  /** The account all customers of a batch are of; `null` while there is none. */
  readonly batchAccountId: string | null
  /** Those of a batch, each with its own mail; empty for a single request. */
  readonly entries: readonly PreparedEntry[]
  readonly isAnswered: { readonly [S in WizardStep]: boolean }
  /** Says that main has the request: its customer, account and link no longer change. */
  readonly isFixed: boolean
}

const emptyMessage: InvitationMessage = { subject: '', text: '', closing: '' }

/** Works out the wizard's state from what the user has answered so far. */
export function useRequestDraft(): DraftView {
  const draft = useUi((state) => state.draft) ?? emptyRequestDraft
  const { accounts, account: scopeAccount, language: windowLanguage } = useScope()
  const isSeveral = draft.kind === 'several'
  const isProspect = draft.kind === 'prospect'
  const customerName = isSeveral ? '' : isProspect ? draft.prospectName.trim() : (draft.customer?.name ?? '')
  const batchAccountId = draft.several.find(({ customer }) => customer !== null)?.customer?.accountId ?? null

  // A customer belongs to the account whose file listed it; a prospect belongs to none yet.
  const ownAccountId = isSeveral ? batchAccountId : isProspect ? null : (draft.customer?.accountId ?? null)
  const accountId = ownAccountId ?? draft.accountId ?? scopeAccount?.id ?? accounts[0]?.id
  const account = accounts.find((each) => each.id === accountId) ?? null
  const link = draft.fixedLink ?? draft.chosenLink ?? account?.link?.link ?? null

  const lastLanguage =
    draft.lastLanguage !== null && draft.lastLanguage.customerId === draft.customer?.id
      ? draft.lastLanguage.language
      : null
  const language =
    draft.language ?? lastLanguage ?? (account?.cloud === '21vianet' ? 'zh-CN' : windowLanguage)
  const messageIn = (wanted: Language): InvitationMessage =>
    draft.edits[wanted] ??
    ourMessage(
      account,
      isSeveral ? placeholderText('customer', wanted === 'zh-CN') : customerName,
      wanted,
      draft,
      link,
    )
  const message = messageIn(language)
  const edited = draft.edits[language]
  const writtenFor = `${account?.id ?? ''} ${customerName}`
  const partsWithLink =
    link === null
      ? []
      : (['subject', 'text', 'closing'] as const).filter((part) =>
          holdsLink({ ...emptyMessage, [part]: message[part] }, link),
        )
  const entries = isSeveral ? draft.several.map((entry) => prepare(entry, account, language, messageIn)) : []
  // What is of the account is known for a whole batch; names and domains are each one's own.
  const { message: filled, problems: placeholderProblems } = isSeveral
    ? { message, problems: fill(message, account, 'x', 'x').problems }
    : fill(message, account, customerName, draft.customer?.domain ?? domainOf(draft.prospectEmail))

  const isFixed =
    draft.requestId !== null || (isSeveral && draft.several.some((each) => each.requestId !== null))
  const isCustomerAnswered =
    isFixed ||
    (isSeveral
      ? draft.several.length > 0
      : isProspect
        ? customerName !== '' && isEmailAddress(draft.prospectEmail.trim())
        : draft.customer !== null)
  const isMessageAnswered =
    message.subject.trim() !== '' &&
    partsWithLink.length === 0 &&
    placeholderProblems.length === 0 &&
    (draft.recipientText.trim() === '' || isEmailAddress(draft.recipientText.trim()))
  return {
    draft,
    account,
    customerName,
    language,
    message,
    filled,
    isEdited: edited !== undefined,
    isForOthers: edited !== undefined && draft.editedFor !== null && draft.editedFor !== writtenFor,
    writtenFor,
    link,
    partsWithLink,
    placeholderProblems,
    batchAccountId,
    entries,
    isAnswered: {
      purpose: true,
      customer: isCustomerAnswered,
      account:
        isCustomerAnswered &&
        account !== null &&
        link !== null &&
        (account.kind !== 'indirect-provider' || draft.sentBy?.trim() !== ''),
      message: isMessageAnswered,
      review: false,
    },
    isFixed,
  }
}

/** The reseller an account hands its invitation to; only an indirect provider can. */
export function resellerOf(account: Account | null, sentBy: string | null): string | null {
  const reseller = sentBy?.trim() ?? ''
  return account?.kind === 'indirect-provider' && reseller !== '' ? reseller : null
}

function ourMessage(
  account: Account | null,
  customerName: string,
  language: Language,
  { purpose, chosenPurpose, sentBy }: RequestDraft,
  link: string | null,
): InvitationMessage {
  const kind = link === null ? 'reseller' : requestKindOf(link, chosenPurpose)
  return account === null
    ? emptyMessage
    : draftMessage(account, customerName, language, purpose, kind, resellerOf(account, sentBy))
}

function prepare(
  entry: BatchEntry,
  account: Account | null,
  language: Language,
  messageIn: (language: Language) => InvitationMessage,
): PreparedEntry {
  const inLanguage = entry.language ?? language
  const domain = entry.customer?.domain ?? domainOf(entry.recipients[0] ?? '')
  const { message, problems } = fill(entry.message ?? messageIn(inLanguage), account, entry.name, domain)
  return { ...entry, inLanguage, filled: message, problems }
}

function domainOf(address: string): string {
  return address.trim().split('@')[1] ?? ''
}

/** Fills in every part; what cannot be filled stays as it is and is said. */
function fill(
  message: InvitationMessage,
  account: Account | null,
  customerName: string,
  domain: string,
): { readonly message: InvitationMessage; readonly problems: readonly PlaceholderProblem[] } {
  if (account === null) {
    return { message, problems: [] }
  }
  const facts = placeholderFacts(account, customerName, domain)
  const [subject, text, closing] = [message.subject, message.text, message.closing].map((part) =>
    fillTemplate(part, facts),
  )
  const problems = [subject, text, closing].flatMap((part) => part?.problems ?? [])
  return {
    message: { subject: subject?.text ?? '', text: text?.text ?? '', closing: closing?.text ?? '' },
    problems: problems.filter(
      (problem, index) => problems.findIndex(({ name }) => name === problem.name) === index,
    ),
  }
}
