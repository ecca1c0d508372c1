import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openDatabase } from '#main/store/database.ts'
import { migrations } from '#main/store/migrations.ts'
import type { SqliteDriver, SqliteModule } from '#main/store/sqlite-driver.ts'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'
import { databaseFileName, openStore } from '#main/store/store.ts'
import { importFile, makeAccount } from '#test/support/fixtures.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const standIn: SqliteDriver = {
  name: '@photostructure/sqlite',
  module: createRequire(import.meta.url)('@photostructure/sqlite') as SqliteModule,
}

describe.each([loadSqliteDriver(), standIn])('the database on $name', (driver) => {
  const open = () => openDatabase(join(folder, 'a.db'), driver)

  test('is a WAL database with full synchronisation, foreign keys and the newest version', () => {
    const database = open()
    expect(database.get('PRAGMA journal_mode')).toEqual({ journal_mode: 'wal' })
    expect(database.get('PRAGMA synchronous')).toEqual({ synchronous: 2 })
    expect(database.get('PRAGMA foreign_keys')).toEqual({ foreign_keys: 1 })
    expect(database.get('PRAGMA user_version')).toEqual({ user_version: migrations.length })
    database.close()
  })

  test('keeps Chinese, emoji, long integers and nulls as they are', () => {
    const database = open()
    database.transaction((writer) => {
      writer.run('CREATE TABLE t (a TEXT, b INTEGER, c TEXT) STRICT')
      writer.run('INSERT INTO t VALUES (:a, :b, :c)', {
        a: '上海㐂👩‍👩‍👧\u202E',
        b: 9_007_199_254_740_991,
        c: null,
      })
    })
    expect(database.get('SELECT * FROM t')).toEqual({
      a: '上海㐂👩‍👩‍👧\u202E',
      b: 9_007_199_254_740_991,
      c: null,
    })
    database.close()
  })

  test('a transaction that throws leaves nothing behind', () => {
    const database = open()
    const failing = () =>
      database.transaction((writer) => {
        writer.run('CREATE TABLE t (a TEXT)')
        throw new Error('half way')
      })
    expect(failing).toThrow('half way')
    expect(database.get("SELECT name FROM sqlite_schema WHERE name = 't'")).toBeUndefined()
    database.close()
  })

  test('refuses to write to subscriptions outside an import', () => {
    const database = open()
    const write = (sql: string) => () => database.transaction((writer) => writer.run(sql))
    for (const statement of [
      "INSERT INTO subscription_record (account_id, subscription_key, from_import) VALUES ('a', 'k', 1)",
      "INSERT INTO subscription_fact (subscription_rid, account_id, customer_rid, subscription_key, subscription_id, offer, fact_import, from_import, to_import) VALUES (1, 'a', 1, 'k', 'k', 'o', 1, 1, 2)",
      'INSERT INTO subscription (rid) VALUES (1)',
    ]) {
      expect(write(statement)).toThrow(/read-only|cannot modify/)
    }
    database.close()
  })
})

