import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'

/** One fact before and after. */
export type FactChange = ViewValue<'import.diff'>['rows'][number]['changes'][number]

/** Says what a fact is called, and its value in the window's language; words of a file's own stay as they are. */
export function useFactText(): {
  readonly label: (field: FactChange['field']) => string
  readonly value: (field: FactChange['field'], value: string | null) => string
} {
  const { t, i18n } = useTranslation()
  const label = useCallback((field: FactChange['field']) => t(`importFacts.${field}`), [t])
  const value = useCallback(
    (field: FactChange['field'], raw: string | null): string => {
      if (raw === null) {
        return t('importFlow.changes.noValue')
      }
      const key = wordKey(field, raw)
      return i18n.exists(key) ? t(key as 'importFlow.words.yes') : raw
    },
    [t, i18n],
  )
  return { label, value }
}

/** Where a word of an enumeration stands in the catalogues, if it is one. */
function wordKey(field: FactChange['field'], raw: string): string {
  return field === 'relationship'
    ? `relationships.${raw}`
    : field === 'status'
      ? `subscriptions.statuses.${raw}`
      : field === 'partnerOfRecord'
        ? `subscriptions.partnerOfRecord.${raw}`
        : `importFlow.words.${raw}`
}
