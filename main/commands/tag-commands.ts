import { AppError } from '#main/ipc/app-error.ts'
import type { HandlersOf } from '#main/ipc/router.ts'
import { fold } from '#main/store/fold.ts'
import type { Store } from '#main/store/store.ts'
import { commitUndoable } from '#main/store/undo.ts'
import { requireCustomers, subjectOf } from './customer-rows.ts'

type TagRow = { readonly id: string; readonly name: string; readonly colour: string }

/** Makes, renames and removes the user's own tags, and puts them on customers. */
export function createTagCommands(store: Store): HandlersOf<'tag'> {
  const require = (tagId: string): TagRow => {
    const row = store.reader.get<TagRow>('SELECT id, name, colour FROM tag WHERE id = :tagId', { tagId })
    if (row === undefined) {
      throw new AppError('TAG_NOT_FOUND', 'no such tag')
    }
    return row
  }
  const checkName = (name: string, tagId: string | null) => {
    const other = store.reader.get<{ id: string; name: string }>(
      'SELECT id, name FROM tag WHERE name_folded = :folded',
      { folded: fold(name) },
    )
    if (other !== undefined && other.id !== tagId) {
      throw new AppError('TAG_NAME_TAKEN', 'there is a tag of this name', { name: other.name })
    }
  }
  return {
    'tag.create': ({ name, colour }) => {
      checkName(name, null)
      const id = store.newId()
      commitUndoable(
        store,
        { command: 'tag.create', subject: name.trim() },
        [{ table: 'tag', column: 'id', value: id }],
        (writer) =>
          writer.run(
            'INSERT INTO tag (id, name, name_folded, colour, created_at) VALUES (:id, :name, :folded, :colour, :now)',
            { id, name: name.trim(), folded: fold(name), colour, now: store.now().toISOString() },
          ),
      )
      return { id }
    },
    'tag.update': ({ tagId, ...change }) => {
      const before = require(tagId)
      const name = change.name?.trim() ?? before.name
      checkName(name, tagId)
      commitUndoable(
        store,
        { command: 'tag.update', subject: before.name },
        [{ table: 'tag', column: 'id', value: tagId }],
        (writer) =>
          writer.run(
            'UPDATE tag SET name = :name, name_folded = :folded, colour = :colour WHERE id = :tagId',
            { tagId, name, folded: fold(name), colour: change.colour ?? before.colour },
          ),
      )
      return { id: tagId }
    },
    'tag.remove': ({ tagId }) => {
      const { name } = require(tagId)
      return commitUndoable(
        store,
        { command: 'tag.remove', subject: name },
        [
          { table: 'tag', column: 'id', value: tagId },
          { table: 'customer_tag', column: 'tag_id', value: tagId },
        ],
        (writer) => {
          const customers = writer.run('DELETE FROM customer_tag WHERE tag_id = :tagId', { tagId }).changes
          writer.run('DELETE FROM tag WHERE id = :tagId', { tagId })
          return { customers }
        },
      )
    },
    'tag.assign': (input) => assign(store, input, require),
  }
}

type Assignment = Parameters<HandlersOf<'tag'>['tag.assign']>[0]

function assign(
  store: Store,
  { customerIds, add, remove }: Assignment,
  require: (tagId: string) => TagRow,
): { readonly customers: number } {
  const customers = requireCustomers(store, customerIds)
  ;[...add, ...remove].forEach(require)
  const rids = customers.map(({ rid }) => rid)
  return commitUndoable(
    store,
    { command: 'tag.assign', subject: subjectOf(customers) },
    [{ table: 'customer_tag', column: 'customer_rid', values: rids }],
    (writer) => {
      const chosen = { rids: JSON.stringify(rids), add: JSON.stringify(add), remove: JSON.stringify(remove) }
      const changed = writer.get<{ customers: number }>(
        `SELECT COUNT(*) AS customers FROM json_each(:rids) AS chosen WHERE
          EXISTS (SELECT 1 FROM json_each(:add) AS wanted WHERE NOT EXISTS (
            SELECT 1 FROM customer_tag WHERE customer_rid = chosen.value AND tag_id = wanted.value))
          OR EXISTS (SELECT 1 FROM customer_tag WHERE customer_rid = chosen.value
            AND tag_id IN (SELECT value FROM json_each(:remove)))`,
        chosen,
      )
      writer.run(
        `DELETE FROM customer_tag WHERE customer_rid IN (SELECT value FROM json_each(:rids))
          AND tag_id IN (SELECT value FROM json_each(:remove))`,
        { rids: chosen.rids, remove: chosen.remove },
      )
      writer.run(
        `INSERT INTO customer_tag (customer_rid, tag_id)
        SELECT chosen.value, wanted.value FROM json_each(:rids) AS chosen, json_each(:add) AS wanted WHERE 1
        ON CONFLICT (customer_rid, tag_id) DO NOTHING`,
        { rids: chosen.rids, add: chosen.add },
      )
      return { customers: changed?.customers ?? 0 }
    },
  )
}
