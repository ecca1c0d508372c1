import { isDeepStrictEqual } from 'node:util'
import { views } from '#shared/contract/contract.ts'
import type { Snapshot, ViewName } from '#shared/protocol.ts'
import type { Log } from '#main/ports.ts'
import { AppError, toError } from './app-error.ts'
import { NotYet } from './not-yet.ts'
import { parseInput } from './router.ts'

/** Computes a view's value for parsed parameters; reads only. */
export type Project = (name: ViewName, params: unknown) => unknown

/** Keeps the page's views up to date. */
export type ViewHub = {
  /** One snapshot, for callers that do not stay (`desk`). */
  readonly read: (name: string, params: unknown) => Snapshot
  /** One snapshot where it takes no long reading; `null` otherwise, while what it needs is being read. */
  readonly glance: (name: string, params: unknown) => Snapshot | null
  /**
   * Sends the first snapshot as soon as there is one, which is at once unless it takes long reading, and a new one after
   * each change; the returned function ends it.
   */
  readonly watch: (name: string, params: unknown, send: (snapshot: Snapshot) => void) => () => void
  /** Recomputes every watched view, or those of some names, and sends those that changed. */
  readonly refresh: (only?: readonly ViewName[]) => void
  /** After a commit: as `refresh`, for the views that rest on a table it touched; `null` when that may be any. */
  readonly follow: (touched: ReadonlySet<string> | null) => void
}

type HubOptions = {
  readonly project: Project
  readonly revision: () => number
  readonly log: Log
  readonly validateOutput: boolean
  /** Runs a projection that can be asked again, and so may throw `NotYet`. */
  readonly patiently: <T>(project: () => T) => T
  /** Runs a projection and collects the tables it rests on. */
  readonly collect: <T>(into: Set<string>, project: () => T) => T
  /** Which day it is: a view may rest on that. */
  readonly day: () => string
}

type Watch = {
  readonly name: string
  readonly snapshotNow: () => Snapshot | NotYet
  readonly send: (snapshot: Snapshot) => void
  last: Snapshot | null
  /** The tables it rests on; none for what is not in the database. */
  readonly tables: Set<string>
  day: string
  /** What is being read for it. */
  awaited: NotYet | null
}

/** Makes the hub; the caller calls `refresh` after each commit. */
export function createViewHub({
  project,
  revision,
  log,
  validateOutput,
  patiently,
  collect,
  day,
}: HubOptions): ViewHub {
  const watches = new Set<Watch>()

  const prepare = (name: string, params: unknown): (() => Snapshot | NotYet) => {
    try {
      if (!isViewName(name)) {
        throw new AppError('UNKNOWN_NAME', 'no such view')
      }
      const parsed = parseInput(views[name].params, params)
      return () => {
        try {
          const value = project(name, parsed)
          return {
            ok: true,
            value: validateOutput ? views[name].value.parse(value) : value,
            revision: revision(),
          }
        } catch (thrown) {
          return thrown instanceof NotYet ? thrown : { ok: false, error: toError(thrown, log) }
        }
      }
    } catch (thrown) {
      const snapshot: Snapshot = { ok: false, error: toError(thrown, log) }
      return () => snapshot
    }
  }

  const look = (watch: Watch): void => {
    watch.tables.clear()
    watch.day = day()
    const found = collect(watch.tables, () => patiently(watch.snapshotNow))
    const before = watch.awaited
    watch.awaited = found instanceof NotYet ? found : null
    // Only now: what is wished for again is not given up in between.
    before?.leave()
    if (found instanceof NotYet) {
      void found.ready.then(() => {
        if (watch.awaited === found) {
          look(watch)
        }
      })
    } else if (watch.last === null || !isSameSnapshot(found, watch.last)) {
      watch.last = found
      watch.send(found)
    }
  }

  /** What is spared must not be missed: every test over a hub that validates is a test of this too. */
  const proveUnchanged = ({ name, snapshotNow, last }: Watch): void => {
    const found = snapshotNow()
    if (last !== null && !(found instanceof NotYet) && !isSameSnapshot(found, last)) {
      throw new Error(`${name} rests on more than it has read`)
    }
  }

  return {
    read: (name, params) => {
      const found = prepare(name, params)()
      return found instanceof NotYet ? { ok: false, error: toError(found, log) } : found
    },
    glance: (name, params) => {
      const found = patiently(prepare(name, params))
      return found instanceof NotYet ? null : found
    },
    watch: (name, params, send) => {
      const watch: Watch = {
        name,
        snapshotNow: prepare(name, params),
        send,
        tables: new Set(),
        day: '',
        last: null,
        awaited: null,
      }
      watches.add(watch)
      look(watch)
      return () => {
        watches.delete(watch)
        watch.awaited?.leave()
        watch.awaited = null
      }
    },
    follow: (touched) => {
      const isMeant = ({ tables, ...watch }: Watch): boolean =>
        touched === null ||
        tables.size === 0 ||
        watch.day !== day() ||
        [...tables].some((table) => touched.has(table))
      for (const watch of watches) {
        if (isMeant(watch)) {
          look(watch)
        } else if (validateOutput) {
          proveUnchanged(watch)
        }
      }
    },
    refresh: (only) => {
      for (const watch of watches) {
        if (only === undefined || (only as readonly string[]).includes(watch.name)) {
          look(watch)
        }
      }
    },
  }
}

/** Says whether a name is a view of the contract. */
export function isViewName(name: string): name is ViewName {
  return Object.hasOwn(views, name)
}

function isSameSnapshot(a: Snapshot, b: Snapshot): boolean {
  if (a.ok && b.ok) {
    return isDeepStrictEqual(a.value, b.value)
  }
  return !a.ok && !b.ok && a.error.code === b.error.code
}
