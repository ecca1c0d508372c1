import { customerTabs, renewalWays, type Remembered, type Route, type UiState } from './ui-state.ts'

type Json = { readonly [key: string]: unknown }

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
const isTextOrNull = (value: unknown): value is string | null => value === null || typeof value === 'string'
const isFinite = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

/** Writes what outlives the window. */
export function writeRemembered(remembered: Remembered): string {
  return JSON.stringify({ version: 1, ...remembered })
}

/** Reads what an earlier window left; whatever is broken or of another version is left out. */
export function readRemembered(text: string | null, initial: UiState): Partial<Remembered> {
  let kept: unknown
  try {
    kept = JSON.parse(text ?? '')
  } catch {
    return {}
  }
  if (!isObject(kept) || kept['version'] !== 1) {
    return {}
  }
  const route = routeOf(kept['route'])
  const customers = customersOf(kept['customers'], initial.customers)
  const requests = requestsOf(kept['requests'])
  return {
    ...(route === null ? {} : { route }),
    ...(customers === null ? {} : { customers }),
    ...(requests === null ? {} : { requests }),
    lists: kept['lists'],
    recent: recentOf(kept['recent']),
    isGuideDismissed: kept['isGuideDismissed'] === true,
    safe: safeOf(kept['safe']),
  }
}

/** The screen; one that lives on what only the last window had leads to the list it came from. */
function routeOf(value: unknown): Route | null {
  if (!isObject(value)) {
    return null
  }
  const { screen } = value
  const isFullPage = value['isFullPage'] === true
  switch (screen) {
    case 'customers':
    case 'requests':
      return { screen, isFullPage }
    case 'home':
    case 'subscriptions':
    case 'imports':
    case 'links':
    case 'accounts':
    case 'settings':
      return { screen }
    case 'renewals':
      return { screen, way: renewalWays.find((way) => way === value['way']) ?? 'list' }
    case 'subscription':
      return typeof value['accountId'] === 'string' && typeof value['subscriptionId'] === 'string'
        ? { screen, accountId: value['accountId'], subscriptionId: value['subscriptionId'] }
        : { screen: 'subscriptions' }
    case 'wizard':
      return { screen: 'requests', isFullPage: false }
    case 'import-preview':
      return { screen: 'imports' }
    default:
      return null
  }
}

function customersOf(value: unknown, initial: UiState['customers']): UiState['customers'] | null {
  if (!isObject(value)) {
    return null
  }
  const { selectedId, selectedIndex, isPaneOpen, tab, detailWidth } = value
  return {
    ...initial,
    ...(isTextOrNull(selectedId) ? { selectedId } : {}),
    ...(isFinite(selectedIndex) ? { selectedIndex } : {}),
    isPaneOpen: isPaneOpen === true,
    tab: customerTabs.find((each) => each === tab) ?? initial.tab,
    detailWidth: isFinite(detailWidth) ? Math.min(Math.max(detailWidth, 200), 4_000) : initial.detailWidth,
  }
}

function requestsOf(value: unknown): UiState['requests'] | null {
  return isObject(value) && isTextOrNull(value['selectedId']) && isFinite(value['selectedIndex'])
    ? {
        selectedId: value['selectedId'],
        selectedIndex: value['selectedIndex'],
        isPaneOpen: value['isPaneOpen'] === true,
        isBoard: value['isBoard'] === true,
      }
    : null
}

/** A screen that was shared when the window was closed opens as it was. */
function safeOf(value: unknown): Remembered['safe'] {
  return isObject(value) && value['isOn'] === true
    ? { isOn: true, customerId: typeof value['customerId'] === 'string' ? value['customerId'] : null }
    : { isOn: false, customerId: null }
}

function recentOf(value: unknown): Remembered['recent'] {
  return Array.isArray(value)
    ? (value as unknown[]).flatMap((each) => {
        const kind = isObject(each)
          ? (['action', 'customer', 'request'] as const).find((known) => known === each['kind'])
          : undefined
        return isObject(each) &&
          kind !== undefined &&
          typeof each['id'] === 'string' &&
          typeof each['title'] === 'string'
          ? [{ kind, id: each['id'], title: each['title'] }]
          : []
      })
    : []
}
