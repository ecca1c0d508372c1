/**
 * Where windows appear: the user's display, or a virtual one where there is none.
 */

/** Large enough for a maximised window of every screenshot. */
const screen = '-screen 0 1920x1200x24 -noreset'

/**
 * Whether windows need a virtual screen here.
 *
 * Root's windows run as another user: an X display can be shared with them, a Wayland one cannot.
 * @param {NodeJS.ProcessEnv} env
 * @param {NodeJS.Platform} platform
 * @param {boolean} asRoot
 */
export function needsVirtualScreen(
  env = process.env,
  platform = process.platform,
  asRoot = process.geteuid?.() === 0,
) {
  if (platform !== 'linux') return false
  return !env.DISPLAY && (asRoot || !env.WAYLAND_DISPLAY)
}

/**
 * A command line that runs `command` on a virtual screen of its own.
 * @param {string[]} command
 */
export function onVirtualScreen(command) {
  return ['xvfb-run', '-a', '-s', screen, ...command]
}

/**
 * The environment of a program on a virtual screen: without the desktop's own, which newer Electrons prefer.
 * @param {NodeJS.ProcessEnv} env
 */
export function withoutDesktop(env) {
  const hidden = ['DISPLAY', 'WAYLAND_DISPLAY', 'XAUTHORITY', 'XDG_SESSION_TYPE']
  return Object.fromEntries(Object.entries(env).filter(([name]) => !hidden.includes(name)))
}
