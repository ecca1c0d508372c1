import type { CivilDate } from './civil-date.ts'
import { addDays } from './civil-date.ts'

/**
 * What a request asks for: a reseller relationship, granular privileges (which have documented states of their own), or
 * a partnership between an indirect provider and a reseller.
 */
export const requestKinds = ['reseller', 'granular', 'partner-provider'] as const
export type RequestKind = (typeof requestKinds)[number]

/** Why a relationship is asked for (domain 1.1.2). */
export const requestPurposes = ['multi-partner', 'multi-channel', 'restore-privileges'] as const
export type RequestPurpose = (typeof requestPurposes)[number]

/**
 * Every state of a request. The first eight are this program's own words for what its user did or saw; the rest are the
 * documented states of a granular relationship (Microsoft Graph `delegatedAdminRelationshipStatus`, domain 1.2.9).
 * Nothing upstream tells of a reseller request, so it is never "expired", and "declined" is only what the user notes.
 */
export const requestStates = [
  'draft',
  'exported',
  'sent',
  'reminded',
  'accepted',
  'declined',
  'withdrawn',
  'superseded',
  'approval-pending',
  'approved',
  'activating',
  'active',
  'expiring',
  'expired',
  'termination-requested',
  'terminating',
  'terminated',
] as const
export type RequestState = (typeof requestStates)[number]

type Moves = { readonly [S in RequestState]?: readonly RequestState[] }

/** A reseller link never runs out and can be answered at any time, so even a declined or withdrawn request may be accepted. */
const resellerMoves: Moves = {
  draft: ['exported'],
  exported: ['sent', 'accepted', 'declined', 'withdrawn', 'superseded'],
  sent: ['reminded', 'accepted', 'declined', 'withdrawn', 'superseded'],
  reminded: ['reminded', 'accepted', 'declined', 'withdrawn', 'superseded'],
  declined: ['sent', 'accepted', 'superseded'],
  withdrawn: ['accepted'],
  superseded: [],
  accepted: [],
}

const granularMoves: Moves = {
  draft: ['exported'],
  exported: ['approval-pending', 'withdrawn', 'superseded'],
  'approval-pending': ['approved', 'activating', 'active', 'expired', 'withdrawn', 'superseded'],
  approved: ['activating', 'active'],
  activating: ['active'],
  active: ['expiring', 'expired', 'termination-requested', 'terminating', 'terminated'],
  expiring: ['expired', 'terminated'],
  'termination-requested': ['terminating', 'terminated'],
  terminating: ['terminated'],
  expired: [],
  terminated: [],
  withdrawn: [],
  superseded: [],
}

const moves: { readonly [K in RequestKind]: Moves } = {
  reseller: resellerMoves,
  granular: granularMoves,
  'partner-provider': resellerMoves,
}

/** The states a request of this kind can be in. */
export function statesOf(kind: RequestKind): readonly RequestState[] {
  return requestStates.filter((state) => moves[kind][state] !== undefined)
}

/** The states a request may go to from where it is; `exported` is reached by handing it over, never by saying so. */
export function nextStates(kind: RequestKind, state: RequestState): readonly RequestState[] {
  return moves[kind][state] ?? []
}

/** Says whether a request may go from one state to another. */
export function canMove(kind: RequestKind, from: RequestState, to: RequestState): boolean {
  return nextStates(kind, from).includes(to)
}

/** States in which an answer is still awaited: these grow old, are matched with imports and may be reminded of. */
export const waitingStates = ['exported', 'sent', 'reminded', 'approval-pending'] as const

/** Says whether an answer is still awaited. */
export function isWaiting(state: RequestState): boolean {
  return (waitingStates as readonly RequestState[]).includes(state)
}

/** States no request leaves the ledger from without saying why: the user's own words, or an import's evidence. */
export function needsReason(to: RequestState): boolean {
  return to === 'accepted' || to === 'declined'
}

/** After how many days the program proposes to ask again. */
export const reminderAfterDays = 7

/** Documented: a granular request nobody approves is gone after 90 days (domain 0.6). */
export const granularPendingDays = 90

/** When the next reminder is due after a move, or `null` where nothing is awaited. */
export function reminderAfter(to: RequestState, today: CivilDate): CivilDate | null {
  return to === 'sent' || to === 'reminded' || to === 'approval-pending'
    ? addDays(today, reminderAfterDays)
    : null
}

/** The day a pending granular request is gone by; every other request has none, whatever its age. */
export function expiresOn(kind: RequestKind, state: RequestState, pendingSince: CivilDate): CivilDate | null {
  return kind === 'granular' && state === 'approval-pending'
    ? addDays(pendingSince, granularPendingDays)
    : null
}
