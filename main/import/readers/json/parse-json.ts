import { AppError } from '#main/ipc/app-error.ts'

/** A number as it was written: an id of twenty digits stays what it is. */
export class JsonNumber {
  readonly text: string

  constructor(text: string) {
    this.text = text
  }
}
export type JsonObject = ReadonlyMap<string, JsonValue>
export type JsonValue = string | JsonNumber | boolean | null | readonly JsonValue[] | JsonObject

/** What one JSON text may hold (security C41); `values` counts everything in it. */
export const jsonLimits = {
  depth: 32,
  values: 4_000_000,
  keyCharacters: 1_000,
  stringCharacters: 1_000_000,
} as const

const text = /"[^"\\\u0000-\u001F]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\u0000-\u001F]*)*"/y
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][-+]?\d+)?/y

/**
 * Reads one JSON text, or several of them on lines of their own (JSON Lines). Objects become maps, so no key means
 * anything to the program; an object that has one key twice says two things, and the file is refused.
 * @throws AppError `FILE_JSON_INVALID` with line and column, or `FILE_LIMIT`.
 */
export function parseJson(source: string): readonly JsonValue[] {
  const reader = createTokens(source)
  const values: JsonValue[] = []
  do {
    values.push(readValue(reader))
  } while (reader.goesOnInANewLine())
  return values
}

type Tokens = {
  /** The next token: a mark of punctuation, or a value. */
  readonly next: () => Token
  readonly goesOnInANewLine: () => boolean
  readonly fail: (reason: string) => AppError
}
type Token =
  { readonly mark: string } | { readonly value: Exclude<JsonValue, readonly JsonValue[] | JsonObject> }

function createTokens(source: string): Tokens {
  let at = source.startsWith('\uFEFF') ? 1 : 0
  let count = 0
  const fail = (reason: string): AppError => {
    const before = source.slice(0, at)
    const line = before.split('\n').length
    return new AppError('FILE_JSON_INVALID', reason, { line, column: at - before.lastIndexOf('\n') })
  }
  const skipBlanks = (): void => {
    while (isBlank(source.charCodeAt(at))) {
      at += 1
    }
  }
  const take = (pattern: RegExp): string => {
    pattern.lastIndex = at
    const found = pattern.exec(source)?.[0]
    if (found === undefined) {
      throw fail('not JSON')
    }
    at += found.length
    return found
  }
  const takeWord = (word: string, value: boolean | null): Token => {
    if (!source.startsWith(word, at)) {
      throw fail('not JSON')
    }
    at += word.length
    return { value }
  }
  return {
    fail,
    next: () => {
      skipBlanks()
      count += 1
      if (count > jsonLimits.values) {
        throw limit('values', jsonLimits.values)
      }
      const character = source.charAt(at)
      switch (character) {
        case '{':
        case '}':
        case '[':
        case ']':
        case ',':
        case ':':
          at += 1
          return { mark: character }
        case '"': {
          const quoted = take(text)
          if (quoted.length > jsonLimits.stringCharacters) {
            throw limit('characters', jsonLimits.stringCharacters)
          }
          return { value: quoted.includes('\\') ? (JSON.parse(quoted) as string) : quoted.slice(1, -1) }
        }
        case 't':
          return takeWord('true', true)
        case 'f':
          return takeWord('false', false)
        case 'n':
          return takeWord('null', null)
        default:
          return { value: new JsonNumber(take(number)) }
      }
    },
    goesOnInANewLine: () => {
      const end = at
      skipBlanks()
      if (at === source.length) {
        return false
      }
      if (!source.slice(end, at).includes('\n')) {
        throw fail('something follows the end')
      }
      return true
    },
  }
}

function isBlank(code: number): boolean {
  return code === 32 || code === 10 || code === 13 || code === 9
}

type Open =
  | { readonly kind: 'array'; readonly items: JsonValue[] }
  | { readonly kind: 'object'; readonly members: Map<string, JsonValue>; key: string }

/** Reads one value with a stack of its own: depth costs no recursion. */
function readValue({ next, fail }: Tokens): JsonValue {
  const open: Open[] = []

  const openObject = (): JsonValue | undefined => {
    const first = next()
    if ('mark' in first && first.mark === '}') {
      return new Map()
    }
    const members = new Map<string, JsonValue>()
    push({ kind: 'object', members, key: readKey(first, members) })
    return undefined
  }
  const push = (container: Open): void => {
    if (open.length >= jsonLimits.depth) {
      throw limit('depth', jsonLimits.depth)
    }
    open.push(container)
  }
  const readKey = (first: Token, members: ReadonlyMap<string, JsonValue>): string => {
    const key = 'value' in first ? first.value : null
    if (typeof key !== 'string') {
      throw fail('a key is missing')
    }
    if (key.length > jsonLimits.keyCharacters) {
      throw limit('characters', jsonLimits.keyCharacters)
    }
    if (members.has(key)) {
      throw fail('a key stands twice in one object')
    }
    const colon = next()
    if (!('mark' in colon && colon.mark === ':')) {
      throw fail('a colon is missing')
    }
    return key
  }
  /** Puts a finished value where it belongs, closing what it completes; the outermost value is returned. */
  const settle = (value: JsonValue): JsonValue | undefined => {
    let done = value
    for (let top = open.at(-1); top !== undefined; top = open.at(-1)) {
      if (top.kind === 'array') {
        top.items.push(done)
      } else {
        top.members.set(top.key, done)
      }
      const after = next()
      const mark = 'mark' in after ? after.mark : ''
      if (mark === ',') {
        if (top.kind === 'object') {
          top.key = readKey(next(), top.members)
        }
        return undefined
      }
      if (mark !== (top.kind === 'array' ? ']' : '}')) {
        throw fail('a comma or a bracket is missing')
      }
      open.pop()
      done = top.kind === 'array' ? top.items : top.members
    }
    return done
  }

  for (;;) {
    const start = next()
    let value: JsonValue | undefined
    if ('value' in start) {
      value = start.value
    } else if (start.mark === '{') {
      value = openObject()
    } else if (start.mark === '[') {
      push({ kind: 'array', items: [] })
      continue
    } else if (start.mark === ']' && isEmptyArray(open.at(-1))) {
      open.pop()
      value = []
    } else {
      throw fail('a value is missing')
    }
    const whole = value === undefined ? undefined : settle(value)
    if (whole !== undefined) {
      return whole
    }
  }
}

/** An array that has just been opened; one after a comma wants a value. */
function isEmptyArray(container: Open | undefined): boolean {
  return container?.kind === 'array' && container.items.length === 0
}

function limit(of: string, most: number): AppError {
  return new AppError('FILE_LIMIT', `more ${of} than ${most}`, { limit: most, of })
}
