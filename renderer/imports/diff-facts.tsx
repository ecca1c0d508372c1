import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { useFactText } from '#renderer/parts/fact-text.ts'
import type { ListRow } from '#renderer/table/use-list-window.ts'

const useStyles = makeStyles({
  root: {
    flexShrink: 0,
    height: '168px',
    overflow: 'auto',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  table: {
    borderCollapse: 'collapse',
    width: '100%',
    tableLayout: 'fixed',
    fontVariantNumeric: 'tabular-nums',
  },
  title: {
    textAlign: 'start',
    fontWeight: tokens.fontWeightSemibold,
    paddingBottom: tokens.spacingVerticalXS,
  },
  head: {
    textAlign: 'start',
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightRegular,
    color: tokens.colorNeutralForeground3,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    paddingInlineStart: 0,
  },
  field: { width: '32%' },
  cell: {
    textAlign: 'start',
    verticalAlign: 'top',
    fontWeight: tokens.fontWeightRegular,
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`,
    paddingInlineStart: 0,
    borderTop: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  strong: { fontWeight: tokens.fontWeightSemibold },
})

type DiffFactsProps = {
  readonly row: ListRow<'import.diff'> | undefined
  readonly change: 'added' | 'changed' | 'unchanged' | 'absent'
}

/** Every fact of one record, before and after. */
export function DiffFacts({ row, change }: DiffFactsProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { label, value } = useFactText()
  if (change === 'unchanged') {
    return null
  }
  return (
    <div
      className={styles.root}
      // oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
      tabIndex={0}
      role="group"
      aria-label={
        row === undefined
          ? t('importFlow.changes.choose')
          : t('importFlow.changes.fields', { title: row.title })
      }
    >
      {row === undefined ? (
        <Text className={styles.quiet}>{t('importFlow.changes.choose')}</Text>
      ) : (
        <table className={styles.table}>
          <caption className={styles.title}>{row.title}</caption>
          <thead>
            <tr>
              <th scope="col" className={`${styles.head} ${styles.field}`}>
                {t('importFlow.changes.field')}
              </th>
              {change !== 'added' && (
                <th scope="col" className={styles.head}>
                  {t('importFlow.changes.before')}
                </th>
              )}
              {change !== 'absent' && (
                <th scope="col" className={styles.head}>
                  {t('importFlow.changes.after')}
                </th>
              )}
            </tr>
          </thead>
          <tbody>
            {row.changes.map(({ field, before, after }) => (
              <tr key={field}>
                <th scope="row" className={styles.cell}>
                  {label(field)}
                </th>
                {change !== 'added' && <td className={styles.cell}>{value(field, before)}</td>}
                {change !== 'absent' && (
                  <td className={`${styles.cell} ${styles.strong}`}>{value(field, after)}</td>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </div>
  )
}
