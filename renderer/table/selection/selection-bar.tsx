import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { Copy16Regular } from '@fluentui/react-icons/svg/copy'
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { RowCopy } from './use-row-copy.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    flexShrink: 0,
  },
  count: { flex: 1, minWidth: 'max-content', fontVariantNumeric: 'tabular-nums' },
})

type SelectionBarProps = {
  readonly count: number
  readonly copy: Pick<RowCopy<never>, 'rows'>
  readonly onClear: () => void
  readonly children?: ReactNode
}

/** How many rows are chosen together, and what can be done with all of them. */
export function SelectionBar({ count, copy, onClear, children }: SelectionBarProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  return (
    <div role="toolbar" aria-label={t('table.selection.label')} className={styles.root}>
      <Text role="status" weight="semibold" className={styles.count}>
        {t('table.selection.count', { count })}
      </Text>
      {children}
      <Button size="small" icon={<Copy16Regular />} onClick={() => copy.rows('tsv')}>
        {t('table.selection.tsv')}
      </Button>
      <Button size="small" icon={<Copy16Regular />} onClick={() => copy.rows('markdown')}>
        {t('table.selection.markdown')}
      </Button>
      <Button size="small" appearance="subtle" icon={<Dismiss16Regular />} onClick={onClear}>
        {t('table.selection.clear')}
      </Button>
    </div>
  )
}
