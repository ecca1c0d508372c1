import type { Delimiter, Encoding, FileFact } from '#shared/domain/file-reading.ts'
import { statedEncoding } from '#main/import/decode.ts'
import { importLimits } from '#main/import/limits.ts'
import { AppError } from '#main/ipc/app-error.ts'
import { openCsvTable } from './csv-table.ts'
import type { ApiTable } from './json/api-table.ts'
import { openApiTable } from './json/api-table.ts'
import type { Table } from './table.ts'
import { openWorkbookTable } from './workbook/workbook-table.ts'

/** A file that can be read from its start more than once. */
export type FileSource = { readonly size: number; readonly open: () => AsyncIterable<Uint8Array> }

/** What the user has said about how a file is to be read; `null` where the program shall find out. */
export type TableOptions = {
  readonly encoding: Encoding | null
  readonly delimiter: Delimiter | null
  readonly sheet: string | null
  /** The row the header stands in. */
  readonly headerRow: number | null
}

/** A table, and for the API's answers which fact each column is. */
export type OpenedTable = Table & { readonly api: ApiTable | null }

/**
 * Opens whatever file it is by what it holds, not by its name: a workbook, JSON, or a delimited text. `tried` is the
 * encoding taken where nothing states one.
 * @throws AppError with a `FILE_…` code, or `DecodingFailed`.
 */
export async function openTable(
  source: FileSource,
  options: TableOptions,
  tried: Encoding,
): Promise<OpenedTable> {
  const chunks = source.open()[Symbol.asyncIterator]()
  const first = await chunks.next()
  if (first.done === true || first.value.length === 0) {
    throw new AppError('FILE_EMPTY', 'the file is empty')
  }
  const start = first.value
  const all = resumed(start, chunks)
  const kind = kindOf(start, options.encoding)
  switch (kind) {
    case 'workbook':
      checkSize(source.size, importLimits.workbookBytes)
      return {
        ...(await openWorkbookTable(await collect(all, importLimits.workbookBytes), options)),
        api: null,
      }
    case 'json': {
      checkSize(source.size, importLimits.jsonBytes)
      const api = openApiTable(await collect(all, importLimits.jsonBytes))
      return { ...api, api }
    }
    case 'text':
      checkSize(source.size, importLimits.fileBytes)
      return {
        ...(await openCsvTable(all, options.encoding ?? statedEncoding(start) ?? tried, options)),
        api: null,
      }
    case 'binary':
    case 'xls':
    case 'pdf':
    case 'picture':
    case 'gzip':
      throw new AppError('FILE_NOT_A_TABLE', `a ${kind} file, not a table`, { kind, line: 0 })
  }
}

/** The facts of the API's columns, as a mapping. */
export function apiMapping(facts: readonly FileFact[]): { readonly [Fact in FileFact]?: number } {
  return Object.fromEntries(facts.map((fact, column) => [fact, column]))
}

async function* resumed(first: Uint8Array, rest: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    yield first
    for (let next = await rest.next(); next.done !== true; next = await rest.next()) {
      yield next.value
    }
  } finally {
    await rest.return?.()
  }
}

/** Holds a whole file in memory, counted as it comes: what it said of its size may be a lie. */
async function collect(chunks: AsyncIterable<Uint8Array>, limit: number): Promise<Uint8Array> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const chunk of chunks) {
    size += chunk.length
    checkSize(size, limit)
    parts.push(chunk)
  }
  return Buffer.concat(parts)
}

function checkSize(size: number, limit: number): void {
  if (size > limit) {
    throw new AppError('FILE_TOO_LARGE', `more than ${limit} bytes`, {
      limitMegabytes: limit / (1024 * 1024),
      megabytes: Math.ceil(size / (1024 * 1024)),
    })
  }
}

type Kind = 'workbook' | 'json' | 'text' | 'binary' | 'xls' | 'pdf' | 'picture' | 'gzip'

function kindOf(bytes: Uint8Array, wanted: Encoding | null): Kind {
  const starts = (...signature: number[]) => signature.every((byte, index) => bytes[index] === byte)
  if (starts(0x50, 0x4b, 0x03, 0x04) || starts(0x50, 0x4b, 0x05, 0x06)) {
    return 'workbook'
  }
  // An encrypted workbook is such a file too.
  if (starts(0xd0, 0xcf, 0x11, 0xe0)) {
    return 'xls'
  }
  if (starts(0x25, 0x50, 0x44, 0x46)) {
    return 'pdf'
  }
  if (starts(0x89, 0x50, 0x4e, 0x47) || starts(0xff, 0xd8, 0xff)) {
    return 'picture'
  }
  if (starts(0x1f, 0x8b)) {
    return 'gzip'
  }
  // Only in UTF-16 do the bytes of a text hold zeros, and that has its mark or is asked for.
  if (bytes.subarray(0, 4096).includes(0) && wanted === null && statedEncoding(bytes) === null) {
    return 'binary'
  }
  const text = Buffer.from(bytes.subarray(0, 4096)).toString('latin1')
  return /^(?:\u00EF\u00BB\u00BF)?\s*(?:\{|\[\s*[[{"\]\d])/.test(text) ? 'json' : 'text'
}
