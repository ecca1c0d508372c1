import { extname } from 'node:path'

/** Whether a path ends in one of these extensions, in either case. */
export function hasExtension(path: string, extensions: readonly string[]): boolean {
  return extensions.includes(extname(path).slice(1).toLowerCase())
}

/** A path that does end in one of them: the dialogs of Linux do not add what was left out. */
export function withExtension(path: string, extensions: readonly string[]): string {
  const [first] = extensions
  return first === undefined || hasExtension(path, extensions) ? path : `${path}.${first}`
}
