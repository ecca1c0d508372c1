import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

import { asciiOnly } from '#build/ascii-only.ts'
import { compileStyles } from '#build/compile-styles.ts'
import { lazySchemas } from '#build/lazy-schemas.ts'
import { rendererManifest } from '#build/renderer-manifest.ts'
import { smallI18next } from '#build/small-i18next.ts'

/** Absolute path of a file in the checkout: electron-vite's defaults expect a `src/` folder we do not have. */
const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/*
 * One set of sources runs on the pinned Electron and on the older test harness runtime, so the targets are the
 * older one's: Node 20 and Chrome 130. The packages main uses are bundled, which leaves nothing of node_modules
 * to ship; the stand-in database driver stays outside because only the harness ever loads it.
 */
export default defineConfig({
  main: {
    plugins: [lazySchemas(), asciiOnly()],
    // conf validates by schema with ajv and migrates with semver, two thirds of what it brings; our preferences are
    // checked and brought up to date by zod. And it must not end the program by signals.
    resolve: {
      alias: [
        { find: 'ajv/dist/2020.js', replacement: at('build/no-ajv.ts') },
        { find: 'ajv-formats', replacement: at('build/no-ajv.ts') },
        { find: 'semver', replacement: at('build/no-semver.ts') },
        { find: 'when-exit', replacement: at('build/exit-only.ts') },
        { find: './transports/remote', replacement: at('build/no-remote-log.cjs') },
      ],
    },
    build: {
      outDir: at('out/main'),
      emptyOutDir: true,
      target: 'node20.18',
      sourcemap: false,
      rolldownOptions: {
        // The reader is a process of its own and the queries a thread of theirs, and so entries of their own.
        input: {
          index: at('main/index.ts'),
          reader: at('main/reader.ts'),
          queries: at('main/queries.ts'),
        },
        external: ['@photostructure/sqlite'],
        output: {
          // Required and not imported: a module is found, read and linked in a dozen turns of the event loop, just when
          // Chromium keeps every core busy; a script is there at once.
          format: 'cjs',
          entryFileNames: '[name].cjs',
          chunkFileNames: '[name]-[hash].cjs',
          // Names stay: the log tells functions by them.
          minify: { compress: true, mangle: false, codegen: { removeWhitespace: true } },
        },
      },
    },
  },
  preload: {
    build: {
      outDir: at('out/preload'),
      emptyOutDir: true,
      target: 'node20.18',
      minify: true,
      sourcemap: false,
      rolldownOptions: {
        input: { preload: at('main/preload.ts') },
        // A sandboxed preload is one CommonJS script; it cannot load a second file.
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    publicDir: false,
    resolve: { alias: smallI18next },
    plugins: [
      react(),
      compileStyles(),
      asciiOnly(),
      rendererManifest(at('out/renderer.manifest.json'), at('.')),
    ],
    build: {
      outDir: at('out/renderer'),
      emptyOutDir: true,
      target: 'chrome130',
      minify: true,
      sourcemap: false,
      // The page's content policy allows no data: scripts or fonts, and every file must be in the manifest.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4096,
      rolldownOptions: {
        input: { index: at('renderer/index.html') },
        output: {
          // One file for what the first screen imports, and one for the controls nearly every other screen is made of:
          // each further file is a question main must answer.
          codeSplitting: {
            groups: [
              { name: 'first-screen', tags: ['$initial'], priority: 1 },
              { name: 'controls', test: /node_modules/, minShareCount: 8 },
            ],
          },
        },
      },
    },
  },
})
