import { Button, makeStyles, SearchBox, Text, tokens } from '@fluentui/react-components'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { CommandInput } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { Problem } from '#renderer/parts/problem.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import type { Column } from '#renderer/table/columns/column.ts'
import { DataTable } from '#renderer/table/data-table.tsx'
import { useListWindow, useRowAt } from '#renderer/table/use-list-window.ts'
import { IdentityPanel } from './identity-panel.tsx'
import { answerText, type Question } from './identity-text.ts'
import type { Staged } from './staged.ts'

const useStyles = makeStyles({
  tools: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    flexShrink: 0,
  },
  search: { flex: '1 1 120px', maxWidth: '220px' },
  count: {
    color: tokens.colorNeutralForeground2,
    fontVariantNumeric: 'tabular-nums',
    marginInlineStart: 'auto',
  },
  bar: { padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalS}` },
  list: { flex: 1, minHeight: '96px', display: 'flex', flexDirection: 'column' },
  waiting: { color: tokens.colorStatusWarningForeground2 },
  quiet: { color: tokens.colorNeutralForeground3 },
})

/** The rows that may mean customers already known, and the question about the one that is looked at. */
export function IdentityList({ staged }: { readonly staged: Staged }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const { previewId, identity } = staged
  const [search, setSearch] = useState('')
  const [chosen, choose] = useState<{ readonly index: number; readonly row: Question | undefined }>({
    index: 0,
    row: undefined,
  })
  const list = useListWindow('import.questions', {
    previewId,
    ...(search.trim() === '' ? {} : { search: search.trim() }),
  })
  const identify = useCommand('import.identify')
  const error = identify.error ?? list.error ?? null
  const looked = useRowAt(list, chosen.index) ?? chosen.row
  const say = async (answer: CommandInput<'import.identify'>['answer'], keys?: string[]) =>
    identify.run({ previewId, answer, ...(keys === undefined ? {} : { keys }) })
  const answerOne = (answer: CommandInput<'import.identify'>['answer']) => {
    if (looked !== undefined && !identify.pending) {
      const next = nextOpen(list.rowAt, chosen.index, list.total ?? 0)
      void say(answer, [looked.key]).then(({ ok }) => {
        if (ok && answer.kind !== 'open' && next !== null) {
          choose({ index: next, row: undefined })
        }
      })
    }
  }
  const columns = useQuestionColumns()

  return (
    <>
      <div className={styles.tools}>
        <SearchBox
          size="small"
          className={styles.search}
          placeholder={t('importIdentity.search')}
          aria-label={t('importIdentity.search')}
          value={search}
          onChange={(_, { value }) => {
            setSearch(value)
            choose({ index: 0, row: undefined })
          }}
        />
        <Button
          size="small"
          disabled={identity.open === 0 || identify.pending}
          onClick={() => void say({ kind: 'suggested' })}
        >
          {t('importIdentity.allSuggested')}
        </Button>
        <Button
          size="small"
          disabled={identity.open === 0 || identify.pending}
          onClick={() => void say({ kind: 'leave-out' })}
        >
          {t('importIdentity.allLeftOut')}
        </Button>
        <Text size={200} role="status" className={styles.count}>
          {t('importIdentity.answered', { answered: identity.asked - identity.open, count: identity.asked })}
        </Text>
      </div>
      {error !== null && (
        <div className={styles.bar}>
          <Problem error={error} />
        </div>
      )}
      <div
        className={styles.list}
        role="presentation"
        onKeyDown={(event) => {
          const isGrid = event.target instanceof Element && event.target.getAttribute('role') === 'grid'
          const suggestion = looked?.suggestion ?? null
          if (event.key === ' ' && isGrid && suggestion !== null) {
            event.preventDefault()
            answerOne(suggestion)
          }
        }}
      >
        <DataTable
          label={t('importIdentity.part')}
          list={list}
          columns={columns}
          keyOf={(row) => row.key}
          selectedKey={looked?.key ?? null}
          selectedIndex={chosen.index}
          onSelect={(index, row) => choose({ index, row })}
          isMain
        />
      </div>
      <IdentityPanel
        key={looked?.key ?? ''}
        question={looked}
        accountId={staged.accountId}
        isBusy={identify.pending}
        onAnswer={answerOne}
      />
    </>
  )
}

/** The next row without an answer, going round; `null` where none of those at hand is open. */
function nextOpen(
  rowAt: (index: number) => Question | undefined,
  from: number,
  total: number,
): number | null {
  for (let step = 1; step < total; step += 1) {
    const index = (from + step) % total
    if (rowAt(index)?.answer === null) {
      return index
    }
  }
  return null
}

function useQuestionColumns(): readonly Column<Question>[] {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  return useMemo(() => {
    const asText = (row: Question) => answerText(t, row)
    return [
      {
        id: 'name',
        header: t('importIdentity.columns.name'),
        minWidth: 180,
        grow: 2,
        priority: 0,
        tooltip: (row) => row.name,
        cell: (row) => (
          <>
            {row.name}
            {row.domain !== null && <span className={styles.quiet}>{` · ${row.domain}`}</span>}
          </>
        ),
      },
      {
        id: 'subscriptions',
        header: t('importIdentity.columns.subscriptions'),
        minWidth: 120,
        grow: 0,
        priority: 1,
        align: 'end',
        cell: (row) => (row.subscriptionCount === 0 ? '–' : format.number(row.subscriptionCount)),
      },
      {
        id: 'answer',
        header: t('importIdentity.columns.answer'),
        minWidth: 200,
        grow: 3,
        priority: 0,
        tooltip: asText,
        cell: (row) => (
          <span className={row.answer === null ? styles.waiting : undefined}>{asText(row)}</span>
        ),
      },
    ]
  }, [t, styles, format])
}
