import { z } from 'zod'
import { commands, views } from '#shared/contract/contract.ts'
import type { FileUse } from '#shared/contract/spec.ts'

/** One name of the contract, as `desk list` prints it. */
export type ContractEntry = {
  readonly name: string
  readonly kind: 'command' | 'view'
  readonly input: unknown
  readonly output: unknown
  readonly errors: readonly string[]
  /** Set when the command reads a file (`--file`) or writes one (`--out`). */
  readonly file?: FileUse
}

/** Describes every command and view, with input and output as JSON Schema. */
export function describeContract(): readonly ContractEntry[] {
  const schema = (type: z.ZodType, io: 'input' | 'output') =>
    z.toJSONSchema(type, { io, unrepresentable: 'any' })
  return [
    ...Object.entries(commands).map(([name, spec]) => ({
      name,
      kind: 'command' as const,
      input: schema(spec.input, 'input'),
      output: schema(spec.output, 'output'),
      errors: spec.errors,
      ...('file' in spec ? { file: spec.file } : {}),
    })),
    ...Object.entries(views).map(([name, spec]) => ({
      name,
      kind: 'view' as const,
      input: schema(spec.params, 'input'),
      output: schema(spec.value, 'output'),
      errors: spec.errors,
    })),
  ]
}
