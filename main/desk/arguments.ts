/** What the user asked `desk` for. */
export type DeskTask =
  | { readonly kind: 'list' }
  | { readonly kind: 'run'; readonly dataFolder: string }
  | { readonly kind: 'one'; readonly dataFolder: string; readonly request: DeskRequest }
  | { readonly kind: 'usage'; readonly problem: string }

/** One command or view to run, with the files it may read and write. */
export type DeskRequest = {
  readonly name: string
  readonly input: unknown
  readonly file?: string | undefined
  readonly out?: string | undefined
}

/** The few lines printed for wrong usage. */
export const usage = `Usage:
  desk list                                                  print the contract as JSON
  desk --data DIR NAME ['JSON'] [--file PATH] [--out PATH]   run one command or view
  desk --data DIR run                                        run requests from standard input, one JSON line each:
                                                             {"name":…, "input":…, "file":…, "out":…}
`

/** Reads the command line; wrong usage is an answer, not an exception. */
export function parseArguments(args: readonly string[]): DeskTask {
  const options = new Map<string, string>()
  const words: string[] = []
  for (let index = 0; index < args.length; index += 1) {
    const word = args[index] ?? ''
    if (!word.startsWith('--')) {
      words.push(word)
      continue
    }
    const [option, inline] = splitOnce(word, '=')
    const value = inline ?? args[index + 1]
    if (
      !['--data', '--file', '--out'].includes(option) ||
      options.has(option) ||
      value === undefined ||
      value === ''
    ) {
      return { kind: 'usage', problem: `cannot read the option ${option}` }
    }
    options.set(option, value)
    index += inline === undefined ? 1 : 0
  }
  const [name, json, ...rest] = words
  const dataFolder = options.get('--data')
  if (name === undefined || rest.length > 0) {
    return { kind: 'usage', problem: name === undefined ? 'a name is missing' : 'too many words' }
  }
  if (name === 'list') {
    return words.length === 1 && options.size === 0
      ? { kind: 'list' }
      : { kind: 'usage', problem: 'list stands alone' }
  }
  if (dataFolder === undefined) {
    return { kind: 'usage', problem: '--data DIR is missing' }
  }
  if (name === 'run') {
    return words.length === 1 && options.size === 1
      ? { kind: 'run', dataFolder }
      : { kind: 'usage', problem: 'run takes --data only' }
  }
  const input = parseJson(json ?? '{}')
  if (input === undefined) {
    return { kind: 'usage', problem: 'the input is not JSON' }
  }
  return {
    kind: 'one',
    dataFolder,
    request: { name, input: input.value, file: options.get('--file'), out: options.get('--out') },
  }
}

/** Reads one line of `desk run`; a text is what is wrong with it. */
export function parseRequestLine(line: string): DeskRequest | string {
  const value = parseJson(line)?.value
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return 'a request is one JSON object a line'
  }
  const { name, input, file, out } = value as { readonly [key: string]: unknown }
  if (typeof name !== 'string') {
    return 'a request needs a name'
  }
  if ((file !== undefined && typeof file !== 'string') || (out !== undefined && typeof out !== 'string')) {
    return 'file and out are paths'
  }
  return { name, input: input ?? {}, file, out }
}

function parseJson(text: string): { readonly value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return undefined
  }
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator)
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)]
}
