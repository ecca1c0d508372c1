import { readFile } from 'node:fs/promises'
import { dirname, join, posix } from 'node:path'

/** The bytes a built page loads before its first screen: the document, its styles and all that its module imports. */
export async function firstScreenBytes(renderer: string): Promise<{ bytes: number; files: string[] }> {
  const html = await readFile(join(renderer, 'index.html'), 'utf8')
  const roots = [...html.matchAll(/(?:src|href)="\.?\/?([^"]+\.(?:js|css))"/g)].map(([, file = '']) => file)
  const waiting = [...roots]
  const found = new Map<string, number>([['index.html', Buffer.byteLength(html)]])
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (found.has(file)) continue
    const code = await readFile(join(renderer, file), 'utf8')
    found.set(file, Buffer.byteLength(code))
    // What is imported with a call is loaded later; a statement has no bracket before the address.
    for (const [, address = ''] of code.matchAll(/(?:from|import)\s*["'](\.{1,2}\/[^"']+)["']/g)) {
      waiting.push(posix.normalize(posix.join(dirname(file), address)))
    }
  }
  return { bytes: [...found.values()].reduce((sum, size) => sum + size, 0), files: [...found.keys()] }
}
