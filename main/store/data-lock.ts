import { chmodSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { AppError } from '#main/ipc/app-error.ts'

/** Held while a program of ours has a data folder open. */
export type DataLock = { readonly release: () => void }

/** How often the holder touches its lock. */
const heartbeatMs = 30_000

type Holder = { readonly pid: number; readonly host: string; readonly boot: string }

/**
 * Takes a data folder for this process: SQLite would let a second writer in and make both slow, and the window and
 * `desk` would not see each other's changes. A lock left by a dead process, or from before a restart of the machine,
 * is taken over.
 * @throws AppError `DATA_IN_USE` with the holder's process id, or `DATA_NOT_WRITABLE`.
 */
export function lockData(dataFolder: string): DataLock {
  const path = join(dataFolder, 'portfolio.lock')
  const mine: Holder = { pid: process.pid, host: hostname(), boot: bootId() }
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(path, JSON.stringify(mine), { flag: 'wx', mode: 0o600 })
      chmodSync(path, 0o600)
      const heart = setInterval(() => beat(path), heartbeatMs)
      heart.unref()
      return {
        release: () => {
          clearInterval(heart)
          release(path)
        },
      }
    } catch (thrown) {
      if (!isExists(thrown)) {
        throw new AppError('DATA_NOT_WRITABLE', 'the data folder cannot be written to')
      }
    }
    const holder = readHolder(path)
    if (holder !== null && isAlive(holder, mine, ageOf(path))) {
      throw new AppError('DATA_IN_USE', `the data is open in another process (${holder.pid})`, {
        pid: holder.pid,
      })
    }
    rmSync(path, { force: true })
  }
  throw new AppError('DATA_IN_USE', 'the data is being opened by another process')
}

function release(path: string): void {
  if (readHolder(path)?.pid === process.pid) {
    rmSync(path, { force: true })
  }
}

function readHolder(path: string): Holder | null {
  try {
    const value = JSON.parse(readFileSync(path, 'utf8')) as Partial<Holder> | null
    return typeof value?.pid === 'number' && typeof value.host === 'string' && typeof value.boot === 'string'
      ? { pid: value.pid, host: value.host, boot: value.boot }
      : null
  } catch {
    return null
  }
}

/**
 * A holder on another machine (a network home, or this one under another name) cannot be asked; its heartbeat tells.
 * On this machine the process is asked, and the heartbeat tells apart a process that only reuses the number.
 */
function isAlive(holder: Holder, mine: Holder, ageMs: number): boolean {
  if (holder.host !== mine.host) {
    return ageMs < 3 * heartbeatMs
  }
  if (holder.boot !== mine.boot || ageMs > 20 * heartbeatMs) {
    return false
  }
  try {
    process.kill(holder.pid, 0)
    return true
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown && thrown.code === 'EPERM'
  }
}

function beat(path: string): void {
  try {
    const now = new Date()
    utimesSync(path, now, now)
  } catch {
    // The folder may be gone for a moment (a network home); the next beat tries again.
  }
}

function ageOf(path: string): number {
  try {
    return Date.now() - statSync(path).mtimeMs
  } catch {
    return 0
  }
}

/** Changes at each start of the machine, where the system tells; elsewhere process ids alone must do. */
function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()
  } catch {
    return ''
  }
}

function isExists(thrown: unknown): boolean {
  return thrown instanceof Error && 'code' in thrown && thrown.code === 'EEXIST'
}
