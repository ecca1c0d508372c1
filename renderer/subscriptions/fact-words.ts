import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { subscriptionFacts } from '#shared/locales/en-renewals.ts'

type Group = 'terms' | 'cycles' | 'yesNo'

/** The words of what only some files state; a value without a word stands as its source wrote it. */
export function useFactWords(): {
  readonly term: (value: string) => string
  readonly cycle: (value: string) => string
  readonly yesNo: (value: string) => string
} {
  const { t, i18n } = useTranslation()
  return useMemo(() => {
    const wordOf = (group: Group) => (value: string) => {
      const path = `subscriptionFacts.${group}.${value}`
      return /^[\w-]+$/.test(value) && i18n.exists(path)
        ? t(path as `subscriptionFacts.yesNo.${keyof (typeof subscriptionFacts)['yesNo']}`)
        : value
    }
    return { term: wordOf('terms'), cycle: wordOf('cycles'), yesNo: wordOf('yesNo') }
  }, [t, i18n])
}
