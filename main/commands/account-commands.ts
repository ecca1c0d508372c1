import type { LinkProblem } from '#shared/domain/link.ts'
import { linkProblem } from '#shared/domain/link.ts'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { Parameters, Reader, Writer } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import type { Touched } from '#main/store/undo.ts'
import { commitUndoable } from '#main/store/undo.ts'

/** Creates and edits partner accounts and the invitation link each of them uses. */
export function createAccountCommands(
  store: Store,
): Omit<HandlersOf<'account'>, 'account.setLogo' | 'account.removeLogo'> {
  return {
    'account.create': (input) => {
      checkLink(input.link)
      checkSender(input.senderEmail)
      const id = store.newId()
      const now = store.now().toISOString()
      store.commit((writer) => {
        writer.run(
          `INSERT INTO partner_account
            (id, company_name, cloud, kind, tenant_id, partner_id, user_role, is_delinquent, market, sender_name,
            sender_email, sender_phone, is_sample, created_at, updated_at)
          VALUES (:id, :companyName, :cloud, :kind, :tenantId, :partnerId, :userRole, :isDelinquent, :market, :senderName, :senderEmail,
            :senderPhone, 0, :now, :now)`,
          {
            id,
            companyName: input.companyName.trim(),
            cloud: input.cloud,
            kind: input.kind,
            tenantId: input.tenantId ?? null,
            partnerId: input.partnerId ?? null,
            userRole: input.userRole ?? 'unknown',
            isDelinquent: input.isDelinquent === true ? 1 : 0,
            market: input.market ?? null,
            senderName: input.senderName?.trim() ?? '',
            senderEmail: input.senderEmail?.trim() ?? '',
            senderPhone: input.senderPhone?.trim() ?? '',
            now,
          },
        )
        setLink(writer, store, id, input.link ?? null)
      })
      return { id }
    },
    'account.update': ({ accountId, link, ...changes }) => {
      const name = requireAccount(store.reader, accountId)
      checkLink(link)
      checkSender(changes.senderEmail)
      const columns: { [column: string]: string | number | null | undefined } = {
        company_name: changes.companyName?.trim(),
        cloud: changes.cloud,
        kind: changes.kind,
        tenant_id: changes.tenantId,
        partner_id: changes.partnerId,
        user_role: changes.userRole,
        is_delinquent: changes.isDelinquent === undefined ? undefined : changes.isDelinquent ? 1 : 0,
        market: changes.market,
        sender_name: changes.senderName?.trim(),
        sender_email: changes.senderEmail?.trim(),
        sender_phone: changes.senderPhone?.trim(),
      }
      const given = Object.entries(columns).filter(
        (entry): entry is [string, string | number | null] => entry[1] !== undefined,
      )
      commitUndoable(store, { command: 'account.update', subject: name }, touchedBy(accountId), (writer) => {
        const parameters: Parameters = {
          ...Object.fromEntries(given),
          accountId,
          now: store.now().toISOString(),
        }
        const assignments = given.map(([column]) => `${column} = :${column}`)
        writer.run(
          `UPDATE partner_account SET ${[...assignments, 'updated_at = :now'].join(', ')} WHERE id = :accountId`,
          parameters,
        )
        if (link !== undefined) {
          setLink(writer, store, accountId, link)
        }
      })
      return { id: accountId }
    },
    'account.remove': ({ accountId }) => {
      const name = requireAccount(store.reader, accountId)
      const used = store.reader.get(
        `SELECT 1 FROM customer_record WHERE account_id = :accountId UNION ALL SELECT 1 FROM request WHERE account_id = :accountId`,
        { accountId },
      )
      if (used !== undefined) {
        throw new AppError('ACCOUNT_IN_USE', 'the account has customers or requests')
      }
      commitUndoable(store, { command: 'account.remove', subject: name }, touchedBy(accountId), (writer) =>
        writer.run('DELETE FROM partner_account WHERE id = :accountId', { accountId }),
      )
      return {}
    },
  }
}

/** The company name of an account; throws `ACCOUNT_NOT_FOUND`. */
export function requireAccount(reader: Reader, accountId: string): string {
  const row = reader.get<{ company_name: string }>(
    'SELECT company_name FROM partner_account WHERE id = :accountId',
    {
      accountId,
    },
  )
  if (row === undefined) {
    throw new AppError('ACCOUNT_NOT_FOUND', 'no such partner account')
  }
  return row.company_name
}

function touchedBy(accountId: string): readonly Touched[] {
  return [
    { table: 'partner_account', column: 'id', value: accountId },
    { table: 'invitation_link', column: 'account_id', value: accountId },
    { table: 'account_logo', column: 'account_id', value: accountId },
  ]
}

/** A replaced link is retired, not deleted: requests were made with it. The same link again is no change. */
function setLink(writer: Writer, store: Store, accountId: string, link: string | null): void {
  const current = writer.get<{ link: string }>(
    'SELECT link FROM invitation_link WHERE account_id = :accountId AND retired_at IS NULL AND is_default = 1',
    { accountId },
  )
  if ((current?.link ?? null) === link) {
    return
  }
  const now = store.now().toISOString()
  writer.run(
    'UPDATE invitation_link SET retired_at = :now WHERE account_id = :accountId AND retired_at IS NULL AND is_default = 1',
    { accountId, now },
  )
  if (link !== null) {
    writer.run(
      `INSERT INTO invitation_link (id, account_id, link, added_at, purpose) SELECT :id, :accountId, :link, :now,
        CASE kind WHEN 'indirect-reseller' THEN 'provider' ELSE 'reseller' END FROM partner_account WHERE id = :accountId`,
      {
        id: store.newId(),
        accountId,
        link,
        now,
      },
    )
  }
}

function checkLink(link: string | null | undefined): void {
  const problem: LinkProblem | null = link === undefined || link === null ? null : linkProblem(link)
  if (problem !== null) {
    throw new AppError('LINK_INVALID', `not an invitation link: ${problem}`, { problem })
  }
}

function checkSender(address: string | undefined): void {
  if (address !== undefined && address.trim() !== '' && !isEmailAddress(address.trim())) {
    throw new AppError('RECIPIENT_INVALID', 'the sender address is not a plain e-mail address', { address })
  }
}
