import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type {
  Bridge,
  CommandInput,
  CommandName,
  CommandOutput,
  ParsedInput,
  Reply,
  ViewName,
  ViewParams,
  ViewValue,
} from '#shared/protocol.ts'
import type { Application, ApplicationOptions } from '#main/application.ts'
import { createApplication } from '#main/application.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { CallContext, Log, OpenedFile } from '#main/ports.ts'
import { startReaderInProcess } from './in-process-reader.ts'

/** A file as a test hands it to the program. */
export type TestFile = { readonly name: string; readonly bytes: Uint8Array }

/** The program minus Electron: the real router, hub and SQLite file behind a bridge that clones every crossing. */
export type Loopback = {
  readonly bridge: Bridge
  readonly application: Application
  readonly dataFolder: string
  /** What the next file dialog picks; `null` means that the user cancels it. */
  pickFile: TestFile | null
  /** What else is picked where several files may be. */
  pickMore: readonly TestFile[]
  /** Whether the user closes every dialog that asks where to save. */
  cancelDialogs: boolean
  /** A piece of the names that the disk refuses. */
  unwritable: string | null
  /** Every file the program has written, in order. */
  readonly savedFiles: TestFile[]
  readonly clipboard: { text: string; html: string | null }[]
  readonly revealed: string[]
  /** Every document the program has had drawn as a PDF, as HTML. */
  readonly printed: string[]
  /** What the page last told the application menu. */
  menu: ParsedInput<'menu.describe'> | null
  /** Every `mailto:` address handed to the mail program. */
  readonly mails: string[]
  /** Every picture put on the clipboard, as PNG. */
  readonly pictures: Uint8Array[]
  /** What reached the log through `report`. */
  readonly reported: unknown[]
  /** Every line of the log, with its facts. */
  readonly logged: object[]
  /** Runs a command and returns its value; throws the wire error when it is refused. */
  readonly run: <C extends CommandName>(
    name: C,
    input: CommandInput<C>,
    file?: TestFile,
  ) => Promise<CommandOutput<C>>
  /** One snapshot of a view; throws the wire error when it is refused. */
  readonly read: <V extends ViewName>(name: V, params: ViewParams<V>) => ViewValue<V>
  /** Ends when what an import left behind is swept. */
  readonly settled: () => Promise<void>
  readonly close: () => void
}

type LoopbackOptions = {
  readonly systemLanguage?: 'zh-CN' | 'en'
  readonly clock?: () => Date
  readonly timeZone?: () => string
  readonly queries?: ApplicationOptions['queries']
  /** Opened again on the same folder, a loopback is the program after a restart. */
  readonly dataFolder?: string
}

