import * as electron from 'electron'
import { createClipboardWriter } from './clipboard-writer.ts'

/** Writes to the system's clipboard, whichever of Electron's two interfaces this runtime has. */
export const writeClipboard = createClipboardWriter(
  electron.clipboard,
  (electron as { readonly ClipboardItem?: unknown }).ClipboardItem,
)
