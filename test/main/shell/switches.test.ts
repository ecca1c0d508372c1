import { describe, expect, test } from 'vitest'
import { refusedSwitch, refusedSwitches } from '#main/shell/switches.ts'

const released = { isPackaged: true, isHarness: false }
const start = (...typed: string[]) => ['/opt/desk/multi-partner-desk', ...typed]

describe('a packaged program', () => {
  test.each([...refusedSwitches])('does not start with --%s', (name) => {
    expect(refusedSwitch({ argv: start(`--${name}`), ...released })).toBe(name)
    expect(refusedSwitch({ argv: start('--sample', `--${name}=1`), ...released })).toBe(name)
  })

  test.each([
    ['--Remote-Debugging-Port=9222', 'remote-debugging-port'],
    ['-remote-debugging-port=9222', 'remote-debugging-port'],
    ['/remote-debugging-port=9222', 'remote-debugging-port'],
    ['--inspect-something-new=1', 'inspect-something-new'],
    ['--zygote-cmd-prefix=sh', 'zygote-cmd-prefix'],
  ])('is not fooled by %s', (argument, name) => {
    expect(refusedSwitch({ argv: start(argument), ...released })).toBe(name)
  })

  test.each([
    [],
    ['--sample'],
    ['--force-device-scale-factor=2'],
    ['--lang=zh-CN'],
    ['/home/user/customers.csv'],
    ['--ozone-platform=x11'],
  ])('starts with %j', (...typed) => {
    expect(refusedSwitch({ argv: start(...typed), ...released })).toBeNull()
  })
})

describe('the package the tests start', () => {
  const harness = { isPackaged: true, isHarness: true }

  test('can be driven', () => {
    const argv = start('--inspect=0', '--remote-debugging-port=0', '--user-data-dir=/tmp/x')
    expect(refusedSwitch({ argv, ...harness })).toBeNull()
  })

  test.each(['no-sandbox', 'disable-web-security', 'remote-debugging-pipe', 'inspect-brk', 'js-flags'])(
    'is otherwise as strict: --%s',
    (name) => {
      expect(refusedSwitch({ argv: start(`--${name}`), ...harness })).toBe(name)
    },
  )
})

test('what runs from its sources may be debugged', () => {
  const argv = start('--inspect', '--remote-debugging-port=9222')
  expect(refusedSwitch({ argv, isPackaged: false, isHarness: false })).toBeNull()
})
