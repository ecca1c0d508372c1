import { createInterface } from 'node:readline'
import { resolve } from 'node:path'
import type { Reply } from '#shared/protocol.ts'
import type { Application } from '#main/application.ts'
import { createApplication } from '#main/application.ts'
import { AppError, toWireError } from '#main/ipc/app-error.ts'
import { isViewName } from '#main/ipc/view-hub.ts'
import type { StartReader } from '#main/ports.ts'
import type { DeskRequest } from './arguments.ts'
import { parseArguments, parseRequestLine, usage } from './arguments.ts'
import { describeContract } from './describe-contract.ts'
import { createDeskLog } from './desk-log.ts'
import { openDeskPreferences } from './desk-preferences.ts'
import { fileContext } from './file-context.ts'

/** The terminal `desk` runs in. */
export type Terminal = {
  readonly arguments: readonly string[]
  readonly stdin: NodeJS.ReadableStream
  readonly writeOut: (text: string) => void
  readonly writeError: (text: string) => void
  /** Relative paths count from here. */
  readonly workingFolder: string
  readonly version: string
  readonly startReader: StartReader
  /** How long to wait for another `desk` to finish with the same data, in milliseconds. */
  readonly patienceMs: number
}

/** What `desk` says to the shell that started it. */
export const exitCodes = { ok: 0, notOk: 1, usage: 2 } as const

/** Runs the program without a window, through the same router and views; answers with the exit code. */
export async function runDesk(terminal: Terminal): Promise<number> {
  const task = parseArguments(terminal.arguments)
  if (task.kind === 'usage') {
    terminal.writeError(`${task.problem}\n${usage}`)
    return exitCodes.usage
  }
  if (task.kind === 'list') {
    terminal.writeOut(`${JSON.stringify(describeContract(), null, 2)}\n`)
    return exitCodes.ok
  }
  const say = (reply: Reply<unknown>) => terminal.writeOut(`${JSON.stringify(reply)}\n`)
  const application = await openPatiently(resolve(terminal.workingFolder, task.dataFolder), terminal)
  if (application instanceof AppError) {
    say({ ok: false, error: toWireError(application) })
    return exitCodes.notOk
  }
  try {
    if (task.kind === 'one') {
      const reply = await answer(application, task.request, terminal)
      say(reply)
      return reply.ok ? exitCodes.ok : exitCodes.notOk
    }
    for await (const line of createInterface({ input: terminal.stdin, crlfDelay: Infinity })) {
      if (line.trim() !== '') {
        const request = parseRequestLine(line)
        say(typeof request === 'string' ? invalid(request) : await answer(application, request, terminal))
      }
    }
    return exitCodes.ok
  } finally {
    application.close()
  }
}

/** Another `desk` is done in a moment and worth waiting for; an open window is not. */
async function openPatiently(dataFolder: string, terminal: Terminal): Promise<Application | AppError> {
  const deadline = Date.now() + terminal.patienceMs
  for (;;) {
    const application = open(dataFolder, terminal)
    if (!(application instanceof AppError) || application.code !== 'DATA_IN_USE' || Date.now() >= deadline) {
      return application
    }
    await new Promise<void>((resolve) => setTimeout(resolve, 50))
  }
}

function open(dataFolder: string, terminal: Terminal): Application | AppError {
  try {
    return createApplication({
      dataFolder,
      preferences: openDeskPreferences(dataFolder),
      shell: {},
      log: createDeskLog(terminal.writeError),
      startReader: terminal.startReader,
      version: terminal.version,
      systemLanguage: 'en',
      validateOutput: true,
    })
  } catch (thrown) {
    if (thrown instanceof AppError) {
      return thrown
    }
    throw thrown
  }
}

async function answer(
  application: Application,
  request: DeskRequest,
  terminal: Terminal,
): Promise<Reply<unknown>> {
  if (isViewName(request.name)) {
    return application.hub.read(request.name, request.input)
  }
  return application.router.dispatch(
    request.name,
    request.input,
    fileContext(request, terminal.workingFolder),
  )
}

function invalid(message: string): Reply<unknown> {
  return { ok: false, error: toWireError(new AppError('INVALID_INPUT', message, { fields: [] })) }
}
