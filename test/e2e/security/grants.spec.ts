import { execFileSync } from 'node:child_process'
import { readFile, symlink, writeFile } from 'node:fs/promises'
import { codeOf, createAccount, invoke, sendRaw, trapDesktop } from '../support/hostile.ts'
import { expect, test, type Desk } from '../support/launch.ts'

// Control C14 (and C29): the page names no file; it has tokens that are good once, here, and for a while.

const customers =
  'Microsoft ID,Company name,Primary domain name,Relationship\n' +
  '11111111-1111-1111-1111-111111111111,Contoso,contoso.example,Reseller\n'

/** Lets the user pick a file in the page, and asks for a grant as the page does for a dropped one. */
async function grant(desk: Desk, path: string): Promise<string | null> {
  const input = await desk.window.evaluateHandle(() => {
    const element = document.createElement('input')
    element.type = 'file'
    document.body.append(element)
    return element
  })
  await input.asElement()?.setInputFiles(path)
  return input.evaluate(async (element) => {
    const [file] = element.files ?? []
    element.remove()
    return file === undefined ? null : window.bridge.grantFile(file)
  })
}

test('a dropped file is read once, without a dialog, and its path stays outside', async ({
  desk,
}, testInfo) => {
  const askedOfDesktop = await trapDesktop(desk)
  const accountId = await createAccount(desk)
  const file = testInfo.outputPath('客户.csv')
  await writeFile(file, customers)
  const token = await grant(desk, file)
  expect(token).toMatch(/^[\w-]{32}$/)
  const first = await invoke(desk, 'import.preview', { accountId }, token ?? '')
  expect(first).toMatchObject({ ok: true, value: { fileName: '客户.csv', customers: { added: 1 } } })
  expect(JSON.stringify(first)).not.toContain(testInfo.outputDir)
  expect(await codeOf(invoke(desk, 'import.preview', { accountId }, token ?? ''))).toBe('FILE_GRANT_INVALID')
  expect(await askedOfDesktop()).toEqual([])
})

test('a token that is made up, spent by another call or from before a reload is worth nothing', async ({
  desk,
}, testInfo) => {
  const askedOfDesktop = await trapDesktop(desk)
  const accountId = await createAccount(desk)
  const file = testInfo.outputPath('customers.csv')
  await writeFile(file, customers)
  for (const token of ['x', 'A'.repeat(32), '__proto__', '/etc/passwd', '../../customers.csv']) {
    expect(await codeOf(invoke(desk, 'import.preview', { accountId }, token))).toBe('FILE_GRANT_INVALID')
  }
  const before = await grant(desk, file)
  expect(before).not.toBeNull()
  await desk.window.reload()
  expect(await codeOf(invoke(desk, 'import.preview', { accountId }, before ?? ''))).toBe('FILE_GRANT_INVALID')
  const shared = await grant(desk, file)
  const both = await Promise.all([
    codeOf(invoke(desk, 'import.preview', { accountId }, shared ?? '')),
    codeOf(invoke(desk, 'import.preview', { accountId }, shared ?? '')),
  ])
  expect(both.toSorted()).toEqual(['FILE_GRANT_INVALID', 'ok'])
  expect(await askedOfDesktop()).toEqual([])
})

test('what is not a file of the disk gets no grant', async ({ desk }) => {
  const answers = await desk.window.evaluate(async () => {
    const attempt = async (value: unknown): Promise<unknown> =>
      window.bridge.grantFile(value as object).catch(() => 'refused')
    return Promise.all([
      attempt(new File([customersText()], 'made-up.csv')),
      attempt(new Blob(['a'])),
      attempt({ path: '/etc/passwd', name: 'passwd' }),
      attempt('/etc/passwd'),
      attempt(null),
    ])
    function customersText(): string {
      return 'a,b'
    }
  })
  expect(answers.filter((answer) => answer !== null && answer !== 'refused')).toEqual([])
})

