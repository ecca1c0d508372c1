import { trapDesktop } from '../support/hostile.ts'
import { expect, test } from '../support/launch.ts'

// Control C05: whatever a page asks the system for is refused, without a question to the user.

// Where there is no camera the question of permission does not come up; with one that is made up, it does.
test.use({ deskOptions: { args: ['--use-fake-device-for-media-stream'] } })

/** What a page can ask for, by name; each says how it was answered. */
const requests = {
  notifications: async () => Notification.requestPermission(),
  geolocation: async () =>
    new Promise((resolve) =>
      navigator.geolocation.getCurrentPosition(
        () => resolve('granted'),
        ({ code }) =>
          resolve(code === GeolocationPositionError.PERMISSION_DENIED ? 'denied' : `error ${code}`),
      ),
    ),
  'clipboard read': async () => navigator.clipboard.readText(),
  'clipboard read of everything': async () => navigator.clipboard.read(),
  'clipboard write': async () => navigator.clipboard.writeText('from the page'),
  camera: async () => navigator.mediaDevices.getUserMedia({ video: true }),
  microphone: async () => navigator.mediaDevices.getUserMedia({ audio: true }),
  screen: async () => navigator.mediaDevices.getDisplayMedia({ video: true }),
  midi: async () => navigator.requestMIDIAccess({ sysex: true }),
  usb: async () => Reflect.get(navigator, 'usb').requestDevice({ filters: [{ vendorId: 1 }] }),
  hid: async () =>
    Reflect.get(navigator, 'hid')
      .requestDevice({ filters: [] })
      .then((found: unknown[]) => found.length || 'denied'),
  serial: async () => Reflect.get(navigator, 'serial').requestPort({}),
  'wake lock': async () => navigator.wakeLock.request('screen'),
  'idle detection': async () => Reflect.get(window, 'IdleDetector').requestPermission(),
  'local fonts': async () =>
    Reflect.get(window, 'queryLocalFonts')
      .call(window)
      .then((fonts: unknown[]) => fonts.length || 'denied'),
  'every screen': async () => Reflect.get(window, 'getScreenDetails').call(window),
  'lasting storage': async () =>
    navigator.storage.persist().then((isGranted) => (isGranted ? 'granted' : 'denied')),
}

test('whatever a page asks for is refused, and nobody is asked', async ({ desk }) => {
  const askedOfDesktop = await trapDesktop(desk)
  const answers: { [name: string]: unknown } = {}
  for (const [name, ask] of Object.entries(requests)) {
    answers[name] = await desk.window.evaluate(`(${ask.toString()})().then(
      (value) => typeof value === 'string' ? value : 'granted',
      (reason) => reason.name,
    )`)
  }
  expect(answers).toEqual({
    notifications: 'denied',
    geolocation: 'denied',
    'clipboard read': 'NotAllowedError',
    'clipboard read of everything': 'NotAllowedError',
    'clipboard write': 'NotAllowedError',
    camera: 'NotAllowedError',
    microphone: 'NotAllowedError',
    screen: 'NotAllowedError',
    midi: 'NotAllowedError',
    usb: 'NotFoundError',
    hid: 'denied',
    serial: 'NotFoundError',
    'wake lock': 'NotAllowedError',
    'idle detection': 'denied',
    'local fonts': 'denied',
    'every screen': 'NotAllowedError',
    'lasting storage': 'denied',
  })
  expect(await askedOfDesktop()).toEqual([])
})

test('every permission that can be looked up says denied', async ({ desk }) => {
  const states = await desk.window.evaluate(async () => {
    const names = [
      'notifications',
      'geolocation',
      'camera',
      'microphone',
      'midi',
      'clipboard-read',
      'clipboard-write',
      'screen-wake-lock',
    ]
    const found = names.map(async (name) => {
      const { state } = await navigator.permissions.query({ name: name as PermissionName })
      return `${name}: ${state}`
    })
    return Promise.all(found)
  })
  expect(states.filter((state) => !state.endsWith(': denied'))).toEqual([])
})

test('a session made later is as closed as the first', async ({ desk }) => {
  const answer = await desk.application.evaluate(async ({ BrowserWindow, session }) => {
    const other = session.fromPartition('made-later')
    const window = new BrowserWindow({ show: false, webPreferences: { session: other, sandbox: true } })
    await window.loadURL('about:blank').catch(() => undefined)
    const state = (await window.webContents.executeJavaScript('Notification.permission')) as string
    const fetched = await other.fetch('https://example.invalid/').then(
      () => 'reached',
      (reason: unknown) => String(reason),
    )
    window.destroy()
    return { state, fetched }
  })
  expect(answer.state).toBe('denied')
  expect(answer.fetched).toContain('ERR_BLOCKED_BY_CLIENT')
})
