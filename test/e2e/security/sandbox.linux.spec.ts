import { readFile, readlink } from 'node:fs/promises'
import { expect, test } from '../support/launch.ts'

test('every page’s process is in the Chromium sandbox, in namespaces of its own', async ({ desk }) => {
  const { main, pages } = await desk.application.evaluate(({ app }) => ({
    main: process.pid,
    pages: app
      .getAppMetrics()
      .filter(({ type }) => type === 'Tab')
      .map(({ pid }) => pid),
  }))
  expect(pages.length).toBeGreaterThan(0)
  for (const page of pages) {
    const status = await readFile(`/proc/${page}/status`, 'utf8')
    expect(status, 'system calls are filtered').toMatch(/^Seccomp:\s+2$/m)
    expect(status, 'no new privileges').toMatch(/^NoNewPrivs:\s+1$/m)
    expect(status, 'a process namespace of its own').toMatch(/^NSpid:\s+\d+\s+\d+/m)
    expect(status, 'not root').not.toMatch(/^Uid:\s+0\b/m)
    expect(await readlink(`/proc/${page}/ns/user`)).not.toBe(await readlink(`/proc/${main}/ns/user`))
    expect(await readlink(`/proc/${page}/ns/net`)).not.toBe(await readlink(`/proc/${main}/ns/net`))
  }
})
