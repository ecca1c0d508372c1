import { randomBytes } from 'node:crypto'
import { AppError } from '#main/ipc/app-error.ts'

/** How long a dropped file may wait for the command that reads it, in milliseconds. */
export const grantLifetime = 120_000

/** How many files may wait at once; the oldest gives way. */
const capacity = 16

/** Permissions to read one file once, held by one window (security C14). */
export type FileGrants = {
  /** Takes a path the preload got from a dropped file; the token says nothing about it. */
  readonly issue: (holder: number, path: string) => string
  /** Gives the path and ends the grant. @throws AppError `FILE_GRANT_INVALID`, whatever the reason. */
  readonly redeem: (holder: number, token: string) => string
  /** Ends every grant of a window that has left the page. */
  readonly revoke: (holder: number) => void
}

type Grant = { readonly holder: number; readonly path: string; readonly until: number }

/** Makes the book of grants; `clock` is in milliseconds and never goes back. */
export function createFileGrants(clock: () => number = () => performance.now()): FileGrants {
  const grants = new Map<string, Grant>()
  return {
    issue: (holder, path) => {
      const oldest = grants.keys().next().value
      if (grants.size >= capacity && oldest !== undefined) {
        grants.delete(oldest)
      }
      const token = randomBytes(24).toString('base64url')
      grants.set(token, { holder, path, until: clock() + grantLifetime })
      return token
    },
    redeem: (holder, token) => {
      const grant = grants.get(token)
      // A token shown by the wrong window has leaked, and is spent all the same.
      grants.delete(token)
      if (grant === undefined || grant.holder !== holder || clock() > grant.until) {
        throw new AppError('FILE_GRANT_INVALID', 'the file grant is unknown, used or expired')
      }
      return grant.path
    },
    revoke: (holder) => {
      for (const [token, grant] of grants) {
        if (grant.holder === holder) {
          grants.delete(token)
        }
      }
    },
  }
}
