import { describe, expect, test } from 'vitest'
import { shellTexts } from '#shared/locales/shell.ts'
import type { MenuItem } from '#main/shell/menu-template.ts'
import { applicationMenu, editingMenu } from '#main/shell/menu-template.ts'

function all(items: readonly MenuItem[]): MenuItem[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? all(item.submenu) : [])])
}
const roles = (items: readonly MenuItem[]) => all(items).flatMap(({ role }) => role ?? [])

describe.each(['zh-CN', 'en'] as const)('the application menu in %s', (language) => {
  test.each([true, false])('names every item itself (macOS: %s)', (isMac) => {
    const items = all(applicationMenu(shellTexts[language], { isMac, isPackaged: false }))
    const unnamed = items.filter(
      ({ type, role, label }) => type !== 'separator' && role !== 'appMenu' && (label ?? '') === '',
    )
    expect(unnamed).toEqual([])
  })

  test('begins with the program on macOS and with File elsewhere', () => {
    const [mac] = applicationMenu(shellTexts[language], { isMac: true, isPackaged: true })
    const [other] = applicationMenu(shellTexts[language], { isMac: false, isPackaged: true })
    expect(mac?.role).toBe('appMenu')
    expect(other?.label).toBe(shellTexts[language].menu.file)
  })
})

test('the keys of editing and quitting work on every system, because the menu has their roles', () => {
  for (const isMac of [true, false]) {
    expect(roles(applicationMenu(shellTexts.en, { isMac, isPackaged: true }))).toEqual(
      expect.arrayContaining([
        'undo',
        'redo',
        'cut',
        'copy',
        'paste',
        'selectAll',
        'quit',
        'close',
        'minimize',
      ]),
    )
  }
})

test('only a program run from its sources offers developer tools', () => {
  expect(roles(applicationMenu(shellTexts.en, { isMac: false, isPackaged: false }))).toContain(
    'toggleDevTools',
  )
  const packaged = roles(applicationMenu(shellTexts.en, { isMac: false, isPackaged: true }))
  expect(packaged).not.toContain('toggleDevTools')
  expect(packaged).not.toContain('reload')
})

test('text that cannot be changed can be copied', () => {
  expect(roles(editingMenu(shellTexts.en, false))).toEqual(['copy', 'selectAll'])
  expect(roles(editingMenu(shellTexts.en, true))).toContain('paste')
})
