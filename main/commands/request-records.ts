import type { AccountKind, Cloud, Language } from '#shared/domain/cloud.ts'
import type { InvitationMessage, InvitationSender } from '#shared/domain/invitation-message.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Reader } from '#main/store/database.ts'

/** An account as the request commands need it: the sender's facts and the link in use. */
export type AccountRecord = InvitationSender & {
  readonly linkId: string | null
  readonly link: string | null
}

/** A request with all that is needed to compose its mail again. */
export type RequestRecord = {
  readonly id: string
  readonly state: 'draft' | 'exported'
  readonly language: Language
  readonly recipients: readonly string[]
  readonly message: InvitationMessage
  readonly customerName: string
  readonly sender: InvitationSender
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
export function readAccount(reader: Reader, accountId: string): AccountRecord {
  const row = reader.get<SenderRow & { link_id: string | null; link: string | null }>(
    `SELECT a.*, l.id AS link_id, l.link AS link FROM partner_account AS a
    LEFT JOIN invitation_link AS l ON l.account_id = a.id AND l.retired_at IS NULL WHERE a.id = :accountId`,
    { accountId },
  )
  if (row === undefined) {
    throw new AppError('ACCOUNT_NOT_FOUND', 'no such partner account')
  }
  return { ...toSender(row), linkId: row.link_id, link: row.link }
}

/** Reads a request; throws `REQUEST_NOT_FOUND`. */
export function readRequest(reader: Reader, requestId: string): RequestRecord {
  const row = reader.get<
    SenderRow & {
      id: string
      state: RequestRecord['state']
      language: Language
      recipients: string
      subject: string
      text: string
      closing: string
      customer_name: string
      link: string
    }
  >(
    `SELECT a.*, r.id AS id, r.state, r.language, r.recipients, r.subject, r.text, r.closing, l.link,
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
    state: row.state,
    language: row.language,
    recipients: JSON.parse(row.recipients) as string[],
    message: { subject: row.subject, text: row.text, closing: row.closing },
    customerName: row.customer_name,
    sender: toSender(row),
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
