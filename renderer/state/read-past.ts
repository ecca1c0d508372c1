import type { CommandName } from '#shared/protocol.ts'
import { CommandError, type Client } from './client.ts'
import type { UiStore } from './ui-store.ts'

/**
 * What can be done while an earlier day is read: what changes nothing of the portfolio and puts nothing of today on
 * paper. Anything else is refused, so that a command added later is refused too until it is looked at.
 */
const allowed: ReadonlySet<CommandName> = new Set([
  'preferences.update',
  'screen.remember',
  'menu.describe',
  'wizard.keep',
  'job.cancel',
  'file.reveal',
  'log.report',
] satisfies CommandName[])

/** The client of a page that may be reading an earlier day: it refuses there what would change or hand out today's. */
export function guardPast(client: Client, ui: UiStore): Client {
  return {
    ...client,
    invoke: async (command, input, fileGrant) => {
      if (ui.state.getState().asOf !== null && !allowed.has(command)) {
        throw new CommandError(command, {
          code: 'PAST_READ_ONLY',
          message: 'an earlier day is being read',
          data: {},
        })
      }
      return client.invoke(command, input, fileGrant)
    },
  }
}
