import { isDeepStrictEqual } from 'node:util'
import { views } from '#shared/contract/contract.ts'
import type { Snapshot, ViewName } from '#shared/protocol.ts'
import type { Log } from '#main/ports.ts'
import { AppError, toError } from './app-error.ts'
import { parseInput } from './router.ts'

/** Computes a view's value for parsed parameters; reads only. */
export type Project = (name: ViewName, params: unknown) => unknown

/** Keeps the page's views up to date. */
export type ViewHub = {
  /** One snapshot, for callers that do not stay (`desk`). */
  readonly read: (name: string, params: unknown) => Snapshot
  /** Sends the first snapshot at once and a new one after each change; the returned function ends it. */
  readonly watch: (name: string, params: unknown, send: (snapshot: Snapshot) => void) => () => void
  /** Recomputes every watched view, or those of some names, and sends those that changed. */
  readonly refresh: (only?: readonly ViewName[]) => void
}

type HubOptions = {
  readonly project: Project
  readonly revision: () => number
  readonly log: Log
  readonly validateOutput: boolean
}

type Watch = {
  readonly name: string
  readonly snapshotNow: () => Snapshot
  readonly send: (snapshot: Snapshot) => void
  last: Snapshot
}

/** Makes the hub; the caller calls `refresh` after each commit. */
export function createViewHub({ project, revision, log, validateOutput }: HubOptions): ViewHub {
  const watches = new Set<Watch>()

  const prepare = (name: string, params: unknown): (() => Snapshot) => {
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
          return { ok: false, error: toError(thrown, log) }
        }
      }
    } catch (thrown) {
      const snapshot: Snapshot = { ok: false, error: toError(thrown, log) }
      return () => snapshot
    }
  }

  return {
    read: (name, params) => prepare(name, params)(),
    watch: (name, params, send) => {
      const snapshotNow = prepare(name, params)
      const watch: Watch = { name, snapshotNow, send, last: snapshotNow() }
      watches.add(watch)
      send(watch.last)
      return () => {
        watches.delete(watch)
      }
    },
    refresh: (only) => {
      for (const watch of watches) {
        if (only !== undefined && !(only as readonly string[]).includes(watch.name)) {
          continue
        }
        const next = watch.snapshotNow()
        if (!isSameSnapshot(next, watch.last)) {
          watch.last = next
          watch.send(next)
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
