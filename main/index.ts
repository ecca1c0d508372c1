import { join } from 'node:path'
import { createApplication } from './application.ts'
import { createFileLog } from './log.ts'
import { startDesktop } from './shell/desktop.ts'
import { createElectronPreferences } from './store/electron-preferences.ts'

const built = join(import.meta.dirname, '..')

startDesktop({
  preload: join(built, 'preload', 'preload.cjs'),
  pageFolder: join(built, 'renderer'),
  pageManifest: join(built, 'renderer.manifest.json'),
  openLog: createFileLog,
  openPreferences: createElectronPreferences,
  createApplication,
})
