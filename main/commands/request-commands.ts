import { commands } from '#shared/contract/contract.ts'
import type { Language } from '#shared/domain/cloud.ts'
import { draftMessage } from '#shared/domain/invitation.ts'
import { isSingleUse } from '#shared/domain/link-kind.ts'
import { linkProblem } from '#shared/domain/link.ts'
import type { RequestKind } from '#shared/domain/request-state.ts'
import { safeFileName } from '#main/export/file-name.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { ShellPorts } from '#main/ports.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'
import { checkMessage, checkRecipients, compose, toMailDraft } from './compose-request.ts'
import { customerRid } from './customer-commands.ts'
import { createLedgerCommands } from './ledger-commands.ts'
import { recordEvent, recordExport } from './request-events.ts'
import { readAccount, readLink, readRequest } from './request-records.ts'
import type { LinkRecord, RequestRecord } from './request-records.ts'

/** Writes relationship requests and the ledger of what left the program. */
export function createRequestCommands(store: Store, shell: ShellPorts): HandlersOf<'request'> {
  return {
    ...createLedgerCommands(store),
    'request.create': (input) => {
      const account = readAccount(store.reader, input.accountId)
      const rid =
        input.customerId === undefined ? null : customerRid(store, input.customerId, input.accountId)
      const link = readLink(store.reader, input.accountId, input.linkId)
      const problem = linkProblem(link.link)
      if (problem !== null) {
        throw new AppError('LINK_INVALID', `the account's link is no invitation link: ${problem}`, {
          problem,
        })
      }
      if (isSingleUse(link.link) && link.requestCount > 0) {
        throw new AppError('LINK_SPENT', 'a granular link serves one request only')
      }
      const customerName = input.prospect?.name.trim() ?? customerNameOf(store, rid)
      const draft = draftMessage(account, customerName, input.language, input.purpose)
      const message = {
        subject: input.subject ?? draft.subject,
        text: input.text ?? draft.text,
        closing: input.closing ?? draft.closing,
      }
      const recipients = checkRecipients(input.recipients)
      if (input.prospect !== undefined) {
        checkRecipients([input.prospect.email])
      }
      checkMessage(message, link.link)
      const id = store.newId()
      const now = store.now().toISOString()
      store.commit((writer) => {
        writer.run(
          `INSERT INTO request
            (id, account_id, customer_rid, prospect_name, prospect_email, prospect_tenant_id, kind, purpose, batch_id,
            language, recipients, subject, text, closing, link_id, relationship_owner, state, state_at, created_at)
          VALUES (:id, :accountId, :rid, :prospectName, :prospectEmail, :prospectTenantId, :kind, :purpose, :batchId,
            :language, :recipients, :subject, :text, :closing, :linkId, :owner, 'draft', :now, :now)`,
          {
            id,
            accountId: input.accountId,
            rid,
            prospectName: input.prospect?.name.trim() ?? null,
            prospectEmail: input.prospect?.email.trim() ?? null,
            prospectTenantId: input.prospect?.tenantId ?? null,
            kind: kindOf(link),
            purpose: input.purpose,
            batchId: input.batchId ?? null,
            language: input.language,
            recipients: JSON.stringify(recipients),
            ...message,
            linkId: link.id,
            // An indirect reseller passes on its provider's link, and the provider owns what comes of it (domain 0.20).
            owner:
              account.kind === 'indirect-reseller' || link.purpose === 'provider' ? 'provider' : 'account',
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
      const { bytes, sha256 } = await toMailDraft(request, compose(request))
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

function kindOf(link: LinkRecord): RequestKind {
  return isSingleUse(link.link) || link.purpose === 'granular'
    ? 'granular'
    : link.purpose === 'partner-provider'
      ? 'partner-provider'
      : 'reseller'
}

function customerNameOf(store: Store, rid: number | null): string {
  return store.reader.get<{ name: string }>('SELECT name FROM customer WHERE rid = :rid', { rid })?.name ?? ''
}

function suggestedName(request: RequestRecord): string {
  const titles: { readonly [L in Language]: string } = { 'zh-CN': '邀请', en: 'Invitation' }
  return safeFileName(`${titles[request.language]} ${request.customerName}`, 'eml')
}
