import { TextDecoder } from 'node:util'
import type { Encoding } from '#shared/domain/file-reading.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Piece } from './readers/line-pieces.ts'
import { linePieces } from './readers/line-pieces.ts'

/** A text that is not of the encoding it was taken for; whether another one is tried is for the caller. */
export class DecodingFailed extends Error {
  readonly encoding: Encoding
  /** The first byte that does not fit. */
  readonly offset: number
  /** Says that what precedes is so clearly this encoding that no other can be meant. */
  readonly isCertain: boolean

  constructor(encoding: Encoding, offset: number, isCertain: boolean) {
    super(`byte ${offset} is not ${encoding}`)
    this.encoding = encoding
    this.offset = offset
    this.isCertain = isCertain
  }
}

/** The encoding a byte order mark states, or `null`. */
export function statedEncoding(start: Uint8Array): Encoding | null {
  const [first, second, third] = start
  if (first === 0xef && second === 0xbb && third === 0xbf) {
    return 'utf-8-bom'
  }
  return first === 0xff && second === 0xfe
    ? 'utf-16le'
    : first === 0xfe && second === 0xff
      ? 'utf-16be'
      : null
}

/**
 * Decodes a stream strictly, line by line and without its byte order mark: never a silent U+FFFD.
 * @throws DecodingFailed at the first byte that does not fit.
 */
export async function* decodeLines(
  chunks: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<string> {
  const isWide = encoding === 'utf-16le' || encoding === 'utf-16be'
  const decoder = decoderFor(encoding)
  let start = ''
  for await (const piece of linePieces(chunks, isWide ? 2 : 1, encoding !== 'utf-16be')) {
    const text = decodePiece(decoder, piece, encoding, () => start)
    start ||= text.slice(0, 1 << 20)
    const isMarked = piece.offset === 0 && text.startsWith('\uFEFF')
    yield isMarked ? text.slice(1) : text
  }
}

function decodePiece(decoder: TextDecoder, piece: Piece, encoding: Encoding, start: () => string): string {
  try {
    const text = decoder.decode(piece.bytes)
    // GB18030 has a legal form of the replacement character, which no customer list ever means.
    if (encoding !== 'gb18030' || !text.includes('\uFFFD')) {
      return text
    }
  } catch {
    // Said below, with its place.
  }
  const good = failingByte(piece.bytes, encoding)
  const before = start() || new TextDecoder('utf-8').decode(piece.bytes.subarray(0, Math.min(good, 1 << 20)))
  throw new DecodingFailed(encoding, piece.offset + good, encoding === 'utf-8' && isChinese(before))
}

/**
 * Says whether a file's start is Chinese in UTF-8, so that what follows is damage or a second encoding. Almost any
 * bytes pass for GB18030; without this question such a file would be read as nonsense and nobody be told.
 */
function isChinese(text: string): boolean {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0
  const foreign = text.match(/[^\x00-\x7F]/gu)?.length ?? 0
  return han >= 4 && han >= foreign * 0.8
}

function decoderFor(encoding: Encoding): TextDecoder {
  return new TextDecoder(encoding === 'utf-8-bom' ? 'utf-8' : encoding, { fatal: true, ignoreBOM: true })
}

/** The refusal of a file no encoding fits. */
export function encodingError(offset: number): AppError {
  return new AppError('FILE_ENCODING', `not text of one encoding: byte ${offset}`, { offset })
}

/** The first byte at which decoding fails, by halving: only run on text that is refused. */
function failingByte(bytes: Uint8Array, encoding: Encoding): number {
  let good = 0
  let bad = bytes.length
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
    const text = decoderFor(encoding).decode(bytes, { stream: true })
    return encoding !== 'gb18030' || !text.includes('\uFFFD')
  } catch {
    return false
  }
}
