import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'

/** One fact before and after, as main tells it. */
export type FactChange = ViewValue<'customer.history'>['rows'][number]['changes'][number]

/** Says facts of the portfolio in the window's language. */
export type FactText = {
  readonly field: (field: FactChange['field']) => string
  /** A value in words; what the program has no word for is the file's own. */
  readonly value: (field: FactChange['field'], value: string | null) => string
}

/** Where the catalogue has words for the values of a field: those that are words and not names or numbers. */
const wordKeys: { readonly [F in FactChange['field']]?: (value: string) => string } = {
  relationship: (value) => `relationships.${value}`,
  delegatedPrivileges: (value) => `own.privileges.states.${value}`,
  status: (value) => `subscriptions.statuses.${value}`,
  partnerOfRecord: (value) => `subscriptions.partnerOfRecord.${value}`,
  autoRenew: (value) => `portfolio.flags.${value}`,
  isTrial: (value) => `portfolio.flags.${value}`,
}

/** The texts of facts in the window's language. */
export function useFactText(): FactText {
  const { t, i18n } = useTranslation()
  return useMemo(
    () => ({
      field: (field) => t(`portfolio.fields.${field}`),
      value: (field, value) => {
        if (value === null) {
          return t('portfolio.nothing')
        }
        if (field === 'endDate' && value === 'none') {
          return t('portfolio.noEnd')
        }
        const key = wordKeys[field]?.(value)
        return key !== undefined && i18n.exists(key) ? t(key as 'portfolio.noEnd') : value
      },
    }),
    [t, i18n],
  )
}
