import { describe, expect, test } from 'vitest'

import { run, succeeds } from '#build/bootstrap/processes.mjs'
import { describeFailure, failure } from '#build/bootstrap/report.mjs'

const node = process.execPath

describe('running programs', () => {
  test('passes the exit code on, and what it printed', async () => {
    const outcome = await run(node, ['-e', 'console.log("客户"); console.error("e"); process.exit(7)'], {
      capture: true,
    })
    expect(outcome).toEqual({ code: 7, stdout: '客户\n', stderr: 'e\n' })
  })

  test('a program killed by a signal has the code a shell would give it', async () => {
    const outcome = await run(node, ['-e', 'process.kill(process.pid, "SIGKILL")'], { capture: true })
    expect(outcome.code).toBe(137)
  })

  test('a program that does not exist is an error; asked politely, a no', async () => {
    await expect(run('/does/not/exist', [], { capture: true })).rejects.toThrow('ENOENT')
    expect(await succeeds('/does/not/exist', [])).toBe(false)
  })

  test.runIf(process.platform !== 'win32')(
    'what a program of its own group started ends with it',
    async () => {
      // The grandchild never ends by itself and holds the pipe, so that only its death lets the run end.
      const grandchild = `spawn(process.execPath, ['-e', 'setInterval(() => {}, 1e6)'], { stdio: 'inherit' })`
      const script = `const { spawn } = require('node:child_process'); ${grandchild}.unref()`
      expect(await run(node, ['-e', script], { capture: true, group: true })).toMatchObject({ code: 0 })
    },
  )

  test('an abort ends it', async () => {
    const outcome = await run(node, ['-e', 'setInterval(() => {}, 1e6)'], {
      capture: true,
      signal: AbortSignal.timeout(1),
    })
    expect(outcome.code).not.toBe(0)
  })
})

describe('saying what went wrong', () => {
  test('an expected failure says what to do, an unexpected one shows its stack', () => {
    expect(describeFailure(failure('It broke', 'run: npm ci'))).toBe('It broke\n  What to do: run: npm ci')
    expect(describeFailure(new Error('bug'))).toContain('processes.test.ts')
  })
})
