import { Button } from '@fluentui/react-components'
import { ArrowImportRegular } from '@fluentui/react-icons/svg/arrow-import'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { addDays } from '#shared/domain/civil-date.ts'
import type { Filter, ListName } from '#shared/domain/list-columns.ts'
import { EmptyState } from '#renderer/parts/empty-state.tsx'
import { PageHeader } from '#renderer/parts/page-header.tsx'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useAfterPaint } from '#renderer/state/use-after-paint.ts'
import { useView } from '#renderer/state/use-view.ts'
import { EndsTiles, NextEndsCard, RequestsCard, StaleCard } from './attention-cards.tsx'
import { RemindersCard } from './reminders-card.tsx'
import { useHomeStyles } from './home-styles.ts'

const Acceptances = lazy(async () => ({
  default: (await import('#renderer/requests/acceptances.tsx')).Acceptances,
}))
const EndsPlot = lazy(async () => ({ default: (await import('./ends-plot.tsx')).EndsPlot }))
const GuideCard = lazy(async () => ({ default: (await import('./guide-card.tsx')).GuideCard }))
const NewsCard = lazy(async () => ({
  default: (await import('#renderer/portfolio/news-card.tsx')).NewsCard,
}))
const Problem = lazy(async () => ({ default: (await import('#renderer/parts/problem.tsx')).Problem }))

type HomeScreenProps = {
  readonly onImport: () => void
  readonly onAddAccount: () => void
  readonly onRequest: () => void
  readonly onOpenList: (list: ListName, filter: Filter) => void
}

/** What needs attention today: what ends, which requests wait, which sources have grown old. */
export function HomeScreen({ onImport, onAddAccount, onRequest, onOpenList }: HomeScreenProps) {
  const { t } = useTranslation()
  const styles = useHomeStyles()
  const isPainted = useAfterPaint()
  const isGuideDismissed = useUi((state) => state.isGuideDismissed)
  const { openCustomer, openRequest, go, updateCustomers } = useUiActions()
  const asOf = useAsOfParam()
  const isToday = asOf.asOf === undefined
  const account = { ...useAccountParam(), ...asOf }
  const { value: attention, error } = useView('home.attention', account)
  const customers = useView('portfolio.summary', account).value?.customers

  const openNews = (customerId: string) => {
    updateCustomers({ tab: 'history' })
    openCustomer(customerId)
  }
  const openEnds = (...conditions: Filter['conditions']) =>
    onOpenList('subscriptions', { match: 'all', conditions })
  const openDue = () =>
    onOpenList('requests', {
      match: 'all',
      conditions: [{ column: 'remindOn', operator: 'in-last-days', value: 36_500 }],
    })
  const openMonth = (month: string) => {
    // The day after the 28th of a month plus four days is always in the next one.
    const next = addDays(`${month}-28`, 4).slice(0, 7)
    openEnds(
      { column: 'endDate', operator: 'after', value: addDays(`${month}-01`, -1) },
      { column: 'endDate', operator: 'before', value: `${next}-01` },
    )
  }

  return (
    <>
      <PageHeader
        title={t('desk.home.title')}
        note={attention === undefined ? '' : t('desk.home.asOf', { date: attention.today })}
      />
      <div className={styles.root}>
        <Suspense fallback={null}>{error !== undefined && <Problem error={error} canRetry />}</Suspense>
        <Suspense fallback={null}>
          {isPainted && !isGuideDismissed && isToday && (
            <GuideCard onAccount={onAddAccount} onImport={onImport} onRequest={onRequest} />
          )}
        </Suspense>
        {attention !== undefined && customers === 0 && (
          <EmptyState
            icon={<ArrowImportRegular />}
            title={t(isToday ? 'desk.home.empty' : 'portfolio.past.empty')}
            hint={
              asOf.asOf === undefined
                ? t('desk.home.emptyHint')
                : t('portfolio.past.emptyHint', { date: asOf.asOf })
            }
            action={isToday ? <Button onClick={onImport}>{t('customers.emptyAction')}</Button> : undefined}
          />
        )}
        {attention !== undefined && customers !== undefined && customers > 0 && (
          <>
            <EndsTiles
              ending={attention.endingSoon}
              onWithin={(days) => openEnds({ column: 'endDate', operator: 'in-next-days', value: days })}
              onOverdue={() => openEnds({ column: 'endDate', operator: 'before', value: attention.today })}
            />
            <Suspense fallback={null}>{isPainted && isToday && <NewsCard onOpen={openNews} />}</Suspense>
            <Suspense fallback={<div className={styles.plotPlace} />}>
              {isPainted ? (
                <EndsPlot months={attention.endsByMonth} onMonth={openMonth} />
              ) : (
                <div className={styles.plotPlace} />
              )}
            </Suspense>
            <Suspense fallback={null}>{isPainted && isToday && <Acceptances isCard />}</Suspense>
            <div className={styles.columns}>
              <NextEndsCard ending={attention.endingSoon} onOpen={openCustomer} />
              {isToday && <RemindersCard onOpen={openRequest} onAll={openDue} />}
              {isToday && (
                <RequestsCard
                  requests={attention.openRequests}
                  onOpen={openRequest}
                  onAll={() => go({ screen: 'requests', isFullPage: false })}
                />
              )}
              {isToday && <StaleCard sources={attention.staleSources} onImport={onImport} />}
            </div>
          </>
        )}
      </div>
    </>
  )
}
