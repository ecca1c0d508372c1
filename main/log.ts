import { randomBytes } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync, renameSync } from 'node:fs'
import { basename, join } from 'node:path'
import electronLog from 'electron-log/node.js'
import type { Log, LogFacts } from '#main/ports.ts'

/** One megabyte each, five of them: the newest is `main.log`, the oldest `main.4.log`. */
const files = { bytes: 1024 ** 2, count: 5 } as const

/** The facts a line may hold; a new one is added here after asking whether it can name a person (security C67). */
export const loggableFacts = [
  'bytes',
  'code',
  'count',
  'exitCode',
  'isSample',
  'kind',
  'level',
  'mode',
  'ms',
  'name',
  'pid',
  'reason',
  'reference',
  'revision',
  'runtime',
  'status',
  'type',
  'version',
] as const

/** A fact's text is a word of the program's own: no spaces, so no sentence, address or path gets through. */
const word = /^[\w.:+-]{1,64}$/

/** Makes a log over anything that takes a line. */
export function createLog(write: (level: 'info' | 'error', line: string) => void): Log {
  const put = (level: 'info' | 'error', event: string, facts: LogFacts): void =>
    write(level, JSON.stringify({ event, ...permitted(facts) }))
  return {
    info: (event, facts = {}) => put('info', event, facts),
    error: (event, facts = {}) => put('error', event, facts),
    report: (thrown) => {
      const reference = randomBytes(4).toString('hex')
      write('error', JSON.stringify({ event: 'failure', reference, ...describeFailure(thrown) }))
      return reference
    },
  }
}

/** Makes the log of the program: files of the log folder only, readable by their owner only. */
export function createFileLog(folder: string): Log {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const logger = electronLog.create({ logId: 'main' })
  logger.transports.console.level = false
  const { file } = logger.transports
  file.resolvePathFn = () => join(folder, 'main.log')
  file.maxSize = files.bytes
  file.writeOptions = { flag: 'a', mode: 0o600, encoding: 'utf8' }
  file.format = '{iso} {level} {text}'
  file.archiveLogFn = () => rotate(folder)
  const log = createLog((level, line) => logger[level](line))
  log.info('log.opened')
  chmodSync(join(folder, 'main.log'), 0o600)
  return log
}

function rotate(folder: string): void {
  const at = (age: number): string => join(folder, age === 0 ? 'main.log' : `main.${age}.log`)
  for (let age = files.count - 2; age >= 0; age -= 1) {
    if (existsSync(at(age))) {
      renameSync(at(age), at(age + 1))
    }
  }
}

function permitted(facts: LogFacts): LogFacts {
  const names: readonly string[] = loggableFacts
  return Object.fromEntries(
    Object.entries(facts)
      .filter(([name]) => names.includes(name))
      .map(([name, value]) => [name, typeof value === 'string' && !word.test(value) ? '(text)' : value]),
  )
}

/** What a failure is, without its message: messages quote the data they failed on. */
function describeFailure(thrown: unknown) {
  if (!(thrown instanceof Error)) {
    return { type: typeof thrown, stack: [] }
  }
  const code =
    'code' in thrown && typeof thrown.code === 'string' && word.test(thrown.code) ? thrown.code : null
  return { type: word.test(thrown.name) ? thrown.name : 'Error', code, stack: frames(thrown) }
}

/** A stack's places as `function file:line:column`, without folders, which name the user. */
function frames({ stack = '', message }: Error): string[] {
  // The stack begins with the message, and a line of that may look like a place.
  const places = stack
    .replace(message, () => '')
    .matchAll(/^\s+at (?:async )?(?:([\w.<>$ #]+) \()?(.+?):(\d+):(\d+)\)?$/gm)
  return Array.from(places, ([, name, file, row, column]) =>
    `${name ?? ''} ${basename(file ?? '')}:${row}:${column}`.trim(),
  ).slice(0, 20)
}
