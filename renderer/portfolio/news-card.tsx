import { Button, makeStyles, mergeClasses, Text, ToggleButton, tokens } from '@fluentui/react-components'
import { CheckmarkRegular } from '@fluentui/react-icons/svg/checkmark'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newsCategories } from '#shared/domain/portfolio-fields.ts'
import type { ViewValue } from '#shared/protocol.ts'
import { useHomeStyles } from '#renderer/home/home-styles.ts'
import { LineName } from '#renderer/home/line-name.tsx'
import { useFormat } from '#renderer/parts/format.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { Private } from '#renderer/parts/private.tsx'
import { Problem } from '#renderer/parts/problem.tsx'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'
import { ChangeLine } from './change-line.tsx'

type Category = (typeof newsCategories)[number]
type News = ViewValue<'portfolio.changes'>['rows'][number]

const useStyles = makeStyles({
  kinds: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  count: { fontVariantNumeric: 'tabular-nums', marginInlineStart: tokens.spacingHorizontalXS },
  what: {
    gridColumn: '1',
    display: 'flex',
    flexWrap: 'wrap',
    columnGap: tokens.spacingHorizontalM,
    minWidth: 0,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
  more: { alignSelf: 'flex-start' },
})

const first = 6
const step = 50

type NewsCardProps = { readonly onOpen: (customerId: string) => void }

/** What imports have brought since the user last looked, kind by kind; each line leads to its customer. */
export function NewsCard({ onOpen }: NewsCardProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const home = useHomeStyles()
  const format = useFormat()
  const notify = useNotify()
  const account = useAccountParam()
  const [chosen, choose] = useState<Category | null>(null)
  const [limit, setLimit] = useState(first)
  const looked = useCommand('portfolio.looked')
  const overview = useView('portfolio.changes', { ...account, limit: 0 }).value
  const present = newsCategories.filter((each) => (overview?.counts[each] ?? 0) > 0)
  const category = chosen !== null && present.includes(chosen) ? chosen : (present[0] ?? null)

  if (overview === undefined) {
    return null
  }
  const markSeen = async () => {
    if ((await looked.run({})).ok) {
      choose(null)
      setLimit(first)
      notify({ title: t('portfolio.news.marked'), canUndo: false })
    }
  }
  return (
    <section className={home.card} aria-labelledby="home-news">
      <div className={home.head}>
        <Text as="h2" size={400} weight="semibold" id="home-news" className={home.heading}>
          {t('portfolio.news.title')}
        </Text>
        <Text size={200} className={home.quiet}>
          {overview.since === null
            ? t('portfolio.news.first')
            : t('portfolio.news.since', { date: format.time(overview.since) })}
        </Text>
        {present.length > 0 && (
          <Button
            size="small"
            icon={<CheckmarkRegular />}
            disabled={looked.pending}
            onClick={() => void markSeen()}
          >
            {t('portfolio.news.seen')}
          </Button>
        )}
      </div>
      {looked.error !== null && <Problem error={looked.error} />}
      {category === null ? (
        <Text className={home.quiet}>{t('portfolio.news.none')}</Text>
      ) : (
        <>
          <div role="group" aria-label={t('portfolio.news.kinds')} className={styles.kinds}>
            {present.map((each) => (
              <ToggleButton
                key={each}
                size="small"
                checked={each === category}
                onClick={() => {
                  choose(each)
                  setLimit(first)
                }}
              >
                {t(`portfolio.news.categories.${each}`)}
                <span className={styles.count}>{format.number(overview.counts[each] ?? 0)}</span>
              </ToggleButton>
            ))}
          </div>
          <NewsList
            category={category}
            limit={limit}
            onMore={() => setLimit(limit === first ? step : limit + step)}
            onOpen={onOpen}
          />
        </>
      )}
    </section>
  )
}

type NewsListProps = NewsCardProps & {
  readonly category: Category
  readonly limit: number
  readonly onMore: () => void
}

function NewsList({ category, limit, onMore, onOpen }: NewsListProps) {
  const { t } = useTranslation()
  const styles = useStyles()
  const home = useHomeStyles()
  const news = useView('portfolio.changes', { ...useAccountParam(), category, limit }).value
  if (news === undefined) {
    return null
  }
  const rest = news.total - news.rows.length
  return (
    <>
      <ul
        className={mergeClasses(home.list, home.lines)}
        aria-label={t(`portfolio.news.categories.${category}`)}
      >
        {news.rows.map((row) => (
          <NewsLine key={`${row.customerId} ${row.subscriptionId ?? ''}`} row={row} onOpen={onOpen} />
        ))}
      </ul>
      {rest > 0 && (
        <Button size="small" appearance="subtle" className={styles.more} onClick={onMore}>
          {t('portfolio.news.more', { count: rest })}
        </Button>
      )}
    </>
  )
}

function NewsLine({ row, onOpen }: NewsCardProps & { readonly row: News }) {
  const styles = useStyles()
  const home = useHomeStyles()
  const format = useFormat()
  return (
    <li>
      <button type="button" className={home.line} onClick={() => onOpen(row.customerId)}>
        <LineName customerId={row.customerId} name={row.customerName} />
        <span className={home.end} title={row.fileName}>
          {format.date(row.at)}
        </span>
        {(row.offer !== null || row.changes.length > 0) && (
          <span className={styles.what}>
            <Private customerId={row.customerId}>
              {row.offer !== null && <span>{row.offer}</span>}
              {row.changes.map((change) => (
                <ChangeLine key={change.field} change={change} />
              ))}
            </Private>
          </span>
        )}
      </button>
    </li>
  )
}
