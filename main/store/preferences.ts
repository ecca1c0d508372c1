import type { Preferences } from '#shared/contract/application.ts'
import { preferences as preferencesSchema } from '#shared/contract/application.ts'
import { defaultRuleDates } from '#shared/domain/outcome-rules.ts'
import type { PreferencesPort } from '#main/ports.ts'

/** The user's preferences; small, so they live in their own file and not in the database. */
export type PreferencesStore = {
  readonly current: () => Preferences
  readonly update: (changes: { readonly [Key in keyof Preferences]?: Preferences[Key] | undefined }) => void
  /** What the page asked to be kept; a text of its own making. */
  readonly screen: () => string | null
  readonly rememberScreen: (state: string) => void
  readonly quarantinedFile: string | null
}

const defaults: Preferences = {
  language: 'system',
  theme: 'system',
  density: 'comfortable',
  zoom: 100,
  accountId: null,
  isNavigationCollapsed: false,
  isReminding: false,
  deadlineZone: 'Asia/Shanghai',
  hasHolidays: true,
  ...defaultRuleDates,
}

/** Reads the preferences field by field, so that one bad value costs only itself; other fields of the file stay. */
export function createPreferences(port: PreferencesPort, onChange: () => void): PreferencesStore {
  const parsed = Object.entries(preferencesSchema.shape).map(([key, schema]) => {
    const result = schema.safeParse(port.read()[key])
    return [key, result.success ? result.data : defaults[key as keyof Preferences]]
  })
  let current = Object.fromEntries(parsed) as Preferences
  return {
    current: () => current,
    update: (changes) => {
      const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined))
      current = { ...current, ...given }
      port.write({ ...port.read(), ...current })
      onChange()
    },
    screen: () => {
      const { screen } = port.read()
      return typeof screen === 'string' ? screen : null
    },
    rememberScreen: (state) => port.write({ ...port.read(), screen: state }),
    quarantinedFile: port.quarantinedFile,
  }
}
