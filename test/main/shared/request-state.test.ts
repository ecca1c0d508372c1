import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RequestKind, RequestState } from '#shared/domain/request-state.ts'
import {
  canMove,
  expiresOn,
  granularPendingDays,
  isWaiting,
  needsReason,
  nextStates,
  reminderAfter,
  requestKinds,
  requestStates,
  statesOf,
} from '#shared/domain/request-state.ts'

/** Every step there is, written out once more by hand from domain 1.4 and 1.2.9. */
const resellerSteps = [
  'draft>exported',
  'exported>sent exported>accepted exported>declined exported>withdrawn exported>superseded',
  'sent>reminded sent>accepted sent>declined sent>withdrawn sent>superseded',
  'reminded>reminded reminded>accepted reminded>declined reminded>withdrawn reminded>superseded',
  'declined>sent declined>accepted declined>superseded',
  'withdrawn>accepted',
]
const granularSteps = [
  'draft>exported',
  'exported>approval-pending exported>withdrawn exported>superseded',
  'approval-pending>approved approval-pending>activating approval-pending>active approval-pending>expired',
  'approval-pending>withdrawn approval-pending>superseded',
  'approved>activating approved>active activating>active',
  'active>expiring active>expired active>termination-requested active>terminating active>terminated',
  'expiring>expired expiring>terminated',
  'termination-requested>terminating termination-requested>terminated terminating>terminated',
]
const allowed: { readonly [K in RequestKind]: ReadonlySet<string> } = {
  reseller: new Set(resellerSteps.join(' ').split(' ')),
  'partner-provider': new Set(resellerSteps.join(' ').split(' ')),
  granular: new Set(granularSteps.join(' ').split(' ')),
}

describe.each(requestKinds)('the states of a %s request', (kind) => {
  test('take exactly the steps that are documented or the user’s own, of all there could be', () => {
    const taken = requestStates.flatMap((from) =>
      requestStates.filter((to) => canMove(kind, from, to)).map((to) => `${from}>${to}`),
    )
    expect(taken.toSorted()).toEqual([...allowed[kind]].toSorted())
  })

  test('are all reached from a draft, whatever way is taken, and never left again', () => {
    const states = statesOf(kind)
    const reached = new Set<RequestState>()
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat()), (choices) => {
        let state: RequestState = 'draft'
        for (let step = 0; step < 12; step += 1) {
          reached.add(state)
          expect(states).toContain(state)
          const next = nextStates(kind, state)
          if (next.length === 0) {
            return
          }
          state = next[(choices.next().value as number) % next.length] as RequestState
        }
      }),
      { numRuns: 3_000 },
    )
    expect([...reached].toSorted()).toEqual([...states].toSorted())
  })
})

describe('a request for a reseller relationship', () => {
  test('never runs out, whatever its age and state (domain 8.5)', () => {
    expect(statesOf('reseller')).not.toContain('expired')
    expect(requestStates.map((state) => expiresOn('reseller', state, '2020-01-01'))).toEqual(
      requestStates.map(() => null),
    )
  })

  test('is accepted or declined for a reason only, since nothing upstream tells', () => {
    expect(requestStates.filter(needsReason)).toEqual(['accepted', 'declined'])
  })

  test('may be accepted after all: its link still works', () => {
    expect(canMove('reseller', 'declined', 'accepted')).toBe(true)
    expect(canMove('reseller', 'withdrawn', 'accepted')).toBe(true)
  })
})

describe('a granular request', () => {
  test('that is pending is gone after 90 days, and only then has such a day', () => {
    expect(granularPendingDays).toBe(90)
    expect(expiresOn('granular', 'approval-pending', '2026-01-01')).toBe('2026-04-01')
    expect(
      requestStates
        .filter((state) => state !== 'approval-pending')
        .every((state) => expiresOn('granular', state, '2026-01-01') === null),
    ).toBe(true)
  })
})

test('a reminder is set where an answer is awaited and the user has sent something, and nowhere else', () => {
  expect(requestStates.filter((state) => reminderAfter(state, '2026-11-24') !== null)).toEqual([
    'sent',
    'reminded',
    'approval-pending',
  ])
  expect(reminderAfter('sent', '2026-11-24')).toBe('2026-12-01')
  expect(requestStates.filter(isWaiting)).toEqual(['exported', 'sent', 'reminded', 'approval-pending'])
})
