import type { ErrorCode } from '#shared/contract/errors.ts'

/** SQLite's primary result codes for a disk that refuses, and for a file that is no longer what it was. */
const sqliteFaults: { readonly [code: number]: ErrorCode } = {
  8: 'DATA_NOT_WRITABLE', // READONLY
  10: 'DATA_NOT_WRITABLE', // IOERR
  11: 'DATA_DAMAGED', // CORRUPT
  13: 'DATA_NOT_WRITABLE', // FULL
  14: 'DATA_NOT_WRITABLE', // CANTOPEN
  26: 'DATA_DAMAGED', // NOTADB
}

/** What the system says of the same: full, over the quota, read-only, broken. */
const systemFaults: ReadonlySet<unknown> = new Set(['ENOSPC', 'EDQUOT', 'EROFS', 'EIO'])

/** The code of a failure that is the disk's and not the program's; `null` for any other. */
export function storageFault(thrown: unknown): ErrorCode | null {
  if (!(thrown instanceof Error)) {
    return null
  }
  const { code, errcode } = thrown as Error & { readonly code?: unknown; readonly errcode?: unknown }
  if (typeof errcode === 'number') {
    // Extended codes keep the primary one in their lowest byte.
    return sqliteFaults[errcode % 256] ?? null
  }
  return systemFaults.has(code) ? 'DATA_NOT_WRITABLE' : null
}
