/**
 * Starting programs so that nothing outlives the task that started it.
 */
import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** @typedef {{ code: number, stdout: string, stderr: string }} Outcome */
/**
 * @typedef {object} RunOptions
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 * @property {boolean} [capture] collect the output instead of passing it on
 * @property {boolean} [group] give it a process group, so that its grandchildren end with it
 * @property {AbortSignal} [signal] ends the program early
 */

/** @type {Set<{ end: (signal: NodeJS.Signals) => void }>} */
const running = new Set()
/** @type {NodeJS.Signals | undefined} */
let interruptedBy

/** How long a program may take to end after it was asked to, in milliseconds. */
const grace = 5000

for (const name of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(name, () => {
    if (running.size === 0) process.exit(128 + constants.signals[name])
    interruptedBy = name
    for (const child of running) child.end(name)
  })
}

/** Whether the user asked this task to stop. */
export const interrupted = () => interruptedBy !== undefined

/**
 * Runs a program to its end and returns its exit code; never throws for a code other than 0.
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Outcome>}
 */
export function run(file, args, { cwd, env, capture = false, group = false, signal } = {}) {
  const detached = group && process.platform !== 'win32'
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, {
      cwd,
      // Collected output may end in a file, where colours are noise.
      env: { ...(env ?? process.env), ...(capture && !process.stderr.isTTY ? { NO_COLOR: '1' } : {}) },
      stdio: capture ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      detached,
      windowsHide: true,
    })
    /** @type {NodeJS.Timeout | undefined} */
    let impatience
    const send = (/** @type {number | undefined} */ target, /** @type {NodeJS.Signals} */ name) => {
      if (!target) return
      try {
        process.kill(target, name)
      } catch {
        // It ended by itself in the meantime.
      }
    }
    const everyone = child.pid && detached ? -child.pid : child.pid
    const entry = {
      end(/** @type {NodeJS.Signals} */ name) {
        // Only a group's leader is asked, which knows in which order its own children end; a shell script waiting
        // for its child heeds no SIGINT. To a child of our own group a terminal has sent Ctrl+C itself.
        if (detached) send(child.pid, 'SIGTERM')
        else if (name !== 'SIGINT' || !process.stdin.isTTY) send(child.pid, name)
        impatience ??= setTimeout(() => send(everyone, 'SIGKILL'), grace)
      },
    }
    running.add(entry)
    const onAbort = () => entry.end('SIGTERM')
    signal?.addEventListener('abort', onAbort, { once: true })
    let stdout = ''
    let stderr = ''
    child.stdout?.setEncoding('utf8').on('data', (text) => (stdout += text))
    child.stderr?.setEncoding('utf8').on('data', (text) => (stderr += text))
    const settle = () => {
      running.delete(entry)
      clearTimeout(impatience)
      signal?.removeEventListener('abort', onAbort)
    }
    child.on('error', (error) => {
      settle()
      reject(error)
    })
    // What the group left behind (a virtual screen, a renderer) ends with its leader.
    child.on('exit', () => detached && send(everyone, 'SIGTERM'))
    child.on('close', (code, name) => {
      settle()
      resolve({ code: code ?? 128 + constants.signals[name ?? 'SIGTERM'], stdout, stderr })
    })
  })
}

/**
 * Runs a program quietly and says whether it succeeded; a missing program counts as no.
 * @param {string} file
 * @param {string[]} args
 * @param {RunOptions} [options]
 */
export async function succeeds(file, args, options) {
  try {
    return (await run(file, args, { ...options, capture: true })).code === 0
  } catch {
    return false
  }
}