test('a renderer taken over gets no grant for a link, pipe, device or folder, and waits for none', async ({
  desk,
}, testInfo) => {
  const file = testInfo.outputPath('customers.csv')
  await writeFile(file, customers)
  await symlink('/etc/passwd', testInfo.outputPath('link.csv'))
  execFileSync('mkfifo', [testInfo.outputPath('pipe.csv')])
  const paths = [
    testInfo.outputPath('link.csv'),
    testInfo.outputPath('pipe.csv'),
    testInfo.outputDir,
    '/dev/zero',
    '/dev/stdin',
    '/proc/self/environ\0.csv',
    'customers.csv',
    '../customers.csv',
    `file://${file}`,
  ]
  for (const path of paths) {
    expect(['FILE_NOT_READABLE', 'FILE_NOT_FOUND']).toContain(
      await codeOf(sendRaw(desk, { kind: 'grant', path })),
    )
  }
  expect(await codeOf(sendRaw(desk, { kind: 'grant', path: file }))).toBe('ok')
})

test('a renderer taken over reads no other kind of file than the dialog would offer', async ({ desk }) => {
  const accountId = await createAccount(desk)
  const granted = await sendRaw(desk, { kind: 'grant', path: '/etc/passwd' })
  expect(granted.ok).toBe(true)
  const reply = await invoke(desk, 'import.preview', { accountId }, granted.ok ? String(granted.value) : '')
  expect(reply).toMatchObject({ ok: false, error: { code: 'FILE_NOT_A_TABLE' } })
  expect(JSON.stringify(reply)).not.toContain('root:')
})

test('only a file the program has just written can be shown, and only by its handle', async ({
  desk,
}, testInfo) => {
  const askedOfDesktop = await trapDesktop(desk)
  for (const fileHandle of ['/etc/passwd', 'forged', '__proto__', '../x', 'A'.repeat(32)]) {
    expect(await codeOf(invoke(desk, 'file.reveal', { fileHandle }))).toBe('FILE_GRANT_INVALID')
  }
  expect(await askedOfDesktop()).toEqual([])

  const saved = testInfo.outputPath('mail')
  await desk.application.evaluate(({ dialog }, filePath) => {
    Reflect.set(dialog, 'showSaveDialog', async () => Promise.resolve({ canceled: false, filePath }))
  }, saved)
  const link = 'https://partner.example/join?id=1'
  const account = await invoke(desk, 'account.create', {
    companyName: 'Contoso',
    cloud: 'global',
    kind: 'direct',
    link,
  })
  const accountId = account.ok ? (account.value as { id: string }).id : ''
  const prospect = { name: 'Fabrikam', email: 'someone@fabrikam.example' }
  const recipients = ['someone@fabrikam.example']
  const request = await invoke(desk, 'request.create', { accountId, prospect, language: 'en', recipients })
  expect(request).toMatchObject({ ok: true })
  const requestId = request.ok ? (request.value as { id: string }).id : ''
  const exported = await invoke(desk, 'request.export', { requestId, format: 'eml' })
  // The dialogs of Linux leave the extension to the program.
  expect(exported).toMatchObject({ ok: true, value: { fileName: 'mail.eml' } })
  expect(JSON.stringify(exported)).not.toContain(testInfo.outputDir)
  expect(await readFile(`${saved}.eml`, 'utf8')).toContain('X-Unsent: 1')
  const fileHandle = exported.ok ? (exported.value as { fileHandle: string }).fileHandle : ''
  expect(await codeOf(invoke(desk, 'file.reveal', { fileHandle }))).toBe('ok')
  expect(await askedOfDesktop()).toEqual([`showItemInFolder ${JSON.stringify([`${saved}.eml`])}`])
})

test('a dialog that is closed cancels, and nothing is read or written', async ({ desk }) => {
  const askedOfDesktop = await trapDesktop(desk)
  const accountId = await createAccount(desk)
  expect(await codeOf(invoke(desk, 'import.preview', { accountId }))).toBe('CANCELLED')
  expect(await askedOfDesktop()).toEqual(['showOpenDialog'])
})
