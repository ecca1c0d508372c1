import { useCallback, useEffect, useRef, useState } from 'react'
import type { CommandInput, CommandName, CommandOutput } from '#shared/protocol.ts'
import { CommandError } from './client.ts'
import { useClient, useUiActions } from './page-context.tsx'

/** How a command ended: with its value, or with the refusal that is also in `error`. */
export type CommandResult<C extends CommandName> =
  | { readonly ok: true; readonly value: CommandOutput<C> }
  | { readonly ok: false; readonly error: CommandError }

/** A command as a component uses it. */
export type RunnableCommand<C extends CommandName> = {
  readonly run: (input: CommandInput<C>, fileGrant?: string) => Promise<CommandResult<C>>
  readonly pending: boolean
  /** The newest refusal; cleared by the next run and by `reset`. */
  readonly error: CommandError | null
  readonly reset: () => void
}

/** Runs a command of the contract and keeps whether it is under way and why it was refused. */
export function useCommand<C extends CommandName>(command: C): RunnableCommand<C> {
  const client = useClient()
  const { begin, end } = useUiActions()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<CommandError | null>(null)
  const isMounted = useRef(true)

  useEffect(() => {
    isMounted.current = true
    return () => {
      isMounted.current = false
    }
  }, [])

  const run = useCallback(
    async (input: CommandInput<C>, fileGrant?: string): Promise<CommandResult<C>> => {
      setPending(true)
      setError(null)
      begin(command)
      try {
        return { ok: true, value: await client.invoke(command, input, fileGrant) }
      } catch (caught) {
        if (!(caught instanceof CommandError)) {
          throw caught
        }
        if (isMounted.current) {
          setError(caught)
        }
        return { ok: false, error: caught }
      } finally {
        end(command)
        if (isMounted.current) {
          setPending(false)
        }
      }
    },
    [client, command, begin, end],
  )

  const reset = useCallback(() => setError(null), [])
  return { run, pending, error, reset }
}
