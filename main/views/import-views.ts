import type { importShapes } from '#shared/contract/import.ts'
import type { ParsedParams, ViewValue } from '#shared/protocol.ts'
import type { Counts } from '#main/import/stage.ts'
import type { Parameters } from '#main/store/database.ts'
import type { ApplicationFacts } from './application-views.ts'

type Row = {
  id: string
  account_id: string
  file_name: string
  shape: (typeof importShapes)[number]
  encoding: string
  imported_at: string
  row_count: number
  counts: string
  rejected_count: number
  is_sample: number
}

/** The files imported so far, newest first. */
export function projectImports(
  { reader }: ApplicationFacts,
  { accountId, offset, limit }: ParsedParams<'import.list'>,
): ViewValue<'import.list'> {
  const where = accountId === undefined ? '' : 'WHERE i.account_id = :accountId'
  const parameters: Parameters = accountId === undefined ? {} : { accountId }
  const total = reader.get<{ total: number }>(
    `SELECT COUNT(*) AS total FROM import AS i ${where}`,
    parameters,
  )
  const rows = reader.all<Row>(
    `SELECT i.*, a.is_sample FROM import AS i JOIN partner_account AS a ON a.id = i.account_id
    ${where} ORDER BY i.rid DESC LIMIT :limit OFFSET :offset`,
    { ...parameters, limit, offset },
  )
  return {
    total: total?.total ?? 0,
    rows: rows.map((row) => ({
      id: row.id,
      accountId: row.account_id,
      fileName: row.file_name,
      shape: row.shape,
      encoding: row.encoding,
      importedAt: row.imported_at,
      rowCount: row.row_count,
      ...(JSON.parse(row.counts) as { readonly customers: Counts; readonly subscriptions: Counts }),
      rejectedCount: row.rejected_count,
      isSample: row.is_sample === 1,
    })),
  }
}
