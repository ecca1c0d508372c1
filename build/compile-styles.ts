import { runInNewContext } from 'node:vm'

import { resolveStyleRulesForSlots, type GriffelStyle } from '@griffel/core'
import { tokens } from '@fluentui/react-components'
import { parseSync, type Plugin } from 'vite'

type Node = { readonly type: string; readonly start: number; readonly end: number }
type Declarator = Node & {
  readonly id: Node & { readonly name?: string }
  readonly init:
    (Node & { readonly callee?: Node & { readonly name?: string }; readonly arguments?: Node[] }) | null
}
type Statement = Node & {
  readonly declaration?: Statement | null
  readonly kind?: string
  readonly declarations?: readonly Declarator[]
}

/**
 * Turns each `const useX = makeStyles({…})` of the page into the classes and rules it comes to, as Fluent's own
 * components already are, and each `tokens.x` into the variable it names: the page then carries neither the compiler of
 * styles nor the names of all tokens, and does not compile hundreds of rules before it can paint. Styles that cannot be
 * told from their module alone stay as they are.
 */
export function compileStyles(): Plugin {
  return {
    name: 'compile-styles',
    apply: 'build',
    enforce: 'post',
    transform: {
      filter: { id: /\.tsx?$|@fluentui.*\.js$/, code: /\b(?:makeStyles|tokens)\b/ },
      handler: (code, id) => namedTokens(/\.tsx?$/.test(id) ? compiledStyles(code, id) : code),
    },
    // What a server has styled is taken over with the compiler; nothing here was.
    load: {
      filter: { id: /@griffel.core.*rehydrateRendererCache\.js$/ },
      handler: () => 'export function rehydrateRendererCache() {}',
    },
  }
}

/** The code with its styles compiled, as far as they can be. */
export function compiledStyles(code: string, id: string): string {
  const statements = parseSync(id.replace(/\.tsx?$/, '.js'), code).program.body as unknown as Statement[]
  const constants = statements
    .map((statement) => statement.declaration ?? statement)
    .filter(({ kind }) => kind === 'const')
    .flatMap(({ declarations = [] }) => declarations)
  const textOf = ({ start, end }: Node): string => code.slice(start, end)
  const earlier: string[] = []
  let result = code
  let moved = 0
  for (const { id: name, init } of constants) {
    if (!init) continue
    const [styles] = init.callee?.name === 'makeStyles' ? (init.arguments ?? []) : []
    if (!styles) {
      if (name.name && isPlain(init)) earlier.push(`const ${name.name} = ${textOf(init)};`)
      continue
    }
    const slots = valueOf(`${earlier.join('\n')}\nreturn (${textOf(styles)})`)
    if (!slots) continue
    const [classes, rules] = resolveStyleRulesForSlots(slots)
    const call = `__styles(${JSON.stringify(classes)}, ${JSON.stringify(rules)})`
    result = result.slice(0, init.start + moved) + call + result.slice(init.end + moved)
    moved += call.length - (init.end - init.start)
  }
  return result === code ? code : `import { __styles } from '@griffel/react'\n${result}`
}

/** The code with the tokens it names written out. */
function namedTokens(code: string): string {
  const known: Readonly<Record<string, string>> = tokens
  return code.replaceAll(/\btokens\.(\w+)\b/g, (text, name: string) =>
    known[name] === undefined ? text : JSON.stringify(known[name]),
  )
}

/** Whether a constant can be made again without the rest of its module: what styles are put together from. */
function isPlain({ type }: Node): boolean {
  return ['Literal', 'TemplateLiteral', 'ObjectExpression', 'ArrayExpression', 'UnaryExpression'].includes(
    type,
  )
}

/** Runs an expression of the page's own source with Fluent's tokens in reach. */
function valueOf(body: string): Record<string, GriffelStyle> | undefined {
  try {
    return runInNewContext(`(() => {${body}})()`, { tokens }) as Record<string, GriffelStyle>
  } catch {
    return undefined
  }
}
