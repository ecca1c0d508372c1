import type { savedViews } from '#shared/locales/en-table.ts'
import type { Condition, ListName, SortStep } from '#shared/domain/list-columns.ts'
import { waitingStates } from '#shared/domain/request-state.ts'
import { initialSortOf, noFilter, type ListState } from '#renderer/state/list-state.ts'

/** What a view sets of a list's state; the search and the place in the list are not part of it. */
export type ViewState = Pick<ListState, 'filter' | 'sort' | 'group' | 'columns' | 'frozen'>

type Names = typeof savedViews.defaults
type DefaultView = { readonly conditions: readonly Condition[]; readonly sort?: readonly SortStep[] }

const soonest: readonly SortStep[] = [{ column: 'endDate', direction: 'ascending' }]
const within = (column: string, value: number): Condition => ({ column, operator: 'in-next-days', value })
const oneOf = (column: string, value: string): Condition => ({ column, operator: 'any-of', value: [value] })

/** The views every list comes with, in the order they are offered; `all` is where a list starts. */
export const defaultViews: { readonly [L in ListName]: { readonly [N in keyof Names[L]]: DefaultView } } = {
  customers: {
    all: { conditions: [] },
    ending: {
      conditions: [within('nextEndDate', 30)],
      sort: [{ column: 'nextEndDate', direction: 'ascending' }],
    },
    unstated: { conditions: [oneOf('relationship', 'unknown')] },
    kept: {
      conditions: [oneOf('resellerRelationship', 'yes'), oneOf('delegatedPrivileges', 'no')],
    },
    several: {
      conditions: [{ column: 'subscriptionCount', operator: 'at-least', value: 2 }],
      sort: [{ column: 'subscriptionCount', direction: 'descending' }],
    },
    mine: { conditions: [{ column: 'owner', operator: 'is-me' }] },
  },
  subscriptions: {
    all: { conditions: [] },
    ending30: { conditions: [within('endDate', 30)], sort: soonest },
    ending90: { conditions: [within('endDate', 90)], sort: soonest },
    ended: {
      conditions: [{ column: 'endDate', operator: 'in-last-days', value: 36_500 }],
      sort: [{ column: 'endDate', direction: 'descending' }],
    },
    open: { conditions: [{ column: 'endDate', operator: 'is-empty' }] },
    other: { conditions: [oneOf('partnerOfRecordState', 'other')] },
    removed: { conditions: [oneOf('partnerOfRecordState', 'removed')] },
  },
  renewals: {
    all: { conditions: [oneOf('state', 'open')] },
    high: { conditions: [oneOf('state', 'open'), oneOf('priority', 'high')] },
    pinned: { conditions: [oneOf('isPinned', 'yes')] },
    snoozed: {
      conditions: [oneOf('state', 'snoozed')],
      sort: [{ column: 'snoozedUntil', direction: 'ascending' }],
    },
    done: { conditions: [oneOf('state', 'done')] },
    everything: { conditions: [] },
  },
  requests: {
    all: { conditions: [] },
    drafts: { conditions: [oneOf('state', 'draft')] },
    exported: {
      conditions: [oneOf('state', 'exported')],
      sort: [{ column: 'exportedAt', direction: 'descending' }],
    },
    waiting: {
      conditions: [{ column: 'state', operator: 'any-of', value: [...waitingStates] }],
      sort: [{ column: 'stateAt', direction: 'ascending' }],
    },
    due: {
      conditions: [{ column: 'remindOn', operator: 'in-last-days', value: 36_500 }],
      sort: [{ column: 'remindOn', direction: 'ascending' }],
    },
    closed: {
      conditions: [{ column: 'state', operator: 'none-of', value: ['draft', ...waitingStates] }],
      sort: [{ column: 'stateAt', direction: 'descending' }],
    },
  },
  imports: {
    all: { conditions: [] },
    rejected: { conditions: [{ column: 'rejectedCount', operator: 'at-least', value: 1 }] },
  },
  links: {
    all: { conditions: [] },
    current: { conditions: [oneOf('isCurrent', 'yes')] },
    replaced: { conditions: [oneOf('isCurrent', 'no')] },
  },
}

/** The names of a list's own views, in their order. */
export function defaultNames(list: ListName): readonly string[] {
  return Object.keys(defaultViews[list])
}

/** What a view the program comes with sets. */
export function defaultState(list: ListName, name: string): ViewState {
  const views: { readonly [name: string]: DefaultView } = defaultViews[list]
  const view = views[name] ?? { conditions: [] }
  return {
    filter: view.conditions.length === 0 ? noFilter : { match: 'all', conditions: view.conditions },
    sort: view.sort ?? initialSortOf(list),
    group: null,
    columns: null,
    frozen: 1,
  }
}