/** Opens the program over a fresh temporary folder, removed again by `close`. */
export function createLoopback(options: LoopbackOptions = {}): Loopback {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'loopback-'))
  const savedFiles: TestFile[] = []
  const clipboard: Loopback['clipboard'] = []
  const revealed: string[] = []
  const printed: string[] = []
  const mails: string[] = []
  const pictures: Uint8Array[] = []
  const reported: unknown[] = []
  const grants = new Map<string, TestFile>()
  const logged: Loopback['logged'] = []
  const log: Log = {
    info: (event, facts = {}) => logged.push({ event, ...facts }),
    error: (event, facts = {}) => logged.push({ event, ...facts }),
    report: (thrown) => {
      reported.push(thrown)
      return `ref-${reported.length}`
    },
  }
  let preferences: { readonly [key: string]: unknown } = {}
  const application = createApplication({
    dataFolder,
    preferences: {
      read: () => preferences,
      write: (next) => {
        preferences = structuredClone(next)
      },
      quarantinedFile: null,
    },
    shell: {
      writeClipboard: (content) => {
        clipboard.push({ ...content })
        return Promise.resolve()
      },
      revealFile: (handle) => revealed.push(handle),
      writePicture: (png) => {
        pictures.push(png)
        return Promise.resolve()
      },
      openMail: (address) => {
        mails.push(address)
        return Promise.resolve()
      },
      printPdf: (html) => {
        printed.push(html)
        return Promise.resolve(new TextEncoder().encode('%PDF-1.4 of the test'))
      },
      describeMenu: (description) => {
        loopback.menu = description
      },
    },
    log,
    startReader: startReaderInProcess,
    version: '0.0.0-test',
    systemLanguage: options.systemLanguage ?? 'en',
    validateOutput: true,
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.timeZone === undefined ? {} : { timeZone: options.timeZone }),
    ...(options.queries === undefined ? {} : { queries: options.queries }),
  })

  const opened = (file: TestFile): OpenedFile => ({
    name: file.name,
    size: file.bytes.length,
    read: () => Promise.resolve(file.bytes),
    chunks: async function* () {
      await Promise.resolve()
      for (let at = 0; at < file.bytes.length; at += 1 << 18) {
        yield file.bytes.slice(at, at + (1 << 18))
      }
    },
  })
  const closed = async () => Promise.reject(new AppError('CANCELLED', 'the user closed the dialog'))
  const contextFor = (file: TestFile | null): CallContext => ({
    openFile: async () => (file === null ? closed() : opened(file)),
    openFiles: async () => (file === null ? closed() : [file, ...loopback.pickMore].map(opened)),
    saveFile: (_use, suggestedName, bytes) => {
      if (loopback.cancelDialogs) {
        return Promise.reject(new AppError('CANCELLED', 'the user closed the dialog'))
      }
      savedFiles.push({ name: suggestedName, bytes })
      return Promise.resolve({ fileName: suggestedName, handle: `saved-${savedFiles.length}` })
    },
    saveFiles: (_use, files) => {
      if (loopback.cancelDialogs) {
        return Promise.reject(new AppError('CANCELLED', 'the user closed the dialog'))
      }
      const isWritten = ({ name }: TestFile) =>
        loopback.unwritable === null || !name.includes(loopback.unwritable)
      savedFiles.push(...files.filter(isWritten))
      return Promise.resolve({
        fileNames: files.map((file) => (isWritten(file) ? file.name : null)),
        handle: `saved-${savedFiles.length}`,
      })
    },
  })

  const loopback: Loopback = {
    application,
    dataFolder,
    pickFile: null,
    pickMore: [],
    cancelDialogs: false,
    unwritable: null,
    savedFiles,
    clipboard,
    revealed,
    printed,
    menu: null,
    mails,
    pictures,
    reported,
    logged,
    bridge: {
      invoke: async (command, input, fileGrant) => {
        const granted = fileGrant === undefined ? loopback.pickFile : (grants.get(fileGrant) ?? null)
        if (fileGrant !== undefined && !grants.delete(fileGrant)) {
          return { ok: false, error: { code: 'FILE_GRANT_INVALID', message: 'no such grant', data: {} } }
        }
        return structuredClone(
          await application.router.dispatch(command, structuredClone(input), contextFor(granted)),
        )
      },
      watch: (view, params, onSnapshot) => {
        let isStopped = false
        const stop = application.hub.watch(view, structuredClone(params), (snapshot) => {
          const copy = structuredClone(snapshot)
          // As over the wire: a snapshot never arrives inside the call that caused it.
          queueMicrotask(() => {
            if (!isStopped) {
              onSnapshot(copy)
            }
          })
        })
        return () => {
          isStopped = true
          stop()
        }
      },
      grantFile: async (file) => {
        const { name, arrayBuffer } = file as { name?: unknown; arrayBuffer?: unknown }
        if (typeof name !== 'string' || typeof arrayBuffer !== 'function') {
          return null
        }
        const token = `grant-${grants.size}-${Math.random()}`
        grants.set(token, { name, bytes: new Uint8Array(await (file as File).arrayBuffer()) })
        return token
      },
    },
    run: async <C extends CommandName>(name: C, input: CommandInput<C>, file?: TestFile) => {
      const reply = await application.router.dispatch(name, structuredClone(input), contextFor(file ?? null))
      return valueOf(reply) as CommandOutput<C>
    },
    read: <V extends ViewName>(name: V, params: ViewParams<V>) =>
      valueOf(application.hub.read(name, params)) as ViewValue<V>,
    settled: application.settled,
    close: () => {
      application.close()
      if (options.dataFolder === undefined) {
        rmSync(dataFolder, { recursive: true, force: true })
      }
    },
  }
  return loopback
}

function valueOf(reply: Reply<unknown>): unknown {
  if (!reply.ok) {
    throw Object.assign(new Error(reply.error.message), reply.error)
  }
  return reply.value
}
