import { createHash } from 'node:crypto'
import { commands } from '#shared/contract/contract.ts'
import type { Language } from '#shared/domain/cloud.ts'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import type { InvitationMessage } from '#shared/domain/invitation-message.ts'
import { composeInvitation, draftMessage, holdsLink, isHeaderSafe } from '#shared/domain/invitation.ts'
import { linkProblem } from '#shared/domain/link.ts'
import { writeEml } from '#main/export/eml.ts'
import { safeFileName } from '#main/export/file-name.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { ShellPorts } from '#main/ports.ts'
import type { Writer } from '#main/store/database.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'
import { customerRid } from './customer-commands.ts'
import { readAccount, readRequest } from './request-records.ts'
import type { RequestRecord } from './request-records.ts'

/** Writes relationship requests and the ledger of what left the program. */
export function createRequestCommands(store: Store, shell: ShellPorts): HandlersOf<'request'> {
  return {
    'request.create': (input) => {
      const account = readAccount(store.reader, input.accountId)
      const rid =
        input.customerId === undefined ? null : customerRid(store, input.customerId, input.accountId)
      if (account.linkId === null || account.link === null) {
        throw new AppError('LINK_MISSING', 'the account has no invitation link', {
          accountId: input.accountId,
        })
      }
      const problem = linkProblem(account.link)
      if (problem !== null) {
        throw new AppError('LINK_INVALID', `the account's link is no invitation link: ${problem}`, {
          problem,
        })
      }
      const customerName = input.prospect?.name.trim() ?? customerNameOf(store, rid)
      const draft = draftMessage(account, customerName, input.language)
      const message = {
        subject: input.subject ?? draft.subject,
        text: input.text ?? draft.text,
        closing: input.closing ?? draft.closing,
      }
      const recipients = checkRecipients(input.recipients)
      if (input.prospect !== undefined) {
        checkRecipients([input.prospect.email])
      }
      checkMessage(message, account.link)
      const id = store.newId()
      const now = store.now().toISOString()
      store.commit((writer) => {
        writer.run(
          `INSERT INTO request
            (id, account_id, customer_rid, prospect_name, prospect_email, language, recipients, subject, text, closing,
            link_id, relationship_owner, state, created_at)
          VALUES (:id, :accountId, :rid, :prospectName, :prospectEmail, :language, :recipients, :subject, :text, :closing,
            :linkId, :owner, 'draft', :now)`,
          {
            id,
            accountId: input.accountId,
            rid,
            prospectName: input.prospect?.name.trim() ?? null,
            prospectEmail: input.prospect?.email.trim() ?? null,
            language: input.language,
            recipients: JSON.stringify(recipients),
            ...message,
            linkId: account.linkId,
            // An indirect reseller passes on its provider's link, and the provider owns what comes of it (domain 0.20).
            owner: account.kind === 'indirect-reseller' ? 'provider' : 'account',
            now,
          },
        )
        recordEvent(writer, { requestId: id, at: now, kind: 'created', recipients, message })
      })
      return { id }
    },
    'request.update': ({ requestId, ...changes }) => {
      const request = readRequest(store.reader, requestId)
      const message = {
        subject: changes.subject ?? request.message.subject,
        text: changes.text ?? request.message.text,
        closing: changes.closing ?? request.message.closing,
      }
      const recipients =
        changes.recipients === undefined ? request.recipients : checkRecipients(changes.recipients)
      checkMessage(message, request.link)
      const now = store.now().toISOString()
      store.commit((writer) => {
        writer.run(
          `UPDATE request SET language = :language, recipients = :recipients, subject = :subject, text = :text,
            closing = :closing WHERE id = :requestId`,
          {
            requestId,
            language: changes.language ?? request.language,
            recipients: JSON.stringify(recipients),
            ...message,
          },
        )
        if (request.state !== 'draft') {
          recordEvent(writer, { requestId, at: now, kind: 'edited', recipients, message })
        }
      })
      return { id: requestId }
    },
    'request.discard': ({ requestId }) => {
      const request = readRequest(store.reader, requestId)
      if (request.state !== 'draft') {
        throw new AppError('REQUEST_EXPORTED', 'a request that has left the program stays in the ledger')
      }
      commitUndoable(
        store,
        { command: 'request.discard', subject: request.customerName },
        [
          { table: 'request', column: 'id', value: requestId },
          { table: 'request_event', column: 'request_id', value: requestId },
        ],
        (writer) => writer.run('DELETE FROM request WHERE id = :requestId', { requestId }),
      )
      return {}
    },
    'request.export': async ({ requestId }, context) => {
      const request = readRequest(store.reader, requestId)
      const bytes = await writeEml(compose(request), {
        from:
          request.sender.senderEmail === ''
            ? null
            : { name: request.sender.senderName, address: request.sender.senderEmail },
        recipients: checkRecipients(request.recipients),
      })
      const sha256 = createHash('sha256').update(bytes).digest('hex')
      const saved = await context.saveFile(commands['request.export'].file, suggestedName(request), bytes)
      recordExport(store, request, { format: 'eml', fileName: saved.fileName, sha256 })
      return { fileName: saved.fileName, bytes: bytes.length, sha256, fileHandle: saved.handle }
    },
    'request.copy': async ({ requestId, format }) => {
      const request = readRequest(store.reader, requestId)
      const { text, html } = compose(request)
      const content = { text, html: format === 'rich' ? html : null }
      if (shell.writeClipboard !== undefined) {
        await shell.writeClipboard(content)
      }
      recordExport(store, request, {
        format: format === 'rich' ? 'rich-copy' : 'text-copy',
        fileName: null,
        sha256: null,
      })
      return content
    },
  }
}

