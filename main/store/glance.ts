import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** What of the preferences file is needed to open a window; nothing of it is trusted yet. */
export type Glance = { readonly preferences: { readonly [key: string]: unknown }; readonly window: unknown }

/**
 * Reads the preferences file without what checks and keeps it, so that the window need not wait for that to be loaded;
 * a file that cannot be read says nothing here, and is put aside when it is opened.
 */
export function glanceAtPreferences(folder: string): Glance {
  try {
    const { stored } = JSON.parse(readFileSync(join(folder, 'preferences.json'), 'utf8')) as {
      stored: { version: number; preferences: { [key: string]: unknown }; shell?: { window?: unknown } }
    }
    if (stored.version === 1 && typeof stored.preferences === 'object' && stored.preferences !== null) {
      return { preferences: stored.preferences, window: stored.shell?.window }
    }
  } catch {
    // As at a first start.
  }
  return { preferences: {}, window: null }
}
