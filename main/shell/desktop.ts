import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { BrowserWindow } from 'electron'
import { app, Menu, nativeTheme, protocol, session, shell } from 'electron'
import type { Language } from '#shared/domain/cloud.ts'
import { shellTexts } from '#shared/locales/shell.ts'
import type { Snapshot, ViewValue } from '#shared/protocol.ts'
import type { Application, ApplicationOptions } from '#main/application.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { CallContext, Log } from '#main/ports.ts'
import { glanceAtPreferences } from '#main/store/glance.ts'
import type { PreferencesFile } from '#main/store/preferences-file.ts'
import { appScheme } from './app-address.ts'
import { createApplicationMenu, noPage } from './application-menu.ts'
import { createAppProtocol, filesOf, readBundle } from './app-protocol.ts'
import { bindIpc, closeStoreChannel } from './bind-ipc.ts'
import { createCallFiles } from './call-files.ts'
import { writeClipboard, writePicture } from './clipboard.ts'
import { claimFolder } from './data-folder.ts'
import { createDialogs } from './dialogs.ts'
import { createFileGrants } from './file-grants.ts'
import type { FirstView } from './first-page.ts'
import { readFirstViews, worthKeeping } from './first-page.ts'
import * as lifecycle from './lifecycle.ts'
import type { Look } from './look.ts'
import { lookOf, sourcesOf } from './look.ts'
import { lockNavigation } from './navigation.ts'
import { closeNetwork } from './network.ts'
import { showNotice } from './notice.ts'
import { openMail } from './open-mail.ts'
import { denyPermissions } from './permissions.ts'
import { createPdfPrinter, printPaper } from './print-pdf.ts'
import { createReaderStarter } from './reader-process.ts'
import { refusedSwitch } from './switches.ts'
import { createSecureWindow, placeOf } from './window.ts'
import { placeIn } from './window-place.ts'

/** Where the built parts lie, and how the parts behind the shell are made. */
export type DesktopParts = {
  readonly reader: string
  readonly queries: string
  readonly preload: string
  readonly pageFolder: string
  readonly pageManifest: string
  readonly openLog: (folder: string) => Log
  /** Loads what keeps the preferences file, and opens it; asked for once the window is on its way. */
  readonly openPreferences: (folder: string) => Promise<PreferencesFile>
  /** Loads the program behind the window, which is most of the code; asked for once the window is on its way. */
  readonly loadApplication: () => Promise<(options: ApplicationOptions) => Application>
}

/** Starts the program as a desktop application; everything that must precede Electron's `ready` happens at once. */
export function startDesktop(parts: DesktopParts): void {
  const refusal = refusedStart()
  if (refusal !== null) {
    process.stderr.write(`${refusal}\n`)
    app.exit(lifecycle.exitCodes.refusedStart)
    return
  }
  process.umask(0o077)
  app.enableSandbox()
  // Or Electron makes a menu of its own first.
  Menu.setApplicationMenu(null)
  protocol.registerSchemesAsPrivileged([{ scheme: appScheme, privileges: { standard: true, secure: true } }])

  const folder = app.getPath('userData')
  const request: lifecycle.StartRequest = { sample: process.argv.includes('--sample') }
  const claim = lifecycle.claimInstance(request, folder)
  if (claim === 'second') {
    app.exit(0)
  } else if (claim === 'locked-out') {
    const { code, message } = lockedOut(folder)
    void lifecycle.endWith(code, message, () => shellTexts[systemLanguage()])
  } else {
    void openDesktop(parts, folder, request)
  }
}

/** Why this start is refused, or `null`. */
function refusedStart(): string | null {
  if (process.platform === 'linux' && process.getuid?.() === 0) {
    return 'Multi-Partner Desk does not run as root: the sandbox of its window cannot work there.'
  }
  // Only the package the tests start carries the stand-in database driver; it may be driven from outside.
  const standIn = join(app.getAppPath(), 'node_modules', '@photostructure', 'sqlite', 'package.json')
  const name = refusedSwitch({
    argv: process.argv,
    isPackaged: app.isPackaged,
    isHarness: existsSync(standIn),
  })
  return name === null ? null : `Multi-Partner Desk does not start with --${name}.`
}

