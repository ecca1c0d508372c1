import { createHash } from 'node:crypto'
import type { FileFact, FileShape, Mapping } from '#shared/domain/file-reading.ts'
import { fileFacts } from '#shared/domain/file-reading.ts'
import { AppError } from '#main/ipc/app-error.ts'
import type { Headers, KnownShape } from './headers.ts'
import { headerKey, knownShapes, namesOf, reconciliationMark } from './headers.ts'

/** A known file, or a table whose columns somebody must name; `proposal` is a guess for that. */
export type Recognised =
  | { readonly shape: Exclude<FileShape, 'mapped' | 'api-json'>; readonly mapping: Mapping }
  | { readonly shape: null; readonly proposal: Mapping }

/**
 * Recognises a table by its header, whatever the order, case, spaces or invisible characters of its columns.
 * @throws AppError `FILE_COLUMNS_MISSING` or `FILE_COLUMNS_DUPLICATE` with their names, where a file is known and
 * something of it is not as it must be; no other column may stand in for those of a reconciliation file.
 */
export function recognise(header: readonly string[]): Recognised {
  const positions = positionsOf(header)
  const isReconciliation = positions.has(headerKey(reconciliationMark))
  const candidates = knownShapes
    .filter(({ shape }) => !isReconciliation || shape === 'reconciliation-21vianet')
    .map((known) => ({ known, missing: missingOf(known, positions), found: foundIn(known, positions) }))
  const whole = candidates
    .filter(({ missing }) => missing.length === 0)
    .reduce<(typeof candidates)[number] | null>(
      (best, each) => (best === null || count(each.found) > count(best.found) ? each : best),
      null,
    )
  const chosen = whole ?? (isReconciliation ? candidates[0] : undefined)
  if (chosen === undefined) {
    return { shape: null, proposal: proposalFor(positions) }
  }
  if (chosen.missing.length > 0) {
    const columns = chosen.missing
    throw new AppError('FILE_COLUMNS_MISSING', `columns missing: ${columns.join(', ')}`, {
      columns,
      shape: chosen.known.shape,
    })
  }
  const twice = Object.values(chosen.found).filter(
    (at) => positions.get(headerKey(header[at] ?? ''))?.length !== 1,
  )
  if (twice.length > 0) {
    const columns = twice.map((at) => header[at] ?? '')
    throw new AppError('FILE_COLUMNS_DUPLICATE', `columns twice: ${columns.join(', ')}`, { columns })
  }
  return { shape: chosen.known.shape as Exclude<FileShape, 'mapped' | 'api-json'>, mapping: chosen.found }
}

/** What the mapping of a table is remembered by: its header's texts in their order, since it names columns by place. */
export function fingerprintOf(header: readonly string[]): string {
  return createHash('sha256').update(header.map(headerKey).join('\n')).digest('hex')
}

type Positions = ReadonlyMap<string, readonly number[]>

function positionsOf(header: readonly string[]): Positions {
  const positions = new Map<string, number[]>()
  header.forEach((text, index) => {
    const key = headerKey(text)
    if (key !== '') {
      positions.set(key, [...(positions.get(key) ?? []), index])
    }
  })
  return positions
}

function placesOf(texts: readonly string[], positions: Positions): readonly number[] {
  return [...new Set(texts.map(headerKey))].flatMap((key) => positions.get(key) ?? [])
}

function foundIn({ required, optional }: KnownShape, positions: Positions): Mapping {
  const entries = Object.entries({ ...optional, ...required } as Headers).map(
    ([fact, texts]) => [fact, placesOf(texts, positions)[0]] as const,
  )
  return Object.fromEntries(entries.filter(([, at]) => at !== undefined))
}

function missingOf({ required }: KnownShape, positions: Positions): readonly string[] {
  return Object.values(required)
    .filter((texts) => placesOf(texts, positions).length === 0)
    .map(([first]) => first ?? '')
}

function count(found: Mapping): number {
  return Object.keys(found).length
}

function proposalFor(positions: Positions): Mapping {
  const taken = new Set<number>()
  const proposal: { [Fact in FileFact]?: number } = {}
  for (const fact of fileFacts) {
    const at = placesOf(namesOf(fact), positions).find((position) => !taken.has(position))
    if (at !== undefined) {
      taken.add(at)
      proposal[fact] = at
    }
  }
  return proposal
}
