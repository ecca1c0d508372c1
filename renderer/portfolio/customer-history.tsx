import { makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { HistoryRegular } from '@fluentui/react-icons/svg/history'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import { useView } from '#renderer/state/use-view.ts'
import type { Column } from '#renderer/table/columns/column.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import type { ListRow } from '#renderer/table/use-list-window.ts'
import { useListWindow, useRowAt } from '#renderer/table/use-list-window.ts'
import { ChangeLine } from './change-line.tsx'
import { useFactText } from './fact-text.ts'

type Entry = ListRow<'customer.history'>
type Kind = Entry['event']

const useStyles = makeStyles({
  root: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  kinds: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    flexShrink: 0,
  },
  count: {
    marginInlineStart: tokens.spacingHorizontalXS,
    color: tokens.colorNeutralForeground3,
    fontVariantNumeric: 'tabular-nums',
  },
  entry: { display: 'flex', flexDirection: 'column', minWidth: 0, lineHeight: tokens.lineHeightBase300 },
  line: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  offer: { fontWeight: tokens.fontWeightMedium, whiteSpace: 'nowrap' },
  event: {
    color: tokens.colorNeutralForeground2,
    marginInlineStart: tokens.spacingHorizontalS,
    whiteSpace: 'nowrap',
  },
  changes: {
    // What is only read out lies absolutely, and is cut off with the rest.
    position: 'relative',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    fontSize: tokens.fontSizeBase200,
    // Boxes within the line would lie below its ellipsis; only text ends with one.
    '& > span': { display: 'inline', marginInlineEnd: tokens.spacingHorizontalM },
    '& > span > *': { marginInlineEnd: tokens.spacingHorizontalXXS },
    '& svg': { verticalAlign: 'middle' },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
  facts: {
    flexShrink: 0,
    maxHeight: '176px',
    overflow: 'auto',
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    listStyleType: 'none',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontVariantNumeric: 'tabular-nums',
    userSelect: 'text',
  },
})

/** Of something new these facts say what it is; all of them would bury them. */
const telling: readonly string[] = ['quantity', 'status', 'endDate', 'autoRenew', 'relationship']

const kinds = ['added', 'changed', 'absent', 'moved-here', 'moved-away'] as const satisfies readonly Kind[]

/** Everything imports have changed of a customer and its subscriptions, the newest first, all of it or of one kind. */
export function CustomerHistory({ customerId }: { readonly customerId: string }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const asOf = useAsOfParam()
  const [kind, choose] = useState<Kind | null>(null)
  const [looked, look] = useState<{ readonly index: number; readonly row: Entry | undefined } | null>(null)
  const { counts } = useView('customer.history', { customerId, ...asOf, limit: 0 }).value ?? {}
  const list = useListWindow('customer.history', {
    customerId,
    ...asOf,
    ...(kind === null ? {} : { event: kind }),
  })
  const columns = useHistoryColumns()
  const held = useRowAt(list, looked?.index ?? -1)
  const row = looked === null ? undefined : (held ?? looked.row)
  const all = kinds.reduce((sum, each) => sum + (counts?.[each] ?? 0), 0)
  const show = (wanted: Kind | null) => {
    choose(wanted)
    look(null)
  }

  if (list.error !== undefined) {
    return <Problem error={list.error} canRetry />
  }
  if (counts === undefined) {
    return null
  }
  if (all === 0) {
    return (
      <EmptyState
        icon={<HistoryRegular />}
        title={t('portfolio.history.empty')}
        hint={t('portfolio.history.emptyHint')}
      />
    )
  }
  return (
    <div className={styles.root}>
      <div role="group" aria-label={t('portfolio.history.kinds')} className={styles.kinds}>
        {[null, ...kinds.filter((each) => (counts[each] ?? 0) > 0)].map((each) => (
          <ToggleButton key={each} size="small" checked={each === kind} onClick={() => show(each)}>
            {t(`portfolio.history.filter.${each ?? 'all'}`)}
            <span className={styles.count}>{format.number(each === null ? all : (counts[each] ?? 0))}</span>
          </ToggleButton>
        ))}
      </div>
      <DataTable
        label={t('portfolio.history.list')}
        list={list}
        columns={columns}
        keyOf={keyOf}
        selectedKey={row === undefined ? null : keyOf(row)}
        selectedIndex={looked?.index ?? -1}
        onSelect={(index, chosen) => look({ index, row: chosen })}
        rowHeight={52}
      />
      {row !== undefined && row.changes.length > 0 && (
        <ul
          className={styles.facts}
          aria-label={t('portfolio.history.facts')}
          // oxlint-disable-next-line no-noninteractive-tabindex -- what scrolls must be reached by the keyboard
          tabIndex={0}
        >
          <li className={styles.quiet}>{`${format.time(row.at)} · ${row.fileName}`}</li>
          {row.changes.map((change) => (
            <li key={change.field}>
              <ChangeLine change={change} isNew={row.event === 'added'} />
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

function keyOf({ importId, at, kind, subscriptionId, event }: Entry): string {
  return `${importId} ${at} ${kind} ${subscriptionId ?? ''} ${event}`
}

function shownChanges({ changes, event }: Entry): Entry['changes'] {
  return changes.filter(({ field }) => event !== 'added' || telling.includes(field))
}

function useHistoryColumns(): readonly Column<Entry>[] {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const text = useFactText()
  return useMemo(() => {
    const say = (row: Entry) =>
      shownChanges(row)
        .map(({ field, before, after }) =>
          t('portfolio.change', {
            field: text.field(field),
            before: text.value(field, before),
            after: text.value(field, after),
          }),
        )
        .join('\n')
    return [
      {
        id: 'at',
        header: t('portfolio.history.columns.at'),
        minWidth: 104,
        grow: 0,
        priority: 0,
        tooltip: (row) => format.time(row.at),
        cell: (row) => format.date(row.at),
      },
      {
        id: 'what',
        header: t('portfolio.history.columns.what'),
        minWidth: 240,
        grow: 3,
        priority: 0,
        tooltip: (row) => [row.offer, say(row)].filter(Boolean).join('\n'),
        cell: (row) => (
          <span className={styles.entry}>
            <span className={styles.line}>
              {row.offer !== null && <span className={styles.offer}>{row.offer}</span>}
              <span className={row.offer === null ? undefined : styles.event}>
                {t(`portfolio.history.${row.kind}.${row.event}`)}
              </span>
            </span>
            <span className={styles.changes}>
              {shownChanges(row).map((change) => (
                <ChangeLine key={change.field} change={change} isNew={row.event === 'added'} />
              ))}
            </span>
          </span>
        ),
      },
      {
        id: 'file',
        header: t('portfolio.history.columns.file'),
        minWidth: 160,
        grow: 1,
        priority: 1,
        tooltip: (row) => row.fileName,
        cell: (row) => (
          <span className={styles.entry}>
            <span className={styles.line}>{row.fileName}</span>
            <Text size={200} className={styles.quiet}>
              {t(`sources.${row.source}`)}
            </Text>
          </span>
        ),
      },
    ]
  }, [t, styles, format, text])
}
