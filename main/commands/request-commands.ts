import { commands } from '#shared/contract/contract.ts'
import type { Language } from '#shared/domain/cloud.ts'
import { draftMessage } from '#shared/domain/invitation.ts'
import { requestKindOf } from '#shared/domain/link-kind.ts'
import { placeholderFacts } from '#shared/domain/placeholders.ts'
import { safeFileName } from '#main/export/file-name.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { ShellPorts } from '#main/ports.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'
import { checkMessage, checkRecipients, compose, toMailDraft } from './compose-request.ts'
import { checkRequest, fillParts, insertRequest, readAddressee, readSource } from './create-request.ts'
import { createLedgerCommands } from './ledger-commands.ts'
import { recordEvent, recordExport } from './request-events.ts'
import { readRequest } from './request-records.ts'
import type { RequestRecord } from './request-records.ts'

/** Writes relationship requests and the ledger of what left the program. */
export function createRequestCommands(store: Store, shell: ShellPorts): HandlersOf<'request'> {
  return {
    ...createLedgerCommands(store),
    'request.create': (input) => {
      const source = readSource(store.reader, input, 1)
      const addressee = readAddressee(store.reader, input.accountId, input)
      const draft = draftMessage(
        source.account,
        addressee.name,
        input.language,
        input.purpose,
        requestKindOf(source.link.link, source.link.purpose),
        source.sentBy,
      )
      const { language, recipients } = input
      const facts = placeholderFacts(source.account, addressee.name, addressee.domain)
      const message = { ...draft, ...fillParts(input, facts) }
      const request = checkRequest({ id: store.newId(), addressee, language, recipients, message }, source)
      store.commit((writer) => insertRequest(writer, source, request, store.now().toISOString()))
      return { id: request.id }
    },
    'request.update': ({ requestId, ...changes }) => {
      const request = readRequest(store.reader, requestId)
      const facts = placeholderFacts(request.sender, request.customerName, request.domain)
      const message = { ...request.message, ...fillParts(changes, facts) }
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

function suggestedName(request: RequestRecord): string {
  const titles: { readonly [L in Language]: string } = { 'zh-CN': '邀请', en: 'Invitation' }
  return safeFileName(`${titles[request.language]} ${request.customerName}`, 'eml')
}
