import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { backupReasons } from '#shared/contract/backup.ts'
import { backupId, expiredBackups, readBackupId } from '#main/store/backup-name.ts'
import { listBackups } from '#main/store/backup-folder.ts'
import { migrations, runMigration } from '#main/store/migrations.ts'
import { newestReadable, restoreBackup } from '#main/store/rescue.ts'
import { takeRestored, waitingPath } from '#main/store/restored.ts'
import { databaseFileName, openStore } from '#main/store/store.ts'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import { logicalDump } from '#test/support/logical-dump.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'

let dataFolder: string
let opened: Loopback[]

beforeEach(() => {
  dataFolder = mkdtempSync(join(tmpdir(), 'backup-'))
  opened = []
})
afterEach(() => {
  opened.forEach((each) => each.close())
  rmSync(dataFolder, { recursive: true, force: true })
})

const start = () => {
  const loopback = createLoopback({ dataFolder })
  opened.push(loopback)
  return loopback
}
const stop = (loopback: Loopback) => {
  loopback.close()
  opened = opened.filter((each) => each !== loopback)
}
const names = (loopback: Loopback) => loopback.read('account.list', {}).map(({ companyName }) => companyName)
const databasePath = () => join(dataFolder, databaseFileName)

describe('a backup', () => {
  test('holds all that the portfolio holds, for its owner only', async () => {
    const loopback = start()
    const accountId = await makeAccount(loopback)
    await importFile(loopback, accountId, reconciliationFile([line({}), line({})]))
    const backup = await loopback.run('backup.create', {})
    expect(loopback.read('backup.list', {})).toEqual([backup])
    stop(loopback)

    const before = logicalDump(dataFolder)
    const path = join(dataFolder, 'backups', `${backup.id}.db`)
    expect(statSync(path).mode & 0o777).toBe(0o600)
    expect(statSync(path).size).toBe(backup.bytes)
    writeFileSync(databasePath(), readFileSync(path))
    expect(logicalDump(dataFolder)).toBe(before)
  })

  test('takes the place of what came after it, which becomes a backup itself; until then nothing changes', async () => {
    const loopback = start()
    await makeAccount(loopback, { companyName: 'First' })
    const { id } = await loopback.run('backup.create', {})
    await makeAccount(loopback, { companyName: 'Second' })
    await loopback.run('backup.restore', { id })
    expect(await refusal(makeAccount(loopback, { companyName: 'Third' }))).toMatchObject({
      code: 'SHUTTING_DOWN',
    })
    expect(names(loopback)).toEqual(['First', 'Second'])
    stop(loopback)

    const next = start()
    expect(names(next)).toEqual(['First'])
    const [replaced] = next.read('backup.list', {}).filter(({ reason }) => reason === 'replaced')
    await next.run('backup.restore', { id: replaced?.id ?? '' })
    stop(next)
    expect(names(start())).toEqual(['First', 'Second'])
  })

  test('goes to a file and comes back from it, into another folder too', async () => {
    const loopback = start()
    await makeAccount(loopback, { companyName: '上海云聚' })
    const { id } = await loopback.run('backup.create', {})
    await loopback.run('backup.save', { id })
    const [saved] = loopback.savedFiles
    if (saved === undefined) {
      throw new Error('nothing was saved')
    }
    expect(saved.name).toMatch(/^Multi-Partner Desk \d{8}\.mpdbackup$/)

    const other = createLoopback({ dataFolder: join(dataFolder, 'other') })
    opened.push(other)
    await other.run('backup.restore', {}, saved)
    stop(other)
    const again = createLoopback({ dataFolder: join(dataFolder, 'other') })
    opened.push(again)
    expect(names(again)).toEqual(['上海云聚'])
  })

  test('is not taken from a file that is no portfolio, carries statements of its own, or is of a newer program', async () => {
    const loopback = start()
    await makeAccount(loopback, { companyName: 'Kept' })
    const { id } = await loopback.run('backup.create', {})
    const good = readFileSync(join(dataFolder, 'backups', `${id}.db`))
    const changed = (change: (database: DatabaseSync) => void) => {
      const path = join(dataFolder, 'changed.db')
      writeFileSync(path, good)
      const database = new DatabaseSync(path)
      change(database)
      database.close()
      return readFileSync(path)
    }
    const files = {
      empty: Buffer.alloc(0),
      words: Buffer.from('not a database at all'),
      cut: good.subarray(0, 8_192),
      overwritten: Buffer.concat([good.subarray(0, 4_096), Buffer.alloc(good.length - 4_096, 0x5a)]),
      trigger: changed((database) =>
        database.exec('CREATE TRIGGER t AFTER INSERT ON request BEGIN DELETE FROM partner_account; END'),
      ),
      foreign: changed((database) => database.exec('CREATE VIEW v AS SELECT 1')),
      newer: changed((database) => database.exec(`PRAGMA user_version = ${migrations.length + 1}`)),
    }
    for (const [name, bytes] of Object.entries(files)) {
      const error = await refusal(loopback.run('backup.restore', {}, { name: `${name}.mpdbackup`, bytes }))
      expect([name, error.code]).toEqual([name, name === 'newer' ? 'DATA_TOO_NEW' : 'FILE_NOT_A_BACKUP'])
    }
    expect(await refusal(loopback.run('backup.restore', { id: '20260101T000000Z-daily' }))).toMatchObject({
      code: 'BACKUP_NOT_FOUND',
    })
    // Nothing waits, nothing is left, and work goes on.
    await makeAccount(loopback, { companyName: 'And on' })
    expect(readdirSync(dataFolder).filter((name) => name.includes('restored'))).toEqual([])
    expect(readdirSync(join(dataFolder, 'backups'))).toEqual([`${id}.db`])
    stop(loopback)
    expect(names(start())).toEqual(['Kept', 'And on'])
  })
})

