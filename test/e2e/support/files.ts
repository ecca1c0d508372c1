import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'

/** Puts a file on disk, as a colleague's mail would. */
export async function putFile(folder: string, name: string, content: string | Uint8Array): Promise<string> {
  await mkdir(folder, { recursive: true })
  const path = join(folder, name)
  await writeFile(path, content)
  return path
}

/**
 * Drops files of the disk on the window, as the system's file browser would: the page gets real `File` objects backed
 * by paths, which only the preload can read.
 */
export async function dropFiles(window: Page, paths: readonly string[]): Promise<void> {
  const input = await window.evaluateHandle(() => {
    const element = document.createElement('input')
    element.type = 'file'
    element.multiple = true
    return element
  })
  await input.asElement()?.setInputFiles([...paths])
  await window.evaluate((element) => {
    const transfer = new DataTransfer()
    for (const file of element.files ?? []) {
      transfer.items.add(file)
    }
    for (const type of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(
        new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer }),
      )
    }
  }, input)
}

/** Answers the next dialogs that open a file with this path; nothing else about opening is replaced. */
export async function answerOpenDialog(application: ElectronApplication, path: string): Promise<void> {
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] })
  }, path)
}

/** Closes the next open dialogs, as somebody does who thinks better of it. */
export async function cancelOpenDialog(application: ElectronApplication): Promise<void> {
  await application.evaluate(({ dialog }) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: true, filePaths: [] })
  })
}

/** Answers the next save dialogs with this path; nothing else about saving is replaced. */
export async function answerSaveDialog(application: ElectronApplication, path: string): Promise<void> {
  await application.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath })
  }, path)
}
