import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseAppAddress } from './app-address.ts'
import type { FirstPage } from './first-page.ts'
import { fillPage } from './first-page.ts'

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
  /** What the page starts with; it is not answered before that is known. */
  readonly firstPage: () => Promise<FirstPage>
}

/** Makes the handler of `app://`: exactly the files of the bundle, each with its fixed type and all headers. */
export function createAppProtocol({ folder, bundle, nonce, firstPage }: AppProtocolOptions) {
  const headers = securityHeaders(nonce)
  const refuse = (status: number): Response =>
    new Response(null, { status, headers: { ...headers, 'Content-Type': 'text/plain; charset=utf-8' } })

  return async (request: { readonly method: string; readonly url: string }): Promise<Response> => {
    const found = resolveRequest(bundle, request.method, request.url)
    if (typeof found === 'number') {
      return refuse(found)
    }
    try {
      const content = await readFile(join(folder, found.file))
      const isHtml = found.mime.startsWith('text/html')
      const body = isHtml
        ? fillPage(content.toString('utf8'), nonce, await firstPage())
        : new Uint8Array(content)
      return new Response(body, { headers: { ...headers, 'Content-Type': found.mime } })
    } catch {
      // The list names a file that is not there: a broken installation, which shows as a missing page.
      return refuse(404)
    }
  }
}
