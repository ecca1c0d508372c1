import type { WebContents } from 'electron'
import { app, Menu } from 'electron'
import { actionIds, specOf, type ActionId } from '#shared/actions.ts'
import type { Language } from '#shared/domain/cloud.ts'
import { actionTexts } from '#shared/locales/menu.ts'
import { shellTexts } from '#shared/locales/shell.ts'
import type { MenuDescription } from '#main/ports.ts'
import { applicationMenu, type MenuSystem } from './menu-template.ts'

/** The application menu as the program has it: in one language, with what the page says of its actions. */
export type ApplicationMenu = {
  readonly speak: (language: Language) => void
  readonly describe: (description: MenuDescription) => void
}

/** Nobody can do anything without a page. */
export const noPage: MenuDescription = { offered: [], checked: [], isTyping: false }

/** The customs this system has. */
export const menuSystem: MenuSystem =
  process.platform === 'darwin' ? 'macos' : process.platform === 'win32' ? 'windows' : 'linux'

/** Makes the menu; what is chosen in it goes to `onChoose`, or to the field the user types in. */
export function createApplicationMenu(options: {
  readonly contents: () => WebContents | null
  readonly onChoose: (action: ActionId) => void
}): ApplicationMenu {
  let description = noPage
  let menu: Menu | null = null

  const choose = (action: ActionId): void => {
    if (description.isTyping && (action === 'undo' || action === 'redo')) {
      options.contents()?.[action]()
    } else {
      options.onChoose(action)
    }
  }
  const show = (): void => {
    for (const id of actionIds) {
      const item = menu?.getMenuItemById(id)
      if (item !== null && item !== undefined) {
        const isOfField = description.isTyping && (id === 'undo' || id === 'redo')
        item.enabled = isOfField || description.offered.includes(id)
        // Electron takes the mark from the others of a family by itself.
        if (specOf(id).isSwitch || description.checked.includes(id)) {
          item.checked = description.checked.includes(id)
        }
      }
    }
  }
  return {
    speak: (language) => {
      const template = applicationMenu({
        texts: shellTexts[language],
        actions: actionTexts[language],
        system: menuSystem,
        isPackaged: app.isPackaged,
        onChoose: choose,
      })
      menu = Menu.buildFromTemplate(template)
      show()
      Menu.setApplicationMenu(menu)
    },
    describe: (next) => {
      description = next
      show()
    },
  }
}
