import { createInstance } from 'i18next'
import type { i18n } from 'i18next'
import { useEffect, useState } from 'react'
import { initReactI18next } from 'react-i18next'
import type { Language } from '#shared/domain/cloud.ts'

/** Each catalogue is a file of its own: the window loads the one it speaks. */
const catalogues: { readonly [L in Language]: () => Promise<object> } = {
  'zh-CN': async () => (await import('#shared/locales/zh-CN.ts')).zhCN,
  en: async () => (await import('#shared/locales/en.ts')).en,
}

const loaded = new Map<Language, i18n>()

/** Makes the texts of a language; asked for before the page is drawn, they are there when it is. */
export async function loadTexts(language: Language): Promise<i18n> {
  const known = loaded.get(language)
  if (known !== undefined) {
    return known
  }
  const catalogue = await catalogues[language]()
  const texts = createInstance()
  await texts.use(initReactI18next).init({
    lng: language,
    resources: { [language]: { translation: catalogue } },
    interpolation: { escapeValue: false },
    // Chinese has nothing between two sentences, and nothing is what it says.
    returnEmptyString: true,
    react: { useSuspense: false },
  })
  loaded.set(language, texts)
  return texts
}

/** The texts in the window's language; `null` until the first catalogue is there, and the earlier language while the next one loads. */
export function useTexts(language: Language | null): i18n | null {
  const [texts, setTexts] = useState(language === null ? null : (loaded.get(language) ?? null))

  useEffect(() => {
    let isCurrent = true
    if (language !== null) {
      document.documentElement.lang = language
      void loadTexts(language).then((loadedTexts) => {
        if (isCurrent) {
          setTexts(loadedTexts)
        }
      })
    }
    return () => {
      isCurrent = false
    }
  }, [language])

  return texts
}
