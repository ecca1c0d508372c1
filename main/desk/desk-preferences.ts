import Conf from 'conf'
import type { PreferencesPort } from '#main/ports.ts'
import { openPreferencesFile } from '#main/store/preferences-file.ts'

/** The preferences file of a data folder, without Electron: the same file as the window's, by the same library's core. */
export function openDeskPreferences(folder: string): PreferencesPort {
  return openPreferencesFile(folder, (options) => new Conf(options))
}
