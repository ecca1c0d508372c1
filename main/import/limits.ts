/** What a file may hold (security C41); beyond it the whole file is refused, with the limit in the message. */
export const importLimits = {
  fileBytes: 256 * 1024 * 1024,
  rows: 2_000_000,
  columns: 256,
  cellCharacters: 32_767,
  /** Longer than any honest row; in practice a quote that was never closed. */
  recordCharacters: 2_000_000,
  rejectedShown: 1_000,
} as const
