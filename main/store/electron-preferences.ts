import ElectronStore from 'electron-store'
import type { PreferencesFile } from './preferences-file.ts'
import { openPreferencesFile } from './preferences-file.ts'

/** The preferences file of the window, kept by electron-store. */
export function createElectronPreferences(folder: string): PreferencesFile {
  return openPreferencesFile(folder, (options) => new ElectronStore({ ...options, cache: true }))
}
