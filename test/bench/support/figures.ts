/** One line of a benchmark's table. */
export type Figure = {
  readonly name: string
  readonly unit: string
  /** What was measured here. */
  readonly here: number
  /** What stood beside it in the same run, where something did. */
  readonly beside?: number
  /** The median of the ratios of single pairs, where each was measured right beside the other. */
  readonly paired?: number
  /** What is judged: `here`, or `here` divided by `beside`. */
  readonly goal?: { readonly of: 'here' | 'ratio'; readonly atMost: number }
}

/** The value below which a share of the samples lies, by nearest rank. */
export function percentile(samples: readonly number[], share: number): number {
  const sorted = samples.toSorted((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN
}

/** The ratio a figure stands in to what is beside it. */
export function ratioOf({ here, beside, paired }: Figure): number | undefined {
  return paired ?? (beside === undefined ? undefined : here / beside)
}

/** Whether a figure reaches its goal; nothing where it has none. */
export function isMet(figure: Figure): boolean | undefined {
  if (figure.goal === undefined) return undefined
  const judged = figure.goal.of === 'here' ? figure.here : (ratioOf(figure) ?? Number.NaN)
  return judged <= figure.goal.atMost
}

/** The figures as a table of plain text. */
export function tableOf(figures: readonly Figure[]): string {
  const round = (value: number | undefined): string =>
    value === undefined ? '' : value >= 1000 ? value.toFixed(0) : value.toFixed(value >= 100 ? 1 : 2)
  const rows = figures.map((figure) => {
    const { name, unit, here, beside, goal } = figure
    const wanted = goal === undefined ? '' : `≤ ${goal.atMost}${goal.of === 'ratio' ? ' ×' : ` ${unit}`}`
    const verdict = { true: 'met', false: 'MISSED', undefined: '' }[String(isMet(figure)) as 'true']
    return [name, `${round(here)} ${unit}`, round(beside), round(ratioOf(figure)), wanted, verdict]
  })
  const all = [['measure', 'here', 'beside', 'ratio', 'goal', ''], ...rows]
  const widths = (all[0] ?? []).map((_, column) => Math.max(...all.map((row) => (row[column] ?? '').length)))
  return all
    .map((row) =>
      row
        .map((cell, column) =>
          column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0),
        )
        .join('  '),
    )
    .join('\n')
}
