import type { BrowserWindow } from 'electron'
import { app, dialog } from 'electron'
import type { ShellTexts } from '#shared/locales/shell.ts'
import { fillIn } from '#shared/locales/shell.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Log } from '#main/ports.ts'
import { isWritableFolder } from './data-folder.ts'

/** What the program ends with, for scripts and support; 0 is every ordinary end. */
export const exitCodes = { refusedStart: 3, dataFolder: 4, fault: 5 } as const

type Texts = () => ShellTexts

/** Says in a dialog, and on standard error, why the program cannot go on, and ends it with a code that tells. */
export async function endWith(code: number, message: string, texts: Texts): Promise<void> {
  await app.whenReady()
  // Asked to quit while the dialog is open (SIGTERM, log-off), the program still says what happened.
  app.on('before-quit', (event) => {
    event.preventDefault()
    app.exit(code)
  })
  process.stderr.write(`${message}\n`)
  const { title, close } = texts().failure
  await dialog.showMessageBox({ type: 'error', title, message, buttons: [close], noLink: true })
  app.exit(code)
}

/** The reason a store did not open, in the user's words, and the code to end with. */
export function startFailure(
  thrown: unknown,
  folder: string,
  texts: Texts,
  log: Log,
): { code: number; message: string } {
  const { failure } = texts()
  const codes: { readonly [code: string]: string } = {
    DATA_IN_USE: failure.dataInUse,
    DATA_TOO_NEW: failure.dataTooNew,
    DATA_DAMAGED: failure.dataDamaged,
    DATA_NOT_WRITABLE: failure.folderNotWritable,
  }
  const known = thrown instanceof AppError ? codes[thrown.code] : undefined
  const reference = log.report(thrown)
  return known === undefined
    ? { code: exitCodes.fault, message: fillIn(failure.fault, { reference }) }
    : { code: exitCodes.dataFolder, message: fillIn(known, { folder }) }
}

/** Ends the program and starts it again. */
export function restart(): void {
  app.relaunch()
  app.quit()
}

/**
 * Offers the newest backup that can be read in the place of a portfolio that cannot; answers whether it waits for the
 * next start now. The damaged file is put aside then, and kept.
 */
export async function offerBackup(thrown: unknown, folder: string, texts: Texts, log: Log): Promise<boolean> {
  if (!(thrown instanceof AppError && thrown.code === 'DATA_DAMAGED')) {
    return false
  }
  const { newestReadable, restoreBackup } = await import('#main/store/rescue.ts')
  const backup = newestReadable(folder)
  if (backup === null) {
    return false
  }
  log.report(thrown)
  const { title, dataDamaged, offerBackup: offer, useBackup, close } = texts().failure
  const { response } = await dialog.showMessageBox({
    type: 'error',
    title,
    message: fillIn(dataDamaged, { folder }),
    detail: fillIn(offer, { date: new Date(backup.madeAt).toLocaleString(app.getLocale()) }),
    buttons: [useBackup, close],
    cancelId: 1,
    noLink: true,
  })
  if (response !== 0) {
    return false
  }
  restoreBackup(folder, backup.id)
  return true
}

/** What a start is asked for; crosses to the running instance. */
export type StartRequest = { readonly sample: boolean }

/** Reads what another instance sent; it is only as trustworthy as whoever started it. */
export function parseStartRequest(sent: unknown): StartRequest {
  return { sample: typeof sent === 'object' && sent !== null && 'sample' in sent && sent.sample === true }
}

/** Whether this start is the only one: `second` has handed its request over, `locked-out` cannot write its data. */
export function claimInstance(request: StartRequest, folder: string): 'only' | 'second' | 'locked-out' {
  if (app.requestSingleInstanceLock(request)) {
    return 'only'
  }
  // Electron's lock is also refused where the folder cannot be written to; ending in silence would be a riddle (F10).
  return isWritableFolder(folder) ? 'second' : 'locked-out'
}

/** After a failure nobody foresaw nothing is certain any more: log it, save what is open, say so, end. */
export function watchFaults(log: Log, texts: Texts, save: () => void): void {
  let hasFailed = false
  const fail = (thrown: unknown): void => {
    const reference = log.report(thrown)
    if (hasFailed) {
      return
    }
    hasFailed = true
    try {
      save()
    } catch (second) {
      log.report(second)
    }
    void endWith(exitCodes.fault, fillIn(texts().failure.fault, { reference }), texts)
  }
  process.on('uncaughtException', fail)
  process.on('unhandledRejection', fail)
}

/** Offers to bring the page back when its process has died; `reopen` makes the window that takes this one's place. */
export function recoverPage(window: BrowserWindow, log: Log, texts: Texts, reopen: () => void): void {
  window.webContents.once('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') {
      return
    }
    log.error('page.gone', { reason, exitCode })
    const { title, pageGone, pageGoneDetail, reload, quit } = texts().failure
    const buttons = [reload, quit]
    void dialog
      .showMessageBox(window, {
        type: 'error',
        title,
        message: pageGone,
        detail: pageGoneDetail,
        buttons,
        noLink: true,
      })
      .then(({ response }) => {
        if (response !== 0) {
          app.quit()
        } else if (!window.isDestroyed()) {
          // A new window and not a reload: after a crash Electron 33 calls the frame detached for good, and a detached
          // frame is not answered.
          reopen()
          window.destroy()
        }
      })
  })
}

/** Brings the window to the user, whatever became of it. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) {
    window.restore()
  }
  window.show()
  window.focus()
}
