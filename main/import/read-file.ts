import { createHash } from 'node:crypto'
import { AppError } from '#main/ipc/app-error.ts'
import { readCustomersCsv } from './customers-csv.ts'
import type { JobHandle } from '#main/jobs.ts'
import type { Encoding } from './decode.ts'
import type { PortfolioFile } from './portfolio-file.ts'
import type { Delimiter } from './read-table.ts'
import { openTable } from './read-table.ts'
import { readReconciliation } from './reconciliation.ts'
import type { Shape } from './shapes.ts'
import { recognise } from './shapes.ts'

/** What a file is and what it says. */
export type ReadFile = PortfolioFile & {
  readonly shape: Shape
  readonly encoding: Encoding
  readonly delimiter: Delimiter
  readonly sha256: string
}

/**
 * Reads a file the user was handed into customers and subscriptions; nothing is written.
 * @throws AppError with a `FILE_…` code when the file is refused as a whole.
 */
export async function readFile(
  bytes: Uint8Array,
  ownPartnerId: string | null,
  job: JobHandle,
): Promise<ReadFile> {
  const table = await openTable(bytes, (share) => {
    job.checkCancelled()
    // Staging the rows is the other half of the work.
    job.progress(share / 2)
  })
  const recognised = recognise(table.header)
  const file =
    recognised.shape === 'reconciliation-21vianet'
      ? await readReconciliation(table, recognised.columns, ownPartnerId)
      : await readCustomersCsv(table, recognised.columns)
  if (file.rowCount === 0) {
    throw new AppError('FILE_NO_ROWS', 'the file has a header and no rows')
  }
  return {
    ...file,
    shape: recognised.shape,
    encoding: table.encoding,
    delimiter: table.delimiter,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
