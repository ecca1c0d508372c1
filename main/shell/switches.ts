/** Switches that would open the program from outside; a packaged one does not start with them (security F8, C17). */
export const refusedSwitches = [
  'allow-running-insecure-content',
  'browser-subprocess-path',
  'disable-features',
  'disable-site-isolation-trials',
  'disable-web-security',
  'enable-blink-features',
  'enable-features',
  'gpu-launcher',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'js-flags',
  'load-extension',
  'no-sandbox',
  'no-zygote',
  'ppapi-plugin-launcher',
  'proxy-pac-url',
  'proxy-server',
  'remote-allow-origins',
  'remote-debugging-address',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'renderer-cmd-prefix',
  'single-process',
  'unsafely-treat-insecure-origin-as-secure',
  'user-data-dir',
  'utility-cmd-prefix',
] as const

/** What the tests need to drive the packaged harness, which is never given to anyone. */
const harnessSwitches: readonly string[] = ['inspect', 'remote-debugging-port', 'user-data-dir']

type Start = {
  /** `process.argv`: what was typed, without what Electron adds for itself. */
  readonly argv: readonly string[]
  readonly isPackaged: boolean
  readonly isHarness: boolean
}

/** The first switch a start must be refused for, or `null`; a build run from its sources may be debugged. */
export function refusedSwitch({ argv, isPackaged, isHarness }: Start): string | null {
  if (!isPackaged) {
    return null
  }
  const allowed = isHarness ? harnessSwitches : []
  const named = argv.slice(1).map(switchName)
  return named.find((name) => name !== null && isRefused(name) && !allowed.includes(name)) ?? null
}

/** The switch an argument sets, as Chromium reads it: any case, either dash, and on Windows a slash. */
function switchName(argument: string): string | null {
  const match = /^(?:--?|\/)([^=]+)/.exec(argument)
  return match?.[1]?.toLowerCase() ?? null
}

function isRefused(name: string): boolean {
  return (
    (refusedSwitches as readonly string[]).includes(name) ||
    name.startsWith('inspect') ||
    name.endsWith('-cmd-prefix')
  )
}