function compose(request: RequestRecord) {
  checkMessage(request.message, request.link)
  return composeInvitation(request.message, request.link, request.language)
}

function checkMessage(message: InvitationMessage, link: string): void {
  if (!isHeaderSafe(message.subject)) {
    throw new AppError('HEADER_INVALID', 'the subject must be one line')
  }
  if (holdsLink(message, link)) {
    throw new AppError('LINK_IN_TEXT', 'the text already holds the link, which the program places by itself')
  }
}

function checkRecipients(addresses: readonly string[]): string[] {
  const trimmed = addresses.map((address) => address.trim())
  const wrong = trimmed.find((address) => !isEmailAddress(address))
  if (wrong !== undefined) {
    throw new AppError('RECIPIENT_INVALID', 'not a plain e-mail address', { address: wrong })
  }
  return [...new Set(trimmed)]
}

function customerNameOf(store: Store, rid: number | null): string {
  return store.reader.get<{ name: string }>('SELECT name FROM customer WHERE rid = :rid', { rid })?.name ?? ''
}

function suggestedName(request: RequestRecord): string {
  const titles: { readonly [L in Language]: string } = { 'zh-CN': '邀请', en: 'Invitation' }
  return safeFileName(`${titles[request.language]} ${request.customerName}`, 'eml')
}

type Exported = { readonly format: string; readonly fileName: string | null; readonly sha256: string | null }

function recordExport(store: Store, request: RequestRecord, exported: Exported): void {
  const now = store.now().toISOString()
  store.commit((writer) => {
    writer.run(`UPDATE request SET state = 'exported', exported_at = :now WHERE id = :requestId`, {
      requestId: request.id,
      now,
    })
    recordEvent(writer, {
      requestId: request.id,
      at: now,
      kind: 'exported',
      recipients: request.recipients,
      message: request.message,
      ...exported,
    })
  })
}

type EventRecord = {
  readonly requestId: string
  readonly at: string
  readonly kind: 'created' | 'edited' | 'exported'
  readonly recipients: readonly string[]
  readonly message: InvitationMessage
} & Partial<Exported>

function recordEvent(writer: Writer, event: EventRecord): void {
  writer.run(
    `INSERT INTO request_event (request_id, at, kind, format, file_name, sha256, recipients, subject, text, closing)
    VALUES (:requestId, :at, :kind, :format, :fileName, :sha256, :recipients, :subject, :text, :closing)`,
    {
      requestId: event.requestId,
      at: event.at,
      kind: event.kind,
      format: event.format ?? null,
      fileName: event.fileName ?? null,
      sha256: event.sha256 ?? null,
      recipients: JSON.stringify(event.recipients),
      ...event.message,
    },
  )
}
