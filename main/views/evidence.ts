import type { Evidence } from '#shared/contract/primitives.ts'

/** The columns of an import that make up a piece of evidence. */
export type EvidenceRow = {
  readonly import_id: string
  readonly import_shape: Evidence['source']
  readonly import_file: string
  readonly import_at: string
}

/** Where a fact came from, and when the record it belongs to was last listed. */
export function toEvidence(row: EvidenceRow, confirmedAt: string): Evidence {
  return {
    importId: row.import_id,
    source: row.import_shape,
    fileName: row.import_file,
    importedAt: row.import_at,
    confirmedAt,
  }
}
