import { Button, mergeClasses, Text } from '@fluentui/react-components'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { ViewValue } from '#shared/protocol.ts'
import { useFormat } from '#renderer/parts/format.ts'
import { useIsHidden } from '#renderer/parts/private.tsx'
import { useHomeStyles } from './home-styles.ts'
import { LineName } from './line-name.tsx'

type Attention = ViewValue<'home.attention'>

/** A card of the home page with its heading, and one word beside it. */
function Card({ id, title, aside, children }: CardProps) {
  const home = useHomeStyles()
  return (
    <section className={home.card} aria-labelledby={id}>
      <div className={home.head}>
        <Text as="h2" size={400} weight="semibold" id={id} className={home.heading}>
          {title}
        </Text>
        {aside}
      </div>
      {children}
    </section>
  )
}

type CardProps = {
  readonly id: string
  readonly title: string
  readonly aside?: ReactNode
  readonly children: ReactNode
}

type EndsTilesProps = {
  readonly ending: Attention['endingSoon']
  readonly onWithin: (days: number) => void
  readonly onOverdue: () => void
}

/** How many subscriptions end within 30, 60 and 90 days, and how many have already; each opens its list. */
export function EndsTiles({ ending, onWithin, onOverdue }: EndsTilesProps) {
  const { t } = useTranslation()
  const home = useHomeStyles()
  const format = useFormat()
  const tile = (name: string, count: number, tone: string | false, hint: string, onClick: () => void) => (
    <button key={name} type="button" className={home.tile} title={hint} onClick={onClick}>
      <span className={home.quiet}>{name}</span>
      <span className={mergeClasses(home.figure, count > 0 && tone)}>
        {format.number(count)} <span className={home.unit}>{t('desk.home.subscriptions', { count })}</span>
      </span>
    </button>
  )
  return (
    <section className={home.tiles} aria-label={t('desk.home.ends')}>
      {tile(t('desk.home.overdue'), ending.overdue, home.late, t('desk.home.overdueHint'), onOverdue)}
      {([30, 60, 90] as const).map((days) =>
        tile(
          t('desk.home.within', { days }),
          ending[`within${days}`],
          days === 30 && home.soon,
          t('desk.home.within', { days }),
          () => onWithin(days),
        ),
      )}
    </section>
  )
}

type RequestsCardProps = {
  readonly requests: Attention['openRequests']
  readonly onOpen: (requestId: string) => void
  readonly onAll: () => void
}

/** The requests that wait longest. */
export function RequestsCard({ requests, onOpen, onAll }: RequestsCardProps) {
  const { t } = useTranslation()
  const isHidden = useIsHidden()
  const home = useHomeStyles()
  return (
    <Card
      id="home-requests"
      title={t('desk.home.openRequests')}
      aside={
        requests.total > requests.oldest.length && (
          <Button size="small" appearance="subtle" onClick={onAll}>
            {t('desk.home.more', { count: requests.total })}
          </Button>
        )
      }
    >
      {requests.total === 0 ? (
        <Text className={home.quiet}>{t('desk.home.noRequests')}</Text>
      ) : (
        <ul className={mergeClasses(home.list, home.lines)}>
          {requests.oldest.map((request) => (
            <li key={request.id}>
              <button type="button" className={home.line} onClick={() => onOpen(request.id)}>
                <LineName customerId={request.customerId} name={request.customerName} />
                {!isHidden(request.customerId) && (
                  <>
                    <span className={mergeClasses(home.end, request.ageDays > 7 && home.soon)}>
                      {t('desk.home.age', { count: request.ageDays })}
                    </span>
                    <span className={home.second}>{t(`requests.states.${request.state}`)}</span>
                  </>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

type NextEndsCardProps = {
  readonly ending: Attention['endingSoon']
  readonly onOpen: (customerId: string) => void
}

/** The subscriptions that end first. */
export function NextEndsCard({ ending, onOpen }: NextEndsCardProps) {
  const { t } = useTranslation()
  const isHidden = useIsHidden()
  const home = useHomeStyles()
  const format = useFormat()
  return (
    <Card id="home-next" title={t('desk.home.next')}>
      {ending.next.length === 0 ? (
        <Text className={home.quiet}>{t('desk.home.noNext')}</Text>
      ) : (
        <ul className={mergeClasses(home.list, home.lines)}>
          {ending.next.map((each) => (
            <li key={`${each.customerId} ${each.id}`}>
              <button type="button" className={home.line} onClick={() => onOpen(each.customerId)}>
                <LineName customerId={each.customerId} name={each.customerName} />
                {!isHidden(each.customerId) && (
                  <>
                    <span className={home.end}>{each.endDate}</span>
                    <span className={home.second}>
                      {each.quantity === null
                        ? each.offer
                        : `${each.offer} · ${format.number(each.quantity)}`}
                    </span>
                    <span
                      className={mergeClasses(home.second, home.end, each.daysLeft <= 30 && home.soon)}
                      style={{ gridColumn: 2 }}
                    >
                      {format.relative(each.endDate)}
                    </span>
                  </>
                )}
              </button>
            </li>
          ))}
        </ul>
      )}
    </Card>
  )
}

type StaleCardProps = { readonly sources: Attention['staleSources']; readonly onImport: () => void }

/** The files that were read so long ago that a newer one must exist. */
export function StaleCard({ sources, onImport }: StaleCardProps) {
  const { t } = useTranslation()
  const home = useHomeStyles()
  const format = useFormat()
  return (
    <Card
      id="home-stale"
      title={t('desk.home.stale')}
      aside={
        sources.length > 0 && (
          <Button size="small" onClick={onImport}>
            {t('desk.home.importNow')}
          </Button>
        )
      }
    >
      <Text className={home.quiet}>
        {t(sources.length === 0 ? 'desk.home.noStale' : 'desk.home.staleHint')}
      </Text>
      <ul className={mergeClasses(home.list, home.lines)}>
        {sources.map((source) => {
          const origin = [
            t(`sources.${source.shape}`),
            t('desk.home.imported', { date: format.date(source.importedAt) }),
          ].join(', ')
          return (
            <li
              key={`${source.accountId} ${source.shape}`}
              className={home.line}
              style={{ cursor: 'default' }}
            >
              <span className={home.name}>{source.accountName}</span>
              <span className={mergeClasses(home.end, home.soon)}>
                {t('desk.home.age', { count: source.ageDays })}
              </span>
              <span className={home.second} title={origin}>
                {origin}
              </span>
            </li>
          )
        })}
      </ul>
    </Card>
  )
}
