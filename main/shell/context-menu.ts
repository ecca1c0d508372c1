import type { ContextMenuParams } from 'electron'
import type { ShellTexts } from '#shared/locales/shell.ts'
import type { MenuItem, MenuSystem } from './menu-template.ts'

/** What a right click tells of the place it was made at. */
export type ClickedPlace = Pick<
  ContextMenuParams,
  'isEditable' | 'selectionText' | 'misspelledWord' | 'dictionarySuggestions'
> & { readonly editFlags: Omit<ContextMenuParams['editFlags'], 'canEditRichly'> }

const separator: MenuItem = { type: 'separator' }

/**
 * The menu of a right click on text, as each system has it: in a field everything an editor does, on other text what
 * leaves it as it is; nothing where there is no text. macOS corrects spelling here and undoes only in its menu bar.
 */
export function contextMenu(
  { menu }: ShellTexts,
  { isEditable, selectionText, editFlags, misspelledWord, dictionarySuggestions }: ClickedPlace,
  system: MenuSystem,
  correct: (word: string) => void,
): MenuItem[] {
  const copy: MenuItem = { role: 'copy', label: menu.copy, enabled: editFlags.canCopy }
  const selectAll: MenuItem = { role: 'selectAll', label: menu.selectAll, enabled: editFlags.canSelectAll }
  if (!isEditable) {
    return selectionText.trim() === '' ? [] : [copy]
  }
  const isMac = system === 'macos'
  const corrections = misspelledWord === '' ? [] : dictionarySuggestions
  return [
    ...corrections.map((word) => ({ label: word, click: () => correct(word) })),
    ...(corrections.length > 0 ? [separator] : []),
    ...(isMac
      ? []
      : ([
          { role: 'undo', label: menu.undo, enabled: editFlags.canUndo },
          { role: 'redo', label: menu.redo, enabled: editFlags.canRedo },
          separator,
        ] as const)),
    { role: 'cut', label: menu.cut, enabled: editFlags.canCut },
    copy,
    { role: 'paste', label: menu.paste, enabled: editFlags.canPaste },
    { role: 'pasteAndMatchStyle', label: menu.pastePlain, enabled: editFlags.canPaste },
    ...(isMac ? [] : [{ role: 'delete', label: menu.delete, enabled: editFlags.canDelete } as const]),
    separator,
    selectAll,
  ]
}
