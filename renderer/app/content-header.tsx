import { makeStyles, tokens } from '@fluentui/react-components'
import { ArrowLeft16Regular } from '@fluentui/react-icons/svg/arrow-left'
import { ArrowRight16Regular } from '@fluentui/react-icons/svg/arrow-right'
import { CalendarClock16Regular } from '@fluentui/react-icons/svg/calendar-clock'
import { ChevronRight12Regular } from '@fluentui/react-icons/svg/chevron-right'
import { useEffect } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { withKeys } from '#renderer/parts/key-caps.tsx'
import { Private, useIsHidden } from '#renderer/parts/private.tsx'
import { useAsOf, useAsOfParam } from '#renderer/state/as-of.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useView } from '#renderer/state/use-view.ts'
import { places, placeOfScreen } from './places.ts'

const useStyles = makeStyles({
  root: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXXS,
    height: '32px',
    flexShrink: 0,
    paddingInline: tokens.spacingHorizontalS,
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    fontSize: tokens.fontSizeBase200,
    color: tokens.colorNeutralForeground2,
  },
  step: {
    display: 'grid',
    placeItems: 'center',
    width: '24px',
    height: '24px',
    padding: 0,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    cursor: 'pointer',
    ':hover:enabled': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':disabled': { color: tokens.colorNeutralForegroundDisabled, cursor: 'default' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  space: { flex: 1 },
  day: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    flexShrink: 0,
    height: '24px',
    padding: `0 ${tokens.spacingHorizontalXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground2,
    font: 'inherit',
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
  list: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    margin: `0 0 0 ${tokens.spacingHorizontalXS}`,
    padding: 0,
    listStyleType: 'none',
  },
  crumb: {
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minWidth: 0,
    flexShrink: 1,
  },
  text: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  link: {
    padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXXS}`,
    border: 'none',
    borderRadius: tokens.borderRadiusSmall,
    backgroundColor: 'transparent',
    color: 'inherit',
    font: 'inherit',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': { color: tokens.colorNeutralForeground1, textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
})

/** The strip above every screen: back and forward, and where the window is. */
export function ContentHeader() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { go, back, forward } = useUiActions()
  const route = useUi((state) => state.route)
  const canGoBack = useUi((state) => state.past.length > 0)
  const canGoForward = useUi((state) => state.future.length > 0)
  const customerId = useUi((state) => state.customers.selectedId)
  const requestId = useUi((state) => state.requests.selectedId)
  const place = placeOfScreen[route.screen]
  const name = t(`nav.${place}`)

  const below: ReactNode =
    route.screen === 'customers' && route.isFullPage && customerId !== null ? (
      <CustomerCrumb customerId={customerId} />
    ) : route.screen === 'requests' && route.isFullPage && requestId !== null ? (
      <RequestCrumb requestId={requestId} />
    ) : route.screen === 'subscription' ? (
      t('subscriptionPage.label')
    ) : route.screen === 'wizard' ? (
      t('wizard.title')
    ) : route.screen === 'import-preview' ? (
      t('imports.previewTitle')
    ) : null

  useEffect(() => {
    if (below === null || typeof below === 'string') {
      document.title = `${below ?? name} – ${t('app.name')}`
    }
  })

  return (
    <div className={styles.root}>
      <button
        type="button"
        className={styles.step}
        disabled={!canGoBack}
        aria-label={t('desk.back')}
        title={withKeys(t('desk.back'), 'goBack')}
        onClick={back}
      >
        <ArrowLeft16Regular aria-hidden />
      </button>
      <button
        type="button"
        className={styles.step}
        disabled={!canGoForward}
        aria-label={t('desk.forward')}
        title={withKeys(t('desk.forward'), 'goForward')}
        onClick={forward}
      >
        <ArrowRight16Regular aria-hidden />
      </button>
      <nav aria-label={t('desk.breadcrumbs')} className={styles.crumb}>
        <ol className={styles.list}>
          <li className={styles.crumb}>
            {below === null ? (
              <span aria-current="page" className={styles.text}>
                {name}
              </span>
            ) : (
              <button type="button" className={styles.link} onClick={() => go(places[place])}>
                {name}
              </button>
            )}
          </li>
          {below !== null && (
            <li className={styles.crumb}>
              <ChevronRight12Regular aria-hidden />
              <span aria-current="page" className={styles.text}>
                {below}
              </span>
            </li>
          )}
        </ol>
      </nav>
      <span className={styles.space} />
      <AsOfButton />
    </div>
  )
}

/** The day everything below is read as of; asks for another. */
function AsOfButton() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { set } = useUiActions()
  const asOf = useAsOf()
  return (
    <button
      type="button"
      className={styles.day}
      aria-haspopup="dialog"
      title={t('portfolio.past.open')}
      onClick={() => set('overlay', 'as-of')}
    >
      <CalendarClock16Regular aria-hidden />
      {asOf === null ? t('portfolio.past.button') : t('portfolio.past.banner', { date: asOf })}
    </button>
  )
}

function CustomerCrumb({ customerId }: { readonly customerId: string }) {
  const { value } = useView('customer.detail', { customerId, ...useAsOfParam() })
  return <Named customerId={customerId} name={value?.name} />
}

function RequestCrumb({ requestId }: { readonly requestId: string }) {
  const { value } = useView('request.detail', { requestId })
  return <Named customerId={value?.customerId ?? null} name={value?.customerName} />
}

/** A record's name, here and in the window's title. */
function Named({
  customerId,
  name,
}: {
  readonly customerId: string | null
  readonly name: string | undefined
}) {
  const { t } = useTranslation()
  const isHidden = useIsHidden()(customerId)
  useEffect(() => {
    document.title = isHidden || name === undefined ? t('app.name') : `${name} – ${t('app.name')}`
  }, [isHidden, name, t])
  return <Private customerId={customerId}>{name ?? '…'}</Private>
}
