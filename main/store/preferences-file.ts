import { existsSync, renameSync } from 'node:fs'
import { join } from 'node:path'
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
  /** What the last window was looking at, so that the next one has it at once. */
  watched: z
    .array(z.object({ name: z.string(), params: z.unknown() }))
    .max(64)
    .catch([])
    .default([]),
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
export type PreferencesFile = PreferencesPort & {
  readonly shell: { readonly read: () => ShellState; readonly write: (change: Partial<ShellState>) => void }
}

/** The file's options, as electron-store and its core `conf` both take them. */
export type FileOptions = {
  readonly cwd: string
  readonly name: string
  readonly configName: string
  readonly clearInvalidConfig: boolean
  readonly accessPropertiesByDotNotation: boolean
  readonly configFileMode: number
}

/** What is used of an opened file; electron-store and `conf` both fit. */
export type ContentFile = {
  readonly get: (key: 'stored') => unknown
  readonly set: (key: 'stored', value: unknown) => void
}

const fresh: Stored = stored.parse({ version: 1, preferences: {} }, { jitless: true })

/** Opens `preferences.json` of a folder; one that cannot be read is renamed aside whole and never written over. */
export function openPreferencesFile(
  folder: string,
  openFile: (options: FileOptions) => ContentFile,
  now: () => Date = () => new Date(),
): PreferencesFile {
  const path = join(folder, 'preferences.json')
  const open = (): ContentFile =>
    openFile({
      cwd: folder,
      name: 'preferences',
      configName: 'preferences',
      clearInvalidConfig: false,
      accessPropertiesByDotNotation: false,
      configFileMode: 0o600,
    })
  const read = (): { store: ContentFile; content: Stored } | null => {
    try {
      const isThere = existsSync(path)
      const store = open()
      return { store, content: isThere ? stored.parse(store.get('stored'), { jitless: true }) : fresh }
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
