import { TextDecoder } from 'node:util'
import { AppError } from '#main/ipc/app-error.ts'

/** The encodings the program reads; what a Chinese Excel saves as CSV is GB18030. */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'gb18030'

/** How many bytes are decoded at a time, so that the window goes on answering. */
const chunkBytes = 1 << 20

/**
 * Finds a file's encoding: a byte order mark, else strict UTF-8, else strict GB18030.
 * @throws AppError `FILE_ENCODING` with the offset of the first byte that fits none: never a silent U+FFFD.
 */
export function detectEncoding(bytes: Uint8Array): Encoding {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) {
    verify(bytes, 'utf-8-bom')
    return 'utf-8-bom'
  }
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) {
    const encoding = bytes[0] === 0xff ? 'utf-16le' : 'utf-16be'
    verify(bytes, encoding)
    return encoding
  }
  const utf8Chunk = failingChunk(bytes, 'utf-8')
  if (utf8Chunk === null) {
    return 'utf-8'
  }
  const utf8 = failingByte(bytes, 'utf-8', utf8Chunk)
  if (isChineseUtf8(bytes.subarray(0, utf8))) {
    throw encodingError(utf8)
  }
  const gb18030Chunk = failingChunk(bytes, 'gb18030')
  if (gb18030Chunk === null) {
    return 'gb18030'
  }
  // The encoding that came further is the one the file was meant to have.
  throw encodingError(Math.max(utf8, failingByte(bytes, 'gb18030', gb18030Chunk)))
}

/**
 * Says whether a file's start is Chinese in UTF-8, so that what follows is damage or a second encoding. Almost any
 * bytes pass for GB18030; without this question such a file would be read as nonsense and nobody be told.
 */
function isChineseUtf8(start: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(start.subarray(0, chunkBytes))
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const foreign = text.match(/[^\x00-\x7F]/gu)?.length ?? 0
  return han >= 4 && han >= foreign * 0.8
}

/** Decodes a file piece by piece, without its byte order mark; `onProgress` is told the share that is done. */
export function* decode(
  bytes: Uint8Array,
  encoding: Encoding,
  onProgress: (share: number) => void = () => undefined,
): Generator<string> {
  const decoder = decoderFor(encoding)
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const end = Math.min(start + chunkBytes, bytes.length)
    onProgress(start / bytes.length)
    yield decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length })
  }
}

function decoderFor(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { fatal: true })
}

function verify(bytes: Uint8Array, encoding: Encoding): void {
  const failing = failingChunk(bytes, encoding)
  if (failing !== null) {
    throw encodingError(failingByte(bytes, encoding, failing))
  }
}

function encodingError(offset: number): AppError {
  return new AppError('FILE_ENCODING', `not text of one encoding: byte ${offset}`, { offset })
}

/** The start of the first chunk that does not decode, or `null` when all do. */
function failingChunk(bytes: Uint8Array, encoding: Encoding): number | null {
  const decoder = decoderFor(encoding)
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const end = Math.min(start + chunkBytes, bytes.length)
    try {
      const text = decoder.decode(bytes.subarray(start, end), { stream: end < bytes.length })
      // GB18030 has a legal form of the replacement character, which no customer list ever means.
      if (encoding === 'gb18030' && text.includes('\uFFFD')) {
        return start
      }
    } catch {
      return start
    }
  }
  return null
}

/** The first byte at which decoding fails, by halving: only run on a file that is refused. */
function failingByte(bytes: Uint8Array, encoding: Encoding, chunkStart: number): number {
  let good = chunkStart
  let bad = Math.min(chunkStart + chunkBytes, bytes.length)
  while (bad - good > 1) {
    const middle = (good + bad) >> 1
    if (decodes(bytes.subarray(0, middle), encoding)) {
      good = middle
    } else {
      bad = middle
    }
  }
  return good
}

function decodes(bytes: Uint8Array, encoding: Encoding): boolean {
  try {
    decoderFor(encoding).decode(bytes, { stream: true })
    return true
  } catch {
    return false
  }
}
