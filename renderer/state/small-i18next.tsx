import { createContext, useContext } from 'react'
import type { ReactNode } from 'react'

/*
 * The part of i18next and react-i18next this page uses, in their place: the build and the tests find these under the
 * two packages' names (see build/small-i18next.ts). The packages themselves give the types, and are what this is tested
 * against; they would be an eighth of the first screen.
 */

type Values = { readonly [name: string]: unknown }
type Catalogue = { readonly [key: string]: string | Catalogue }
type Options = {
  readonly lng: string
  readonly resources: { readonly [lng: string]: { readonly translation: Catalogue } }
}

/** Texts in one language. */
type Texts = {
  readonly language: string
  readonly use: (plugin: unknown) => Texts
  readonly init: (options: Options) => Promise<Texts>
  readonly t: (key: string, values?: Values) => string
  readonly exists: (key: string) => boolean
}

/** `{{name}}`, or `{{name, number}}`. */
const placeholder = /\{\{\s*(\w+)\s*(?:,\s*(\w+)\s*)?\}\}/g

/** Makes texts that know nothing until `init`. */
export function createInstance(): Texts {
  let language = ''
  let catalogue: Catalogue = {}
  let plurals: Intl.PluralRules | null = null
  let numbers: Intl.NumberFormat | null = null
  const found = new Map<string, string | undefined>()

  const textAt = (key: string): string | undefined => {
    if (!found.has(key)) {
      found.set(key, find(catalogue, key.split('.')))
    }
    return found.get(key)
  }
  const written = (value: unknown, format: string | undefined): string => {
    if (format === 'number') {
      numbers ??= new Intl.NumberFormat(language)
      return numbers.format(value as number)
    }
    return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
  }
  const texts: Texts = {
    get language() {
      return language
    },
    use: () => texts,
    init: async ({ lng, resources }) => {
      language = lng
      catalogue = resources[lng]?.translation ?? {}
      return Promise.resolve(texts)
    },
    t: (key, values = {}) => {
      const { count } = values
      let text: string | undefined
      if (typeof count === 'number') {
        plurals ??= new Intl.PluralRules(language)
        text = textAt(`${key}_${plurals.select(count)}`)
      }
      text ??= textAt(key)
      // What nothing is said for stays as it is, so that the mistake shows.
      return (
        text?.replaceAll(placeholder, (place: string, name: string, format: string | undefined) =>
          Object.hasOwn(values, name) ? written(values[name], format) : place,
        ) ?? key
      )
    },
    exists: (key) => textAt(key) !== undefined,
  }
  return texts
}

/** A key's text; a step of its path may hold dots itself, as the name of a command does. */
function find(catalogue: Catalogue, path: readonly string[]): string | undefined {
  for (let length = 1; length <= path.length; length += 1) {
    const step = path.slice(0, length).join('.')
    const below = Object.hasOwn(catalogue, step) ? catalogue[step] : undefined
    if (length === path.length) {
      return typeof below === 'string' ? below : undefined
    }
    const text = typeof below === 'object' ? find(below, path.slice(length)) : undefined
    if (text !== undefined) {
      return text
    }
  }
  return undefined
}

/** What i18next is told to use; here there is nothing to be told. */
export const initReactI18next = {}

const TextsContext = createContext<Texts>(createInstance())

/** Hands the texts to the screens below. */
export function I18nextProvider({ i18n, children }: { readonly i18n: Texts; readonly children: ReactNode }) {
  return <TextsContext value={i18n}>{children}</TextsContext>
}

/** The texts of the window's language. */
export function useTranslation(): { readonly t: Texts['t']; readonly i18n: Texts } {
  const i18n = useContext(TextsContext)
  return { t: i18n.t, i18n }
}
