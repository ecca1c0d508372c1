import { Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components'
import { CheckboxChecked20Filled } from '@fluentui/react-icons/svg/checkbox-checked'
import { CheckboxUnchecked20Regular } from '@fluentui/react-icons/svg/checkbox-unchecked'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { FactChange } from '#renderer/parts/fact-text.ts'
import { useFactText } from '#renderer/parts/fact-text.ts'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import type { Column } from '#renderer/table/columns/column.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import type { ListRow } from '#renderer/table/use-list-window.ts'
import { useListWindow, useRowAt } from '#renderer/table/use-list-window.ts'
import { AbsentNote } from './absent-note.tsx'
import { DiffFacts } from './diff-facts.tsx'
import type { Staged } from './staged.ts'

type DiffRow = ListRow<'import.diff'>

/** One part of a difference: a kind of record, and what would become of it. */
export type DiffPart = {
  readonly kind: 'customers' | 'subscriptions'
  readonly change: 'added' | 'changed' | 'unchanged' | 'absent'
}

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    flexShrink: 0,
  },
  search: { flex: '1 1 160px', maxWidth: '280px' },
  count: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    marginInlineStart: 'auto',
  },
  bar: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  list: { flex: 1, minHeight: '96px', display: 'flex', flexDirection: 'column' },
  box: {
    display: 'inline-flex',
    padding: 0,
    border: 'none',
    color: tokens.colorNeutralForeground3,
    backgroundColor: 'transparent',
    cursor: 'pointer',
    '&[aria-checked="true"]': { color: tokens.colorCompoundBrandForeground1 },
  },
  quiet: { color: tokens.colorNeutralForeground3 },
})

type DiffListProps = {
  readonly staged: Staged
  readonly part: DiffPart
  readonly label: string
  readonly onShowRejected: () => void
}

/** The records of one part of a difference, each to be taken or left, and every fact of the one that is looked at. */
export function DiffList({ staged, part, label, onShowRejected }: DiffListProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { previewId } = staged
  const [search, setSearch] = useState('')
  const [chosen, choose] = useState<{ readonly index: number; readonly row: DiffRow | undefined } | null>(
    null,
  )
  const list = useListWindow('import.diff', {
    previewId,
    kind: part.kind,
    change: part.change,
    ...(search.trim() === '' ? {} : { search: search.trim() }),
  })
  const { run: select, error: refusal } = useCommand('import.select')
  const error = refusal ?? list.error ?? null
  const isOptional = part.change === 'added' || part.change === 'changed'
  const held = useRowAt(list, chosen?.index ?? -1)
  const looked = chosen === null ? undefined : (held ?? chosen.row)
  const toggle = (row: DiffRow | undefined) => {
    if (row !== undefined && row.isSelected !== null) {
      void select({ previewId, isSelected: !row.isSelected, kind: part.kind, keys: [row.key] })
    }
  }
  const takeAll = (isSelected: boolean) => {
    const { kind } = part
    const change = part.change === 'changed' ? 'changed' : 'added'
    void select({ previewId, isSelected, kind, change })
  }
  const columns = useDiffColumns(part.change, toggle)

  return (
    <>
      <div className={styles.tools}>
        <SearchBox
          size="small"
          className={styles.search}
          placeholder={t('importFlow.changes.search')}
          aria-label={t('importFlow.changes.search')}
          dismiss={{ 'aria-label': t('table.quickFilterClear') }}
          value={search}
          onChange={(_, { value }) => {
            setSearch(value)
            choose(null)
          }}
        />
        {isOptional && (
          <>
            <Button size="small" onClick={() => takeAll(true)}>
              {t('importFlow.changes.takeAll')}
            </Button>
            <Button size="small" onClick={() => takeAll(false)}>
              {t('importFlow.changes.takeNone')}
            </Button>
            <Text size={200} role="status" className={styles.count}>
              {t(`importFlow.changes.taken.${part.kind}`, takenOf(staged, part.kind))}
            </Text>
          </>
        )}
      </div>
      {error !== null && (
        <div className={styles.bar}>
          <Problem error={error} />
        </div>
      )}
      {part.change === 'absent' && part.kind === staged.listKind && (
        <AbsentNote staged={staged} onShowRejected={onShowRejected} />
      )}
      <div
        className={styles.list}
        role="presentation"
        onKeyDown={(event) => {
          if (event.key === ' ' && looked !== undefined && isOptional && isGrid(event.target)) {
            event.preventDefault()
            toggle(looked)
          }
        }}
      >
        <DataTable
          label={label}
          list={list}
          columns={columns}
          keyOf={(row) => row.key}
          selectedKey={looked?.key ?? null}
          selectedIndex={chosen?.index ?? -1}
          onSelect={(index, row) => choose({ index, row })}
          isMain
        />
      </div>
      <DiffFacts row={looked} change={part.change} />
    </>
  )
}

function isGrid(target: EventTarget): boolean {
  return target instanceof Element && target.getAttribute('role') === 'grid'
}

/** How many records of a kind would be written, of those that could be. */
function takenOf(staged: Staged, kind: DiffPart['kind']): { readonly taken: number; readonly count: number } {
  const count = staged[kind].added + staged[kind].changed
  return { count, taken: count - staged.deselected[kind] }
}

function useDiffColumns(
  change: DiffPart['change'],
  toggle: (row: DiffRow) => void,
): readonly Column<DiffRow>[] {
  const { t } = useTranslation()
  const styles = useStyles()
  const { label, value } = useFactText()
  return useMemo(() => {
    const say = ({ field, before, after }: FactChange): string =>
      before !== null && after !== null
        ? t('importFlow.changes.arrow', {
            field: label(field),
            before: value(field, before),
            after: value(field, after),
          })
        : t('importFlow.changes.value', { field: label(field), value: value(field, after ?? before) })
    const summary = ({ changes }: DiffRow) =>
      changes
        .filter(({ field }) => field !== 'name' && field !== 'offer' && field !== 'customer')
        .map(say)
        .join(' · ')
    const take: Column<DiffRow> = {
      id: 'take',
      header: t('importFlow.changes.columns.take'),
      minWidth: 56,
      grow: 0,
      priority: 0,
      cell: (row) => (
        <button
          type="button"
          role="checkbox"
          aria-checked={row.isSelected === true}
          aria-label={t('importFlow.changes.take', { title: row.title })}
          tabIndex={-1}
          className={styles.box}
          onClick={(event) => {
            event.stopPropagation()
            toggle(row)
          }}
        >
          {row.isSelected === true ? <CheckboxChecked20Filled /> : <CheckboxUnchecked20Regular />}
        </button>
      ),
    }
    return [
      ...(change === 'added' || change === 'changed' ? [take] : []),
      {
        id: 'title',
        header: t('importFlow.changes.columns.title'),
        minWidth: 160,
        grow: 2,
        priority: 0,
        tooltip: (row) => row.title,
        cell: (row) => row.title,
      },
      {
        id: 'detail',
        header: t('importFlow.changes.columns.detail'),
        minWidth: 140,
        grow: 2,
        priority: 2,
        tooltip: (row) => row.detail,
        cell: (row) => <span className={styles.quiet}>{row.detail}</span>,
      },
      {
        id: 'changes',
        header: t(`importFlow.changes.columns.${change === 'changed' ? 'changes' : 'facts'}`),
        minWidth: 200,
        grow: 3,
        priority: 1,
        tooltip: summary,
        cell: summary,
      },
    ]
  }, [t, styles, label, value, change, toggle])
}
