import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
  Text,
  tokens,
} from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { useView } from '#renderer/state/use-view.ts'

const useStyles = makeStyles({
  bar: { whiteSpace: 'normal', display: 'block', paddingBlock: tokens.spacingVerticalXS },
  list: { margin: 0, paddingInlineStart: tokens.spacingHorizontalL },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type Comparison = NonNullable<ViewValue<'acceptance.comparison'>>

/** Whether the promise was kept: the customer's subscriptions before it was asked and after it accepted. */
export function Comparison({ requestId }: { readonly requestId: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const { value } = useView('acceptance.comparison', { requestId })
  if (value === undefined || value === null) {
    return null
  }
  const told = (state: Comparison['before']) =>
    state === null ? t('acceptance.noBefore') : `${state.fileName} (${format.date(state.importedAt)})`
  const { changes } = value
  return (
    <MessageBar intent={changes.length === 0 ? 'success' : 'warning'} layout="multiline">
      <MessageBarBody className={styles.bar}>
        <MessageBarTitle>{t('acceptance.promise')}</MessageBarTitle>
        <br />
        {changes.length > 0
          ? t('acceptance.changed', { count: changes.length })
          : value.afterCount === 0
            ? t('acceptance.nothingNow')
            : value.beforeCount === 0
              ? t('acceptance.nothingBefore')
              : t('acceptance.unchanged', { count: value.beforeCount })}
        {changes.length > 0 && (
          <ul className={styles.list}>
            {changes.map((change) => (
              <li key={`${change.subscriptionId} ${change.field}`}>
                {t('acceptance.change', {
                  offer: change.offer,
                  field: t(`acceptance.fields.${change.field}`),
                  before: String(change.before ?? t('acceptance.empty')),
                  after: String(change.after ?? t('acceptance.empty')),
                  fileName: change.fileName,
                  date: change.importedOn,
                })}
              </li>
            ))}
          </ul>
        )}
        {value.added > 0 && (
          <>
            {t('common.sentenceGap')}
            {t('acceptance.added', { count: value.added })}
          </>
        )}
        <br />
        <Text size={200} className={styles.quiet}>
          {t('acceptance.compared', { before: told(value.before), after: told(value.after) })}
        </Text>
      </MessageBarBody>
    </MessageBar>
  )
}
