import { describe, expect, test } from 'vitest'
import { actionIds, specOf, type ActionId } from '#shared/actions.ts'
import { languages, type Language } from '#shared/domain/cloud.ts'
import { actionTexts } from '#shared/locales/menu.ts'
import { shellTexts } from '#shared/locales/shell.ts'
import { acceleratorOf } from '#main/shell/accelerator.ts'
import { contextMenu, type ClickedPlace } from '#main/shell/context-menu.ts'
import { applicationMenu, type MenuItem, type MenuSystem } from '#main/shell/menu-template.ts'

const systems = ['windows', 'macos', 'linux'] as const

function all(items: readonly MenuItem[]): MenuItem[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])
}
const roles = (items: readonly MenuItem[]) => all(items).flatMap(({ role }) => role ?? [])
const menuOf = (
  system: MenuSystem,
  language: Language = 'en',
  isPackaged = true,
  onChoose: (action: ActionId) => void = () => undefined,
) =>
  applicationMenu({
    texts: shellTexts[language],
    actions: actionTexts[language],
    system,
    isPackaged,
    onChoose,
  })
const titles = (items: readonly MenuItem[]) => items.map(({ label, role }) => label ?? role)

describe.each(systems)('the application menu on %s', (system) => {
  test.each(languages)('names every item itself in %s', (language) => {
    const unnamed = all(menuOf(system, language, false)).filter(
      ({ type, role, label }) => type !== 'separator' && role !== 'appMenu' && (label ?? '') === '',
    )
    expect(unnamed).toEqual([])
  })

  test('has every action that can be chosen, once, and runs it', () => {
    const chosen: ActionId[] = []
    const items = all(menuOf(system, 'en', true, (action) => chosen.push(action)))
    const withId = items.filter(({ id }) => id !== undefined)
    for (const { click } of withId) {
      ;(click as () => void)()
    }
    expect(chosen).toHaveLength(new Set(chosen).size)
    expect(chosen).toEqual(withId.map(({ id }) => id))
    expect(chosen).toEqual(expect.arrayContaining(actionIds.filter((id) => specOf(id).place !== 'keys')))
  })

  test('has the roles the keys of editing, closing and quitting depend on', () => {
    expect(roles(menuOf(system))).toEqual(
      expect.arrayContaining(['cut', 'copy', 'paste', 'selectAll', 'quit', 'close', 'togglefullscreen']),
    )
  })

  test('leaves zoom to the preference', () => {
    expect(roles(menuOf(system)).filter((role) => /zoom(in|out)|resetzoom/i.test(role))).toEqual([])
  })
})

test('each system has its own order of menus', () => {
  expect(titles(menuOf('macos'))).toEqual(['appMenu', 'File', 'Edit', 'View', 'Go', 'Window', 'Help'])
  expect(titles(menuOf('windows'))).toEqual(['&File', '&Edit', '&View', '&Go', '&Help'])
  expect(titles(menuOf('linux', 'zh-CN'))).toEqual([
    '文件(&F)',
    '编辑(&E)',
    '查看(&V)',
    '转到(&G)',
    '帮助(&H)',
  ])
})

test('settings, quitting and the program’s name stand where each system looks for them', () => {
  const under = (system: MenuSystem, at: number) => titles(menuOf(system)[at]?.submenu as readonly MenuItem[])
  expect(under('macos', 0)).toEqual(expect.arrayContaining(['Settings…', 'Quit', 'About Multi-Partner Desk']))
  expect(under('macos', 1)).not.toContain('Quit')
  expect(under('windows', 0)).toEqual(expect.arrayContaining(['Settings…', 'Exit']))
  expect(under('linux', 0)).toEqual(expect.arrayContaining(['Settings…', 'Quit']))
  expect(under('windows', 4)).toContain('About Multi-Partner Desk')
})

test('the themes are one choice of several, and switches are switches', () => {
  const view = menuOf('windows').at(2)?.submenu as readonly MenuItem[]
  const themes = view.find(({ label }) => label === 'Theme')?.submenu as readonly MenuItem[]
  expect(themes.map(({ type }) => type)).toEqual(['radio', 'radio', 'radio', 'radio'])
  expect(view.find(({ id }) => id === 'customerSafe')?.type).toBe('checkbox')
})

test('only a program run from its sources offers developer tools', () => {
  expect(roles(menuOf('linux', 'en', false))).toContain('toggleDevTools')
  expect(roles(menuOf('linux'))).not.toContain('toggleDevTools')
  expect(roles(menuOf('linux'))).not.toContain('reload')
})

describe('the keys in the menu', () => {
  test('are those of the system', () => {
    expect(acceleratorOf('goBack', false)).toBe('Alt+Left')
    expect(acceleratorOf('goBack', true)).toBe('CommandOrControl+[')
    expect(acceleratorOf('redo', false)).toBe('CommandOrControl+Y')
    expect(acceleratorOf('redo', true)).toBe('CommandOrControl+Shift+Z')
    expect(acceleratorOf('zoomIn', true)).toBe('CommandOrControl+=')
    expect(acceleratorOf('addAccount', false)).toBeNull()
  })

  test('on macOS, where they act, never take a letter or a space from a text', () => {
    for (const id of actionIds) {
      expect(acceleratorOf(id, true) ?? 'F1').toMatch(/^(CommandOrControl|Alt)\+|^F\d+$/)
    }
  })

  test('are heard by the page and not by the menu, where the system allows it', () => {
    const keyed = all(menuOf('windows')).filter(({ accelerator }) => accelerator !== undefined)
    expect(keyed.length).toBeGreaterThan(10)
    expect(keyed.filter(({ registerAccelerator }) => registerAccelerator !== false)).toEqual([])
  })
})

describe('the menu of a right click', () => {
  const flags = {
    canUndo: false,
    canRedo: false,
    canCut: true,
    canCopy: true,
    canPaste: true,
    canDelete: true,
    canSelectAll: true,
  }
  const place: ClickedPlace = {
    isEditable: true,
    selectionText: '',
    misspelledWord: '',
    dictionarySuggestions: [],
    editFlags: flags,
  }
  const open = (change: Partial<ClickedPlace>, system: MenuSystem, correct = (_word: string) => undefined) =>
    contextMenu(shellTexts.en, { ...place, ...change }, system, correct)

  test('edits in a field, with undo and delete where the system has them there', () => {
    expect(roles(open({}, 'windows'))).toEqual([
      ...['undo', 'redo', 'cut', 'copy', 'paste', 'pasteAndMatchStyle', 'delete', 'selectAll'],
    ])
    expect(roles(open({}, 'macos'))).toEqual(['cut', 'copy', 'paste', 'pasteAndMatchStyle', 'selectAll'])
  })

  test('offers only what can be done now', () => {
    const undo = open({}, 'linux').find(({ role }) => role === 'undo')
    expect(undo?.enabled).toBe(false)
  })

  test('copies text that cannot be changed, and is not there where there is none', () => {
    expect(roles(open({ isEditable: false, selectionText: 'Contoso' }, 'linux'))).toEqual(['copy'])
    expect(open({ isEditable: false, selectionText: ' ' }, 'linux')).toEqual([])
  })

  test('corrects a word', () => {
    const words: string[] = []
    const [first] = open({ misspelledWord: 'teh', dictionarySuggestions: ['the'] }, 'macos', (word) => {
      words.push(word)
    })
    const correction = first?.click as () => void
    correction()
    expect(words).toEqual(['the'])
  })
})