describe('the program makes one by itself', () => {
  test('once a day, when something has changed', async () => {
    let days = 0
    const loopback = createLoopback({ dataFolder, clock: () => new Date(Date.now() + days * 86_400_000) })
    opened.push(loopback)
    const { backups } = loopback.application
    const count = () => backups.list().filter(({ reason }) => reason === 'daily').length
    await backups.daily()
    await makeAccount(loopback)
    await backups.daily()
    expect(count()).toBe(1)
    days = 1
    await backups.daily()
    expect(count()).toBe(2)
    // The portfolio has not been written to since, so that the next days have nothing new to keep.
    days = 3
    await backups.daily()
    expect(count()).toBe(2)
  })

  test('before the form of the data changes', () => {
    const old = new DatabaseSync(databasePath())
    const version = migrations.length - 1
    migrations.slice(0, version).forEach((migration) => runMigration(old, migration))
    old.exec(`PRAGMA user_version = ${version}`)
    old.close()
    openStore({ dataFolder }).close()
    const backups = listBackups(join(dataFolder, 'backups'))
    expect(backups.map(({ reason }) => reason)).toEqual(['migration'])
    const kept = new DatabaseSync(join(dataFolder, 'backups', `${backups[0]?.id}.db`), { readOnly: true })
    expect(kept.prepare('PRAGMA user_version').get()).toEqual({ user_version: version })
    kept.close()
  })
})

describe('a portfolio that cannot be read', () => {
  test('gives way to the newest backup that can, and is kept', async () => {
    const loopback = start()
    await makeAccount(loopback, { companyName: 'Saved' })
    const { id } = await loopback.run('backup.create', {})
    stop(loopback)
    const damaged = Buffer.alloc(20_000, 0x5a)
    writeFileSync(databasePath(), damaged)
    writeFileSync(join(dataFolder, 'backups', '20991231T235959Z-daily.db'), 'damaged too')
    expect(start).toThrow(expect.objectContaining({ code: 'DATA_DAMAGED' }))

    expect(newestReadable(dataFolder)?.id).toBe(id)
    restoreBackup(dataFolder, id)
    const next = start()
    expect(names(next)).toEqual(['Saved'])
    const [aside] = readdirSync(join(dataFolder, 'backups')).filter((name) => name.startsWith('damaged-'))
    expect(readFileSync(join(dataFolder, 'backups', aside ?? '')).equals(damaged)).toBe(true)
  })
})

describe('taking a restored portfolio’s place', () => {
  test.each(['before anything', 'after the old one has moved'])('is finished when cut off %s', (moment) => {
    const waiting = waitingPath(databasePath())
    writeFileSync(waiting, 'new')
    writeFileSync(`${databasePath()}-wal`, 'old wal')
    if (moment === 'before anything') {
      writeFileSync(databasePath(), 'old')
    }
    takeRestored(databasePath(), () => join(dataFolder, 'aside'))
    expect(readFileSync(databasePath(), 'utf8')).toBe('new')
    expect(readdirSync(dataFolder).filter((name) => name.startsWith(databaseFileName))).toEqual([
      databaseFileName,
    ])
    takeRestored(databasePath(), () => join(dataFolder, 'never'))
    expect(readFileSync(databasePath(), 'utf8')).toBe('new')
  })
})

describe('names', () => {
  test('say when and why', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...backupReasons),
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true }),
        (reason, at) => {
          const id = backupId(reason, at)
          const madeAt = `${at.toISOString().slice(0, 19)}.000Z`
          expect(readBackupId(id)).toEqual({ id, reason, madeAt })
        },
      ),
    )
  })

  test.each([
    '',
    'portfolio',
    '20260101T000000Z-other',
    '../20260101T000000Z-daily',
    '20261301T000000Z-daily',
  ])('of other files are none: %j', (name) => expect(readBackupId(name)).toBeNull())
})

describe('the old ones go', () => {
  const day = (number: number) => new Date(Date.UTC(2026, 0, number))
  const of = (reason: 'daily' | 'manual', count: number, bytes: number) =>
    Array.from({ length: count }, (_, index) => ({
      id: backupId(reason, day(index + 1)),
      reason,
      madeAt: day(index + 1).toISOString(),
      bytes,
    }))

  test('beyond their number', () => {
    const daily = of('daily', 9, 1)
    expect(expiredBackups([...daily, ...of('manual', 3, 1)], 1)).toEqual(
      daily.slice(0, 2).map(({ id }) => id),
    )
  })

  test('beyond the room, but never the newest daily one, nor one that was asked for', () => {
    const big = 300 * 1024 ** 2
    const daily = of('daily', 5, big)
    const manual = of('manual', 2, big)
    expect(expiredBackups([...daily, ...manual], 1)).toEqual(daily.slice(0, 4).map(({ id }) => id))
    expect(expiredBackups(daily, big * 10)).toEqual([])
  })
})
