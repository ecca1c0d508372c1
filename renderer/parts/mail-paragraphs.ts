/** Splits a part of a mail the way `composeInvitation` does for its formatted form: paragraphs, each of lines. */
export function mailParagraphs(text: string): readonly (readonly string[])[] {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replace(/^\n+|\s+$/g, '')
    .split(/\n{2,}/)
    .filter((part) => part !== '')
    .map((part) => part.split('\n'))
}
