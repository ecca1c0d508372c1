import { readFile } from 'node:fs/promises'

import { expect, test } from './support/launch.ts'

test('every page runs in the Chromium sandbox', async ({ desk }) => {
  test.skip(process.platform !== 'linux', 'only Linux shows the sandbox in /proc')
  const pages = await desk.application.evaluate(({ app }) =>
    app
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ pid }) => pid),
  )
  expect(pages.length).toBeGreaterThan(0)
  for (const pid of pages) {
    const status = await readFile(`/proc/${pid}/status`, 'utf8')
    expect(status, 'system calls are filtered').toMatch(/^Seccomp:\s+2$/m)
    expect(status, 'no new privileges').toMatch(/^NoNewPrivs:\s+1$/m)
    expect(status, 'a process namespace of its own').toMatch(/^NSpid:\s+\d+\s+\d+/m)
    expect(status, 'not root').not.toMatch(/^Uid:\s+0\b/m)
  }
})