function lockedOut(folder: string): { code: number; message: string } {
  const { folderNotWritable } = shellTexts[systemLanguage()].failure
  return {
    code: lifecycle.exitCodes.dataFolder,
    message: folderNotWritable.replace('{folder}', () => folder),
  }
}

function systemLanguage(): Language {
  const [first = 'en'] = app.getPreferredSystemLanguages()
  return first.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

async function openDesktop(
  parts: DesktopParts,
  folder: string,
  request: lifecycle.StartRequest,
): Promise<void> {
  // Chromium's own files stay out of the way of the user's.
  const sessionFolder = join(folder, 'browser')
  app.setPath('sessionData', sessionFolder)
  const tightened = [
    ...claimFolder(folder),
    ...claimFolder(sessionFolder),
    ...claimFolder(join(folder, 'logs')),
  ]
  const log = parts.openLog(join(folder, 'logs'))
  tightened.forEach(({ name, mode }) => log.error('folder.tightened', { name, mode }))

  let language: Language = systemLanguage()
  let preferences: PreferencesFile | null = null
  let application: Application | null = null
  let window: BrowserWindow | null = null
  let zoomFactor = 1
  const texts = () => shellTexts[language]
  lifecycle.watchFaults(log, texts, () => application?.close())

  app.on('web-contents-created', (_event, contents) => lockNavigation(contents, log))
  app.on('session-created', (created) => {
    denyPermissions(created)
    closeNetwork(created, log, !app.isPackaged)
  })
  await app.whenReady()

  const glance = glanceAtPreferences(folder)
  const menu = createApplicationMenu({
    contents: () => window?.webContents ?? null,
    onChoose: (action) => application?.chooseFromMenu(action),
  })
  let look = lookOf(glance.preferences)
  let spoken: Language | null = null
  const dress = (next: Look): void => {
    look = next
    nativeTheme.themeSource = next.theme === 'high-contrast' ? 'dark' : next.theme
    zoomFactor = next.zoom / 100
    window?.webContents.setZoomFactor(zoomFactor)
    language = next.language === 'system' ? systemLanguage() : next.language
  }
  dress(look)

  const dialogs = createDialogs({
    parent: () => window,
    texts,
    folders: {
      read: (use) => preferences?.shell.read().folders[use] ?? null,
      write: (use, last) => {
        if (preferences !== null) {
          remember({ folders: { ...preferences.shell.read().folders, [use]: last } })
        }
      },
    },
  })
  /** Losing where a window was is no reason to bother anyone. */
  const remember: PreferencesFile['shell']['write'] = (change) => {
    try {
      preferences?.shell.write(change)
    } catch (thrown) {
      log.report(thrown)
    }
  }
  const files = createCallFiles(dialogs, createFileGrants())
  const open = async (): Promise<Application> => {
    preferences = await parts.openPreferences(folder)
    closeStoreChannel()
    const createApplication = await parts.loadApplication()
    return createApplication({
      dataFolder: folder,
      preferences,
      shell: {
        writeClipboard,
        writePicture,
        showNotice: (notice) => showNotice(notice, () => window),
        revealFile: (handle) => shell.showItemInFolder(files.pathOfSaved(handle)),
        openMail,
        printPdf: createPdfPrinter(),
        printPaper,
        describeMenu: menu.describe,
        restart: lifecycle.restart,
      },
      log,
      startReader: createReaderStarter(parts.reader),
      queries: { script: parts.queries },
      version: app.getVersion(),
      systemLanguage: systemLanguage(),
    })
  }

  // The window is made first and the program while Chromium starts the page's process; the page's document begins at
  // once and ends when the program is open.
  let answerPage: (views: () => readonly FirstView[]) => void = () => undefined
  const whenOpen = new Promise<() => readonly FirstView[]>((resolve) => {
    answerPage = resolve
  })
  const bundle = readBundle(parts.pageManifest)
  const answer = createAppProtocol({
    folder: parts.pageFolder,
    bundle,
    nonce: randomBytes(16).toString('base64url'),
    files: () => {
      const { shouldUseDarkColors: isDark, shouldUseHighContrastColors: isHighContrast } = nativeTheme
      return filesOf(bundle, sourcesOf(look, language, { isDark, isHighContrast }))
    },
    views: async () => (await whenOpen)(),
  })
  // `protocol.handle` answers with the web's streams, which Node loads for it: 20 ms before the first byte, and a turn of
  // the loop for each piece. Chromium's side of both is the same.
  session.defaultSession.protocol.registerStreamProtocol(appScheme, (asked, callback) =>
    callback(answer(asked)),
  )
  const program = (): Application => {
    if (application === null) {
      throw new AppError('SHUTTING_DOWN', 'the program is not open')
    }
    return application
  }
  const ipc = bindIpc({
    ...files,
    dispatch: (...call) => program().router.dispatch(...call),
    watch: (...watched) => program().hub.watch(...watched),
    log,
  })
  app.on('before-quit', () => ipc.close())
  app.on('will-quit', () => application?.close())

  const show = (): void => {
    const opened = createSecureWindow({
      preload: parts.preload,
      place: preferences === null ? placeIn(glance.window) : preferences.shell.read().window,
      leave: (place) => remember({ window: place, watched: worthKeeping(ipc.watched()) }),
      texts,
      attach: (contents) => ipc.attach(contents),
    })
    window = opened
    // Chromium remembers zoom by address and not by preference, so each load is told.
    opened.webContents.on('dom-ready', () => opened.webContents.setZoomFactor(zoomFactor))
    lifecycle.recoverPage(opened, log, texts, () => {
      remember({ window: placeOf(opened) })
      show()
    })
    opened.once('closed', () => {
      if (window === opened) {
        window = null
        menu.describe(noPage)
      }
    })
  }
  show()
  // Chromium's own messages first: the page's process is asked for in this turn, and its document in the next.
  await nextTurn()

  try {
    application = await open()
  } catch (thrown) {
    if (await lifecycle.offerBackup(thrown, folder, texts, log)) {
      return lifecycle.restart()
    }
    const { code, message } = lifecycle.startFailure(thrown, folder, texts, log)
    return lifecycle.endWith(code, message, texts)
  }
  const { router, hub } = application

  const fulfil = async ({ sample }: lifecycle.StartRequest): Promise<void> => {
    const reply = sample ? await router.dispatch('sample.load', {}, withoutFiles) : null
    if (reply?.ok === false) {
      log.error('sample.failed', { code: reply.error.code })
    }
  }
  await fulfil(request)
  answerPage(() => readFirstViews(hub, preferences?.shell.read().watched ?? []))
  // The page is answered before the menu is made.
  setImmediate(() =>
    hub.watch('preferences.current', {}, (snapshot: Snapshot) => {
      if (snapshot.ok) {
        dress(snapshot.value as ViewValue<'preferences.current'>)
      }
      if (language !== spoken) {
        spoken = language
        menu.speak(language)
      }
    }),
  )
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') {
      app.quit()
    }
  })
  app.on('activate', () => {
    if (window === null) {
      show()
    }
  })
  app.on('second-instance', (_event, _argv, _folder, sent) => {
    if (window === null) {
      show()
    } else {
      lifecycle.focusWindow(window)
    }
    void fulfil(lifecycle.parseStartRequest(sent))
  })
  log.info('program.started', { version: app.getVersion(), runtime: process.versions.electron ?? 'none' })
}

/** For what the program asks of itself: there is nobody to ask for a file. */
const withoutFiles: CallContext = {
  openFile: async () => Promise.reject(new AppError('FILE_REQUIRED', 'no window asked for this')),
  openFiles: async () => Promise.reject(new AppError('FILE_REQUIRED', 'no window asked for this')),
  saveFile: async () => Promise.reject(new AppError('FILE_REQUIRED', 'no window asked for this')),
  saveFiles: async () => Promise.reject(new AppError('FILE_REQUIRED', 'no window asked for this')),
}
