import type { Session, WebContents, WebPreferences } from 'electron'
import { app, BrowserWindow, Menu, nativeTheme, screen } from 'electron'
import type { ShellTexts } from '#shared/locales/shell.ts'
import { pageAddress } from './app-address.ts'
import { menuSystem } from './application-menu.ts'
import { contextMenu } from './context-menu.ts'
import type { WindowPlace } from './window-place.ts'
import { placeWindow, smallestWindow } from './window-place.ts'

/** What shows before the page does: the window background of Fluent's light and dark themes. */
const backgrounds = { light: '#fafafa', dark: '#1f1f1f' } as const

type WindowOptions = {
  readonly preload: string
  readonly place: WindowPlace | null
  /** Called as the window closes, while its page still stands. */
  readonly leave: (place: WindowPlace) => void
  readonly texts: () => ShellTexts
  /** Called before the page is loaded, so that its first message finds an answer. */
  readonly attach: (contents: WebContents) => void
}

/** Everything a page may and may not do, said in full although most are Electron's defaults (security C02–C09, C27). */
function securePreferences(): WebPreferences {
  return {
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    nodeIntegrationInSubFrames: false,
    webviewTag: false,
    navigateOnDragDrop: false,
    disableDialogs: true,
    spellcheck: process.platform === 'darwin',
    devTools: !app.isPackaged,
  }
}

/** Where a window is, as the next one should be. */
export function placeOf(window: BrowserWindow): WindowPlace {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() }
}

/** Opens the program's window, the only one there is; it shows itself once the page has been drawn. */
export function createSecureWindow({ preload, place, leave, texts, attach }: WindowOptions): BrowserWindow {
  const { workArea: main } = screen.getPrimaryDisplay()
  const others = screen.getAllDisplays().map(({ workArea }) => workArea)
  const window = new BrowserWindow({
    ...placeWindow(place, [main, ...others]),
    minWidth: smallestWindow.width,
    minHeight: smallestWindow.height,
    title: app.getName(),
    show: false,
    backgroundColor: nativeTheme.shouldUseDarkColors ? backgrounds.dark : backgrounds.light,
    autoHideMenuBar: true,
    webPreferences: { ...securePreferences(), preload },
  })
  window.once('ready-to-show', () => {
    if (place?.isMaximized === true) {
      window.maximize()
    }
    window.show()
  })
  window.on('close', () => leave(placeOf(window)))
  const { webContents } = window
  webContents.on('context-menu', (_event, place) => {
    const items = contextMenu(texts(), place, menuSystem, (word) => webContents.replaceMisspelling(word))
    if (items.length > 0) {
      Menu.buildFromTemplate(items).popup({ window })
    }
  })
  attach(webContents)
  window.loadURL(pageAddress).catch(() => undefined)
  return window
}

/** Opens a window nobody sees, to draw a document on paper: no preload, no scripts, nothing of the page's session. */
export function openPaperWindow(paper: Session): BrowserWindow {
  return new BrowserWindow({
    show: false,
    skipTaskbar: true,
    focusable: false,
    webPreferences: { ...securePreferences(), devTools: false, javascript: false, session: paper },
  })
}
