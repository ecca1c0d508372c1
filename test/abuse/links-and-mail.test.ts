import { readFileSync } from 'node:fs'
import { JSDOM } from 'jsdom'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { composeInvitation } from '#shared/domain/invitation.ts'
import { inspectLink, isDangerous, type LinkFinding } from '#shared/domain/link-inspection.ts'
import { linkProblem, readLink } from '#shared/domain/link.ts'
import { isOwnMailto, mailto, mailtoLimits, readMailto } from '#shared/domain/mailto.ts'
import { writeEml } from '#main/export/eml.ts'
import { safeFileName } from '#main/export/file-name.ts'
import { link, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'

/*
 * The corpus of links, addresses, mails and clipboards (security: U, M, E, CB, and the confusable hosts of C34). Each
 * entry names the id it is for; the last test holds the ids against the list.
 */

const tenant = '3b33e682-00c3-41ee-9dd2-a548adf56438'
const context = {
  cloud: 'global',
  tenantId: tenant,
  known: [link],
  usedIn: 0,
  isProviders: false,
} as const
const bidi = '\u202Emoc.live\u202C'

/** Addresses that are no invitation link, and are never handed to the system either. */
const notLinks: readonly (readonly [string, string])[] = [
  ...[
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'ms-msdt:/id x',
    'search-ms:query=x',
    'ms-officecmd:{}',
    'smb://host/share',
    String.raw`\\host\share`,
    String.raw`C:\x`,
    'vbscript:x',
    'blob:https://admin.microsoft.com/1',
    'app://bundle/index.html',
    'mailto:a@b.cn',
    'http://admin.microsoft.com/x',
    '',
    '--help',
  ].map((each) => ['U-01', each] as const),
  ...[
    'https://user:pw@admin.microsoft.com/x',
    'https://admin.microsoft.com@evil.com/x',
    String.raw`https://admin.microsoft.com\@evil.com/x`,
    'https:evil.com',
    'https:/evil.com',
    'https://admin.microsoft.com/\tx',
    'https://admin.\nmicrosoft.com/x',
    ' https://admin.microsoft.com/x',
    'https://admin.microsoft.com:0/x',
    'https://admin.microsoft.com:65536/x',
    'https://admin.microsoft.com:8443/x',
    'https://[fe80::1%25eth0]/x',
    'https://localhost/x',
  ].map((each) => ['U-02', each] as const),
  ['U-03', 'https://admin.micro\u200Bsoft.com/x'],
]
test.each(notLinks)('%s %j is refused, and never opened', (_id, each) => {
  expect(linkProblem(each)).not.toBeNull()
  expect(isDangerous(inspectLink(each, context))).toBe(true)
  expect(isOwnMailto(each, 'windows')).toBe(false)
})

/** Links of hosts that are not the documented one, though they may look it: the host that is meant, and what is found. */
const otherHosts: readonly (readonly [string, string, string, LinkFinding])[] = [
  ['U-02', 'https://admin.microsoft.com./x?partnerId=1#/y', 'admin.microsoft.com.', 'look-alike-host'],
  ['U-02', 'https://0x7f.1/x', '127.0.0.1', 'unknown-shape'],
  ['U-03', 'https://admin.microsoft.com.evil.com/x', 'admin.microsoft.com.evil.com', 'look-alike-host'],
  [
    'U-03',
    'https://partner.microsoftonline.cn.evil.com/',
    'partner.microsoftonline.cn.evil.com',
    'unknown-shape',
  ],
  ['U-03', 'https://\u0430dmin.microsoft.com/x', 'xn--dmin-43d.microsoft.com', 'look-alike-host'],
  ['U-03', 'https://xn--dmin-43d.microsoft.com/x', 'xn--dmin-43d.microsoft.com', 'look-alike-host'],
  ['U-03', 'https://admin.microsoft.com\u2044x.evil.com/', 'xn--', 'look-alike-host'],
]
test.each(otherHosts)('%s %j is read as %j, found %j', (_id, each, host, finding) => {
  expect(readLink(each)?.host).toContain(host)
  const found = inspectLink(each, context)
  expect(found.problem === null && found.findings).toContain(finding)
})

/** Spellings a browser takes for the documented host: the same host, in ASCII. */
test.each([
  ['U-02', 'HTTPS://ADMIN.MICROSOFT.COM/x'],
  ['U-03', 'https://ａｄｍｉｎ.microsoft.com/x'],
  ['U-03', 'https://admin\u3002microsoft\uFF0Ecom/x'],
])('%s %j is shown as the host a browser would reach', (_id, each) => {
  expect(readLink(each)).toMatchObject({ host: 'admin.microsoft.com', registrableHost: 'microsoft.com' })
})

/** Letters of other scripts that look like those of the documented hosts. */
const looksLike: { readonly [letter: string]: string } = {
  a: 'аɑα', c: 'сϲ', d: 'ԁ', e: 'еҽ', f: 'ƒ', i: 'іıι', l: 'ӏ', m: 'м', n: 'ոп', o: 'оοօ', p: 'рρ', r: 'гᴦ', s: 'ѕ', t: 'т', u: 'υս',
} // prettier-ignore
const confusables = ['admin.microsoft.com', 'portal.office.com', 'portal.partner.microsoftonline.cn'].flatMap(
  (host) =>
    [...host].flatMap((letter, at) =>
      [...(looksLike[letter] ?? '')].map(
        (other) => `https://${host.slice(0, at)}${other}${host.slice(at + 1)}/x`,
      ),
    ),
)
test('C34 40 confusable hosts and more are each red, and shown in ASCII', () => {
  expect(new Set(confusables).size).toBeGreaterThanOrEqual(40)
  for (const each of confusables) {
    const found = inspectLink(each, context)
    expect([each, found.problem === null && found.findings.includes('look-alike-host')]).toEqual([each, true])
    expect(readLink(each)?.host).toMatch(/^[a-z0-9.-]*xn--[a-z0-9.-]+$/)
  }
})

test.each<[string, string, LinkFinding]>([
  ['U-04', link.replace(tenant, tenant.replace('3b', '4b')), 'other-partner'],
  ['U-04', link.replace('&msppId', `&partnerId=${tenant.replace('3b', '4b')}&msppId`), 'several-partners'],
  ['U-04', `${link}?partnerId=${tenant.replace('3b', '4b')}`, 'several-partners'],
  ['U-04', link.replace('msppId=0', 'msppId=00'), 'changed'],
  ['U-04', link.replace('#/', '%23/'), 're-encoded'],
  ['U-04', link.slice(0, link.indexOf('#')), 'incomplete'],
])('%s an altered link is red: %s, %s', (_id, each, finding) => {
  const found = inspectLink(each, context)
  expect(found.problem === null && found.findings).toContain(finding)
  expect(isDangerous(found)).toBe(true)
})

const nasty = [
  'a\r\nb', 'a\nb', 'a\rb', '%0A', '%0d%0aBcc: x@y.cn', '&bcc=x@y.cn', '?cc=x@y.cn', '#x', '1+1', '100%', '=&;:@/',
] // prettier-ignore
test.each(nasty.map((each) => ['M-01', each]))('%s %j is encoded once and adds no field', (_id, each) => {
  const { address } = mailto({ recipients: ['a@b.cn'], subject: each, text: each }, 'other')
  // The platform's own reader of addresses, which is not ours.
  const fields = [...new URL(address).searchParams]
  expect(fields.map(([name]) => name)).toEqual(['subject', 'body'])
  expect(fields[1]?.[1]).toBe(each.replace(/\r\n?|\n/g, '\r\n'))
  expect(fields[0]?.[1]).toBe(each)
  expect(new URL(address).pathname).toBe('a@b.cn')
})

test.each([173, 174, 193, 194, 1_000, 14_550, 14_600].map((count) => ['M-02', count] as const))(
  '%s a body of %i Chinese characters fits whole or is said not to',
  (_id, count) => {
    for (const system of ['windows', 'other'] as const) {
      const parts = { recipients: ['a@b.cn'], subject: '邀请', text: '联'.repeat(count) }
      const packed = mailto(parts, system)
      expect(packed.length).toBe(packed.address.length)
      expect(packed.fits).toBe(packed.length <= mailtoLimits[system])
      expect(isOwnMailto(packed.address, system)).toBe(packed.fits)
      expect(readMailto(packed.address).text).toHaveLength(count)
    }
  },
)

const wild = ['\uD800', 'a\uDC00b', '👩‍👩‍👧‍👦', bidi, 'مرحبا abc', '\uFEFFx', '\u{E0041}\u{E0042}', '\uFFFE']
test.each(wild.map((each) => ['M-03', each]))(
  '%s %j never throws and comes back well formed',
  (_id, each) => {
    const { address } = mailto({ recipients: [], subject: each, text: each }, 'other')
    expect(readMailto(address)).toMatchObject({ subject: each.toWellFormed(), text: each.toWellFormed() })
  },
)

const recipients = [
  'a@b.cn, c@d.cn', 'friends: a@b.cn, c@d.cn;', '"Last, First" <a@b.cn>', 'Name <a@b.cn>', '"a b"@c.cn',
  'a@b.cn?attach=/etc/passwd', 'a@b.cn&attach=x', 'a%0ab@c.cn', 'a@b.cn#x', '@b.cn', 'a@', 'a@b', 'a b@c.cn', bidi,
] // prettier-ignore
let desk: Loopback
let accountId: string
beforeAll(async () => {
  desk = createLoopback()
  accountId = await makeAccount(desk)
})
afterAll(() => desk.close())
const create = (change: object) =>
  desk.run('request.create', {
    accountId,
    prospect: { name: '华联', email: 'it@hualian.cn' },
    language: 'zh-CN',
    ...change,
  })

test.each(recipients.map((each) => ['M-04', each]))('%s %j is no recipient', async (_id, each) => {
  expect(await refusal(create({ recipients: [each] }))).toMatchObject({ code: 'RECIPIENT_INVALID' })
  expect(() => mailto({ recipients: [each], subject: '', text: '' }, 'other')).toThrow(RangeError)
})
test.each(['a@b.cn\r\nBcc: x@y.cn', 'a@b.cn\n', '\0a@b.cn'].map((each) => ['M-04', each]))(
  '%s %j is not even read as one',
  async (_id, each) => {
    expect(await refusal(create({ recipients: [each] }))).toMatchObject({ code: 'INVALID_INPUT' })
  },
)

/** Every line of the header, and the header's fields by name. */
function headOf(bytes: Uint8Array) {
  const [head = ''] = Buffer.from(bytes).toString('latin1').split('\r\n\r\n')
  const names = head.split(/\r\n(?![ \t])/).map((field) => field.split(':', 1)[0] ?? '')
  return { lines: head.split('\r\n'), names }
}
const write = (subject: string, text: string) =>
  writeEml(composeInvitation({ subject, text, closing: '' }, link, 'zh-CN'), {
    from: { name: '林晓 <x>', address: 'lin@chenxing.example' },
    recipients: ['it@hualian.cn'],
  })

test.each(
  ['a\r\nBcc: x@y.cn', 'a\rb', 'a\nb', 'a\u0085b', 'a\u2028b', 'a\0b', 'x'.repeat(2_000)].map((each) => [
    'E-01',
    each,
  ]),
)('%s a subject of %j is refused', async (_id, subject) => {
  expect(await refusal(create({ subject }))).toMatchObject({ code: 'INVALID_INPUT' })
})
test.each([
  ['E-01', 'x'.repeat(400)],
  ['E-01', `${'long words '.repeat(180)}end`],
  ['E-01', '联'.repeat(400)],
  ['E-01', '=?UTF-8?B?QmNjOiB4QHkuY24=?='],
  ['E-01', `华联 ${bidi} 👩‍👩‍👧‍👦`],
])('%s a subject of %j is folded and read back the same', async (_id, subject) => {
  const bytes = await write(subject, 'x')
  const { lines, names } = headOf(bytes)
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(998)
  expect(new Set(names).size).toBe(names.length)
  expect((await PostalMime.parse(bytes)).subject).toBe(subject)
})

test.each([
  ['E-02', 'x'.repeat(10_000)],
  ['E-02', 'a\n.\nb'],
  ['E-02', 'a\nFrom here on'],
  ['E-02', 'spaces   \n\ttab\t\nend'],
  ['E-02', '----_NmP-1-Part_1\nContent-Type: text/html\n\n<b>'],
  ['E-02', '--boundary--'],
])('%s a body of %j survives, in short lines', async (_id, text) => {
  const bytes = await write('s', text)
  const longest = Math.max(
    ...Buffer.from(bytes)
      .toString('latin1')
      .split('\r\n')
      .map(({ length }) => length),
  )
  expect(longest).toBeLessThanOrEqual(100)
  const mail = await PostalMime.parse(bytes)
  expect(mail.text?.replaceAll('\r\n', '\n').startsWith(`${text}\n\n${link}`)).toBe(true)
  expect(mail.attachments).toEqual([])
})

const markup = [
  '<b>"A" & \'B\'</b>',
  '<img src=x onerror=alert(1)>',
  '</p><a href="https://evil.com">x</a>',
  '&lt;&amp;',
]
test.each(markup.map((each) => ['E-03', each]))(
  '%s %j is text in both parts, beside one link',
  async (_id, each) => {
    const mail = await PostalMime.parse(await write(each, each))
    const { document } = new JSDOM(mail.html ?? '').window
    expect([...document.querySelectorAll('a')].map((anchor) => anchor.getAttribute('href'))).toEqual([link])
    expect(document.querySelector('img, b b, script')).toBeNull()
    expect(document.querySelector('p')?.textContent).toBe(each)
    expect(mail.text?.startsWith(each)).toBe(true)
  },
)

test.each([
  ['E-04', 'a/b', 'a b.eml'],
  ['E-04', '..', '_.eml'],
  ['E-04', 'CON', '_CON.eml'],
  ['E-04', 'aux.txt', '_aux.txt.eml'],
  ['E-04', '\u202Efdp.exe', 'fdp.exe.eml'],
  ['E-04', '', '_.eml'],
  ['E-04', '...', '_.eml'],
  ['E-04', '联'.repeat(300), `${'联'.repeat(26)}.eml`],
  ['E-04', 'C:\\x|y?*', 'C x y.eml'],
])('%s a draft for %j is saved as %j', (_id, name, expected) => {
  expect(safeFileName(name, 'eml')).toBe(expected)
})

test.each([...markup, bidi, 'x'.repeat(1 << 20)].map((each) => ['CB-01', each]))(
  '%s %.40s is copied in both formats, in allowed tags alone',
  (_id, each) => {
    const { text, html } = composeInvitation({ subject: 's', text: each, closing: '' }, link, 'zh-CN')
    expect(text).toBe(`${each}\n\n${link}\n`)
    const elements = [...new JSDOM(html).window.document.body.querySelectorAll('*')]
    expect(new Set(elements.map(({ localName }) => localName))).toEqual(new Set(['p', 'a', 'b']))
    for (const element of elements) {
      expect(element.getAttributeNames()).toEqual(element.localName === 'a' ? ['href'] : [])
    }
    expect(elements.find(({ localName }) => localName === 'a')?.getAttribute('href')).toBe(link)
    expect(elements[0]?.textContent).toBe(each)
  },
)
test('CB-01 what is copied is what the clipboard gets', async () => {
  const { id: requestId } = await create({ text: markup.join('\n') })
  await desk.run('request.copy', { requestId, format: 'rich' })
  const { text, html } = await desk.run('request.copy', { requestId, format: 'rich' })
  expect(desk.clipboard.at(-1)).toEqual({ text, html })
})

test('every id of the corpus has its entries here', () => {
  const source = readFileSync(import.meta.filename, 'utf8')
  const ids = [
    'U-01',
    'U-02',
    'U-03',
    'U-04',
    'M-01',
    'M-02',
    'M-03',
    'M-04',
    'E-01',
    'E-02',
    'E-03',
    'E-04',
    'CB-01',
  ]
  expect(ids.filter((id) => !source.includes(`['${id}', `))).toEqual([])
})