describe('opening', () => {
  test('both drivers read each other’s files', () => {
    openDatabase(join(folder, 'a.db'), standIn).close()
    const database = openDatabase(join(folder, 'a.db'), loadSqliteDriver())
    expect(database.get('PRAGMA user_version')).toEqual({ user_version: migrations.length })
    database.close()
  })

  test('a file of a newer program is refused and left as it was', () => {
    const path = join(folder, databaseFileName)
    const { module } = loadSqliteDriver()
    const database = new module.DatabaseSync(path)
    database.exec('PRAGMA user_version = 999')
    database.close()
    const before = readFileSync(path)
    expect(() => openStore({ dataFolder: folder })).toThrow(expect.objectContaining({ code: 'DATA_TOO_NEW' }))
    expect(readFileSync(path)).toEqual(before)
  })

  test.each([
    ['noise', Buffer.from('this is no database, and long enough to be looked at '.repeat(40))],
    ['zeros and ones', Buffer.alloc(8192, 1)],
  ])('a file of %s is refused as damaged and left as it was', (_name, bytes) => {
    const path = join(folder, databaseFileName)
    writeFileSync(path, bytes)
    expect(() => openStore({ dataFolder: folder })).toThrow(expect.objectContaining({ code: 'DATA_DAMAGED' }))
    expect(readFileSync(path)).toEqual(bytes)
  })

  test('a folder in the place of the file is refused', () => {
    mkdirSync(join(folder, databaseFileName))
    expect(() => openStore({ dataFolder: folder })).toThrow(
      expect.objectContaining({ code: 'DATA_NOT_WRITABLE' }),
    )
  })

  test('the folder and its files are the owner’s alone, whatever the umask', () => {
    const before = process.umask(0)
    try {
      const store = openStore({ dataFolder: join(folder, 'data') })
      const modeOf = (name: string) => (statSync(join(folder, 'data', name)).mode & 0o777).toString(8)
      expect(
        ['', databaseFileName, `${databaseFileName}-wal`, `${databaseFileName}-shm`, 'portfolio.lock'].map(
          modeOf,
        ),
      ).toEqual(['700', '600', '600', '600', '600'])
      store.close()
    } finally {
      process.umask(before)
    }
  })
})

describe('the lock', () => {
  const lockPath = () => join(folder, 'portfolio.lock')
  const bootId = () => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()

  test('keeps a second program out, and lets it in after the first has closed', () => {
    const first = openStore({ dataFolder: folder })
    expect(() => openStore({ dataFolder: folder })).toThrow(expect.objectContaining({ code: 'DATA_IN_USE' }))
    first.close()
    openStore({ dataFolder: folder }).close()
  })

  test('of a process that died is taken over', () => {
    const dead = spawnSync(process.execPath, ['-e', '0']).pid
    writeFileSync(lockPath(), JSON.stringify({ pid: dead, host: hostname(), boot: bootId() }))
    openStore({ dataFolder: folder }).close()
  })

  test('from before the machine was restarted is taken over, whoever has the number now', () => {
    writeFileSync(lockPath(), JSON.stringify({ pid: process.ppid, host: hostname(), boot: 'another' }))
    openStore({ dataFolder: folder }).close()
  })

  test('of another machine holds while its heart beats, and not after', () => {
    writeFileSync(lockPath(), JSON.stringify({ pid: 1, host: 'elsewhere', boot: 'another' }))
    expect(() => openStore({ dataFolder: folder })).toThrow(expect.objectContaining({ code: 'DATA_IN_USE' }))
    const longAgo = new Date(Date.now() - 3_600_000)
    utimesSync(lockPath(), longAgo, longAgo)
    openStore({ dataFolder: folder }).close()
  })

  test('of garbage is taken over', () => {
    writeFileSync(lockPath(), 'not json')
    openStore({ dataFolder: folder }).close()
  })
})

test('everything is found again after a restart, and what has ended meanwhile is no next end', async () => {
  const dataFolder = join(folder, 'data')
  const first = createLoopback({ dataFolder, clock: () => new Date('2026-11-22T09:00:00Z') })
  const accountId = await makeAccount(first)
  await importFile(
    first,
    accountId,
    reconciliationFile([
      line({ SubscriptionEndDate: '12/1/2026 0:00' }),
      line({ SubscriptionEndDate: '3/1/2027 0:00', SyndicationPartnerSubscriptionNumber: 's2' }),
    ]),
  )
  const page = { offset: 0, limit: 10 }
  const accounts = first.read('account.list', {})
  expect(first.read('customer.list', page).rows[0]?.nextEndDate).toBe('2026-12-01')
  first.close()

  const second = createLoopback({ dataFolder, clock: () => new Date('2026-12-15T09:00:00Z') })
  expect(second.read('account.list', {})).toEqual(accounts)
  expect(second.read('customer.list', page).rows[0]?.nextEndDate).toBe('2027-03-01')
  second.close()
})
