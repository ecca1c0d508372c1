import { makeStyles, tokens } from '@fluentui/react-components'
import { SubtractCircle16Regular } from '@fluentui/react-icons/svg/subtract-circle'
import { useTranslation } from 'react-i18next'
import { useFormat } from '#renderer/parts/format.ts'

const useStyles = makeStyles({
  root: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    maxWidth: '100%',
    color: tokens.colorStatusWarningForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    '& svg': { width: '14px', height: '14px', flexShrink: 0 },
  },
})

type AbsentBadgeProps = {
  /** When a full list first did not name the record. */
  readonly since: string
  /** Says the date too, where there is room for it. */
  readonly isFull?: boolean
}

/** Says that a full list does not name a record any more; nothing more is concluded from that. */
export function AbsentBadge({ since, isFull }: AbsentBadgeProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const words = t('portfolio.absent.since', { date: format.date(since) })
  return (
    <span className={styles.root} title={words}>
      <SubtractCircle16Regular aria-hidden />
      {isFull === true ? words : t('portfolio.absent.badge')}
    </span>
  )
}
