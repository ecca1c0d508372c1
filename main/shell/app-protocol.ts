import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { parseAppAddress } from './app-address.ts'
import type { FirstView } from './first-page.ts'
import { pageParts, viewsInPage } from './first-page.ts'

/** A file of the page, as the build lists it. */
export type BundledFile = {
  readonly file: string
  readonly mime: string
  /** The source it is built from, where the page imports that by a call. */
  readonly source?: string
  /** The addresses it imports, and itself. */
  readonly needs?: readonly string[]
}

/** Every file of the page by its address's path; what is not in it does not exist (security F5, C26). */
export type Bundle = ReadonlyMap<string, BundledFile>

/** Reads the list the build wrote beside the page. */
export function readBundle(manifestFile: string): Bundle {
  return new Map(
    Object.entries(JSON.parse(readFileSync(manifestFile, 'utf8')) as { [path: string]: BundledFile }),
  )
}

/** The answer to a request, before anything is read: a file of the bundle, or a refusal's status. */
export function resolveRequest(
  bundle: Bundle,
  method: string,
  address: string,
): BundledFile | 400 | 404 | 405 {
  const url = parseAppAddress(address)
  if (url === null || url.search !== '') {
    return 404
  }
  if (method !== 'GET') {
    return 405
  }
  const path = decodePath(url.pathname)
  return path === null ? 400 : (bundle.get(path) ?? 404)
}

/** The addresses of everything the page will import when it imports these sources. */
export function filesOf(bundle: Bundle, sources: readonly string[]): string[] {
  const wanted = [...bundle.values()].filter(({ source }) => source !== undefined && sources.includes(source))
  return [...new Set(wanted.flatMap(({ needs = [] }) => needs))]
}

/** A pathname's text, or `null` where its escapes are not UTF-8. */
function decodePath(pathname: string): string | null {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return null
  }
}

/** The page's content policy (security C07); the nonce lets Fluent's style elements in, and nothing else inline. */
export function contentPolicy(nonce: string): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'none'",
    "worker-src 'none'",
    "frame-src 'none'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
}

/** The headers of every response, refusals included. */
export function securityHeaders(nonce: string): { readonly [name: string]: string } {
  return {
    'Content-Security-Policy': contentPolicy(nonce),
    'X-Content-Type-Options': 'nosniff',
    'Referrer-Policy': 'no-referrer',
    'X-DNS-Prefetch-Control': 'off',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cache-Control': 'no-store',
  }
}

type AppProtocolOptions = {
  /** Where the page's files lie; may be inside an asar. */
  readonly folder: string
  readonly bundle: Bundle
  /** Made anew at each start, of characters that are safe in a header and in HTML. */
  readonly nonce: string
  /** The addresses the page will import at once, known before the program behind it is. */
  readonly files: () => readonly string[]
  /** The views the page starts with; its document ends with them. */
  readonly views: () => Promise<readonly FirstView[]>
}

/** An answer as Electron's protocols of streams take it. */
export type AppAnswer = {
  readonly statusCode: number
  readonly headers: { readonly [name: string]: string }
  readonly data: Readable
}

/** Makes the handler of `app://`: exactly the files of the bundle, each with its fixed type and all headers. */
export function createAppProtocol({ folder, bundle, nonce, files, views }: AppProtocolOptions) {
  const headers = securityHeaders(nonce)
  const refuse = (statusCode: number): AppAnswer => ({
    statusCode,
    headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' },
    data: Readable.from([]),
  })

  return (request: { readonly method: string; readonly url: string }): AppAnswer => {
    const found = resolveRequest(bundle, request.method, request.url)
    if (typeof found === 'number') {
      return refuse(found)
    }
    try {
      const content = readFileSync(join(folder, found.file))
      const isHtml = found.mime.startsWith('text/html')
      const data = isHtml
        ? Readable.from(pageInTime(pageParts(content.toString('utf8'), nonce, files()), views))
        : Readable.from(content)
      return { statusCode: 200, headers: { ...headers, 'Content-Type': found.mime }, data }
    } catch {
      // The list names a file that is not there: a broken installation, which shows as a missing page.
      return refuse(404)
    }
  }
}

/** The page as it comes to be known: Chromium makes its process and asks for its scripts before the views are read. */
async function* pageInTime(
  [before, after]: readonly [string, string],
  views: () => Promise<readonly FirstView[]>,
): AsyncGenerator<Buffer> {
  yield Buffer.from(before)
  // A page without them asks for everything.
  const known = await views().catch(() => [])
  yield Buffer.from(viewsInPage(known) + after)
}
