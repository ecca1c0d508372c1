import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components'
import { useTranslation } from 'react-i18next'
import { statesOf } from '#shared/domain/request-state.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { Private, useIsHidden } from '#renderer/parts/private.tsx'
import { ScreenProblem } from '#renderer/parts/problem.tsx'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useView } from '#renderer/state/use-view.ts'
import { RequestState } from './request-state.tsx'

const useStyles = makeStyles({
  root: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'grid',
    gridAutoFlow: 'column',
    gridAutoColumns: 'minmax(172px, 1fr)',
    gap: tokens.spacingHorizontalM,
    padding: `0 ${tokens.spacingHorizontalL} ${tokens.spacingVerticalL}`,
  },
  column: {
    minWidth: 0,
    minHeight: 0,
    display: 'flex',
    flexDirection: 'column',
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  head: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightSemibold,
  },
  count: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  cards: {
    flex: 1,
    minHeight: 0,
    overflow: 'auto',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    margin: 0,
    padding: `0 ${tokens.spacingHorizontalS} ${tokens.spacingVerticalS}`,
    listStyleType: 'none',
  },
  card: {
    width: '100%',
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    rowGap: tokens.spacingVerticalXXS,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    fontSize: tokens.fontSizeBase200,
    textAlign: 'start',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  name: {
    gridColumn: '1 / -1',
    fontSize: tokens.fontSizeBase300,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  },
  quiet: { color: tokens.colorNeutralForeground3, fontVariantNumeric: 'tabular-nums' },
  due: { color: tokens.colorStatusWarningForeground2, fontWeight: tokens.fontWeightSemibold },
  none: { padding: `0 ${tokens.spacingHorizontalM}`, color: tokens.colorNeutralForeground3 },
})

type Column = ViewValue<'request.board'>[number]

type RequestBoardProps = {
  readonly search: string
  readonly onOpen: (requestId: string) => void
}

/** The ledger as a board: a column for each state of a reseller request, and for each other one that has any. */
export function RequestBoard({ search, onOpen }: RequestBoardProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const wanted = search.trim().slice(0, 200)
  const { value, error } = useView('request.board', {
    ...useAccountParam(),
    ...(wanted === '' ? {} : { search: wanted }),
  })
  if (error !== undefined) {
    return <ScreenProblem error={error} />
  }
  const found = value ?? []
  const usual = statesOf('reseller').filter((state) => !['withdrawn', 'superseded'].includes(state))
  const columns: readonly Column[] = [
    ...usual.map((state) => found.find((each) => each.state === state) ?? { state, total: 0, rows: [] }),
    ...found.filter(({ state }) => !usual.includes(state)),
  ]
  return (
    <section className={styles.root} aria-label={t('ledger.board')} tabIndex={-1} data-sideways>
      {columns.map((column) => (
        <BoardColumn key={column.state} column={column} onOpen={onOpen} />
      ))}
    </section>
  )
}

function BoardColumn({ column, onOpen }: { readonly column: Column; readonly onOpen: (id: string) => void }) {
  const { t } = useTranslation()
  const styles = useStyles()
  const format = useFormat()
  const isHidden = useIsHidden()
  return (
    <div className={styles.column}>
      <h2
        className={styles.head}
        id={`board-${column.state}`}
        title={t(`requests.stateHints.${column.state}`)}
      >
        <RequestState state={column.state} />
        <span className={styles.count}>{format.number(column.total)}</span>
      </h2>
      {column.total === 0 ? (
        <Text size={200} className={styles.none}>
          {t('ledger.boardEmpty')}
        </Text>
      ) : (
        <ul className={styles.cards} aria-labelledby={`board-${column.state}`}>
          {column.rows.map((row) => (
            <li key={row.id}>
              <button type="button" className={styles.card} onClick={() => onOpen(row.id)}>
                <span className={styles.name} title={isHidden(row.customerId) ? undefined : row.customerName}>
                  <Private customerId={row.customerId}>{row.customerName}</Private>
                </span>
                <span className={styles.quiet}>{t('ledger.age', { count: row.ageDays })}</span>
                {row.remindOn !== null && (
                  <span
                    className={mergeClasses(styles.quiet, format.daysTo(row.remindOn) <= 0 && styles.due)}
                    title={t('requests.columns.remindOn')}
                  >
                    {row.remindOn}
                  </span>
                )}
              </button>
            </li>
          ))}
          {column.total > column.rows.length && (
            <li className={styles.none}>
              {t('ledger.boardMore', { count: column.total - column.rows.length })}
            </li>
          )}
        </ul>
      )}
    </div>
  )
}
