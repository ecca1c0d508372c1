import { randomBytes } from 'node:crypto'
import type { BigIntStats } from 'node:fs'
import { constants } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'
import { lstat, open, rename, rm } from 'node:fs/promises'
import { basename, dirname, extname, isAbsolute, join } from 'node:path'
import type { ErrorCode } from '#shared/contract/errors.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { NewFile, OpenedFile } from '#main/ports.ts'

/** Reading never follows a link and never waits for a pipe's other end; the names are missing on Windows. */
const readFlags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0)

/**
 * Looks at a file to be read: a regular file, not a link, pipe, device or folder, and nothing is opened to find out.
 * What is read later is that same file or nothing.
 * @throws AppError `FILE_NOT_FOUND` or `FILE_NOT_READABLE`.
 */
export async function openRegularFile(path: string): Promise<OpenedFile> {
  if (!isAbsolute(path) || path.includes('\0')) {
    throw new AppError('FILE_NOT_FOUND', 'the path is not one of a file')
  }
  const seen = await lstat(path, { bigint: true }).catch((thrown: unknown) => {
    throw fileError(thrown, 'FILE_NOT_READABLE')
  })
  if (!seen.isFile()) {
    throw new AppError('FILE_NOT_READABLE', 'not a regular file')
  }
  return {
    name: basename(path),
    size: Number(seen.size),
    read: async () => {
      const parts: Buffer[] = []
      for await (const chunk of chunksOfSame(path, seen)) {
        parts.push(Buffer.from(chunk))
      }
      return Buffer.concat(parts)
    },
    chunks: () => chunksOfSame(path, seen),
  }
}

/** How many bytes are read at a time. */
const chunkBytes = 1 << 20

/** Reads a file that was looked at; one that was replaced, or changed while it was read, is given up. */
async function* chunksOfSame(path: string, seen: BigIntStats): AsyncGenerator<Uint8Array> {
  try {
    const handle = await open(path, readFlags)
    try {
      await checkSame(handle, seen)
      const buffer = new Uint8Array(chunkBytes)
      let total = 0
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, chunkBytes, total)
        if (bytesRead === 0) {
          break
        }
        total += bytesRead
        yield buffer.subarray(0, bytesRead)
      }
      await checkSame(handle, seen)
    } finally {
      await handle.close()
    }
  } catch (thrown) {
    throw thrown instanceof AppError ? thrown : fileError(thrown, 'FILE_NOT_READABLE')
  }
}

async function checkSame(handle: FileHandle, seen: BigIntStats): Promise<void> {
  const now = await handle.stat({ bigint: true })
  const isSame =
    now.isFile() &&
    now.dev === seen.dev &&
    now.ino === seen.ino &&
    now.size === seen.size &&
    now.mtimeNs === seen.mtimeNs
  if (!isSame) {
    throw new AppError('FILE_NOT_READABLE', 'the file was replaced or changed while it was read')
  }
}

/**
 * Writes a file whole or not at all, readable by its owner only, and on disk when it returns.
 * @throws AppError `FILE_NOT_WRITABLE`.
 */
export async function writeWholeFile(path: string, bytes: Uint8Array): Promise<void> {
  const folder = dirname(path)
  const draft = join(folder, `.${randomBytes(8).toString('hex')}.tmp`)
  try {
    const handle = await open(draft, 'wx', 0o600)
    try {
      await handle.writeFile(bytes)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(draft, path)
    await syncFolder(folder)
  } catch (thrown) {
    await rm(draft, { force: true })
    throw fileError(thrown, 'FILE_NOT_WRITABLE')
  }
}

/**
 * Writes several files whole into a folder, each under its own name or, where that is taken, with a number behind it.
 * Answers with the names used, and `null` for each file that could not be written: those before and after it stay.
 * @throws AppError `FILE_NOT_WRITABLE` when none could be.
 */
export async function writeNewFiles(
  folder: string,
  files: readonly NewFile[],
): Promise<readonly (string | null)[]> {
  const names: (string | null)[] = []
  let failure: unknown = null
  for (const { name, bytes } of files) {
    try {
      const free = await freeName(folder, name)
      await writeWholeFile(join(folder, free), bytes)
      names.push(free)
    } catch (thrown) {
      failure = thrown
      names.push(null)
    }
  }
  if (failure !== null && names.every((name) => name === null)) {
    throw failure
  }
  return names
}

async function freeName(folder: string, name: string): Promise<string> {
  const extension = extname(name)
  const stem = name.slice(0, name.length - extension.length)
  for (let count = 1; ; count += 1) {
    const candidate = count === 1 ? name : `${stem} (${count})${extension}`
    const isTaken = await lstat(join(folder, candidate)).then(
      () => true,
      () => false,
    )
    if (!isTaken) {
      return candidate
    }
  }
}

/** Makes a rename outlast a power cut; Windows and some network folders have no such thing. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r').catch(() => null)
  await handle?.sync().catch(() => undefined)
  await handle?.close()
}

/** A refusal without the path in it: the message may reach the page. */
function fileError(thrown: unknown, code: ErrorCode): AppError {
  const reason = thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown'
  const isMissing = reason === 'ENOENT' && code === 'FILE_NOT_READABLE'
  return new AppError(isMissing ? 'FILE_NOT_FOUND' : code, `the system said ${reason}`, { reason })
}
