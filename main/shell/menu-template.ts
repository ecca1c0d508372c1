import type { MenuItemConstructorOptions } from 'electron'
import { actionIds, specOf, type ActionFamily, type ActionGroup, type ActionId } from '#shared/actions.ts'
import type { ActionTexts } from '#shared/locales/menu.ts'
import type { ShellTexts } from '#shared/locales/shell.ts'
import { acceleratorOf } from './accelerator.ts'

/** An item of a menu, as Electron takes it. */
export type MenuItem = MenuItemConstructorOptions

/** The systems whose customs differ. */
export type MenuSystem = 'windows' | 'macos' | 'linux'

type MenuSetting = {
  readonly texts: ShellTexts
  readonly actions: ActionTexts
  readonly system: MenuSystem
  readonly isPackaged: boolean
  /** Is told what was chosen; the ids of the items are those of the actions. */
  readonly onChoose: (action: ActionId) => void
}

const separator: MenuItem = { type: 'separator' }

/**
 * The application menu as each system expects it: a menu of the program, a Window menu and plain titles on macOS;
 * access keys, Settings and Exit or Quit under File, and About under Help elsewhere. Its actions are those of
 * `shared/actions.ts`, by group, in the order they are declared.
 */
export function applicationMenu(setting: MenuSetting): MenuItem[] {
  const { texts, system, isPackaged } = setting
  const { menu } = texts
  const isMac = system === 'macos'
  const items = (ids: readonly ActionId[]) => actionItems(ids, setting)
  const settings = items(['goSettings'])
  const about: MenuItem = { role: 'about', label: menu.about }
  const quit: MenuItem = { role: 'quit', label: system === 'windows' ? menu.exit : menu.quit }
  const close: MenuItem = { role: 'close', label: menu.close }
  const titled = (name: 'file' | 'edit' | 'view' | 'go' | 'help', submenu: MenuItem[]): MenuItem => ({
    label: isMac ? menu[name] : withAccessKey(menu[name], accessKeys[name]),
    submenu,
  })

  const file = titled('file', [
    ...items(idsOf('do')),
    separator,
    ...(isMac ? [close] : [...settings, separator, close, quit]),
  ])
  const edit = titled('edit', [
    ...items(idsOf('edit')),
    separator,
    { role: 'cut', label: menu.cut },
    { role: 'copy', label: menu.copy },
    { role: 'paste', label: menu.paste },
    { role: 'pasteAndMatchStyle', label: menu.pastePlain },
    ...(isMac ? [] : [{ role: 'delete', label: menu.delete } as const]),
    { role: 'selectAll', label: menu.selectAll },
    separator,
    ...items(['openPalette', 'filterList']),
  ])
  const view = titled('view', [
    ...items(idsOf('view')),
    separator,
    { role: 'togglefullscreen', label: menu.fullScreen },
    ...(isPackaged
      ? []
      : ([
          separator,
          { role: 'reload', label: menu.reload },
          { role: 'toggleDevTools', label: menu.developerTools },
        ] as const)),
  ])
  const steps: readonly ActionId[] = ['goBack', 'goForward']
  const go = titled('go', [
    ...items(steps),
    separator,
    ...items(idsOf('go').filter((id) => id !== 'goSettings' && !steps.includes(id))),
  ])
  const help = titled('help', [...items(idsOf('help')), ...(isMac ? [] : [separator, about])])

  return isMac
    ? [
        programMenu(menu, about, settings, quit),
        file,
        edit,
        view,
        go,
        windowMenu(menu),
        { ...help, role: 'help' },
      ]
    : [file, edit, view, go, help]
}

/** The actions of a group that can be chosen and not only typed. */
function idsOf(group: ActionGroup): readonly ActionId[] {
  return actionIds.filter((id) => specOf(id).group === group && specOf(id).place !== 'keys')
}

/** Items of actions; a family becomes a menu of its own where its first member stands. */
function actionItems(ids: readonly ActionId[], setting: MenuSetting): MenuItem[] {
  const families = new Set<ActionFamily>()
  return ids.flatMap((id) => {
    const { family } = specOf(id)
    if (family === null) {
      return [actionItem(id, setting)]
    }
    if (families.has(family)) {
      return []
    }
    families.add(family)
    const members = ids.filter((each) => specOf(each).family === family)
    return [
      {
        label: setting.actions.families[family],
        submenu: members.map((member) => actionItem(member, setting)),
      },
    ]
  })
}

/** An item for an action: not to be chosen until the page says that it can be done. */
function actionItem(id: ActionId, { actions, system, onChoose }: MenuSetting): MenuItem {
  const { family, isSwitch } = specOf(id)
  const accelerator = acceleratorOf(id, system === 'macos')
  return {
    id,
    label: actions.titleOf(id),
    enabled: false,
    type: family !== null ? 'radio' : isSwitch ? 'checkbox' : 'normal',
    // The page listens to the keys itself; where the system allows it, the menu only shows them.
    ...(accelerator === null ? {} : { accelerator, registerAccelerator: false }),
    click: () => onChoose(id),
  }
}

function programMenu(
  menu: ShellTexts['menu'],
  about: MenuItem,
  settings: readonly MenuItem[],
  quit: MenuItem,
): MenuItem {
  return {
    role: 'appMenu',
    submenu: [
      about,
      separator,
      ...settings,
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
}

function windowMenu(menu: ShellTexts['menu']): MenuItem {
  return {
    role: 'window',
    label: menu.window,
    submenu: [
      { role: 'minimize', label: menu.minimize },
      { role: 'zoom', label: menu.zoom },
      separator,
      { role: 'front', label: menu.bringToFront },
    ],
  }
}

const accessKeys = { file: 'F', edit: 'E', view: 'V', go: 'G', help: 'H' } as const

/** A menu's title with the letter Alt opens it with: inside a Latin title, behind a Chinese one. */
function withAccessKey(title: string, key: string): string {
  return title.startsWith(key) ? `&${title}` : `${title}(&${key})`
}
