import type { CommandName } from '#shared/protocol.ts'
import type { Handlers } from '#main/ipc/router.ts'
import type { CallContext } from '#main/ports.ts'

/** Handlers whose code is loaded when one of them is first called: what writes files is large, and no start waits for it. */
export function loadLater<Name extends CommandName>(
  names: readonly Name[],
  load: () => Promise<Pick<Handlers, Name>>,
): Pick<Handlers, Name> {
  let loading: Promise<Pick<Handlers, Name>> | null = null
  const later = (name: Name) => async (input: unknown, context: CallContext) => {
    loading ??= load()
    const handler = (await loading)[name] as (input: unknown, context: CallContext) => unknown
    return handler(input, context)
  }
  return Object.fromEntries(names.map((name) => [name, later(name)])) as unknown as Pick<Handlers, Name>
}
