import { Button, makeStyles, Text, tokens } from '@fluentui/react-components'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import { Problem } from '#renderer/parts/problem.tsx'
import { useView } from '#renderer/state/use-view.ts'
import { ChangeLine } from './change-line.tsx'

type Entry = ViewValue<'customer.history'>['rows'][number]

const useStyles = makeStyles({
  root: { padding: `${tokens.spacingVerticalL} ${tokens.spacingHorizontalL}`, maxWidth: '960px' },
  line: { margin: 0, padding: 0, listStyleType: 'none', display: 'flex', flexDirection: 'column' },
  step: {
    position: 'relative',
    paddingBottom: tokens.spacingVerticalL,
    paddingInlineStart: tokens.spacingHorizontalXL,
    borderLeft: `2px solid ${tokens.colorNeutralStroke2}`,
    marginInlineStart: '5px',
    '::before': {
      content: '""',
      position: 'absolute',
      insetInlineStart: '-6px',
      top: '5px',
      width: '10px',
      height: '10px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorNeutralForeground3,
    },
  },
  date: { fontVariantNumeric: 'tabular-nums' },
  file: { color: tokens.colorNeutralForeground3, overflowWrap: 'anywhere' },
  entries: {
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: 0,
    listStyleType: 'none',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
  },
  entry: { display: 'flex', flexDirection: 'column', minWidth: 0, userSelect: 'text' },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalS,
    overflowWrap: 'anywhere',
  },
  event: { color: tokens.colorNeutralForeground2 },
  facts: {
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    fontVariantNumeric: 'tabular-nums',
  },
})

/** Of something new these facts say what it is; all of them would bury them. */
const telling: readonly string[] = ['quantity', 'status', 'endDate', 'autoRenew', 'relationship']
const step = 50

/** Everything imports have changed of a customer and its subscriptions, the newest first. */
export function CustomerHistory({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const [limit, setLimit] = useState(step)
  const { value, error } = useView('customer.history', { customerId, limit })
  if (error !== undefined) {
    return <Problem error={error} />
  }
  if (value === undefined) {
    return null
  }
  if (value.total === 0) {
    return (
      <EmptyState
        icon={<HistoryRegular />}
        title={t('portfolio.history.empty')}
        hint={t('portfolio.history.emptyHint')}
      />
    )
  }
  const more = Math.min(step, value.total - value.rows.length)
  return (
    <div className={styles.root}>
      <ol className={styles.line} aria-label={t('portfolio.history.list')}>
        {byImport(value.rows).map((entries) => (
          <ImportEntries key={`${entries[0]?.importId} ${entries[0]?.at}`} entries={entries} />
        ))}
      </ol>
      {more > 0 && (
        <Button size="small" onClick={() => setLimit(limit + step)}>
          {t('portfolio.history.more', { count: more })}
        </Button>
      )}
    </div>
  )
}

/** Rows of one import together: they are told in a row already. */
function byImport(rows: readonly Entry[]): readonly (readonly Entry[])[] {
  const groups: Entry[][] = []
  for (const row of rows) {
    const last = groups.at(-1)
    if (last?.[0]?.importId === row.importId && last[0].at === row.at) {
      last.push(row)
    } else {
      groups.push([row])
    }
  }
  return groups
}

function ImportEntries({ entries }: { readonly entries: readonly Entry[] }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const [first] = entries
  if (first === undefined) {
    return null
  }
  return (
    <li className={styles.step}>
      <Text weight="semibold" className={styles.date}>
        {format.time(first.at)}
      </Text>{' '}
      <Text size={200} className={styles.file}>
        {`${first.fileName} · ${t(`sources.${first.source}`)}`}
      </Text>
      <ul className={styles.entries}>
        {entries.map((entry, at) => (
          <li key={`${entry.subscriptionId ?? ''} ${at}`} className={styles.entry}>
            <span className={styles.head}>
              {entry.offer !== null && <Text weight="medium">{entry.offer}</Text>}
              {(entry.event !== 'changed' || entry.kind === 'customer') && (
                <span className={styles.event}>{t(`portfolio.history.${entry.kind}.${entry.event}`)}</span>
              )}
            </span>
            <ul className={styles.facts}>
              {entry.changes
                .filter(({ field }) => entry.event !== 'added' || telling.includes(field))
                .map((change) => (
                  <li key={change.field}>
                    <ChangeLine change={change} isNew={entry.event === 'added'} />
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
    </li>
  )
}
