import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { EyeOff16Regular } from '@fluentui/react-icons/svg/eye-off'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useIsHidden } from '#renderer/parts/private.tsx'
import { mostChosen, useChosenRows } from './use-chosen-rows.ts'
import type { List } from '#renderer/table/use-list.ts'

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground2,
    '& svg': { flexShrink: 0 },
  },
})

type ChosenActionsProps<Row> = {
  readonly list: List<Row>
  readonly count: number
  readonly children: ReactNode
}

/** What can be done with rows chosen together; on the customer-safe screen nothing, while one of them is hidden. */
export function ChosenActions<Row>({ list, count, children }: ChosenActionsProps<Row>) {
  const isSafe = useIsHidden()(null)
  return isSafe ? (
    <SafeActions list={list} count={count}>
      {children}
    </SafeActions>
  ) : (
    children
  )
}

function SafeActions<Row>({ list, count, children }: ChosenActionsProps<Row>) {
  const { t } = useTranslation()
  const styles = useStyles()
  const rows = useChosenRows(list)
  const isRead = rows.length > 0 || count > mostChosen
  const isOwn = rows.length === count && !rows.some(list.isHiddenRow)
  return !isRead ? null : isOwn ? (
    children
  ) : (
    <span className={styles.root}>
      <EyeOff16Regular aria-hidden />
      <Text size={200}>{t('desk.safe.actionsHidden')}</Text>
    </span>
  )
}
