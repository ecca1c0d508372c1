import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { civilDateOf, daysBetween } from '#shared/domain/civil-date.ts'
import { SampleBadge } from '#renderer/parts/badges.tsx'
import { JobsLine } from '#renderer/jobs/jobs-line.tsx'
import { useAccountParam } from '#renderer/parts/scope.tsx'
import { useAsOfParam } from '#renderer/state/as-of.ts'
import { useUi } from '#renderer/state/page-context.tsx'
import { useView } from '#renderer/state/use-view.ts'
import { useSample } from './use-sample.ts'

const FreshnessButton = lazy(async () => ({
  default: (await import('#renderer/portfolio/freshness-button.tsx')).FreshnessButton,
}))

const useStyles = makeStyles({
  root: {
    gridArea: 'status',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    paddingInline: tokens.spacingHorizontalL,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  facts: { overflow: 'hidden', textOverflow: 'ellipsis', minWidth: 0 },
  space: { flex: 1 },
  sample: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS, flexShrink: 0 },
  button: { minWidth: 0, height: '24px', color: tokens.colorBrandForegroundLink },
})

const longCommands = [
  'import.preview',
  'import.apply',
  'request.export',
  'sample.load',
  'sample.remove',
] as const

/** How fresh the portfolio is, what is running, and whether sample data is among it. */
export function StatusLine() {
  const { t } = useTranslation()
  const styles = useStyles()
  const summary = useView('portfolio.summary', { ...useAccountParam(), ...useAsOfParam() }).value
  const words = useFreshness(summary)
  const running = useUi((state) => longCommands.find((command) => state.running.includes(command)))
  return (
    <footer className={styles.root} aria-label={t('frame.status')}>
      {running !== undefined && <span role="status">{t(`status.running.${running}`)}</span>}
      <span className={styles.facts} title={words}>
        {summary === undefined || summary.customers === 0 ? (
          words
        ) : (
          <Suspense fallback={words}>
            <FreshnessButton summary={summary} words={words} />
          </Suspense>
        )}
      </span>
      <span className={styles.space} />
      <JobsLine />
      {summary?.hasSample === true && <SampleMarker />}
    </footer>
  )
}

function SampleMarker() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { remove, pending } = useSample()
  return (
    <span className={styles.sample}>
      <SampleBadge />
      <Button
        size="small"
        appearance="transparent"
        className={styles.button}
        disabled={pending}
        onClick={remove}
      >
        {t('sample.remove')}
      </Button>
    </span>
  )
}

function useFreshness(summary: ReturnType<typeof useView<'portfolio.summary'>>['value']): string {
  const { t } = useTranslation()
  if (summary === undefined) {
    return ''
  }
  if (summary.customers === 0) {
    return t('status.noCustomers')
  }
  const facts: string[] = [
    t('status.confirmed', { confirmed: summary.confirmedCustomers, total: summary.customers }),
  ]
  if (summary.oldestConfirmedAt !== null) {
    const days = daysBetween(civilDateOf(new Date(summary.oldestConfirmedAt)), civilDateOf(new Date()))
    facts.push(days <= 0 ? t('status.oldestToday') : t('status.oldest', { count: days }))
  }
  if (summary.openRequests > 0) {
    facts.push(t('status.openRequests', { count: summary.openRequests }))
  }
  return facts.join(' · ')
}
