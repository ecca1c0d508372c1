import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { ActionId } from '#shared/actions.ts'
import type { CommandInput } from '#shared/protocol.ts'
import { useImportFlow } from '#renderer/imports/import-flow.ts'
import { useNotify } from '#renderer/parts/notify.tsx'
import { useScope } from '#renderer/parts/scope.tsx'
import { useClient, useUi, useUiActions } from '#renderer/state/page-context.tsx'
import { readOnce } from '#renderer/state/read-once.ts'
import type { Route } from '#renderer/state/ui-state.ts'
import { useCommand } from '#renderer/state/use-command.ts'
import { useView } from '#renderer/state/use-view.ts'
import { useUndo } from '#renderer/state/use-undo.ts'
import { useStartRequest } from './use-start-request.ts'
import { useStepBack } from './use-step-back.ts'
import { useSwitchAccount } from './use-switch-account.ts'
import { useToggleSafe } from './use-toggle-safe.ts'
import { useSample } from './use-sample.ts'

/** What an action does here and now. */
export type RunnableAction = {
  /** `null` where what has the focus does it by itself; otherwise says with `false` that there was nothing to do. */
  readonly run: (() => unknown) | null
  /** Says whether the palette and the menu offer it now. */
  readonly isOffered: boolean
  /** Says that it is what holds now: the theme in use, a screen that is on. */
  readonly isOn?: boolean
}

/** What every action does here and now: a declared action without an entry does not compile. */
export type ActionMap = { readonly [A in ActionId]: RunnableAction }

const zooms = [80, 90, 100, 110, 125, 150, 175, 200] as const

