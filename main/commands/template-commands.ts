import { draftMessage } from '#shared/domain/invitation.ts'
import { requestKindOf } from '#shared/domain/link-kind.ts'
import { placeholderFacts, unknownPlaceholders } from '#shared/domain/placeholders.ts'
import type { RequestPurpose } from '#shared/domain/request-state.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'
import {
  checkRequest,
  fillMessage,
  insertRequest,
  readAddressee,
  readSource,
  refusePlaceholders,
} from './create-request.ts'

/** The user's own mail texts, batches made of them, and the wizard's unfinished answers. */
export function createTemplateCommands(store: Store): HandlersOf<'template' | 'batch' | 'wizard'> {
  const requireTemplate = (templateId: string): string => {
    const row = store.reader.get<{ name: string }>('SELECT name FROM template WHERE id = :templateId', {
      templateId,
    })
    if (row === undefined) {
      throw new AppError('TEMPLATE_NOT_FOUND', 'no such template')
    }
    return row.name
  }
  return {
    'template.save': ({ templateId, ...template }) => {
      if (templateId !== undefined) {
        requireTemplate(templateId)
      }
      const unknown = [template.subject, template.text, template.closing].flatMap(unknownPlaceholders)
      refusePlaceholders(
        unknown.map((name) => ({ reason: 'unknown', name })),
        '',
      )
      const id = templateId ?? store.newId()
      const name = template.name.trim()
      commitUndoable(
        store,
        { command: 'template.save', subject: name },
        [{ table: 'template', column: 'id', value: id }],
        (writer) =>
          writer.run(
            `INSERT INTO template (id, name, language, purpose, cloud, subject, text, closing, created_at, updated_at)
            VALUES (:id, :name, :language, :purpose, :cloud, :subject, :text, :closing, :now, :now)
            ON CONFLICT (id) DO UPDATE SET name = :name, language = :language, purpose = :purpose, cloud = :cloud,
              subject = :subject, text = :text, closing = :closing, updated_at = :now`,
            { ...template, id, name, now: store.now().toISOString() },
          ),
      )
      return { id }
    },
    'template.remove': ({ templateId }) => {
      const name = requireTemplate(templateId)
      commitUndoable(
        store,
        { command: 'template.remove', subject: name },
        [{ table: 'template', column: 'id', value: templateId }],
        (writer) => writer.run('DELETE FROM template WHERE id = :templateId', { templateId }),
      )
      return {}
    },
    'batch.create': (input) => {
      const batchId = store.newId()
      const purpose: RequestPurpose = input.purpose
      const { accountId, linkId, sentBy } = input
      const source = readSource(
        store.reader,
        { accountId, linkId, purpose, batchId, sentBy },
        input.customers.length,
      )
      const kind = requestKindOf(source.link.link, source.link.purpose)
      const requests = input.customers.map((customer) => {
        const addressee = readAddressee(store.reader, accountId, customer)
        const text = input.texts[customer.language]
        const message =
          customer.message ??
          (text === undefined
            ? draftMessage(source.account, addressee.name, customer.language, purpose, kind, source.sentBy)
            : fillMessage(text, placeholderFacts(source.account, addressee.name, addressee.domain)))
        const { language, recipients } = customer
        return checkRequest({ id: store.newId(), addressee, language, recipients, message }, source)
      })
      const now = store.now().toISOString()
      store.commit((writer) => requests.forEach((request) => insertRequest(writer, source, request, now)))
      return { batchId, requestIds: requests.map(({ id }) => id) }
    },
    'wizard.keep': ({ draft }) => {
      store.commit((writer) => {
        if (draft === null) {
          writer.run('DELETE FROM wizard_draft')
        } else {
          writer.run(
            `INSERT INTO wizard_draft (only, draft, kept_at) VALUES (1, :draft, :now)
            ON CONFLICT (only) DO UPDATE SET draft = :draft, kept_at = :now`,
            { draft, now: store.now().toISOString() },
          )
        }
      })
      return {}
    },
  }
}
