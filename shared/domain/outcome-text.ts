import type { Outcome } from './outcome.ts'
import { outcomeRules } from './outcome-rules.ts'

/** Reads a text of a catalogue by its path, with its blanks filled. */
export type Say = (path: string, values?: { readonly [name: string]: unknown }) => string

/** The kinds that are told otherwise once the term is over. */
const toldAfterwards: ReadonlySet<string> = new Set(['renews', 'ends', 'lapses', 'extended-term'])

/** The one sentence of "if nobody acts"; `seats` is `null` where no source states them. */
export function outcomeText(outcome: Outcome, seats: number | null, say: Say): string {
  const { kind, gap, endDate, isPast, rule } = outcome
  const values = {
    date: endDate ?? '',
    seats: seats === null ? say('renewals.seatsUnknown') : say('renewals.seats', { count: seats }),
    deletion: deletionText(outcome.deletion, say),
    days: outcomeRules.find(({ id }) => id === rule)?.deletion?.days ?? 0,
    gap: gap === null ? '' : say(`renewals.gaps.${gap}`),
  }
  if (kind === 'unknown') {
    const form = endDate === null ? 'unknown' : isPast ? 'unknownPast' : 'unknownDated'
    return say(`renewals.outcomes.${form}`, values)
  }
  return say(`renewals.outcomes.${kind}${isPast && toldAfterwards.has(kind) ? 'Past' : ''}`, values)
}

function deletionText(deletion: Outcome['deletion'], say: Say): string {
  if (deletion === null) {
    return say('renewals.deletion.unknown')
  }
  const { earliest, latest } = deletion
  const form = earliest === latest ? 'on' : earliest === null ? 'by' : 'between'
  return say(`renewals.deletion.${form}`, { earliest, latest })
}
