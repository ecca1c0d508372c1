import { createNodeReaderStarter } from '#main/desk/reader-process.ts'
import { createImports } from '#main/import/imports.ts'
import { openStore } from '#main/store/store.ts'

/*
 * A program of its own that does one thing to a data folder and may be killed at any moment of it:
 *   apply FOLDER PREVIEW-ID    undo FOLDER
 * or that kills itself as soon as what it did counts, before it has tidied up:
 *   apply-and-die FOLDER PREVIEW-ID
 */
const [task = '', dataFolder = '', previewId = ''] = process.argv.slice(2)
const store = openStore({ dataFolder })
const imports = createImports(store, createNodeReaderStarter())
await imports.settled()
process.stdout.write('begins\n')
if (task === 'apply-and-die') {
  store.onPortfolioChange(() => process.kill(process.pid, 'SIGKILL'))
}
if (task !== 'undo') {
  await imports.apply(previewId, { progress: () => undefined, checkCancelled: () => undefined })
} else {
  imports.undo(null)
  await imports.settled()
}
process.stdout.write('ends\n')
store.close()
