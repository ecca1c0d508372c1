import type { Entry, ZipFile } from 'yauzl'
import { fromBuffer } from 'yauzl'
import { AppError } from '#main/ipc/app-error.ts'

/** What a workbook's archive may hold (security C41); sizes are counted while inflating, never believed. */
export const zipLimits = {
  entries: 200,
  inflatedBytes: 200 * 1024 * 1024,
  ratio: 200,
  ratioFrom: 8 * 1024 * 1024,
} as const

/** The parts of a workbook by their path in the archive, in lower case. */
export type Archive = {
  readonly has: (path: string) => boolean
  /** The inflated bytes of a part, piece by piece; empty when there is no such part. */
  readonly read: (path: string) => AsyncGenerator<Uint8Array>
}

/**
 * Opens a ZIP archive in memory; nothing of it is ever written to disk.
 * @throws AppError `FILE_DAMAGED` or `FILE_LIMIT`.
 */
export async function openArchive(bytes: Uint8Array): Promise<Archive> {
  const zip = await open(bytes)
  const entries = await entriesOf(zip)
  refuseOverlaps(entries)
  const byPath = new Map<string, Entry>()
  for (const entry of entries) {
    const path = entry.fileName.toLowerCase()
    if (byPath.has(path)) {
      throw damaged('two parts have the same name')
    }
    byPath.set(path, entry)
  }
  let inflated = 0
  return {
    has: (path) => byPath.has(path.toLowerCase()),
    read: async function* (path) {
      const entry = byPath.get(path.toLowerCase())
      if (entry === undefined) {
        return
      }
      let ofEntry = 0
      for await (const chunk of inflate(zip, entry)) {
        inflated += chunk.length
        ofEntry += chunk.length
        const isBomb = ofEntry > zipLimits.ratioFrom && ofEntry > entry.compressedSize * zipLimits.ratio
        if (inflated > zipLimits.inflatedBytes || isBomb) {
          throw new AppError('FILE_LIMIT', 'the workbook holds more than it may once unpacked', {
            of: 'unpacked-bytes',
            limit: zipLimits.inflatedBytes,
          })
        }
        yield chunk
      }
    },
  }
}

/** The refusal of a workbook that is broken, or built to break its reader. */
export function damaged(message: string): AppError {
  return new AppError('FILE_DAMAGED', message)
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return new Promise((resolve, reject) => {
    fromBuffer(
      buffer,
      { lazyEntries: true, validateEntrySizes: true, strictFileNames: true },
      (error, zip) => {
        if (error === null) {
          resolve(zip)
        } else {
          reject(damaged(error.message))
        }
      },
    )
  })
}

async function entriesOf(zip: ZipFile): Promise<readonly Entry[]> {
  if (zip.entryCount > zipLimits.entries) {
    throw new AppError('FILE_LIMIT', 'the workbook has too many parts', {
      of: 'parts',
      limit: zipLimits.entries,
    })
  }
  return new Promise((resolve, reject) => {
    const entries: Entry[] = []
    zip.on('entry', (entry: Entry) => {
      entries.push(entry)
      zip.readEntry()
    })
    zip.once('end', () => resolve(entries))
    zip.once('error', (error: Error) => reject(damaged(error.message)))
    zip.readEntry()
  })
}

/** Parts that share their bytes are how a small archive pretends to be a large one. */
function refuseOverlaps(entries: readonly Entry[]): void {
  const ordered = entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)
  let end = 0
  for (const entry of ordered) {
    if (entry.relativeOffsetOfLocalHeader < end) {
      throw damaged('parts of the archive overlap')
    }
    end = entry.relativeOffsetOfLocalHeader + entry.compressedSize
  }
}

async function* inflate(zip: ZipFile, entry: Entry): AsyncGenerator<Uint8Array> {
  if (entry.isEncrypted()) {
    throw new AppError('FILE_NOT_A_TABLE', 'the workbook is encrypted', { kind: 'encrypted', line: 0 })
  }
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (error, opened) => {
      if (error === null) {
        resolve(opened)
      } else {
        reject(damaged(error.message))
      }
    })
  })
  try {
    for await (const chunk of stream) {
      yield chunk as Buffer
    }
  } catch (thrown) {
    throw thrown instanceof AppError
      ? thrown
      : damaged(thrown instanceof Error ? thrown.message : 'unreadable')
  }
}
