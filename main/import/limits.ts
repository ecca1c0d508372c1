/** What a file may hold (security C41); beyond it the whole file is refused, with the limit in the message. */
export const importLimits = {
  /** Delimited text is streamed, so it may be large; the two others are held in memory. */
  fileBytes: 2 * 1024 * 1024 * 1024,
  jsonBytes: 25 * 1024 * 1024,
  workbookBytes: 10 * 1024 * 1024,
  rows: 10_000_000,
  columns: 256,
  cellCharacters: 32_767,
  /** Longer than any honest row; in practice a quote that was never closed. */
  recordCharacters: 2_000_000,
  /** Different values of one fact that the program does not know, each counted. */
  unknownValues: 200,
  previewRows: 20,
} as const
