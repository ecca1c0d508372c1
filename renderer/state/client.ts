import type {
  Bridge,
  CommandInput,
  CommandName,
  CommandOutput,
  ErrorCode,
  ViewName,
  ViewParams,
  ViewValue,
  WireError,
} from '#shared/protocol.ts'
import { viewKey, type FirstViews } from './first-views.ts'
import { createViewStore, type ViewStore } from './view-store.ts'

/** A refusal by main, thrown by {@link Client.invoke}; `code` is what the page translates, `data` fills the text. */
export class CommandError extends Error {
  readonly code: ErrorCode
  readonly data: WireError['data']
  readonly command: CommandName

  constructor(command: CommandName, error: WireError) {
    super(error.message)
    this.name = 'CommandError'
    this.code = error.code
    this.data = error.data
    this.command = command
  }
}

/** The page's typed end of the bridge: commands are asked once, views are watched. */
export type Client = {
  readonly invoke: <C extends CommandName>(
    command: C,
    input: CommandInput<C>,
    fileGrant?: string,
  ) => Promise<CommandOutput<C>>
  /** The one store of a view with these parameters; it watches only while somebody subscribes. */
  readonly view: <V extends ViewName>(view: V, params: ViewParams<V>) => ViewStore<ViewValue<V>>
  /** Turns a dropped file into a single-use grant for a command that reads a file. */
  readonly grantFile: (file: File) => Promise<string | null>
}

/** Gives the untyped bridge the contract's types and turns refusals into {@link CommandError}; `first` came with the page. */
export function createClient(bridge: Bridge, first: FirstViews = new Map()): Client {
  const stores = new Map<string, ViewStore<unknown>>()

  return {
    invoke: async (command, input, fileGrant) => {
      const reply = await bridge.invoke(command, input, fileGrant)
      if (!reply.ok) {
        throw new CommandError(command, reply.error)
      }
      return reply.value as CommandOutput<typeof command>
    },
    view: (view, params) => {
      const key = viewKey(view, params)
      const known = stores.get(key)
      if (known !== undefined) {
        return known as ViewStore<ViewValue<typeof view>>
      }
      const store = createViewStore<ViewValue<typeof view>>(
        (onSnapshot) => bridge.watch(view, params, onSnapshot),
        {
          onActive: (active) => stores.set(key, active),
          // A view nobody looks at is forgotten, or every search ever typed would stay in memory.
          onIdle: () => stores.delete(key),
        },
        first.get(key),
      )
      // Only the first store of a view may begin with it: it grows old.
      first.delete(key)
      stores.set(key, store)
      return store
    },
    grantFile: (file) => bridge.grantFile(file),
  }
}
