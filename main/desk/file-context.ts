import { mkdir, realpath } from 'node:fs/promises'
import { basename, resolve } from 'node:path'
import { AppError } from '#main/ipc/app-error.ts'
import { openRegularFile, writeNewFiles, writeWholeFile } from '#main/files.ts'
import type { CallContext } from '#main/ports.ts'
import type { DeskRequest } from './arguments.ts'

/** The files of one request: `--file` to read, `--out` to write; a command that needs one it was not given says so. */
export function fileContext(request: DeskRequest, workingFolder: string): CallContext {
  const openFile = async () => {
    if (request.file === undefined) {
      throw new AppError('FILE_REQUIRED', 'this command reads a file: give --file PATH', { option: 'file' })
    }
    const path = resolve(workingFolder, request.file)
    // A link on the command line is the user's own choice; what it leads to must still be a regular file.
    return openRegularFile(await realpath(path).catch(() => path))
  }
  return {
    openFile,
    openFiles: async () => [await openFile()],
    saveFile: async (_use, _suggestedName, bytes) => {
      if (request.out === undefined) {
        throw new AppError('FILE_REQUIRED', 'this command writes a file: give --out PATH', { option: 'out' })
      }
      const path = resolve(workingFolder, request.out)
      await writeWholeFile(path, bytes)
      return { fileName: basename(path), handle: null }
    },
    saveFiles: async (_use, files) => {
      if (request.out === undefined) {
        throw new AppError('FILE_REQUIRED', 'this command writes files into a folder: give --out FOLDER', {
          option: 'out',
        })
      }
      const folder = resolve(workingFolder, request.out)
      await mkdir(folder, { recursive: true, mode: 0o700 }).catch(() => undefined)
      return { fileNames: await writeNewFiles(folder, files), handle: null }
    },
  }
}
