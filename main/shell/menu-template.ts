import type { MenuItemConstructorOptions } from 'electron'
import type { ShellTexts } from '#shared/locales/shell.ts'

/** An item of a menu, as Electron takes it. */
export type MenuItem = MenuItemConstructorOptions
type Setting = { readonly isMac: boolean; readonly isPackaged: boolean }

const separator: MenuItem = { type: 'separator' }

/** The application menu as each system expects it: an application menu on macOS, File and Help elsewhere. */
export function applicationMenu({ menu }: ShellTexts, { isMac, isPackaged }: Setting): MenuItem[] {
  const about: MenuItem = { role: 'about', label: menu.about }
  const quit: MenuItem = { role: 'quit', label: menu.quit }
  const application: MenuItem = {
    role: 'appMenu',
    submenu: [
      about,
      separator,
      { role: 'services', label: menu.services },
      separator,
      { role: 'hide', label: menu.hide },
      { role: 'hideOthers', label: menu.hideOthers },
      { role: 'unhide', label: menu.showAll },
      separator,
      quit,
    ],
  }
  const close: MenuItem = { role: 'close', label: menu.close }
  const view: MenuItem[] = [
    { role: 'resetZoom', label: menu.actualSize },
    { role: 'zoomIn', label: menu.zoomIn },
    { role: 'zoomOut', label: menu.zoomOut },
    separator,
    { role: 'togglefullscreen', label: menu.fullScreen },
  ]
  const development: MenuItem[] = [
    separator,
    { role: 'reload', label: menu.reload },
    { role: 'toggleDevTools', label: menu.developerTools },
  ]
  const window: MenuItem[] = [
    { role: 'minimize', label: menu.minimize },
    ...(isMac
      ? [
          { role: 'zoom', label: menu.zoom } as const,
          separator,
          { role: 'front', label: menu.bringToFront } as const,
        ]
      : [close]),
  ]
  return [
    isMac ? application : { label: menu.file, submenu: [quit] },
    ...(isMac ? [{ label: menu.file, submenu: [close] }] : []),
    { label: menu.edit, submenu: editing(menu) },
    { label: menu.view, submenu: isPackaged ? view : [...view, ...development] },
    { label: menu.window, submenu: window },
    ...(isMac ? [] : [{ label: menu.help, submenu: [about] }]),
  ]
}

/** The menu of a right click on text; text that cannot be edited can be copied. */
export function editingMenu({ menu }: ShellTexts, isEditable: boolean): MenuItem[] {
  return isEditable
    ? editing(menu)
    : [
        { role: 'copy', label: menu.copy },
        { role: 'selectAll', label: menu.selectAll },
      ]
}

function editing(menu: ShellTexts['menu']): MenuItem[] {
  return [
    { role: 'undo', label: menu.undo },
    { role: 'redo', label: menu.redo },
    separator,
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'pasteAndMatchStyle', label: menu.pastePlain },
    separator,
    { role: 'selectAll', label: menu.selectAll },
  ]
}
