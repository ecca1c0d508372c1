import { createStore } from 'zustand/vanilla'
import type { StoreApi } from 'zustand/vanilla'
import { lists } from '#shared/domain/list-columns.ts'
import type { CommandName } from '#shared/protocol.ts'
import { listStates, restoreListStates, type ListStates } from './list-state.ts'
import { emptyRequestDraft, type RequestAnswers, type RequestDraft } from './request-draft.ts'
import {
  initialUiState,
  type FocusTarget,
  type Notice,
  type Place,
  type RecentHit,
  type Remembered,
  type Route,
  type UiState,
} from './ui-state.ts'

/** Everything that changes {@link UiState}, by what the user meant. */
export type UiActions = {
  readonly go: (route: Route) => void
  /** To the place before this one, or after it again; nothing happens where there is none. */
  readonly back: () => void
  readonly forward: () => void
  /** Takes up what an earlier window left. */
  readonly restore: (remembered: Partial<Remembered>) => void
  readonly remember: (hit: RecentHit) => void
  readonly notify: (notice: Notice) => void
  readonly takeNotices: () => readonly Notice[]
  readonly set: <K extends keyof UiState>(key: K, value: UiState[K]) => void
  readonly updateCustomers: (change: Partial<UiState['customers']>) => void
  readonly openCustomer: (customerId: string) => void
  readonly selectRequest: (index: number, requestId: string | null) => void
  readonly showBoard: (isBoard: boolean) => void
  readonly closeRequestPane: () => void
  readonly openRequest: (requestId: string) => void
  readonly startRequest: (draft?: Partial<RequestDraft>) => void
  /** An answer of the wizard: it is unsaved until main has it, and what was handed over is no longer the newest. */
  readonly answer: (change: Partial<RequestAnswers>) => void
  /** Where the wizard is and what is half typed. */
  readonly moveDraft: (
    change: Partial<Omit<RequestDraft, Exclude<keyof RequestAnswers, 'several' | 'recipients'>>>,
  ) => void
  /** Keeps the text of a note being typed, by its customer or by the note that is changed; `null` ends it. */
  readonly setNoteText: (id: string, text: string | null) => void
  readonly focus: (target: FocusTarget | null) => void
  readonly begin: (command: CommandName) => void
  readonly end: (command: CommandName) => void
}

/** The page's own state beside what changes it; screens never see a `setState`. */
export type UiStore = {
  readonly state: Pick<StoreApi<UiState>, 'getState' | 'getInitialState' | 'subscribe'>
  readonly actions: UiActions
}

/** Places that are kept to go back to. */
const keptPlaces = 50
const keptRecent = 12

/** Where the window is now, with what it shows there. */
export function placeOf({ route, customers, requests }: UiState): Place {
  return { route, customers, requests, lists: listStates() }
}

/** The questions of earlier lists with the columns of the present ones: those are the user's wish for all places. */
function withLayoutOf(earlier: ListStates, present: ListStates): ListStates {
  const merged = lists.map((list) => {
    const { columns, frozen } = present[list]
    return [list, { ...earlier[list], columns, frozen }] as const
  })
  return Object.fromEntries(merged) as ListStates
}

/** Makes the page's own state. */
export function createUiStore(): UiStore {
  const store = createStore<UiState>(() => initialUiState)
  const { setState, getState } = store

  /** What a step to another screen changes besides: the place left can be gone back to. */
  const leaving = (route: Route): Partial<UiState> => {
    const state = getState()
    return JSON.stringify(route) === JSON.stringify(state.route)
      ? {}
      : {
          route,
          past: [...state.past, placeOf(state)].slice(-keptPlaces),
          future: [],
          isQuickLookOpen: false,
          // Work is done today.
          ...(route.screen === 'wizard' || route.screen === 'import-preview' ? { asOf: null } : {}),
        }
  }
  const travel = (from: 'past' | 'future', to: 'past' | 'future'): void => {
    const state = getState()
    const place = state[from].at(-1)
    if (place === undefined) {
      return
    }
    const here = placeOf(state)
    restoreListStates(withLayoutOf(place.lists as ListStates, listStates()))
    setState({
      route: place.route,
      // The width of the pane is the user's wish for all places.
      customers: { ...place.customers, detailWidth: state.customers.detailWidth },
      requests: place.requests,
      [from]: state[from].slice(0, -1),
      [to]: [...state[to], here],
      isQuickLookOpen: false,
    })
  }

  const actions: UiActions = {
    go: (route) => setState(leaving(route)),
    back: () => travel('past', 'future'),
    forward: () => travel('future', 'past'),
    restore: ({ lists: kept, ...remembered }) => {
      restoreListStates(kept)
      setState(remembered)
    },
    remember: (hit) => {
      const others = getState().recent.filter((each) => each.kind !== hit.kind || each.id !== hit.id)
      setState({ recent: [hit, ...others].slice(0, keptRecent) })
    },
    notify: (notice) => setState({ notices: [...getState().notices, notice], hasNotified: true }),
    takeNotices: () => {
      const { notices } = getState()
      if (notices.length > 0) {
        setState({ notices: [] })
      }
      return notices
    },
    set: (key, value) => setState({ [key]: value } as Partial<UiState>),
    updateCustomers: (change) => setState({ customers: { ...getState().customers, ...change } }),
    openCustomer: (customerId) =>
      setState({
        ...leaving({ screen: 'customers', isFullPage: true }),
        customers: { ...getState().customers, selectedId: customerId, isPaneOpen: true },
      }),
    selectRequest: (selectedIndex, selectedId) =>
      setState({
        requests: {
          ...getState().requests,
          selectedIndex,
          selectedId,
          isPaneOpen: selectedId !== null || selectedIndex >= 0,
        },
      }),
    showBoard: (isBoard) => setState({ requests: { ...getState().requests, isBoard } }),
    closeRequestPane: () => setState({ requests: { ...getState().requests, isPaneOpen: false } }),
    openRequest: (requestId) =>
      setState({
        ...leaving({ screen: 'requests', isFullPage: true }),
        requests: { ...getState().requests, selectedId: requestId, isPaneOpen: true },
      }),
    startRequest: (draft) =>
      setState({ ...leaving({ screen: 'wizard' }), draft: { ...emptyRequestDraft, ...draft } }),
    answer: (change) => {
      const draft = getState().draft ?? emptyRequestDraft
      setState({
        draft: {
          ...draft,
          // A saved mail is of the text it was saved with; one that changes a single mail says which.
          several: draft.several.map((each) => ({ ...each, savedAs: null })),
          ...change,
          isUnsaved: true,
          exported: null,
          copied: null,
        },
      })
    },
    moveDraft: (change) => setState({ draft: { ...(getState().draft ?? emptyRequestDraft), ...change } }),
    setNoteText: (id, text) => {
      const { [id]: _ended, ...others } = getState().noteTexts
      setState({ noteTexts: text === null ? others : { ...others, [id]: text } })
    },
    focus: (focusWanted) => setState({ focusWanted }),
    begin: (command) => setState({ running: [...getState().running, command] }),
    end: (command) => {
      const running = [...getState().running]
      const at = running.indexOf(command)
      setState({ running: at < 0 ? running : running.toSpliced(at, 1) })
    },
  }

  return {
    state: { getState, getInitialState: store.getInitialState, subscribe: store.subscribe },
    actions,
  }
}
