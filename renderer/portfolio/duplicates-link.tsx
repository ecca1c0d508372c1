import { Button } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useUiActions } from '#renderer/state/page-context.tsx'
import { useView } from '#renderer/state/use-view.ts'

/** Says quietly that customers may be listed twice, and lays them side by side. */
export function DuplicatesLink() {
  const { t } = useTranslation()
  const { set } = useUiActions()
  const count = useView('customer.duplicate-count', useAccountParam()).value?.count ?? 0
  return count === 0 ? null : (
    <Button appearance="subtle" onClick={() => set('ownDialog', { kind: 'merge', pair: null })}>
      {t('portfolio.merge.possible', { count })}
    </Button>
  )
}
