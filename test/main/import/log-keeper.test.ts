import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createLogKeeper } from '#main/import/process/log-keeper.ts'
import type { StartReader } from '#main/ports.ts'
import type { Store } from '#main/store/store.ts'
import { openStore } from '#main/store/store.ts'
import { startReaderInProcess } from '#test/support/in-process-reader.ts'

let folder: string
let store: Store

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'log-keeper-'))
  store = openStore({ dataFolder: folder })
})
afterEach(() => {
  store.close()
  rmSync(folder, { recursive: true })
})

let last = 0
function commit(): void {
  last += 1
  store.draft((writer) =>
    writer.run('INSERT INTO import_mapping (fingerprint, mapping, used_at) VALUES (:key, :key, :key)', {
      key: String(last),
    }),
  )
}

/** How many pages of the log are not in the database yet. */
function waiting(): number {
  const { log, checkpointed } = store.reader.get<{ log: number; checkpointed: number }>(
    'PRAGMA wal_checkpoint(NOOP)',
  ) ?? { log: 0, checkpointed: 0 }
  return log - checkpointed
}

test('has the log brought in by the other process, and leaves it to the database at the end', async () => {
  const keeper = createLogKeeper(startReaderInProcess, store)
  for (let each = 0; each < 40; each += 1) {
    commit()
    await keeper.afterCommit()
  }
  commit()
  expect(waiting()).toBeGreaterThan(0)
  await keeper.bringIn()
  expect(waiting()).toBe(0)
  keeper.end()
  expect(store.reader.get('PRAGMA wal_autocheckpoint')).toEqual({ wal_autocheckpoint: 1000 })
})

test.each<[string, StartReader]>([
  [
    'ends',
    ({ onExit }) => ({
      send: () => setImmediate(onExit),
      kill: () => undefined,
    }),
  ],
  [
    'fails',
    ({ onMessage }) => ({
      send: () => setImmediate(() => onMessage({ kind: 'failed', message: 'no' })),
      kill: () => undefined,
    }),
  ],
])('a process that %s is gone without, and the database keeps its log by itself', async (_, startReader) => {
  const keeper = createLogKeeper(startReader, store)
  for (let each = 0; each < 10; each += 1) {
    commit()
    await keeper.afterCommit()
  }
  await keeper.bringIn()
  expect(store.reader.get('PRAGMA wal_autocheckpoint')).toEqual({ wal_autocheckpoint: 1000 })
  keeper.end()
})
