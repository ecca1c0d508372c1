import type { Language } from '#shared/domain/cloud.ts'
import type { InvitationMessage, InvitationSender } from '#shared/domain/invitation-message.ts'
import { isSingleUse, requestKindOf } from '#shared/domain/link-kind.ts'
import { linkProblem } from '#shared/domain/link.ts'
import type { PlaceholderFacts, PlaceholderProblem } from '#shared/domain/placeholders.ts'
import { fillTemplate } from '#shared/domain/placeholders.ts'
import type { RequestPurpose } from '#shared/domain/request-state.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Reader, Writer } from '#main/store/database.ts'
import { checkMessage, checkRecipients } from './compose-request.ts'
import { recordEvent } from './request-events.ts'
import { readAccount, readLink } from './request-records.ts'
import type { LinkRecord } from './request-records.ts'

/** Whom a request is for: a customer of the account's portfolio, or somebody in no list yet. */
export type Addressee = {
  readonly rid: number | null
  readonly name: string
  readonly domain: string
  readonly prospect: {
    readonly name: string
    readonly email: string
    readonly tenantId?: string | undefined
  } | null
}

/** A request about to be written to the ledger. */
export type NewRequest = {
  readonly id: string
  readonly addressee: Addressee
  readonly language: Language
  readonly recipients: readonly string[]
  readonly message: InvitationMessage
}

/** What all requests of one go share. */
export type RequestSource = {
  readonly accountId: string
  readonly account: InvitationSender
  readonly link: LinkRecord
  readonly purpose: RequestPurpose
  readonly batchId: string | null
  /** The reseller that sends it for an indirect provider. */
  readonly sentBy: string | null
}

/**
 * Reads the account and link requests are made with.
 * @throws AppError `ACCOUNT_NOT_FOUND`, `LINK_MISSING`, `LINK_NOT_FOUND`, `LINK_INVALID`, or `LINK_SPENT` when a link that
 * serves once would serve more than that.
 */
export function readSource(
  reader: Reader,
  wanted: {
    readonly accountId: string
    readonly linkId?: string | undefined
    readonly purpose: RequestPurpose
    readonly batchId?: string | undefined
    readonly sentBy?: string | undefined
  },
  count: number,
): RequestSource {
  const account = readAccount(reader, wanted.accountId)
  const link = readLink(reader, wanted.accountId, wanted.linkId)
  const problem = linkProblem(link.link)
  if (problem !== null) {
    throw new AppError('LINK_INVALID', `the account's link is no invitation link: ${problem}`, { problem })
  }
  if (isSingleUse(link.link) && link.requestCount + count > 1) {
    throw new AppError('LINK_SPENT', 'a granular link serves one request only')
  }
  const { accountId, purpose, batchId = null } = wanted
  const sentBy = account.kind === 'indirect-provider' ? (wanted.sentBy?.trim() ?? null) : null
  return { accountId, account, link, purpose, batchId, sentBy }
}

/** Reads whom a request is for. @throws AppError `CUSTOMER_NOT_FOUND` or `RECIPIENT_INVALID`. */
export function readAddressee(
  reader: Reader,
  accountId: string,
  of: { readonly customerId?: string | undefined; readonly prospect?: Addressee['prospect'] | undefined },
): Addressee {
  const { customerId } = of
  if (of.prospect !== undefined && of.prospect !== null) {
    const name = of.prospect.name.trim()
    const email = of.prospect.email.trim()
    checkRecipients([email])
    return { rid: null, name, domain: email.split('@')[1] ?? '', prospect: { ...of.prospect, name, email } }
  }
  const row = reader.get<{ rid: number; account_id: string; name: string; domain: string | null }>(
    'SELECT rid, account_id, name, domain FROM customer WHERE id = :customerId',
    { customerId: customerId ?? '' },
  )
  if (row === undefined || row.account_id !== accountId) {
    throw new AppError('CUSTOMER_NOT_FOUND', 'no such customer in this account')
  }
  return { rid: row.rid, name: row.name, domain: row.domain ?? '', prospect: null }
}

/** Fills in every part of a message. @throws AppError `PLACEHOLDER_UNKNOWN` or `PLACEHOLDER_EMPTY` with the names. */
export function fillMessage(message: InvitationMessage, facts: PlaceholderFacts): InvitationMessage {
  return { ...message, ...fillParts(message, facts) }
}

/** Fills in those parts of a message that are given. @throws AppError as {@link fillMessage} does. */
export function fillParts(
  parts: { readonly [P in keyof InvitationMessage]?: string | undefined },
  facts: PlaceholderFacts,
): Partial<InvitationMessage> {
  const filled = (['subject', 'text', 'closing'] as const).flatMap((part) => {
    const given = parts[part]
    return given === undefined ? [] : [[part, fillTemplate(given, facts)] as const]
  })
  refusePlaceholders(
    filled.flatMap(([, { problems }]) => problems),
    facts.customer,
  )
  return Object.fromEntries(filled.map(([part, { text }]) => [part, text]))
}

/** Refuses what no template can be filled with. */
export function refusePlaceholders(problems: readonly PlaceholderProblem[], customer: string): void {
  for (const [reason, code] of [
    ['unknown', 'PLACEHOLDER_UNKNOWN'],
    ['empty', 'PLACEHOLDER_EMPTY'],
  ] as const) {
    const names = [...new Set(problems.filter((each) => each.reason === reason).map(({ name }) => name))]
    if (names.length > 0) {
      throw new AppError(code, `${reason} placeholders: ${names.join(', ')}`, { names, customer })
    }
  }
}

/** Writes a request and the first line of its ledger. The message must have been checked. */
export function insertRequest(writer: Writer, source: RequestSource, request: NewRequest, now: string): void {
  const { addressee, message } = request
  const { link, account } = source
  writer.run(
    `INSERT INTO request
      (id, account_id, customer_rid, prospect_name, prospect_email, prospect_tenant_id, kind, purpose, batch_id,
      language, recipients, subject, text, closing, link_id, relationship_owner, sent_by, state, state_at, created_at)
    VALUES (:id, :accountId, :rid, :prospectName, :prospectEmail, :prospectTenantId, :kind, :purpose, :batchId,
      :language, :recipients, :subject, :text, :closing, :linkId, :owner, :sentBy, 'draft', :now, :now)`,
    {
      id: request.id,
      accountId: source.accountId,
      rid: addressee.rid,
      prospectName: addressee.prospect?.name ?? null,
      prospectEmail: addressee.prospect?.email ?? null,
      prospectTenantId: addressee.prospect?.tenantId ?? null,
      kind: requestKindOf(link.link, link.purpose),
      purpose: source.purpose,
      batchId: source.batchId,
      language: request.language,
      recipients: JSON.stringify(request.recipients),
      subject: message.subject,
      text: message.text,
      closing: message.closing,
      linkId: link.id,
      // An indirect reseller passes on its provider's link, and the provider owns what comes of it (domain 0.20).
      owner: account.kind === 'indirect-reseller' || link.purpose === 'provider' ? 'provider' : 'account',
      sentBy: source.sentBy,
      now,
    },
  )
  recordEvent(writer, {
    requestId: request.id,
    at: now,
    kind: 'created',
    recipients: request.recipients,
    message,
  })
}

/** Checks what is about to be written. @throws AppError `HEADER_INVALID`, `LINK_IN_TEXT` or `RECIPIENT_INVALID`. */
export function checkRequest(request: NewRequest, source: RequestSource): NewRequest {
  checkMessage(request.message, source.link.link)
  return { ...request, recipients: checkRecipients(request.recipients) }
}
