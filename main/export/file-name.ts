const reserved = /^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\.|$)/i

/**
 * Makes a file name that every system accepts out of any text (security C47): no separators, controls, bidi marks or
 * reserved names, at most 80 UTF-8 bytes before the extension, which is ours.
 */
export function safeFileName(text: string, extension: string): string {
  const cleaned = text
    .normalize('NFC')
    .toWellFormed()
    .replace(/[\u0000-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u2069\uFEFF\uFFFD]/g, '')
    .replace(/[\\/:*?"<>|]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
  const cut = cutToBytes(cleaned, 80).replace(/[. ]+$/, '')
  const name = cut === '' || reserved.test(cut) ? `_${cut}` : cut
  return `${name}.${extension}`
}

function cutToBytes(text: string, limit: number): string {
  let bytes = 0
  let cut = ''
  for (const character of text) {
    bytes += Buffer.byteLength(character, 'utf8')
    if (bytes > limit) {
      return cut
    }
    cut += character
  }
  return cut
}
