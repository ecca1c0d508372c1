import { parseSync, type Plugin } from 'vite'

type Node = { readonly type: string; readonly start: number; readonly end: number }
type Property = Node & {
  readonly key?: Node & { readonly name?: string }
  readonly value?: Node & { readonly properties?: readonly Property[] }
  readonly shorthand?: boolean
  readonly method?: boolean
}
type Declarator = Node & { readonly init: (Node & { readonly properties?: readonly Property[] }) | null }
type Statement = Node & {
  readonly declaration?: Statement | null
  readonly declarations?: readonly Declarator[]
}

/** What an entry of the contract says by a schema. */
const schemas: ReadonlySet<string> = new Set(['input', 'output', 'params', 'value'])

/**
 * Has each schema of the contract made when it is first asked for: a start needs a dozen of some three hundred, and zod
 * takes the longest of all that main loads to make them. The built program never asks for what its answers look like.
 */
export function lazySchemas(): Plugin {
  return {
    name: 'lazy-schemas',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /shared[\\/]contract[\\/][\w-]+\.ts$/ },
      handler: (code, id) => withLazySchemas(code, id),
    },
  }
}

/** The code of a part of the contract with each schema of its commands and views behind a getter that makes it once. */
export function withLazySchemas(code: string, id: string): string {
  const statements = parseSync(id.replace(/\.ts$/, '.js'), code).program.body as unknown as Statement[]
  const entries = statements
    .flatMap((statement) => (statement.declaration ?? statement).declarations ?? [])
    .flatMap(({ init }) => init?.properties ?? [])
    .flatMap(({ value }) => value?.properties ?? [])
  let result = code
  let moved = 0
  for (const { key, value, shorthand, method, start, end } of entries) {
    if (key?.name === undefined || value === undefined || shorthand || method || !schemas.has(key.name)) {
      continue
    }
    const made = code.slice(value.start, value.end)
    const getter = `get ${key.name}() { const made = ${made}; Object.defineProperty(this, '${key.name}', { value: made, enumerable: true }); return made }`
    result = result.slice(0, start + moved) + getter + result.slice(end + moved)
    moved += getter.length - (end - start)
  }
  return result
}
