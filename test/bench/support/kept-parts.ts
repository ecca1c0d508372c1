import { readFile, writeFile } from 'node:fs/promises'
import { isMet, ratioOf, type Figure } from './figures.ts'

/** A part of a benchmark as it was measured: when, for how long, and what. */
export type MeasuredPart = {
  readonly at: string
  readonly seconds: number
  readonly figures: readonly Figure[]
}

/**
 * Writes measured parts into a benchmark's file, beside those measured earlier: each part has its own time, so that
 * figures of different runs are never taken for ones of the same. A file of another shape is written anew.
 */
export async function keepParts(
  file: string,
  names: readonly string[],
  measured: { readonly [name: string]: MeasuredPart },
  about: object,
): Promise<void> {
  const kept = await partsOf(file)
  const parts = names.flatMap((name) => {
    const part = measured[name]
    if (part === undefined) return kept[name] === undefined ? [] : [[name, kept[name]] as const]
    const figures = part.figures.map((each) => ({ ...each, ratio: ratioOf(each), isMet: isMet(each) }))
    return [[name, { ...part, figures }] as const]
  })
  const report = { ...about, parts: Object.fromEntries(parts) }
  await writeFile(file, `${JSON.stringify(report, null, 2)}\n`)
}

async function partsOf(file: string): Promise<{ readonly [name: string]: unknown }> {
  try {
    const { parts } = JSON.parse(await readFile(file, 'utf8')) as { parts?: { [name: string]: unknown } }
    return parts ?? {}
  } catch {
    return {}
  }
}
