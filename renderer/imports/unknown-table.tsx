import { makeStyles, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import type { FileFact } from '#shared/domain/file-reading.ts'
import { useFormat } from '#renderer/parts/format.ts'
import type { Staged } from './staged.ts'

const useStyles = makeStyles({
  root: {
    overflow: 'auto',
    padding: tokens.spacingHorizontalL,
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  table: { borderCollapse: 'collapse', alignSelf: 'flex-start', fontVariantNumeric: 'tabular-nums' },
  head: {
    textAlign: 'start',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    fontWeight: tokens.fontWeightSemibold,
  },
  cell: {
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    overflowWrap: 'anywhere',
    userSelect: 'text',
  },
  end: { textAlign: 'end' },
})

/** The words of a file that the program keeps without knowing what they mean. */
export function UnknownTable({ values }: { readonly values: Staged['unknownValues'] }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  return (
    // oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
    <div className={styles.root} tabIndex={0} role="group" aria-label={t('importFlow.changes.unknown')}>
      <Text className={styles.quiet}>{t('importFlow.changes.unknownHint')}</Text>
      <table className={styles.table}>
        <thead>
          <tr>
            {(['fact', 'value', 'count'] as const).map((column) => (
              <th key={column} scope="col" className={styles.head}>
                {t(`importFlow.changes.unknownColumns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {values.map(({ fact, value, count }) => (
            <tr key={`${fact} ${value}`}>
              <td className={styles.cell}>{t(`importFacts.${fact as FileFact}`)}</td>
              <td className={styles.cell}>{value}</td>
              <td className={styles.cell}>{format.number(count)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