/** Works out what each action does. */
export function useActionMap(): ActionMap {
  const client = useClient()
  const { preferences, accounts, account, language } = useScope()
  const { go, set, focus, back, forward, startRequest } = useUiActions()
  const customerId = useUi((state) =>
    state.route.screen === 'customers' ? state.customers.selectedId : null,
  )
  const isAtCustomers = useUi((state) => state.route.screen === 'customers')
  const asOf = useUi((state) => state.asOf)
  const canGoBack = useUi((state) => state.past.length > 0)
  const canGoForward = useUi((state) => state.future.length > 0)
  const route = useUi((state) => state.route)
  const isSafe = useUi((state) => state.safe.isOn)
  const steps = useView('undo.state', {}).value
  const isQuickLookOpen = useUi((state) => state.isQuickLookOpen)
  const waiting = useUi((state) => state.draft)
  const { run: update } = useCommand('preferences.update')
  const { start: chooseFile } = useImportFlow()
  const { undo, redo } = useUndo()
  const start = useStartRequest()
  const stepBack = useStepBack()
  const switchAccount = useSwitchAccount()
  const toggleSafe = useToggleSafe()
  const sample = useSample()

  const { t } = useTranslation()
  const notify = useNotify()

  return useMemo(() => {
    const always = (run: () => unknown): RunnableAction => ({ run, isOffered: true })
    const when = (isOffered: boolean, run: () => unknown): RunnableAction => ({ run, isOffered })
    /** What an earlier day cannot have: there it is refused with a word, by its keys too. */
    const today = (isOffered: boolean, run: () => unknown): RunnableAction => ({
      run: () => (asOf === null ? run() : notify({ title: t('errors.PAST_READ_ONLY'), intent: 'info' })),
      isOffered: isOffered && asOf === null,
    })
    const byItself: RunnableAction = { run: null, isOffered: false }
    const screen = (route: Route) => always(() => go(route))
    const prefer = (change: CommandInput<'preferences.update'>, isOn = false): RunnableAction => ({
      run: () => void update(change),
      isOffered: true,
      isOn,
    })
    const themed = (theme: typeof preferences.theme) => prefer({ theme }, preferences.theme === theme)
    const dense = (density: typeof preferences.density) =>
      prefer({ density }, preferences.density === density)
    const spoken = (wanted: typeof language) => prefer({ language: wanted }, language === wanted)
    const hasList = !['home', 'wizard', 'import-preview', 'accounts', 'settings'].includes(route.screen)
    const isList = hasList && !('isFullPage' in route && route.isFullPage)
    const hasAccount = accounts.length > 0
    const hasSample = accounts.some((account) => account.isSample)
    const startFor = async (wanted: string) => {
      const customer = await readOnce(client, 'customer.detail', { customerId: wanted })
      if (customer !== null) {
        const { id, accountId, name, domain } = customer
        start({ kind: 'customer', customer: { id, accountId, name, domain } })
      }
    }
    return {
      goHome: screen({ screen: 'home' }),
      goCustomers: screen({ screen: 'customers', isFullPage: false }),
      goRequests: screen({ screen: 'requests', isFullPage: false }),
      goRenewals: screen({ screen: 'renewals', way: 'list' }),
      goSubscriptions: screen({ screen: 'subscriptions' }),
      goImports: screen({ screen: 'imports' }),
      goLinks: screen({ screen: 'links' }),
      goAccounts: screen({ screen: 'accounts' }),
      goSettings: screen({ screen: 'settings' }),
      switchAccount: when(hasAccount, () => set('overlay', 'accounts')),
      allAccounts: when(accounts.length > 1 && account !== null, () => switchAccount(null)),
      goBack: when(canGoBack, back),
      goForward: when(canGoForward, forward),
      openPalette: always(() => set('overlay', 'palette')),
      filterList: when(isList, () => (isList ? focus('search') : false)),
      moveInList: byItself,
      openRow: byItself,
      quickLook: when(customerId !== null, () => set('isQuickLookOpen', !isQuickLookOpen)),
      newRequest: today(hasAccount, () => (waiting?.isUnsaved === true ? start({}) : startRequest({}))),
      requestForCustomer: today(customerId !== null, () =>
        customerId === null ? false : void startFor(customerId),
      ),
      tagCustomers: today(isAtCustomers, () => focus('tags')),
      mergeCustomers: today(hasAccount, () => set('ownDialog', { kind: 'merge', pair: null })),
      manageTags: today(hasAccount, () => set('ownDialog', { kind: 'manage-tags' })),
      importFile: today(true, () => chooseFile(null)),
      pasteTable: today(true, () => set('overlay', 'paste')),
      addAccount: today(true, () => set('accountEditor', { accountId: null })),
      loadSample: today(!hasSample, sample.load),
      removeSample: today(hasSample, sample.remove),
      undo: today((steps?.undo ?? null) !== null, undo),
      redo: today((steps?.redo ?? null) !== null, redo),
      stepBack: { run: stepBack, isOffered: false },
      asOf: {
        run: () => (asOf === null ? set('overlay', 'as-of') : set('asOf', null)),
        isOffered: hasAccount,
        isOn: asOf !== null,
      },
      customerSafe: { run: toggleSafe, isOffered: true, isOn: isSafe },
      toggleNavigation: prefer(
        { isNavigationCollapsed: !preferences.isNavigationCollapsed },
        preferences.isNavigationCollapsed,
      ),
      zoomIn: prefer({ zoom: zooms.find((zoom) => zoom > preferences.zoom) ?? 200 }),
      zoomOut: prefer({ zoom: zooms.findLast((zoom) => zoom < preferences.zoom) ?? 80 }),
      zoomReset: prefer({ zoom: 100 }),
      themeSystem: themed('system'),
      themeLight: themed('light'),
      themeDark: themed('dark'),
      themeHighContrast: themed('high-contrast'),
      densityComfortable: dense('comfortable'),
      densityCompact: dense('compact'),
      languageChinese: spoken('zh-CN'),
      languageEnglish: spoken('en'),
      showShortcuts: always(() => set('overlay', 'shortcuts')),
    }
  }, [
    t,
    notify,
    client,
    preferences,
    accounts,
    account,
    switchAccount,
    language,
    route,
    isSafe,
    steps,
    go,
    set,
    focus,
    back,
    forward,
    startRequest,
    customerId,
    isAtCustomers,
    asOf,
    canGoBack,
    canGoForward,
    isQuickLookOpen,
    waiting,
    update,
    chooseFile,
    undo,
    redo,
    start,
    stepBack,
    toggleSafe,
    sample,
  ])
}
