import { fileURLToPath } from 'node:url'

import { defineConfig } from '@playwright/test'

const at = (path: string): string => fileURLToPath(new URL(`../${path}`, import.meta.url))

/* Every test starts an Electron of its own; two at once is what a small machine can show without waiting. */
export default defineConfig({
  testDir: at('test/e2e'),
  testMatch: '**/*.spec.ts',
  testIgnore: [
    // The packaged app exists only where a run has packaged it.
    ...(process.env.DESK_PACKAGED_EXECUTABLE ? [] : ['**/packaged.spec.ts']),
    // Only Linux shows in /proc what a process may do; the files named for it are for it alone.
    ...(process.platform === 'linux' ? [] : ['**/*.linux.spec.ts']),
    // The tour takes pictures for people and judges nothing.
    ...(process.env.DESK_TOUR === undefined ? ['**/tour/**'] : []),
  ],
  outputDir: at('out/test-results/playwright'),
  workers: 2,
  retries: 0,
  forbidOnly: true,
  timeout: 120_000,
  expect: { timeout: 30_000 },
  reporter: [['line'], ['json', { outputFile: at('out/test-results/playwright.json') }]],
})
