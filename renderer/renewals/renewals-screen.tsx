import { Button, makeStyles, Tab, TabList } from '@fluentui/react-components'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { CalendarClockRegular } from '@fluentui/react-icons/svg/calendar-clock'
import { CheckmarkCircle16Regular } from '@fluentui/react-icons/svg/checkmark-circle'
import { Note16Regular } from '@fluentui/react-icons/svg/note'
import { Pin16Regular } from '@fluentui/react-icons/svg/pin'
import { useId, useRef, useState } from 'react'
import type { KeyboardEvent, ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#shared/domain/civil-date.ts'
import type { Filter } from '#shared/domain/list-columns.ts'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { ScreenProblem } from '#renderer/parts/problem.tsx'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { SplitView } from '#renderer/parts/split-view.tsx'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import { useClient, useUiActions } from '#renderer/state/page-context.tsx'
import { renewalWays, type RenewalWay } from '#renderer/state/ui-state.ts'
import { useView } from '#renderer/state/use-view.ts'
import { readRanges } from '#renderer/table/selection/copy-rows.ts'
import { ListDesk } from '#renderer/table/list-desk.tsx'
import { useRowAt } from '#renderer/table/use-list-window.ts'
import { useList } from '#renderer/table/use-list.ts'
import { CalendarButton } from './calendar-button.tsx'
import { BucketBar } from './bucket-bar.tsx'
import { MonthView } from './month-view.tsx'
import { NoteDialog } from './note-dialog.tsx'
import { useRenewalColumns, type Renewal } from './renewal-columns.tsx'
import { RenewalPane } from './renewal-pane.tsx'
import { SnoozeMenu, snoozeDays } from './snooze-menu.tsx'
import { Timeline } from './timeline.tsx'
import { useRenewalActions } from './use-renewal-actions.ts'

const useStyles = makeStyles({
  panel: { flex: 1, minHeight: 0, display: 'flex', flexDirection: 'column' },
  keys: { display: 'contents' },
})

const keyOf = (row: Renewal) => `${row.accountId} ${row.key}`
/** Most renewals a command takes at once. */
const mostMarked = 1_000

type RenewalsScreenProps = {
  readonly way: RenewalWay
  /** Puts the portfolio on paper. */
  readonly portfolioReport: ReactNode
  readonly onImport: () => void
  readonly onOpen: (row: Renewal) => void
  readonly onOpenCustomer: (customerId: string) => void
}

/** What ends when: a worklist, a plot by month, and a calendar sheet, all of them filters of the same list. */
export function RenewalsScreen(props: RenewalsScreenProps) {
  const { way, onOpen, onOpenCustomer } = props
  const { t } = useTranslation()
  const styles = useStyles()
  const panel = useId()
  const client = useClient()
  const { go, notify } = useUiActions()
  const account = useAccountParam()
  const asOf = useAsOfParam()
  // The marks are today's work; an earlier day is only read.
  const isPast = asOf.asOf !== undefined
  const { value: summary, error } = useView('renewal.summary', { ...account, ...asOf })
  const list = useList('renewals', useRenewalColumns())
  const actions = useRenewalActions(summary?.today ?? '')
  const [noted, setNoted] = useState<readonly Renewal[] | null>(null)
  const [width, setWidth] = useState(360)
  const begun = useRef(0)
  const { total, window: rows, state, update } = list
  const problem = rows.error ?? error
  const isEmpty = total === 0 && summary !== undefined && isNothing(summary)
  const current = useRowAt(rows, state.cursor.index)

  const show = (filter: Filter) => {
    update({ filter, group: null })
    go({ screen: 'renewals', way: 'list' })
  }
  const within = (from: string, to: string) =>
    show({
      match: 'all',
      conditions: [{ column: 'endDate', operator: 'between', value: [from, to] }],
    })

  /** The rows that are meant: those chosen together, else the one with the cursor. */
  const meant = async (): Promise<readonly Renewal[]> =>
    state.ranges.length > 0
      ? (await readRanges<Renewal>(client, list, state.ranges)).slice(0, mostMarked)
      : current === undefined
        ? []
        : [current]
  const act = async (work: (chosen: readonly Renewal[]) => void) => {
    const chosen = await meant()
    if (chosen.some((row) => list.isHiddenRow(row))) {
      notify({ title: t('desk.safe.refused'), body: t('desk.safe.copyRefusedHint'), intent: 'info' })
    } else if (chosen.length > 0) {
      work(chosen)
    }
  }
  const keys: { readonly [key: string]: () => void } = {
    p: () => void act(actions.pin),
    s: () => void act((chosen) => actions.snooze(chosen, snoozeDays.week)),
    d: () => void act(actions.done),
    n: () => void act(setNoted),
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (isPast) {
      return
    }
    const isGrid =
      event.target instanceof Element && (event.target.getAttribute('role') ?? '').endsWith('grid')
    if (!isGrid || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) {
      return
    }
    // The second key of a sequence such as "g s" leads to another screen.
    const isSecond = event.timeStamp - begun.current < 1_500
    begun.current = event.key === 'g' ? event.timeStamp : 0
    const run = isSecond ? undefined : keys[event.key.toLowerCase()]
    if (run !== undefined) {
      event.preventDefault()
      run()
    }
  }

  return (
    <>
      <PageHeader
        title={t('renewals.title')}
        note={total === undefined || isEmpty || way !== 'list' ? '' : t('renewals.count', { count: total })}
      >
        {way === 'list' && !isEmpty && !isPast && <CalendarButton query={list.query} />}
        {!isEmpty && !isPast && props.portfolioReport}
        <TabList
          size="small"
          aria-label={t('renewals.ways.label')}
          selectedValue={way}
          onTabSelect={(_, { value }) => go({ screen: 'renewals', way: value as RenewalWay })}
        >
          {renewalWays.map((each) => (
            <Tab key={each} value={each} aria-controls={panel}>
              {t(`renewals.ways.${each}`)}
            </Tab>
          ))}
        </TabList>
      </PageHeader>
      <div id={panel} role="tabpanel" aria-label={t(`renewals.ways.${way}`)} className={styles.panel}>
        {problem !== undefined ? (
          <ScreenProblem error={problem} />
        ) : isEmpty ? (
          <EmptyState
            icon={<CalendarClockRegular />}
            title={t('renewals.empty')}
            hint={t('renewals.emptyHint')}
            action={
              isPast ? undefined : (
                <Button appearance="primary" icon={<ArrowImportRegular />} onClick={props.onImport}>
                  {t('customers.emptyAction')}
                </Button>
              )
            }
          />
        ) : way === 'timeline' ? (
          <Timeline
            months={summary?.months ?? []}
            onMonth={(month) => within(`${month}-01`, addDays(nextMonth(month), -1))}
          />
        ) : way === 'calendar' ? (
          summary !== undefined && <MonthView today={summary.today} onDay={(date) => within(date, date)} />
        ) : (
          <>
            <BucketBar summary={summary} filter={state.filter} onFilter={(filter) => update({ filter })} />
            <div className={styles.keys} onKeyDown={onKeyDown}>
              <ListDesk
                label={t('renewals.list')}
                list={list}
                keyOf={keyOf}
                onOpen={onOpen}
                isReadOnly
                renderActions={() =>
                  !isPast && (
                    <>
                      <Button size="small" icon={<Pin16Regular />} onClick={keys['p']}>
                        {t('renewals.actions.pin')}
                      </Button>
                      <SnoozeMenu onSnooze={(days) => void act((chosen) => actions.snooze(chosen, days))} />
                      <Button size="small" icon={<CheckmarkCircle16Regular />} onClick={keys['d']}>
                        {t('renewals.actions.done')}
                      </Button>
                      <Button size="small" icon={<Note16Regular />} onClick={keys['n']}>
                        {t('renewals.actions.note')}
                      </Button>
                    </>
                  )
                }
              >
                {(table) => (
                  <SplitView
                    list={table}
                    detailLabel={t('renewals.actions.label')}
                    width={width}
                    onWidth={setWidth}
                    detail={
                      current === undefined ? null : (
                        <RenewalPane
                          renewal={current}
                          isPast={isPast}
                          actions={actions}
                          onNote={() => setNoted([current])}
                          onOpen={() => onOpen(current)}
                          onOpenCustomer={() => onOpenCustomer(current.customerId)}
                        />
                      )
                    }
                  />
                )}
              </ListDesk>
            </div>
          </>
        )}
      </div>
      {noted !== null && (
        <NoteDialog
          note={noted.length === 1 ? (noted[0]?.note ?? '') : ''}
          onClose={() => setNoted(null)}
          onSave={(text) =>
            void actions.note(noted, text).then((isSaved) => (isSaved ? setNoted(null) : undefined))
          }
        />
      )}
    </>
  )
}

function isNothing({ buckets, snoozed, done }: { buckets: object; snoozed: number; done: number }): boolean {
  return snoozed + done + Object.values(buckets).reduce((a: number, b: number) => a + b, 0) === 0
}

function nextMonth(month: string): string {
  // The day after the 28th of a month plus four days is always in the next one.
  return `${addDays(`${month}-28`, 4).slice(0, 7)}-01`
}
