import { Button, makeStyles, tokens } from '@fluentui/react-components'
import { CalendarClock16Filled } from '@fluentui/react-icons/svg/calendar-clock'
import { useTranslation } from 'react-i18next'
import { shownKeys } from '#shared/actions.ts'
import { isMac, KeyCaps } from '#renderer/parts/key-caps.tsx'
import { useAsOf } from '#renderer/state/as-of.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import type { Route } from '#renderer/state/ui-state.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    minHeight: '40px',
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorStatusWarningBackground2,
    color: tokens.colorStatusWarningForeground2,
    borderBottom: `2px solid ${tokens.colorStatusWarningBorderActive}`,
    fontVariantNumeric: 'tabular-nums',
    '& svg': { flexShrink: 0 },
  },
  words: { flex: 1, minWidth: 0 },
  button: { flexShrink: 0, gap: tokens.spacingHorizontalS },
})

/** The pages of what no file states: they show today, whatever day is read. */
const todays: ReadonlySet<Route['screen']> = new Set(['requests', 'links', 'imports', 'accounts', 'settings'])

/** Says that an earlier day is read and not today, and leads back with one key. */
export function AsOfBanner() {
  const { t } = useTranslation()
  const styles = useStyles()
  const asOf = useAsOf()
  const isToday = useUi((state) => todays.has(state.route.screen))
  const { set } = useUiActions()
  return asOf === null ? null : (
    <div className={styles.root} role="status">
      <CalendarClock16Filled aria-hidden />
      <span className={styles.words}>
        <strong>{t('portfolio.past.banner', { date: asOf })}</strong>{' '}
        {t(isToday ? 'portfolio.past.isToday' : 'portfolio.past.readOnly')}
      </span>
      <Button size="small" className={styles.button} onClick={() => set('asOf', null)}>
        {t('portfolio.past.back')}
        <KeyCaps keys={shownKeys('asOf', isMac)} />
      </Button>
    </div>
  )
}
