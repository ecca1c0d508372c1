import { AppError } from '#main/ipc/app-error.ts'
import type { OpenedFile } from '#main/ports.ts'

/** How many files can be read again with other options; the oldest gives way. */
const capacity = 16

/** A file that is at hand: what it is called, and its bytes from the start as often as they are wanted. */
export type HeldFile = Pick<OpenedFile, 'name' | 'size' | 'chunks'>

/** The files a user has handed over in this run of the program. */
export type Sources = {
  readonly hold: (file: HeldFile) => string
  /** @throws AppError `SOURCE_NOT_FOUND`. */
  readonly find: (sourceId: string) => HeldFile
}

/** Makes the list; the files themselves stay where they are, and are looked at anew each time. */
export function createSources(newId: () => string): Sources {
  const held = new Map<string, HeldFile>()
  return {
    hold: (file) => {
      const oldest = held.keys().next().value
      if (held.size >= capacity && oldest !== undefined) {
        held.delete(oldest)
      }
      const sourceId = newId()
      held.set(sourceId, file)
      return sourceId
    },
    find: (sourceId) => {
      const file = held.get(sourceId)
      if (file === undefined) {
        throw new AppError('SOURCE_NOT_FOUND', 'the file is not at hand any more')
      }
      return file
    },
  }
}

/** A text as a file, for what is pasted. */
export function textFile(name: string, text: string): HeldFile {
  const bytes = Buffer.from(text, 'utf8')
  return {
    name,
    size: bytes.length,
    chunks: async function* () {
      await Promise.resolve()
      yield bytes
    },
  }
}
