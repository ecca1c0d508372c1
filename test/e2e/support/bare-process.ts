import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'

/** The program as a user's system starts it, with nobody at its debugger. */
export type BareProcess = {
  readonly process: ChildProcess
  /** What it has written to standard error so far. */
  readonly errors: () => string
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>
}

/** Starts the program without Playwright; `umask` is what the system gave it. */
export function startBare(
  userData: string,
  args: readonly string[] = [],
  umask = '022',
  executable = process.env['DESK_EXECUTABLE'] ?? '',
): BareProcess {
  const own =
    executable === process.env['DESK_EXECUTABLE']
      ? (JSON.parse(process.env['DESK_EXECUTABLE_ARGS'] ?? '[]') as string[])
      : []
  const command = [
    '-c',
    `umask ${umask}; exec "$@"`,
    'sh',
    executable,
    ...own,
    `--user-data-dir=${userData}`,
    ...args,
  ]
  const child = spawn('/bin/sh', command, { stdio: ['ignore', 'ignore', 'pipe'] })
  let text = ''
  child.stderr.setEncoding('utf8').on('data', (part: string) => {
    text += part
  })
  const ended = new Promise<number | string>((resolve) => {
    child.on('close', (code, signal) => resolve(code ?? signal ?? 'unknown'))
  })
  return { process: child, errors: () => text, ended }
}
