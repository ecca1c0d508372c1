import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components'
import { ArrowImport20Filled, ArrowImport20Regular } from '@fluentui/react-icons/svg/arrow-import'
import { BuildingPeople20Filled, BuildingPeople20Regular } from '@fluentui/react-icons/svg/building-people'
import { CalendarClock20Filled, CalendarClock20Regular } from '@fluentui/react-icons/svg/calendar-clock'
import { CalendarLtr20Filled, CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr'
import { Home20Filled, Home20Regular } from '@fluentui/react-icons/svg/home'
import { Link20Filled, Link20Regular } from '@fluentui/react-icons/svg/link'
import { Mail20Filled, Mail20Regular } from '@fluentui/react-icons/svg/mail'
import { Navigation20Regular } from '@fluentui/react-icons/svg/navigation'
import { People20Filled, People20Regular } from '@fluentui/react-icons/svg/people'
import { Pin20Regular } from '@fluentui/react-icons/svg/pin'
import { Settings20Filled, Settings20Regular } from '@fluentui/react-icons/svg/settings'
import { lazy, Suspense } from 'react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useScope } from '#renderer/parts/scope.tsx'
import { useOpenSavedView } from '#renderer/saved-views/open-saved-view.ts'
import { useOwnName } from '#renderer/saved-views/use-own-name.ts'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'
import { places, placeOfScreen, type PlaceName } from './places.ts'
import { useIsWide } from './theme.ts'

const NavigationMenu = lazy(async () => ({
  default: (await import('./navigation-menu.tsx')).NavigationMenu,
}))

const useStyles = makeStyles({
  root: {
    gridArea: 'navigation',
    width: '220px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `0 ${tokens.spacingHorizontalS}`,
    // Where a low window has no room for all of it, it scrolls.
    overflowY: 'auto',
  },
  narrow: { width: '56px' },
  only: { gridArea: 'navigation', alignSelf: 'center' },
  item: {
    position: 'relative',
    display: 'flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
    width: '100%',
    height: '36px',
    flexShrink: 0,
    boxSizing: 'border-box',
    paddingInline: '10px',
    border: 'none',
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: 'transparent',
    color: tokens.colorNeutralForeground1,
    font: 'inherit',
    textAlign: 'start',
    whiteSpace: 'nowrap',
    cursor: 'pointer',
    ':hover': {
      backgroundColor: tokens.colorNeutralBackground3Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    ':active': { backgroundColor: tokens.colorNeutralBackground3Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& svg': { flexShrink: 0 },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground3Selected,
    color: tokens.colorNeutralForeground1Selected,
    fontWeight: tokens.fontWeightSemibold,
    '::before': {
      content: '""',
      position: 'absolute',
      left: 0,
      top: '10px',
      bottom: '10px',
      width: '3px',
      borderRadius: tokens.borderRadiusCircular,
      backgroundColor: tokens.colorCompoundBrandForeground1,
    },
  },
  square: { width: '40px' },
  label: { overflow: 'hidden', textOverflow: 'ellipsis' },
  compact: { height: '32px' },
  pinned: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    marginTop: tokens.spacingVerticalS,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    minHeight: '76px',
    overflow: 'auto',
  },
  heading: {
    padding: `${tokens.spacingVerticalXXS} 10px`,
    color: tokens.colorNeutralForeground3,
    fontSize: tokens.fontSizeBase200,
  },
})

type Icon = typeof Home20Regular

const icons: { readonly [P in PlaceName]: readonly [plain: Icon, current: Icon] } = {
  home: [Home20Regular, Home20Filled],
  customers: [People20Regular, People20Filled],
  requests: [Mail20Regular, Mail20Filled],
  renewals: [CalendarClock20Regular, CalendarClock20Filled],
  subscriptions: [CalendarLtr20Regular, CalendarLtr20Filled],
  imports: [ArrowImport20Regular, ArrowImport20Filled],
  links: [Link20Regular, Link20Filled],
  accounts: [BuildingPeople20Regular, BuildingPeople20Filled],
  settings: [Settings20Regular, Settings20Filled],
}

/** The way between the screens; icons alone where the user wants that or the window is narrow. */
export function Navigation() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { preferences } = useScope()
  const { go } = useUiActions()
  const openPinned = useOpenSavedView()
  const ownName = useOwnName()
  const screen = useUi((state) => state.route.screen)
  const update = useCommand('preferences.update')
  const isWide = useIsWide(1080)
  const hasRoom = useIsWide(640)
  const isNarrow = preferences.isNavigationCollapsed || !isWide
  const toggle = t(preferences.isNavigationCollapsed ? 'nav.expand' : 'nav.collapse')

  const pinned = useView('saved-view.list', {}).value?.filter((view) => view.isPinned) ?? []

  const entry = (key: string, name: string, isCurrent: boolean, icon: ReactNode, onClick: () => void) => (
    <button
      key={key}
      type="button"
      className={mergeClasses(
        styles.item,
        isCurrent && styles.current,
        preferences.density === 'compact' && styles.compact,
      )}
      aria-current={isCurrent ? 'page' : undefined}
      aria-label={isNarrow ? name : undefined}
      title={name}
      onClick={onClick}
    >
      {icon}
      {!isNarrow && <span className={styles.label}>{name}</span>}
    </button>
  )
  if (!hasRoom) {
    return (
      <nav className={styles.only} aria-label={t('nav.label')}>
        <Suspense fallback={null}>
          <NavigationMenu />
        </Suspense>
      </nav>
    )
  }
  return (
    <nav className={mergeClasses(styles.root, isNarrow && styles.narrow)} aria-label={t('nav.label')}>
      {isWide && (
        <button
          type="button"
          className={mergeClasses(styles.item, styles.square)}
          aria-expanded={!isNarrow}
          aria-label={toggle}
          title={toggle}
          onClick={() => void update.run({ isNavigationCollapsed: !preferences.isNavigationCollapsed })}
        >
          <Navigation20Regular aria-hidden />
        </button>
      )}
      {(Object.keys(places) as PlaceName[]).map((name) => {
        const isCurrent = placeOfScreen[screen] === name
        const Shown = icons[name][isCurrent ? 1 : 0]
        return entry(name, t(`nav.${name}`), isCurrent, <Shown aria-hidden />, () => go(places[name]))
      })}
      {pinned.length > 0 && (
        <div role="group" aria-label={t('desk.pinned')} className={styles.pinned}>
          {!isNarrow && (
            <span aria-hidden className={styles.heading}>
              {t('desk.pinned')}
            </span>
          )}
          {pinned.map((view) =>
            entry(view.id, ownName(view), false, <Pin20Regular aria-hidden />, () => {
              void openPinned(view.id)
            }),
          )}
        </div>
      )}
    </nav>
  )
}
