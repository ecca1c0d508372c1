import type { InvokeMessage } from '#shared/protocol.ts'

/** Longest name, token and path the wire takes, in UTF-16 units; contents are the router's to measure. */
const limits = { name: 64, token: 64, path: 4096 } as const

type Fields = ReadonlyMap<string, unknown>

const shapes: { readonly [Kind in InvokeMessage['kind']]: (fields: Fields) => InvokeMessage | null } = {
  command: (fields) => {
    const name = fields.get('name')
    const fileGrant = fields.get('fileGrant')
    if (!isText(name, limits.name) || !fields.has('input')) {
      return null
    }
    if (!fields.has('fileGrant')) {
      return fields.size === 3 ? { kind: 'command', name, input: fields.get('input') } : null
    }
    return isText(fileGrant, limits.token) && fields.size === 4
      ? { kind: 'command', name, input: fields.get('input'), fileGrant }
      : null
  },
  watch: (fields) => {
    const watchId = fields.get('watchId')
    const name = fields.get('name')
    return isWatchId(watchId) && isText(name, limits.name) && fields.has('params') && fields.size === 4
      ? { kind: 'watch', watchId, name, params: fields.get('params') }
      : null
  },
  unwatch: (fields) => {
    const watchId = fields.get('watchId')
    return isWatchId(watchId) && fields.size === 2 ? { kind: 'unwatch', watchId } : null
  },
  grant: (fields) => {
    const path = fields.get('path')
    return isText(path, limits.path) && fields.size === 2 ? { kind: 'grant', path } : null
  },
}

/** Reads what crossed `app:invoke`; `null` for anything that is not exactly one of the four messages. */
export function parseInvokeMessage(sent: unknown): InvokeMessage | null {
  if (typeof sent !== 'object' || sent === null || Object.getPrototypeOf(sent) !== Object.prototype) {
    return null
  }
  const fields: Fields = new Map(Object.entries(sent))
  const kind = fields.get('kind')
  return typeof kind === 'string' && Object.hasOwn(shapes, kind)
    ? shapes[kind as InvokeMessage['kind']](fields)
    : null
}

function isText(value: unknown, max: number): value is string {
  return typeof value === 'string' && value.length > 0 && value.length <= max
}

function isWatchId(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value > 0
}
