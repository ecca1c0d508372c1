import { existsSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { BrowserWindow, FileFilter } from 'electron'
import { app, dialog } from 'electron'
import type { FileUse } from '#shared/contract/spec.ts'
import type { ShellTexts } from '#shared/locales/shell.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { withExtension } from './file-extension.ts'

/** The last folder of each use, kept between runs. */
export type FolderMemory = {
  readonly read: (use: 'open' | 'save') => string | null
  readonly write: (use: 'open' | 'save', folder: string) => void
}

/** Asks the user for files; paths stay in main. */
export type Dialogs = {
  /** @throws AppError `CANCELLED`. */
  readonly open: (use: FileUse) => Promise<readonly [string, ...string[]]>
  /** The user has agreed to replace what the path already holds. @throws AppError `CANCELLED`. */
  readonly save: (use: FileUse, suggestedName: string) => Promise<string>
  /** A folder for several files. @throws AppError `CANCELLED`. */
  readonly folder: () => Promise<string>
}

type DialogOptions = {
  readonly parent: () => BrowserWindow | null
  readonly texts: () => ShellTexts
  readonly folders: FolderMemory
}

/** Makes the system's file dialogs, in front of the program's window. */
export function createDialogs({ parent, texts, folders }: DialogOptions): Dialogs {
  const startFolder = (use: 'open' | 'save'): string => {
    const last = folders.read(use)
    return last !== null && existsSync(last) ? last : app.getPath('documents')
  }
  const window = (): BrowserWindow => {
    const found = parent()
    if (found === null) {
      throw new AppError('CANCELLED', 'the window is gone')
    }
    return found
  }

  return {
    open: async (use) => {
      const { openTitle, openButton, fileKinds } = texts().dialog
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: openTitle,
        buttonLabel: openButton,
        defaultPath: startFolder('open'),
        filters: filtersOf(use, fileKinds),
        properties: use.isSeveral === true ? ['openFile', 'multiSelections'] : ['openFile'],
      })
      const [path, ...others] = filePaths
      if (canceled || path === undefined) {
        throw new AppError('CANCELLED', 'no file was chosen')
      }
      folders.write('open', dirname(path))
      return [path, ...others]
    },

    save: async (use, suggestedName) => {
      const { saveTitle, saveButton, fileKinds } = texts().dialog
      let suggestion = join(startFolder('save'), basename(suggestedName))
      for (;;) {
        const { canceled, filePath } = await dialog.showSaveDialog(window(), {
          title: saveTitle,
          buttonLabel: saveButton,
          defaultPath: suggestion,
          filters: filtersOf(use, fileKinds),
          properties: ['showOverwriteConfirmation', 'createDirectory'],
        })
        if (canceled || filePath === '') {
          throw new AppError('CANCELLED', 'no place to save was chosen')
        }
        const path = withExtension(filePath, use.extensions)
        if (path === filePath || !existsSync(path)) {
          folders.write('save', dirname(path))
          return path
        }
        // Nobody was asked about replacing the file that the added extension leads to.
        suggestion = path
      }
    },

    folder: async () => {
      const { folderTitle, folderButton } = texts().dialog
      const { canceled, filePaths } = await dialog.showOpenDialog(window(), {
        title: folderTitle,
        buttonLabel: folderButton,
        defaultPath: startFolder('save'),
        properties: ['openDirectory', 'createDirectory'],
      })
      const [path] = filePaths
      if (canceled || path === undefined) {
        throw new AppError('CANCELLED', 'no folder was chosen')
      }
      folders.write('save', path)
      return path
    },
  }
}

function filtersOf({ extensions }: FileUse, kinds: ShellTexts['dialog']['fileKinds']): FileFilter[] {
  const name = extensions.includes('csv')
    ? kinds.table
    : extensions.includes('eml')
      ? kinds.mail
      : extensions.includes('png')
        ? kinds.picture
        : extensions.join(', ')
  return [{ name, extensions: [...extensions] }]
}
