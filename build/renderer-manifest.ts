import { createHash } from 'node:crypto'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { extname, join, relative, sep } from 'node:path'

import type { Plugin, Rollup } from 'vite'

/** One file of the page as the `app://bundle/` handler serves it; `file` is relative to `out/renderer`. */
export interface ManifestEntry {
  file: string
  mime: string
  sha256: string
  bytes: number
  /** The source this is built from, where the page imports that by a call; relative to the checkout. */
  source?: string
  /** The addresses such an import loads, itself among them. */
  needs?: string[]
}

/** The types a page may consist of; an emitted file of any other kind fails the build. */
const mimeTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

/** Lists a built page by URL pathname, the only map from addresses to files that the app has. */
export async function describeFolder(folder: string): Promise<Record<string, ManifestEntry>> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .toSorted()
  const entries = files.map(async (file): Promise<[string, ManifestEntry]> => {
    const mime = mimeTypes[extname(file)]
    if (!mime) throw new Error(`The page contains ${file}, and no MIME type is known for it`)
    const content = await readFile(join(folder, file))
    const sha256 = createHash('sha256').update(content).digest('hex')
    return [`/${file}`, { file, mime, sha256, bytes: content.byteLength }]
  })
  return Object.fromEntries(await Promise.all(entries))
}

/** Adds what each import by a call will load, so that main can tell the page to begin with some of them. */
function describeImports(
  manifest: Record<string, ManifestEntry>,
  bundle: Rollup.OutputBundle,
  checkout: string,
): void {
  const chunks = new Map(
    Object.values(bundle).flatMap((output) =>
      output.type === 'chunk' ? [[output.fileName, output] as const] : [],
    ),
  )
  const needsOf = (file: string): string[] => [file, ...(chunks.get(file)?.imports ?? []).flatMap(needsOf)]
  for (const [file, { facadeModuleId, isDynamicEntry }] of chunks) {
    const entry = manifest[`/${file}`]
    if (entry && facadeModuleId && isDynamicEntry) {
      entry.source = relative(checkout, facadeModuleId).split(sep).join('/')
      entry.needs = [...new Set(needsOf(file))].map((needed) => `/${needed}`)
    }
  }
}

/** Writes `manifestFile` after each build of the page: what the protocol handler serves, and nothing else is served. */
export function rendererManifest(manifestFile: string, checkout: string): Plugin {
  return {
    name: 'renderer-manifest',
    apply: 'build',
    writeBundle: {
      order: 'post',
      sequential: true,
      async handler(options, bundle) {
        if (!options.dir) throw new Error('The page is built into a folder')
        const manifest = await describeFolder(options.dir)
        describeImports(manifest, bundle, checkout)
        await writeFile(manifestFile, `${JSON.stringify(manifest, null, 2)}\n`)
      },
    },
  }
}
