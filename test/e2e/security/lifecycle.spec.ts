import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { _electron, type ElectronApplication } from '@playwright/test'
import { codeOf, countOf, invoke, logOf, read, untilPage } from '../support/hostile.ts'
import { expect, test } from '../support/launch.ts'

// What happens around the page: where its window is, what it is told in, and what becomes of it when something dies.

test('the window comes back where it was, at least as large as the page needs', async ({ desk }) => {
  const bounds = { x: 150, y: 120, width: 1000, height: 640 }
  await desk.application.evaluate(
    ({ BrowserWindow }, place) => BrowserWindow.getAllWindows()[0]?.setBounds(place),
    bounds,
  )
  const boundsNow = async () =>
    desk.application.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getBounds())
  await expect.poll(boundsNow).toEqual(bounds)
  await desk.restart()
  expect(await boundsNow()).toEqual(bounds)
  const smallest = await desk.application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.getMinimumSize(),
  )
  expect(smallest).toEqual([900, 600])
})

test('menu and theme follow the preferences at once', async ({ desk }) => {
  const labels = async () =>
    desk.application.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label))
  expect(await codeOf(invoke(desk, 'preferences.update', { language: 'zh-CN', theme: 'dark' }))).toBe('ok')
  expect(await labels()).toEqual(['文件(&F)', '编辑(&E)', '查看(&V)', '转到(&G)', '帮助(&H)'])
  expect(await codeOf(invoke(desk, 'preferences.update', { language: 'en', theme: 'light' }))).toBe('ok')
  expect(await labels()).toEqual(['&File', '&Edit', '&View', '&Go', '&Help'])
  expect(await desk.application.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe('light')
  expect(await desk.window.evaluate(() => matchMedia('(prefers-color-scheme: light)').matches)).toBe(true)
})

/** The program at Playwright's debugger, for tests in which something is meant to die. */
async function launch(userData: string): Promise<ElectronApplication> {
  const application = await _electron.launch({
    executablePath: process.env['DESK_EXECUTABLE'] ?? '',
    chromiumSandbox: true,
    args: [
      ...(JSON.parse(process.env['DESK_EXECUTABLE_ARGS'] ?? '[]') as string[]),
      `--user-data-dir=${userData}`,
    ],
  })
  await application.firstWindow()
  // The user reads what the program says and presses its first button.
  await application.evaluate(({ dialog }) => {
    Reflect.set(dialog, 'showMessageBox', async () => Promise.resolve({ response: 0 }))
  })
  return application
}

test('a page whose process has died comes back in a new window, with everything saved, and works', async ({
  browserName: _,
}, testInfo) => {
  const userData = testInfo.outputPath('user-data')
  const application = await launch(userData)
  const ask = async (code: string): Promise<unknown> =>
    application.evaluate(async ({ BrowserWindow }, text) => {
      const [window, ...others] = BrowserWindow.getAllWindows()
      const isThere =
        others.length === 0 && window?.webContents.isCrashed() === false && !window.webContents.isLoading()
      return isThere ? ((await window.webContents.executeJavaScript(text)) as unknown) : 'not there'
    }, code)
  const account = `{ companyName: 'Contoso', cloud: 'global', kind: 'direct' }`
  const create = `bridge.invoke('account.create', ${account}).then(({ ok }) => ok)`
  const count = `new Promise((resolve) => bridge.watch('account.list', {}, ({ value }) => resolve(value?.length)))`
  await expect.poll(async () => ask(count)).toBe(0)
  expect(await ask(create)).toBe(true)
  await application.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows()[0]?.webContents.forcefullyCrashRenderer(),
  )
  await expect.poll(async () => countOf({ userData }, 'page.gone')).toBe(1)
  await expect.poll(async () => ask(count)).toBe(1)
  expect(await ask(create)).toBe(true)
  expect(await ask(count)).toBe(2)
  await application.close()
})

test('a failure nobody foresaw is logged without its words, told with its reference, and ends the program', async ({
  browserName: _,
}, testInfo) => {
  const userData = testInfo.outputPath('user-data')
  const application = await launch(userData)
  const ended = new Promise((resolve) => application.process().once('exit', resolve))
  let errors = ''
  application.process().stderr?.on('data', (part: Buffer) => {
    errors += part.toString()
  })
  await application.evaluate(() => {
    setTimeout(() => {
      throw new RangeError('secret of someone@contoso.example')
    })
  })
  expect(await ended).toBe(5)
  const failures = (await logOf({ userData })).filter(({ event }) => event === 'failure')
  expect(failures).toHaveLength(1)
  expect(failures[0]).toMatchObject({ type: 'RangeError' })
  expect(JSON.stringify(failures)).not.toContain('secret')
  expect(errors).toContain(String(failures[0]?.['reference']))
})

test('a preferences file that cannot be read is put aside whole, and the page is told', async ({ desk }) => {
  await desk.close()
  await writeFile(join(desk.userData, 'preferences.json'), '\0'.repeat(512))
  await desk.restart()
  const preferences = (await read(desk, 'preferences.current')) as { quarantinedFile: string | null }
  expect(preferences.quarantinedFile).toMatch(/^preferences\.corrupt-.*\.json$/)
  expect(await readFile(join(desk.userData, preferences.quarantinedFile ?? ''), 'utf8')).toBe(
    '\0'.repeat(512),
  )
  expect(await codeOf(invoke(desk, 'preferences.update', { theme: 'dark' }))).toBe('ok')
  await desk.restart()
  expect(await read(desk, 'preferences.current')).toMatchObject({ quarantinedFile: null, theme: 'dark' })
  expect((await readdir(desk.userData)).filter((name) => name.startsWith('preferences'))).toHaveLength(2)
})

test('a reload keeps the program and ends what the page was told', async ({ desk }) => {
  await desk.window.evaluate(() => Reflect.set(window, 'marked', true))
  await desk.window.reload()
  await untilPage(desk)
  expect(await read(desk, 'application.about')).toMatchObject({
    version: expect.stringMatching(/^\d+\.\d+\.\d+/),
  })
})

test.describe('a failure the page reports', () => {
  test.use({ deskOptions: { expectedFailures: /PageError/ } })

  test('nothing of what the user works with is in the log', async ({ desk }) => {
    const canaries = [
      'Zyxwcompany',
      'zyxw@contoso.example',
      'https://partner.example/join?id=zyxw',
      'Zyxwprospect',
      'Zyxwtext',
    ]
    const [companyName, senderEmail, link, name, text] = canaries
    const account = await invoke(desk, 'account.create', {
      companyName,
      senderEmail,
      link,
      cloud: 'global',
      kind: 'direct',
    })
    const accountId = account.ok ? (account.value as { id: string }).id : ''
    const request = {
      accountId,
      prospect: { name, email: senderEmail },
      language: 'en',
      recipients: [senderEmail],
      text,
    }
    expect(await codeOf(invoke(desk, 'request.create', request))).toBe('ok')
    await invoke(desk, 'log.report', {
      message: `failed on ${text}`,
      stack: `Error: failed on ${text}\n    at render (/home/zyxw/x.js:1:1)`,
    })
    await invoke(desk, 'account.create', { companyName: '', senderEmail, cloud: 'x' })
    await desk.close()
    const folder = join(desk.userData, 'logs')
    const logs = await Promise.all(
      (await readdir(folder)).map(async (file) => readFile(join(folder, file), 'utf8')),
    )
    expect(logs.join('')).toContain('program.started')
    expect(logs.join('').toLowerCase()).not.toContain('zyxw')
  })
})
