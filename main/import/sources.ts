import { AppError } from '#main/ipc/app-error.ts'
import type { OpenedFile } from '#main/ports.ts'

/** How many files wait to be read, or can be read again with other options; the oldest gives way. */
const fileCapacity = 1_000
/** The same of texts, which are kept in memory. */
const textCapacity = 16

/** A file that is at hand: what it is called, and its bytes from the start as often as they are wanted. */
export type HeldFile = Pick<OpenedFile, 'name' | 'size' | 'chunks'>

/** The files a user has handed over in this run of the program. */
export type Sources = {
  readonly hold: (file: HeldFile) => string
  readonly holdText: (text: HeldFile) => string
  /** @throws AppError `SOURCE_NOT_FOUND`. */
  readonly find: (sourceId: string) => HeldFile
}

/** Makes the list; the files themselves stay where they are, and are looked at anew each time. */
export function createSources(newId: () => string): Sources {
  const files = new Map<string, HeldFile>()
  const texts = new Map<string, HeldFile>()
  const hold = (held: Map<string, HeldFile>, capacity: number, file: HeldFile): string => {
    const oldest = held.keys().next().value
    if (held.size >= capacity && oldest !== undefined) {
      held.delete(oldest)
    }
    const sourceId = newId()
    held.set(sourceId, file)
    return sourceId
  }
  return {
    hold: (file) => hold(files, fileCapacity, file),
    holdText: (text) => hold(texts, textCapacity, text),
    find: (sourceId) => {
      const file = files.get(sourceId) ?? texts.get(sourceId)
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
