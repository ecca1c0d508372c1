import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Mapping } from '#shared/domain/file-reading.ts'
import type { ReadOptions, ReadResult } from '#main/import/read-portfolio.ts'
import { readPortfolioFile } from '#main/import/read-portfolio.ts'
import { openStagingDatabase, stagingPath } from '#main/import/staging/staging-file.ts'
import { createStagingWriter } from '#main/import/staging/staging-writer.ts'

type Row = { readonly [column: string]: unknown }

/** What a file was read into, as it lies in the staging database. */
export type Staged = {
  readonly result: ReadResult
  readonly customers: readonly Row[]
  readonly subscriptions: readonly Row[]
  readonly rejected: readonly Row[]
  readonly unknown: readonly Row[]
}

type StageOptions = Partial<ReadOptions> & {
  readonly names?: { readonly [customerKey: string]: string }
  readonly remembered?: Mapping
  /** How many bytes come at a time: what ends in the middle of a piece must not matter. */
  readonly chunkBytes?: number
}

/** Reads a file with the program's own readers into a staging database of its own. */
export async function stage(
  bytes: Uint8Array | string,
  { names = {}, remembered, chunkBytes = 1 << 16, ...options }: StageOptions = {},
): Promise<Staged> {
  const folder = mkdtempSync(join(tmpdir(), 'staged-'))
  const all = typeof bytes === 'string' ? Buffer.from(bytes) : bytes
  const path = stagingPath(folder, 'p')
  try {
    const result = await readPortfolioFile({
      source: {
        size: all.length,
        open: async function* () {
          await Promise.resolve()
          for (let at = 0; at < all.length; at += chunkBytes) {
            yield all.subarray(at, at + chunkBytes)
          }
        },
      },
      options: {
        encoding: null,
        delimiter: null,
        sheet: null,
        headerRow: null,
        dateOrder: null,
        mapping: null,
        customerKey: null,
        ...options,
      },
      ownPartnerId: '4400001',
      preview: { previewId: 'p', accountId: 'a', fileName: 'file', createdAt: '2026-01-01T00:00:00.000Z' },
      known: {
        nameOf: (key) => names[key] ?? null,
        mappingFor: () => remembered ?? null,
        dateOrderFor: () => null,
        isFullList: () => null,
      },
      stage: async () => createStagingWriter(path),
      onProgress: () => undefined,
    })
    return { result, ...(result.kind === 'staged' ? rowsOf(path) : noRows) }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

const noRows = { customers: [], subscriptions: [], rejected: [], unknown: [] }

function rowsOf(path: string): Omit<Staged, 'result'> {
  const database = openStagingDatabase(path, { readOnly: true })
  try {
    const all = (sql: string): readonly Row[] =>
      database
        .prepare(sql)
        .all()
        .map((row) => ({ ...row }))
    return {
      customers: all('SELECT * FROM customer ORDER BY row'),
      subscriptions: all('SELECT * FROM subscription ORDER BY row'),
      rejected: all('SELECT row, reason, column_name, value FROM rejected ORDER BY rid'),
      unknown: all('SELECT fact, value, count FROM unknown_value ORDER BY fact, value'),
    }
  } finally {
    database.close()
  }
}
