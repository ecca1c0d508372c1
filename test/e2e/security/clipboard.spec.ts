import { codeOf, invoke } from '../support/hostile.ts'
import { expect, test } from '../support/launch.ts'

// Control C32: what is copied is plain text and a small, known piece of HTML, whatever the user has typed.

test('a copied invitation holds the text, and HTML of known tags with the one link', async ({ desk }) => {
  const link = 'https://partner.example/join?id=1&x="2"<3>'.replace(/["<>]/g, '')
  const account = await invoke(desk, 'account.create', {
    companyName: 'A & <b>B</b> "C"',
    cloud: 'global',
    kind: 'direct',
    link,
  })
  const accountId = account.ok ? (account.value as { id: string }).id : ''
  const request = await invoke(desk, 'request.create', {
    accountId,
    prospect: { name: '<img src=x onerror=alert(1)>', email: 'someone@fabrikam.example' },
    language: 'en',
    recipients: ['someone@fabrikam.example'],
    text: 'Dear <script>alert(1)</script> & "all"\u202E,\njavascript:alert(1)',
  })
  const requestId = request.ok ? (request.value as { id: string }).id : ''
  expect(await codeOf(invoke(desk, 'request.copy', { requestId, format: 'rich' }))).toBe('ok')
  const held = await desk.application.evaluate(({ clipboard }) => {
    const reader = clipboard as unknown as { readText: () => string; readHTML: () => string }
    return { text: reader.readText(), html: reader.readHTML() }
  })
  expect(held.text).toContain('Dear <script>alert(1)</script> & "all"')
  expect(held.text.split(link)).toHaveLength(2)

  const seen = Array.from(
    held.html.matchAll(/<\/?([a-z0-9]+)([^>]*)>/gi),
    ([, tag = '', rest = '']) => `${tag.toLowerCase()}|${rest.trim()}`,
  )
  const tags = new Set(seen.map((token) => token.split('|')[0]))
  expect(
    [...tags].filter(
      (tag) => !['p', 'br', 'a', 'b', 'html', 'head', 'body', 'meta', 'div'].includes(tag ?? ''),
    ),
  ).toEqual([])
  const anchors = seen.filter((token) => token.startsWith('a|') && token !== 'a|')
  expect(anchors).toHaveLength(1)
  expect(anchors[0]?.replaceAll('&amp;', '&')).toBe(`a|href="${link}"`)
  expect(seen.filter((token) => /\bon\w+=|style=|src=/.test(token))).toEqual([])
})

test('copied plain text leaves no HTML behind', async ({ desk }) => {
  await desk.application.evaluate(({ clipboard }) => {
    const write = Reflect.get(clipboard, 'write') as unknown as (data: object) => void
    Reflect.apply(write, clipboard, [{ text: 'before', html: '<b>before</b>' }])
  })
  const link = 'https://partner.example/join?id=1'
  const account = await invoke(desk, 'account.create', {
    companyName: 'Contoso',
    cloud: 'global',
    kind: 'direct',
    link,
  })
  const accountId = account.ok ? (account.value as { id: string }).id : ''
  const prospect = { name: 'Fabrikam', email: 'someone@fabrikam.example' }
  const request = await invoke(desk, 'request.create', {
    accountId,
    prospect,
    language: 'zh-CN',
    recipients: [prospect.email],
  })
  const requestId = request.ok ? (request.value as { id: string }).id : ''
  expect(await codeOf(invoke(desk, 'request.copy', { requestId, format: 'text' }))).toBe('ok')
  const formats = await desk.application.evaluate(({ clipboard }) =>
    Reflect.apply(Reflect.get(clipboard, 'availableFormats') as () => string[], clipboard, []),
  )
  expect(formats).toContain('text/plain')
  expect(formats).not.toContain('text/html')
})
