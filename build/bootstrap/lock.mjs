/**
 * One at a time: a lock made of a folder, for steps that two terminals must not do at once.
 */
import { mkdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

import { step } from './report.mjs'

/**
 * Runs `work` while holding the lock at `folder`; a lock whose owner is dead is taken over.
 * @template T
 * @param {string} folder
 * @param {string} purpose what the line says while waiting
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, purpose, work) {
  await mkdir(dirname(folder), { recursive: true })
  for (let told = false; !(await take(folder)); told = true) {
    if (!told) step(`Waiting for another run: ${purpose} (if there is none, remove ${folder})`)
    await pause(200)
  }
  try {
    return await work()
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/** @param {string} folder */
async function take(folder) {
  const owner = join(folder, 'owner')
  try {
    await mkdir(folder)
    await writeFile(owner, String(process.pid))
    return true
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
  }
  const pid = Number(await readFile(owner, 'utf8').catch(() => ''))
  const abandoned = pid > 0 ? !isAlive(pid) : await isOld(folder)
  if (abandoned) await rm(folder, { recursive: true, force: true })
  return false
}

/**
 * A lock without an owner is either being taken this instant or was cut off in that instant.
 * @param {string} folder
 */
async function isOld(folder) {
  const { mtimeMs } = await stat(folder).catch(() => ({ mtimeMs: Date.now() }))
  return Date.now() - mtimeMs > 10_000
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM'
  }
}
