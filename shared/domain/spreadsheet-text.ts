/** What a spreadsheet may take for the beginning of a formula: the signs, their full-width forms, a tab, a return. */
const risky = /^'*[=+\-@\u2212\t\r\n＝＋－＠]/

/**
 * A text that no spreadsheet takes for a formula: an apostrophe stands before what could begin one. Texts that begin
 * with apostrophes and such a sign get one more, so that {@link fromSpreadsheetText} gives back exactly what was there.
 */
export function toSpreadsheetText(text: string): string {
  return risky.test(text) ? `'${text}` : text
}

/** The text as it was before {@link toSpreadsheetText}; any other text as it is. */
export function fromSpreadsheetText(text: string): string {
  return text.startsWith("'") && risky.test(text) ? text.slice(1) : text
}
