import type { CommandName, CommandOutput, WireError } from '#shared/protocol.ts'
import type { RequestDraft } from './request-draft.ts'

/** The tabs of a customer's page. */
export const customerTabs = ['overview', 'subscriptions', 'partners', 'requests', 'history', 'notes'] as const
export type CustomerTab = (typeof customerTabs)[number]

/** The ways the renewals are shown. */
export const renewalWays = ['list', 'timeline', 'calendar'] as const
export type RenewalWay = (typeof renewalWays)[number]

/** Where the window is. */
export type Route =
  | { readonly screen: 'home' }
  | { readonly screen: 'renewals'; readonly way: RenewalWay }
  | { readonly screen: 'subscriptions' }
  | { readonly screen: 'subscription'; readonly accountId: string; readonly subscriptionId: string }
  | { readonly screen: 'links' }
  | { readonly screen: 'customers'; readonly isFullPage: boolean }
  | { readonly screen: 'requests'; readonly isFullPage: boolean }
  | { readonly screen: 'wizard' }
  | { readonly screen: 'imports' }
  | { readonly screen: 'import-preview' }
  | { readonly screen: 'accounts' }
  | { readonly screen: 'settings' }

export type ImportReply = CommandOutput<'import.preview'>

/** What is on its way in: a file that was dropped, is held by main, or is still to be chosen, or a copied table. */
export type Incoming =
  | { readonly kind: 'file'; readonly file: File }
  | { readonly kind: 'held'; readonly sourceId: string; readonly fileName: string }
  | { readonly kind: 'dialog' }
  | { readonly kind: 'paste'; readonly name: string; readonly text: string }

/** What waits for its turn to be imported: still to be read, its account perhaps known, or a preview put aside. */
export type WaitingImport =
  | {
      readonly key: string
      readonly kind: 'incoming'
      readonly incoming: Incoming
      readonly accountId: string | null
    }
  | { readonly key: string; readonly kind: 'reply'; readonly reply: ImportReply }

/** The account editor when it is open; `accountId` is `null` for a new account. */
export type AccountEditor = { readonly accountId: string | null }

/** A place of the frame the keyboard can be sent to. */
export type FocusTarget = 'search' | 'list' | 'tags'

/** A customer as a dialog about its tags needs it. */
export type TaggedCustomer = {
  readonly id: string
  readonly name: string
  readonly tagIds: readonly string[]
}

/** A dialog about the user's own work on customers. */
export type OwnDialog =
  | { readonly kind: 'tags'; readonly customers: readonly TaggedCustomer[] }
  | { readonly kind: 'owner'; readonly customerIds: readonly string[] }
  | { readonly kind: 'manage-tags' }
  /** Two customers chosen, or `null` for those the program suggests. */
  | { readonly kind: 'merge'; readonly pair: readonly [string, string] | null }

/** Where the window was, with what it showed there; going back brings all of it back. */
export type Place = Pick<UiState, 'route' | 'customers' | 'requests'> & {
  /** The filters, orders and selections of the lists, as their owner writes them. */
  readonly lists: unknown
}

/** What stands over the screen. */
export type Overlay = 'palette' | 'shortcuts' | 'accounts' | 'paste' | 'as-of'

/** A short word in the corner, waiting to be shown; `canUndo` and `canRedo` put a button beside it. */
export type Notice = {
  /** What happened, without a name: those stand in `subject`. */
  readonly title: string
  /** What it happened to, and whose it is: `null` where nobody can have chosen them for the customer-safe screen. */
  readonly subject?: { readonly text: string; readonly customerId: string | null }
  readonly body?: string
  readonly intent?: 'success' | 'info' | 'error'
  readonly canUndo?: boolean
  readonly canRedo?: boolean
}

/** Something the palette led to before; the newest come first when its box is empty. */
export type RecentHit = {
  readonly kind: 'action' | 'customer' | 'request'
  readonly id: string
  readonly title: string
}

/** State of the page alone: never in a view, never in main, gone when the window closes. */
export type UiState = {
  readonly route: Route
  readonly customers: {
    readonly selectedIndex: number
    readonly selectedId: string | null
    /** Says whether the selected customer is shown beside the list. */
    readonly isPaneOpen: boolean
    readonly tab: CustomerTab
    readonly detailWidth: number
  }
  readonly requests: {
    readonly selectedIndex: number
    readonly selectedId: string | null
    readonly isPaneOpen: boolean
    /** Says that the ledger is shown as a board and not as a list. */
    readonly isBoard: boolean
  }
  readonly accountEditor: AccountEditor | null
  readonly ownDialog: OwnDialog | null
  /** The earlier day the portfolio is read as of, to be read only; `null` for today. */
  readonly asOf: string | null
  /** Asks which account a file belongs to, and waits for the first account where there is none. */
  readonly pendingImport: Incoming | null
  /** What the newest file became: a preview that waits, or a question. */
  readonly importReply: ImportReply | null
  /** What waits behind it, in its order. */
  readonly waitingImports: readonly WaitingImport[]
  readonly importRefusal: (Pick<WireError, 'code' | 'data'> & { readonly fileName: string | null }) | null
  readonly draft: RequestDraft | null
  /** A new request that must not overwrite the unsaved one before the user has said so. */
  readonly draftQuestion: Partial<RequestDraft> | null
  /** Notes being typed, by their customer, or by the note that is being changed. */
  readonly noteTexts: { readonly [id: string]: string }
  readonly running: readonly CommandName[]
  /** Where the focus shall go next; cleared once it is there. */
  readonly focusWanted: FocusTarget | null
  /** The reference of a failure nobody caught, until it has been shown. */
  readonly strayFailure: string | null
  /** How often what a screen shows has been asked for again. */
  readonly attempt: number
  readonly past: readonly Place[]
  readonly future: readonly Place[]
  readonly overlay: Overlay | null
  readonly isQuickLookOpen: boolean
  /** The customer-safe screen: while on, only this customer's texts can be read. */
  readonly safe: { readonly isOn: boolean; readonly customerId: string | null }
  readonly recent: readonly RecentHit[]
  readonly isGuideDismissed: boolean
  readonly notices: readonly Notice[]
  /** Says that there has been a notice, so that what shows them is needed. */
  readonly hasNotified: boolean
}

/** What of the page's state outlives the window. */
export type Remembered = Place & Pick<UiState, 'recent' | 'isGuideDismissed' | 'safe'>

/** The page's own state before anything has happened. */
export const initialUiState: UiState = {
  route: { screen: 'home' },
  customers: {
    selectedIndex: -1,
    selectedId: null,
    isPaneOpen: false,
    tab: 'overview',
    detailWidth: 544,
  },
  requests: { selectedIndex: -1, selectedId: null, isPaneOpen: false, isBoard: false },
  accountEditor: null,
  ownDialog: null,
  asOf: null,
  pendingImport: null,
  importReply: null,
  waitingImports: [],
  importRefusal: null,
  draft: null,
  draftQuestion: null,
  noteTexts: {},
  running: [],
  focusWanted: null,
  strayFailure: null,
  attempt: 0,
  past: [],
  future: [],
  overlay: null,
  isQuickLookOpen: false,
  safe: { isOn: false, customerId: null },
  recent: [],
  isGuideDismissed: false,
  notices: [],
  hasNotified: false,
}
