import type { ErrorCode } from '#shared/contract/errors.ts'
import type { WireError } from '#shared/protocol.ts'
import type { Log } from '#main/ports.ts'
import { storageFault } from './storage-fault.ts'

/** A refusal a user can act on: its code is translated, its data fills the text, its message is for logs and `desk`. */
export class AppError extends Error {
  readonly code: ErrorCode
  readonly data: WireError['data']

  constructor(code: ErrorCode, message: string, data: WireError['data'] = {}) {
    super(message)
    this.name = 'AppError'
    this.code = code
    this.data = data
  }
}

/** The form of an {@link AppError} that crosses the wire. */
export function toWireError(error: AppError): WireError {
  return { code: error.code, message: error.message, data: error.data }
}

/**
 * The wire form of anything thrown: a disk that refuses is said to be one, and what nobody foresaw becomes `INTERNAL`
 * with a reference into the log.
 */
export function toError(thrown: unknown, log: Log): WireError {
  if (thrown instanceof AppError) {
    return toWireError(thrown)
  }
  const reference = log.report(thrown)
  const fault = storageFault(thrown)
  if (fault !== null) {
    return {
      code: fault,
      message: thrown instanceof Error ? thrown.message : String(thrown),
      data: { reference },
    }
  }
  return { code: 'INTERNAL', message: `unexpected failure, reference ${reference}`, data: { reference } }
}
