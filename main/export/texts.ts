import { createInstance } from 'i18next'
import type { Language } from '#shared/domain/cloud.ts'
import { en } from '#shared/locales/en.ts'
import { zhCN } from '#shared/locales/zh-CN.ts'

/** Reads a text of a catalogue by its path, with its blanks filled; a path that is missing is answered with itself. */
export type Texts = (path: string, values?: { readonly [name: string]: unknown }) => string

const catalogues = { 'zh-CN': zhCN, en } as const
const made = new Map<Language, Texts>()

/** The texts of what leaves the program, in the language of who will read it; the window's may be another. */
export function textsIn(language: Language): Texts {
  const known = made.get(language)
  if (known !== undefined) {
    return known
  }
  const instance = createInstance()
  void instance.init({
    lng: language,
    initAsync: false,
    resources: { [language]: { translation: catalogues[language] } },
    interpolation: { escapeValue: false },
    returnEmptyString: true,
  })
  const texts: Texts = (path, values = {}) => instance.t(path, values)
  made.set(language, texts)
  return texts
}
