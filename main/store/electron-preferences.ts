import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import ElectronStore from 'electron-store'
import { z } from 'zod'
import type { PreferencesPort } from '#main/ports.ts'

const coordinate = z.int().min(-100_000).max(100_000)

const shellState = z.object({
  window: z
    .object({ x: coordinate, y: coordinate, width: coordinate, height: coordinate, isMaximized: z.boolean() })
    .nullable()
    .default(null),
  folders: z
    .object({ open: z.string().nullable().default(null), save: z.string().nullable().default(null) })
    .prefault({}),
})

/** Everything the file holds, under one key; a change of shape is a new version with a step that reads the old one. */
const stored = z.object({
  version: z.literal(1),
  preferences: z.record(z.string(), z.json()),
  shell: shellState.prefault({}),
})
type Stored = z.infer<typeof stored>

/** What the shell keeps between runs, beside the user's own preferences. */
export type ShellState = Stored['shell']

/** The preferences file, with the shell's part of it. */
export type ElectronPreferences = PreferencesPort & {
  readonly shell: { readonly read: () => ShellState; readonly write: (change: Partial<ShellState>) => void }
}

type File = { stored?: unknown }

const fresh: Stored = stored.parse({ version: 1, preferences: {} })

/** Opens `preferences.json` of a folder; one that cannot be read is renamed aside whole and never written over. */
export function createElectronPreferences(folder: string, now: () => Date = () => new Date()): ElectronPreferences {
  const path = join(folder, 'preferences.json')
  const open = (): ElectronStore<File> =>
    new ElectronStore<File>({
      cwd: folder,
      name: 'preferences',
      cache: true,
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      configFileMode: 0o600,
    })
  const read = (): { store: ElectronStore<File>; content: Stored } | null => {
    try {
      const isThere = existsSync(path)
      const store = open()
      return { store, content: isThere ? stored.parse(store.get('stored')) : fresh }
    } catch {
      return null
    }
  }
  const setAside = (): string => {
    const name = `preferences.corrupt-${now().toISOString().replaceAll(':', '-')}.json`
    renameSync(path, join(folder, name))
    return name
  }

  const first = read()
  const quarantinedFile = first === null ? setAside() : null
  const { store, content } = first ?? { store: open(), content: fresh }
  let current = content
  const write = (next: Stored): void => {
    store.set('stored', next)
    current = next
  }
  return {
    read: () => current.preferences,
    write: (next) => write({ ...current, preferences: z.record(z.string(), z.json()).parse(next) }),
    quarantinedFile,
    shell: {
      read: () => current.shell,
      write: (change) => write({ ...current, shell: { ...current.shell, ...change } }),
    },
  }
}
