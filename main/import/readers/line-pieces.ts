import { importLimits } from '#main/import/limits.ts'
import { AppError } from '#main/ipc/app-error.ts'

/** Bytes that end where a line ends, and how many bytes of the file stand before them. */
export type Piece = { readonly bytes: Uint8Array; readonly offset: number }

/** No record may be longer in characters, and no character is longer than four bytes. */
const longestLine = importLimits.recordCharacters * 4

/**
 * Cuts a stream of bytes where lines end, so that every piece decodes by itself: in the encodings that are read, no
 * byte of a longer character is a line end. `width` is 2 for UTF-16.
 * @throws AppError `FILE_LIMIT` when a line is longer than any record may be.
 */
export async function* linePieces(
  chunks: AsyncIterable<Uint8Array>,
  width: 1 | 2,
  isLittleEndian = true,
): AsyncGenerator<Piece> {
  let rest: Uint8Array = new Uint8Array(0)
  let offset = 0
  for await (const chunk of chunks) {
    const bytes = rest.length === 0 ? chunk : joined(rest, chunk)
    const cut = width === 1 ? lastLineEnd(bytes) : lastWideLineEnd(bytes, isLittleEndian)
    if (cut > 0) {
      yield { bytes: bytes.subarray(0, cut), offset }
      offset += cut
    }
    rest = bytes.subarray(cut)
    if (rest.length > longestLine) {
      const limit = importLimits.recordCharacters
      throw new AppError('FILE_LIMIT', `a line has more than ${limit} characters`, {
        limit,
        of: 'characters',
      })
    }
  }
  if (rest.length > 0) {
    yield { bytes: rest, offset }
  }
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length)
  all.set(first)
  all.set(second, first.length)
  return all
}

function lastLineEnd(bytes: Uint8Array): number {
  const lf = bytes.lastIndexOf(10)
  // A file of bare carriage returns; one at the very end may be half of a pair.
  return lf >= 0 ? lf + 1 : bytes.lastIndexOf(13, bytes.length - 2) + 1
}

function lastWideLineEnd(bytes: Uint8Array, isLittleEndian: boolean): number {
  for (let at = (bytes.length & ~1) - 2; at >= 0; at -= 2) {
    const unit = isLittleEndian
      ? (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8)
      : ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
    if (unit === 10) {
      return at + 2
    }
  }
  return 0
}
