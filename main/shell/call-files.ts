import { randomBytes } from 'node:crypto'
import { basename, join } from 'node:path'
import type { FileUse } from '#shared/contract/spec.ts'
import { openRegularFile, writeNewFiles, writeWholeFile } from '#main/files.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { CallContext } from '#main/ports.ts'
import type { Dialogs } from './dialogs.ts'
import { hasExtension } from './file-extension.ts'
import type { FileGrants } from './file-grants.ts'

/** How many written files can still be shown in the system's file browser. */
const capacity = 64

/** Files for the page's calls: the page names none, and learns no path. */
export type CallFiles = {
  /** What one call may do: read the file of its grant, else the one the user picks. */
  readonly contextFor: (holder: number, fileGrant: string | undefined) => CallContext
  /** Judges a dropped file and lets its window read it once. @throws AppError when it is not a regular file. */
  readonly issueGrant: (holder: number, path: string) => Promise<string>
  readonly revokeGrants: (holder: number) => void
  /** The path of a file written in this run. @throws AppError `FILE_GRANT_INVALID`. */
  readonly pathOfSaved: (handle: string) => string
}

/** Makes the files of the page's calls. */
export function createCallFiles(dialogs: Dialogs, grants: FileGrants): CallFiles {
  const saved = new Map<string, string>()

  const remember = (path: string): string => {
    const oldest = saved.keys().next().value
    if (saved.size >= capacity && oldest !== undefined) {
      saved.delete(oldest)
    }
    const handle = randomBytes(24).toString('base64url')
    saved.set(handle, path)
    return handle
  }

  const pathsFor = async (
    holder: number,
    fileGrant: string | undefined,
    use: FileUse,
  ): Promise<readonly [string, ...string[]]> => {
    if (fileGrant === undefined) {
      return dialogs.open(use)
    }
    const path = grants.redeem(holder, fileGrant)
    if (!hasExtension(path, use.extensions)) {
      // The dialog offers only these; a page taken over must not read more than the dialog would show.
      throw new AppError('FILE_NOT_A_TABLE', 'a file of this kind is not read')
    }
    return [path]
  }

  return {
    contextFor: (holder, fileGrant) => ({
      openFile: async (use) => {
        const [path] = await pathsFor(holder, fileGrant, use)
        return openRegularFile(path)
      },
      openFiles: async (use) => Promise.all((await pathsFor(holder, fileGrant, use)).map(openRegularFile)),
      saveFile: async (use, suggestedName, bytes) => {
        const path = await dialogs.save(use, suggestedName)
        await writeWholeFile(path, bytes)
        return { fileName: basename(path), handle: remember(path) }
      },
      saveFiles: async (_use, written) => {
        const folder = await dialogs.folder()
        const fileNames = await writeNewFiles(folder, written)
        const first = fileNames.find((name) => name !== null)
        return {
          fileNames,
          handle: first === undefined || first === null ? null : remember(join(folder, first)),
        }
      },
    }),
    issueGrant: async (holder, path) => {
      await openRegularFile(path)
      return grants.issue(holder, path)
    },
    revokeGrants: grants.revoke,
    pathOfSaved: (handle) => {
      const path = saved.get(handle)
      if (path === undefined) {
        throw new AppError('FILE_GRANT_INVALID', 'no file of this run has that handle')
      }
      return path
    },
  }
}
