import { commands } from '#shared/contract/contract.ts'
import type { CommandName, CommandOutput, ParsedInput, Reply } from '#shared/protocol.ts'
import type { CallContext, Log } from '#main/ports.ts'
import { AppError, toError } from './app-error.ts'
import { budgetProblem } from './budget.ts'

/** One function per command of the contract; a missing or extra one does not compile. */
export type Handlers = {
  readonly [C in CommandName]: (
    input: ParsedInput<C>,
    context: CallContext,
  ) => CommandOutput<C> | Promise<CommandOutput<C>>
}

/** Some of the handlers: what one file of `main/commands/` provides. */
export type HandlersOf<Prefix extends string> = Pick<Handlers, Extract<CommandName, `${Prefix}.${string}`>>

/** Answers commands; never rejects. */
export type Router = {
  readonly dispatch: (name: string, input: unknown, context: CallContext) => Promise<Reply<unknown>>
}

type RouterOptions = {
  readonly handlers: Handlers
  readonly revision: () => number
  readonly log: Log
  /** Parses outputs too: in tests and `desk`, where a wrong output must not pass unseen. */
  readonly validateOutput: boolean
}

/** Makes the one entrance for everything that changes something: look up, measure, parse, run, wrap. */
export function createRouter({ handlers, revision, log, validateOutput }: RouterOptions): Router {
  const run = async (name: string, input: unknown, context: CallContext): Promise<unknown> => {
    if (!isCommandName(name)) {
      throw new AppError('UNKNOWN_NAME', 'no such command')
    }
    const parsed = parseInput(commands[name].input, input)
    const handler = handlers[name] as (input: unknown, context: CallContext) => unknown
    const value = await handler(parsed, context)
    return validateOutput ? commands[name].output.parse(value) : value
  }
  return {
    dispatch: async (name, input, context) => {
      try {
        return { ok: true, value: await run(name, input, context), revision: revision() }
      } catch (thrown) {
        return { ok: false, error: toError(thrown, log) }
      }
    },
  }
}

/** Says whether a name is a command of the contract; inherited names such as `toString` are not. */
export function isCommandName(name: string): name is CommandName {
  return Object.hasOwn(commands, name)
}

type Schema = {
  readonly safeParse: (
    value: unknown,
    how: { readonly jitless: true },
  ) =>
    | { readonly success: true; readonly data: unknown }
    | {
        readonly success: false
        readonly error: {
          readonly issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[]
        }
      }
}

/** Measures and parses what came over the wire; throws `TOO_LARGE` or `INVALID_INPUT` with the fields at fault. */
export function parseInput(schema: Schema, input: unknown): unknown {
  const problem = budgetProblem(input)
  if (problem === 'not-plain') {
    throw new AppError('INVALID_INPUT', 'input must be plain JSON-like data', { fields: [] })
  }
  if (problem !== null) {
    throw new AppError('TOO_LARGE', `input is ${problem}`)
  }
  // What is asked once is not worth compiling a parser for, and a start asks everything once.
  const result = schema.safeParse(input, { jitless: true })
  if (!result.success) {
    const issues = result.error.issues.slice(0, 20)
    throw new AppError(
      'INVALID_INPUT',
      issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`).join('; '),
      {
        fields: [...new Set(issues.map((issue) => issue.path.map(String).join('.')))],
      },
    )
  }
  return result.data
}
