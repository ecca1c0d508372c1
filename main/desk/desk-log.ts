import { randomBytes } from 'node:crypto'
import type { Log } from '#main/ports.ts'

/** A log for the terminal: nothing in ordinary use, an unexpected failure with its stack on standard error. */
export function createDeskLog(writeError: (text: string) => void): Log {
  return {
    info: () => undefined,
    error: (event, facts = {}) => writeError(`${event} ${JSON.stringify(facts)}\n`),
    report: (thrown) => {
      const reference = randomBytes(4).toString('hex')
      writeError(
        `${reference} ${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`,
      )
      return reference
    },
  }
}
