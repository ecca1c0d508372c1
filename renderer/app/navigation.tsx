import { makeStyles, mergeClasses, tokens, Tooltip } from '@fluentui/react-components'
import { ArrowImport20Filled, ArrowImport20Regular } from '@fluentui/react-icons/svg/arrow-import'
import { BuildingPeople20Filled, BuildingPeople20Regular } from '@fluentui/react-icons/svg/building-people'
import { Mail20Filled, Mail20Regular } from '@fluentui/react-icons/svg/mail'
import { Navigation20Regular } from '@fluentui/react-icons/svg/navigation'
import { People20Filled, People20Regular } from '@fluentui/react-icons/svg/people'
import { Settings20Filled, Settings20Regular } from '@fluentui/react-icons/svg/settings'
import { useTranslation } from 'react-i18next'
import { useScope } from '#renderer/parts/scope.tsx'
import { useUi, useUiActions } from '#renderer/state/page-context.tsx'
import type { Route } from '#renderer/state/ui-store.ts'
import { useCommand } from '#renderer/state/use-command.ts'
import { useIsWide } from './theme.ts'

const useStyles = makeStyles({
  root: {
    gridArea: 'navigation',
    width: '220px',
    boxSizing: 'border-box',
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXXS,
    padding: `0 ${tokens.spacingHorizontalS}`,
  },
  narrow: { width: '56px' },
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
    ':hover': { backgroundColor: tokens.colorNeutralBackground3Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground3Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}` },
    '& svg': { flexShrink: 0 },
  },
  current: {
    backgroundColor: tokens.colorNeutralBackground3Selected,
    fontWeight: tokens.fontWeightSemibold,
    '& svg': { color: tokens.colorCompoundBrandForeground1 },
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
  space: { flex: 1 },
})

const places = [
  {
    name: 'customers',
    Icon: People20Regular,
    CurrentIcon: People20Filled,
    route: { screen: 'customers', isFullPage: false },
  },
  {
    name: 'requests',
    Icon: Mail20Regular,
    CurrentIcon: Mail20Filled,
    route: { screen: 'requests', isFullPage: false },
  },
  {
    name: 'imports',
    Icon: ArrowImport20Regular,
    CurrentIcon: ArrowImport20Filled,
    route: { screen: 'imports' },
  },
  {
    name: 'accounts',
    Icon: BuildingPeople20Regular,
    CurrentIcon: BuildingPeople20Filled,
    route: { screen: 'accounts' },
  },
  { name: 'settings', Icon: Settings20Regular, CurrentIcon: Settings20Filled, route: { screen: 'settings' } },
] as const satisfies readonly {
  readonly name: string
  readonly route: Route
  readonly [key: string]: unknown
}[]

/** Which entry of the navigation a screen belongs to. */
const homes: { readonly [S in Route['screen']]: (typeof places)[number]['name'] } = {
  customers: 'customers',
  requests: 'requests',
  wizard: 'requests',
  imports: 'imports',
  'import-preview': 'imports',
  accounts: 'accounts',
  settings: 'settings',
}

/** The way between the screens; icons alone where the user wants that or the window is narrow. */
export function Navigation() {
  const { t } = useTranslation()
  const styles = useStyles()
  const { preferences } = useScope()
  const { go } = useUiActions()
  const screen = useUi((state) => state.route.screen)
  const update = useCommand('preferences.update')
  const isWide = useIsWide(1080)
  const isNarrow = preferences.isNavigationCollapsed || !isWide
  const toggle = t(preferences.isNavigationCollapsed ? 'nav.expand' : 'nav.collapse')

  return (
    <nav className={mergeClasses(styles.root, isNarrow && styles.narrow)} aria-label={t('nav.label')}>
      {isWide && (
        <Tooltip content={toggle} relationship="label" positioning="after">
          <button
            type="button"
            className={mergeClasses(styles.item, styles.square)}
            aria-expanded={!isNarrow}
            onClick={() => void update.run({ isNavigationCollapsed: !preferences.isNavigationCollapsed })}
          >
            <Navigation20Regular aria-hidden />
          </button>
        </Tooltip>
      )}
      {places.map(({ name, Icon, CurrentIcon, route }) => {
        const isCurrent = homes[screen] === name
        const button = (
          <button
            key={name}
            type="button"
            className={mergeClasses(styles.item, isCurrent && styles.current)}
            aria-current={isCurrent ? 'page' : undefined}
            aria-label={isNarrow ? t(`nav.${name}`) : undefined}
            onClick={() => go(route)}
          >
            {isCurrent ? <CurrentIcon aria-hidden /> : <Icon aria-hidden />}
            {!isNarrow && <span className={styles.label}>{t(`nav.${name}`)}</span>}
          </button>
        )
        return isNarrow ? (
          <Tooltip key={name} content={t(`nav.${name}`)} relationship="label" positioning="after">
            {button}
          </Tooltip>
        ) : (
          button
        )
      })}
    </nav>
  )
}
