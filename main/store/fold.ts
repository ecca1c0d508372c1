/** Folds width, case and combining forms, so that what a user types can be looked for as a plain substring. */
export function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}
