import * as electron from 'electron'
import { createClipboardWriter, createPictureWriter } from './clipboard-writer.ts'

/** Writes to the system's clipboard, whichever of Electron's two interfaces this runtime has. */
export const writeClipboard = createClipboardWriter(
  electron.clipboard,
  (electron as { readonly ClipboardItem?: unknown }).ClipboardItem,
)

/** Puts a PNG on the system's clipboard as a picture. */
export const writePicture = createPictureWriter(
  electron.clipboard,
  (electron as { readonly ClipboardItem?: unknown }).ClipboardItem,
  (png) => electron.nativeImage.createFromBuffer(png),
)
