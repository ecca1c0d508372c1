import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

import { smallI18next } from './small-i18next.ts'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

const tests = (...folders: string[]): string[] => folders.map((folder) => `test/${folder}/**/*.test.{ts,tsx}`)

const rendererSetup = at('test/renderer/setup.ts')

/* Projects are the places code runs in: Node for main and everything pure, a DOM for the page. */
export default defineConfig({
  root: at('.'),
  cacheDir: at('out/cache/vitest'),
  test: {
    // Two cores are the smallest machine this has to pass on: waiting longer is not failing.
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      {
        extends: true,
        test: { name: 'main', environment: 'node', include: tests('main', 'shared', 'build') },
      },
      {
        extends: true,
        plugins: [react()],
        resolve: { alias: smallI18next },
        test: {
          name: 'renderer',
          environment: 'jsdom',
          include: tests('renderer'),
          setupFiles: existsSync(rendererSetup) ? [rendererSetup] : [],
        },
      },
      { extends: true, test: { name: 'architecture', environment: 'node', include: tests('architecture') } },
      { extends: true, test: { name: 'hostile', environment: 'node', include: tests('abuse', 'faults') } },
    ],
  },
})
