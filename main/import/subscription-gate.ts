import type { Writer } from '#main/store/database.ts'

/**
 * Lets a transaction write to the subscriptions mirror, whose triggers refuse everyone else. Used by the import, and by
 * the removal of a whole account; nothing a user types passes through here.
 */
export function withOpenGate<T>(writer: Writer, work: () => T): T {
  writer.run('INSERT INTO subscription_gate (is_open) VALUES (1)')
  const result = work()
  writer.run('DELETE FROM subscription_gate')
  return result
}
