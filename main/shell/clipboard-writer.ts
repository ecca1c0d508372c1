import type { ShellPorts } from '#main/ports.ts'

type Write = NonNullable<ShellPorts['writeClipboard']>

/** Electron's clipboard up to version 43: one object, at once. */
type ObjectClipboard = { readonly write: (data: { text: string; html?: string }) => void }

/** Electron's clipboard from version 44 on: items as in browsers, later. */
type ItemClipboard = { readonly write: (items: readonly object[]) => Promise<void> }
type ItemConstructor = new (content: Record<string, string>) => object

/**
 * Makes the writer for the clipboard at hand. Which of the two it is, is told by `ClipboardItem`, which came with the
 * second: `write` exists in both and, given the other's argument, fails in one and writes nothing in the other.
 */
export function createClipboardWriter(clipboard: object, item: unknown): Write {
  if (typeof item === 'function') {
    const Item = item as ItemConstructor
    return async ({ text, html }) =>
      (clipboard as ItemClipboard).write([
        new Item(html === null ? { 'text/plain': text } : { 'text/plain': text, 'text/html': html }),
      ])
  }
  return async ({ text, html }) =>
    (clipboard as ObjectClipboard).write(html === null ? { text } : { text, html })
}

/** Electron's clipboard up to version 43, as far as pictures go. */
type PictureClipboard = { readonly writeImage: (image: object) => void }

/** Makes the writer of pictures for the clipboard at hand; `toImage` is Electron's own reader of a PNG. */
export function createPictureWriter(
  clipboard: object,
  item: unknown,
  toImage: (png: Buffer) => object,
): NonNullable<ShellPorts['writePicture']> {
  if (typeof item === 'function') {
    const Item = item as new (content: Record<string, Blob>) => object
    return async (png) =>
      (clipboard as ItemClipboard).write([
        new Item({ 'image/png': new Blob([new Uint8Array(png)], { type: 'image/png' }) }),
      ])
  }
  return async (png) => (clipboard as PictureClipboard).writeImage(toImage(Buffer.from(png)))
}
