import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'
import type { Store } from '#main/store/store.ts'
import { openStore } from '#main/store/store.ts'

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'long-draft-'))
  store = openStore({ dataFolder: folder })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

const insert = (key: string) => ({
  sql: 'INSERT INTO import_mapping (fingerprint, mapping, used_at) VALUES (:key, :key, :key)',
  values: { key },
})
const put = (key: string) => (writer: Parameters<Parameters<Store['commit']>[0]>[0]) =>
  writer.run(insert(key).sql, insert(key).values)

/** What another process sees: only what is committed. */
function committed(): string[] {
  const other = new (loadSqliteDriver().module.DatabaseSync)(store.path, { readOnly: true })
  const rows = other.prepare('SELECT fingerprint FROM import_mapping ORDER BY rowid').all()
  other.close()
  return rows.map(({ fingerprint }) => String(fingerprint))
}

test('pieces see each other at once, and are committed together', () => {
  const draft = store.openDraft()
  draft.write(put('one'))
  draft.write(put('two'))
  expect(store.reader.all('SELECT 1 FROM import_mapping')).toHaveLength(2)
  expect(committed()).toEqual([])
  draft.commit()
  expect(committed()).toEqual(['one', 'two'])
})

test('any other change commits what has been written before its own', () => {
  const draft = store.openDraft()
  draft.write(put('piece'))
  store.commit(put('a save'))
  expect(committed()).toEqual(['piece', 'a save'])
  draft.write(put('next piece'))
  store.draft(put('a draft'))
  expect(committed()).toEqual(['piece', 'a save', 'next piece', 'a draft'])
})

test('a save that fails takes nothing of the draft with it', () => {
  const draft = store.openDraft()
  draft.write(put('piece'))
  expect(() => store.commit(put('piece'))).toThrow(/UNIQUE/)
  draft.write(put('next'))
  draft.commit()
  expect(committed()).toEqual(['piece', 'next'])
})

test('a piece that fails ends the draft, and no later piece can be written as if nothing were missing', () => {
  const draft = store.openDraft()
  draft.write(put('piece'))
  expect(() => draft.write(put('piece'))).toThrow(/UNIQUE/)
  expect(() => draft.write(put('next'))).toThrow(/UNIQUE/)
  expect(() => draft.commit()).toThrow(/UNIQUE/)
  store.commit(put('a save'))
  expect(committed()).toEqual(['a save'])
  store.openDraft().write(put('another draft'))
  store.commit(put('a last save'))
  expect(committed()).toEqual(['a save', 'another draft', 'a last save'])
})
