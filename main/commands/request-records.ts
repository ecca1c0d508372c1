import type { AccountKind, Cloud, Language } from '#shared/domain/cloud.ts'
import type { InvitationMessage, InvitationSender } from '#shared/domain/invitation-message.ts'
import type { LinkPurpose } from '#shared/domain/link-kind.ts'
import type { RequestKind, RequestState } from '#shared/domain/request-state.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Reader } from '#main/store/database.ts'

/** A link of an account's library. */
export type LinkRecord = {
  readonly id: string
  readonly link: string
  readonly purpose: LinkPurpose
  readonly requestCount: number
}

/** A request with all that is needed to compose its mail again. */
export type RequestRecord = {
  readonly id: string
  readonly kind: RequestKind
  readonly state: RequestState
  readonly language: Language
  readonly recipients: readonly string[]
  readonly message: InvitationMessage
  readonly customerName: string
  /** The customer's domain, or that of a prospect's address; empty where neither is known. */
  readonly domain: string
  readonly createdAt: string
  readonly exportedAt: string | null
  readonly sentAt: string | null
  readonly sender: InvitationSender
  /** The reseller that sends it for an indirect provider. */
  readonly sentBy: string | null
  readonly link: string
}

type SenderRow = {
  company_name: string
  cloud: Cloud
  kind: AccountKind
  partner_id: string | null
  sender_name: string
  sender_email: string
  sender_phone: string
}

/** Reads an account; throws `ACCOUNT_NOT_FOUND`. */
export function readAccount(reader: Reader, accountId: string): InvitationSender {
  const row = reader.get<SenderRow>('SELECT * FROM partner_account WHERE id = :accountId', { accountId })
  if (row === undefined) {
    throw new AppError('ACCOUNT_NOT_FOUND', 'no such partner account')
  }
  return toSender(row)
}

/**
 * Reads a link of an account: the one asked for, or the one in use.
 * @throws AppError `LINK_MISSING` when the account uses none, `LINK_NOT_FOUND` when it has not the one asked for.
 */
export function readLink(reader: Reader, accountId: string, linkId?: string): LinkRecord {
  const row = reader.get<LinkRecord>(
    `SELECT id, link, purpose, (SELECT COUNT(*) FROM request WHERE link_id = l.id) AS requestCount
    FROM invitation_link AS l WHERE account_id = :accountId AND retired_at IS NULL
      AND ${linkId === undefined ? 'is_default = 1' : 'id = :linkId'}`,
    { accountId, ...(linkId === undefined ? {} : { linkId }) },
  )
  if (row === undefined) {
    throw linkId === undefined
      ? new AppError('LINK_MISSING', 'the account has no invitation link', { accountId })
      : new AppError('LINK_NOT_FOUND', 'the account has no such link')
  }
  return row
}

/** Reads a request; throws `REQUEST_NOT_FOUND`. */
export function readRequest(reader: Reader, requestId: string): RequestRecord {
  const row = reader.get<
    SenderRow & {
      id: string
      kind_of_request: RequestKind
      state: RequestState
      language: Language
      recipients: string
      subject: string
      text: string
      closing: string
      customer_name: string
      domain: string | null
      prospect_email: string | null
      requested_at: string
      exported_at: string | null
      sent_at: string | null
      sent_by: string | null
      link: string
    }
  >(
    `SELECT a.*, r.id AS id, r.kind AS kind_of_request, r.state, r.language, r.recipients, r.subject, r.text, r.closing, l.link,
      r.created_at AS requested_at, c.domain, r.prospect_email, r.exported_at, r.sent_at, r.sent_by,
      COALESCE(c.name, kept.name, r.prospect_name, '') AS customer_name
    FROM request AS r
    JOIN partner_account AS a ON a.id = r.account_id
    JOIN invitation_link AS l ON l.id = r.link_id
    LEFT JOIN customer AS c ON c.rid = r.customer_rid
    LEFT JOIN customer_record AS kept ON kept.rid = r.customer_rid
    WHERE r.id = :requestId`,
    { requestId },
  )
  if (row === undefined) {
    throw new AppError('REQUEST_NOT_FOUND', 'no such request')
  }
  return {
    id: row.id,
    kind: row.kind_of_request,
    state: row.state,
    language: row.language,
    recipients: JSON.parse(row.recipients) as string[],
    message: { subject: row.subject, text: row.text, closing: row.closing },
    customerName: row.customer_name,
    domain: row.domain ?? row.prospect_email?.split('@')[1] ?? '',
    createdAt: row.requested_at,
    exportedAt: row.exported_at,
    sentAt: row.sent_at,
    sender: toSender(row),
    sentBy: row.sent_by,
    link: row.link,
  }
}

function toSender(row: SenderRow): InvitationSender {
  return {
    companyName: row.company_name,
    cloud: row.cloud,
    kind: row.kind,
    partnerId: row.partner_id,
    senderName: row.sender_name,
    senderEmail: row.sender_email,
    senderPhone: row.sender_phone,
  }
}
