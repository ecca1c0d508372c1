import { createHash } from 'node:crypto'
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { build } from 'vite'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'

import { describeFolder, rendererManifest, type ManifestEntry } from '#build/renderer-manifest.ts'

let folder = ''

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'manifest-'))
})

afterEach(async () => {
  await rm(folder, { recursive: true })
})

describe('the manifest of the page', () => {
  test('lists every file a real build wrote, with type, size and hash', async () => {
    await writeFile(
      join(folder, 'index.html'),
      '<!doctype html><script type="module" src="./main.js"></script>',
    )
    await writeFile(join(folder, 'main.js'), 'import "./page.css"; document.title = "客户"')
    await writeFile(join(folder, 'page.css'), 'body { margin: 0 }')
    const manifestFile = join(folder, 'manifest.json')
    await build({
      root: folder,
      configFile: false,
      logLevel: 'silent',
      plugins: [rendererManifest(manifestFile, folder)],
      build: { outDir: join(folder, 'out') },
    })
    const manifest = JSON.parse(await readFile(manifestFile, 'utf8')) as Record<string, ManifestEntry>
    expect(manifest['/index.html']?.mime).toBe('text/html; charset=utf-8')
    expect(Object.values(manifest).map(({ mime }) => mime.split(';')[0])).toEqual(
      expect.arrayContaining(['text/html', 'text/javascript', 'text/css']),
    )
    for (const [path, { file, bytes, sha256 }] of Object.entries(manifest)) {
      expect(path).toBe(`/${file}`)
      const content = await readFile(join(folder, 'out', file))
      expect(bytes).toBe(content.byteLength)
      expect(sha256).toBe(createHash('sha256').update(content).digest('hex'))
    }
  })

  test('uses slashes on every platform and is in a fixed order', async () => {
    await mkdir(join(folder, 'assets'))
    await writeFile(join(folder, 'index.html'), '')
    await writeFile(join(folder, 'assets', 'b.js'), '')
    await writeFile(join(folder, 'assets', 'a.css'), '')
    expect(Object.keys(await describeFolder(folder))).toEqual([
      '/assets/a.css',
      '/assets/b.js',
      '/index.html',
    ])
  })

  test('refuses a file nobody decided a type for', async () => {
    await writeFile(join(folder, 'payload.exe'), '')
    await expect(describeFolder(folder)).rejects.toThrow('payload.exe')
  })
})
