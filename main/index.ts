import { join } from 'node:path'
import { createFileLog } from './log.ts'
import { startDesktop } from './shell/desktop.ts'

const built = join(import.meta.dirname, '..')

startDesktop({
  reader: join(built, 'main', 'reader.cjs'),
  queries: join(built, 'main', 'queries.cjs'),
  preload: join(built, 'preload', 'preload.cjs'),
  pageFolder: join(built, 'renderer'),
  pageManifest: join(built, 'renderer.manifest.json'),
  openLog: createFileLog,
  openPreferences: async (folder) =>
    (await import('./store/electron-preferences.ts')).createElectronPreferences(folder),
  loadApplication: async () => (await import('./application.ts')).createApplication,
})
