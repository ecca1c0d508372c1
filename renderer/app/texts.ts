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

/** The texts in the window's language; `null` until the first catalogue is there, and the earlier language while the next one loads. */
export function useTexts(language: Language | null): i18n | null {
  const [texts, setTexts] = useState<i18n | null>(null)

  useEffect(() => {
    let isCurrent = true
    const load = async (wanted: Language): Promise<void> => {
      const catalogue = await catalogues[wanted]()
      const next = createInstance()
      await next.use(initReactI18next).init({
        lng: wanted,
        resources: { [wanted]: { translation: catalogue } },
        interpolation: { escapeValue: false },
        // Chinese has nothing between two sentences, and nothing is what it says.
        returnEmptyString: true,
        react: { useSuspense: false },
      })
      if (isCurrent) {
        document.documentElement.lang = wanted
        setTexts(next)
      }
    }
    if (language !== null) {
      void load(language)
    }
    return () => {
      isCurrent = false
    }
  }, [language])

  return texts
}
