import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'

type Relationship = Pick<ViewValue<'customer.detail'>, 'relationship' | 'relationshipRaw'>

/** Says a relationship in words; one we have no word for in the file's own. */
export function useRelationshipText(): (customer: Relationship) => string {
  const { t } = useTranslation()
  return useCallback(
    ({ relationship, relationshipRaw }) =>
      relationship === 'other' && relationshipRaw !== null
        ? t('customers.otherRelationship', { raw: relationshipRaw })
        : t(`relationships.${relationship}`),
    [t],
  )
}
