import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import PostalMime from 'postal-mime'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Language } from '#shared/domain/cloud.ts'
import { clouds, languages } from '#shared/domain/cloud.ts'
import { isEmailAddress } from '#shared/domain/email-address.ts'
import { composeInvitation, draftMessage } from '#shared/domain/invitation.ts'
import { linkProblem } from '#shared/domain/link.ts'
import { writeEml } from '#main/export/eml.ts'
import { importFile, link, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { line, reconciliationFile } from '#test/support/reconciliation.ts'

const guid = '3b33e682-00c3-41ee-9dd2-a548adf56438'
/** Every shape of link seen in documents (domain 1.5), and two of the unknown 21Vianet kind. */
const links = [
  link,
  `https://admin.microsoft.com/Adminportal/Home?invType=ResellerRelationship&partnerId=${guid}&msppId=0#/partners/invitation`,
  `https://admin.microsoft.com/Adminportal/Home?invType=IndirectResellerRelationship&partnerId=${guid}&msppId=601089&indirectCSPId=${guid}&DAP=true#/BillingAccounts/partner-invitation`,
  `https://businessstore.microsoft.com/manage/partner-invitation?invType=IndirectResellerRelationship&partnerId=${guid}&msppId=1&DAP=true`,
  `https://portal.office.com/partner/partnersignup.aspx?type=ResellerRelationship&id=${guid}&csp=1&msppid=0`,
  `https://admin.microsoft.com/AdminPortal/Home#/partners/invitation/granularAdminRelationships/${guid}-${guid}`,
  `https://admin.cloud.microsoft/?#/partners/invitation/granularAdminRelationships/${guid}`,
  'https://portal.partner.microsoftonline.cn/Home?a=1&b=%E4%B8%8A&copy=2&lt;&amp&#38;#/x?y="z"&\'',
  'https://portal.partner.microsoftonline.cn/接受?名称=上海&x=<y>#/邀请',
]

const occurrences = (text: string, part: string) => text.split(part).length - 1

async function readMail(bytes: Uint8Array) {
  const mail = await PostalMime.parse(bytes)
  const anchors = [...new JSDOM(mail.html ?? '').window.document.querySelectorAll('a')]
  return { mail, anchors }
}

describe('the mail', () => {
  test.each(links)('carries %s exactly once in each part, byte for byte', async (each) => {
    expect(linkProblem(each)).toBeNull()
    const invitation = composeInvitation({ subject: 'S', text: 'T', closing: 'C' }, each, 'en')
    const { mail, anchors } = await readMail(
      await writeEml(invitation, { from: null, recipients: ['a@b.cn'] }),
    )
    expect(occurrences(mail.text ?? '', each)).toBe(1)
    expect(anchors.map((anchor) => anchor.getAttribute('href'))).toEqual([each])
  })

  test('keeps the bytes of a documented link in the HTML source too', () => {
    for (const each of links.slice(0, 7)) {
      expect(
        occurrences(composeInvitation({ subject: 'S', text: 'T', closing: '' }, each, 'zh-CN').html, each),
      ).toBe(1)
    }
  })

  test('whatever the text, subject and recipients are, adds no header and loses no character', async () => {
    const unicode = fc
      .string({ unit: 'grapheme', maxLength: 400 })
      .map((text) => text.replace(/[\0\uD800-\uDFFF]/gu, '').toWellFormed())
    const oneLine = unicode
      .map((text) => text.replace(/[\u0000-\u001F\u007F\u0085\u2028\u2029]/g, ' ').trim())
      .filter((text) => text !== '')
    const address = fc
      .tuple(
        fc.stringMatching(/^[a-z][a-z0-9.+_-]{0,20}[a-z]$/),
        fc.stringMatching(/^[a-z]{1,10}\.(cn|com)$/),
      )
      .map((parts) => parts.join('@'))
      .filter(isEmailAddress)
    await fc.assert(
      fc.asyncProperty(
        unicode,
        oneLine,
        unicode,
        fc.array(address, { maxLength: 4 }),
        fc.constantFrom(...links.slice(0, 7)),
        async (text, subject, closing, recipients, each) => {
          const invitation = composeInvitation({ subject, text, closing }, each, 'zh-CN')
          const bytes = await writeEml(invitation, {
            from: { name: subject, address: 'me@partner.example' },
            recipients,
          })
          const { mail, anchors } = await readMail(bytes)
          expect(mail.headers.map(({ key }) => key).sort()).toEqual([
            'content-type',
            'from',
            'mime-version',
            'subject',
            ...(recipients.length > 0 ? ['to'] : []),
            'x-unsent',
          ])
          expect(mail.subject).toBe(invitation.subject)
          expect((mail.to ?? []).map((to) => to.address)).toEqual(recipients)
          expect(normalise(mail.text ?? '')).toBe(normalise(invitation.text))
          expect(anchors).toHaveLength(1)
          expect(Buffer.from(bytes).toString('latin1')).not.toMatch(/(^|[^\r])\n|\r(?!\n)/)
          expect(
            Math.max(
              ...Buffer.from(bytes)
                .toString('latin1')
                .split('\r\n')
                .map((each) => each.length),
            ),
          ).toBeLessThanOrEqual(998)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('is an unsent draft without Message-ID and Date', async () => {
    const invitation = composeInvitation({ subject: '主题', text: '正文', closing: '' }, link, 'zh-CN')
    const text = Buffer.from(await writeEml(invitation, { from: null, recipients: [] })).toString('latin1')
    expect(text).toMatch(/^X-Unsent: 1\r\n/m)
    expect(text).not.toMatch(/^(message-id|date|from|to):/im)
  })

  test('shows text as text: no element is born from what a user or a customer typed', async () => {
    const hostile =
      '<img src=x onerror=alert(1)> & <script>1</script>\r\n\r\n</p><a href="https://evil.example">x</a>'
    const invitation = composeInvitation(
      { subject: hostile.split('\r\n')[0] ?? '', text: hostile, closing: hostile },
      link,
      'en',
    )
    const document = new JSDOM(invitation.html).window.document
    expect(
      [...new Set([...document.body.querySelectorAll('*')].map((element) => element.tagName))].sort(),
    ).toEqual(['A', 'B', 'BR', 'P'].filter((tag) => tag !== 'BR'))
    expect(document.body.textContent).toContain('<script>1</script>')
  })

  test.each(clouds.flatMap((cloud) => languages.map((language) => [cloud, language] as const)))(
    'our text for %s in %s names both companies and says the four things a relationship does not do',
    (cloud, language) => {
      const sender = {
        companyName: '晨星',
        cloud,
        kind: 'direct',
        partnerId: '42',
        senderName: '林',
        senderEmail: 'l@c.cn',
        senderPhone: '1',
      } as const
      const message = draftMessage(sender, 'Contoso', language)
      const words: { readonly [L in Language]: readonly RegExp[] } = {
        'zh-CN': [/不会/, /更改.*现有的任何订阅/, /转移.*订阅或帐户的所有权/, /条款.*义务/, /记录的合作伙伴/],
        en: [
          /does not/,
          /change any of your existing subscriptions/,
          /transfer.*ownership/,
          /terms.*obligations/,
          /partner of record/,
        ],
      }
      words[language].forEach((word) => expect(message.text).toMatch(word))
      expect(message.text).toContain('Contoso')
      expect(message.subject).toContain('晨星')
      expect(message.closing).toContain('42')
      const asksForPrivileges = language === 'en' ? /delegated administrative privileges/ : /委派的管理权限/
      expect(asksForPrivileges.test(message.text)).toBe(cloud === '21vianet')
    },
  )
})

describe('the request ledger', () => {
  let loopback: Loopback
  let accountId: string
  const page = { offset: 0, limit: 10 }

  beforeEach(async () => {
    loopback = createLoopback({ clock: () => new Date('2026-11-22T09:00:00Z') })
    accountId = await makeAccount(loopback)
  })
  afterEach(() => loopback.close())

  const create = (overrides: object = {}) =>
    loopback.run('request.create', {
      accountId,
      prospect: { name: '新客户', email: 'p@q.cn' },
      language: 'zh-CN',
      recipients: ['p@q.cn'],
      ...overrides,
    })

  test('records a draft, then what left, when, to whom and with which link', async () => {
    const { id } = await create()
    expect(loopback.read('request.list', page).rows).toMatchObject([
      { state: 'draft', customerName: '新客户', link, exportedAt: null },
    ])
    const exported = await loopback.run('request.export', { requestId: id, format: 'eml' })
    const detail = loopback.read('request.detail', { requestId: id })
    expect(detail).toMatchObject({
      state: 'exported',
      exportedAt: '2026-11-22T09:00:00.000Z',
      recipients: ['p@q.cn'],
      link,
    })
    expect(detail.events).toMatchObject([
      { kind: 'created' },
      { kind: 'exported', format: 'eml', sha256: exported.sha256, fileName: '邀请 新客户.eml' },
    ])
    const { mail } = await readMail(loopback.savedFiles[0]?.bytes ?? new Uint8Array())
    expect(mail.subject).toBe(detail.subject)
    expect(mail.to?.map(({ address }) => address)).toEqual(detail.recipients)
    expect(occurrences(mail.text ?? '', detail.link)).toBe(1)
  })

  test('uses the customer’s name, and shows the request on the customer’s page', async () => {
    await importFile(loopback, accountId, reconciliationFile([line()]))
    const customerId = loopback.read('customer.list', page).rows[0]?.id ?? ''
    const { id } = await create({ customerId, prospect: undefined })
    expect(loopback.read('request.detail', { requestId: id }).text).toContain('上海华联贸易有限公司')
    expect(loopback.read('customer.detail', { customerId }).requestCount).toBe(1)
    expect(loopback.read('request.list', { customerId, ...page }).total).toBe(1)
  })

  test('copies rich and plain text, and records it', async () => {
    const { id } = await create()
    await loopback.run('request.copy', { requestId: id, format: 'rich' })
    await loopback.run('request.copy', { requestId: id, format: 'text' })
    expect(loopback.clipboard.map(({ html }) => html === null)).toEqual([false, true])
    expect(occurrences(loopback.clipboard[1]?.text ?? '', link)).toBe(1)
    expect(loopback.read('request.detail', { requestId: id }).events.map(({ format }) => format)).toEqual([
      null,
      'rich-copy',
      'text-copy',
    ])
  })

  test('keeps the link a request was made with when the account gets another', async () => {
    const { id } = await create()
    await loopback.run('account.update', { accountId, link: `${link}&new=1` })
    expect(loopback.read('request.detail', { requestId: id }).link).toBe(link)
    const next = await create()
    expect(loopback.read('request.detail', { requestId: next.id }).link).toBe(`${link}&new=1`)
  })

  test('an indirect reseller’s request belongs to its provider', async () => {
    const reseller = await makeAccount(loopback, { kind: 'indirect-reseller' })
    const { id } = await create({ accountId: reseller })
    expect(loopback.read('request.detail', { requestId: id }).relationshipOwner).toBe('provider')
  })

  test('an indirect provider hands its invitation to a reseller: no sender’s address, and whose name it comes in', async () => {
    const accountId = await makeAccount(loopback, { kind: 'indirect-provider' })
    const prospect = { name: '华联', email: 'it@hualian.cn' }
    const sentBy = '月光科技'
    const { id: requestId } = await loopback.run('request.create', {
      accountId,
      prospect,
      language: 'zh-CN',
      recipients: [prospect.email],
      sentBy,
    })
    const detail = loopback.read('request.detail', { requestId })
    expect(detail).toMatchObject({ sentBy, relationshipOwner: 'account' })
    expect(detail.text).toContain(
      '此邀请由我们的经销商月光科技代为发送。接受后，经销商关系由晨星云服务有限公司所有',
    )
    await loopback.run('request.export', { requestId, format: 'eml' })
    const mail = await PostalMime.parse(loopback.savedFiles[0]?.bytes ?? new Uint8Array())
    expect([mail.from, mail.to?.map(({ address }) => address)]).toEqual([undefined, [prospect.email]])
    expect(occurrences(mail.text ?? '', link)).toBe(1)
    const { requestIds } = await loopback.run('batch.create', {
      accountId,
      sentBy,
      customers: [{ prospect, language: 'en' }],
    })
    expect(loopback.read('request.detail', { requestId: requestIds[0] ?? '' })).toMatchObject({ sentBy })
  })

  test('an account that is no indirect provider hands its invitation to nobody', async () => {
    const accountId = await makeAccount(loopback)
    const prospect = { name: '华联', email: 'it@hualian.cn' }
    const { id: requestId } = await loopback.run('request.create', {
      accountId,
      prospect,
      language: 'zh-CN',
      sentBy: '月光科技',
    })
    const detail = loopback.read('request.detail', { requestId })
    expect(detail.sentBy).toBeNull()
    expect(detail.text).not.toContain('月光科技')
  })

  test('refuses a text that holds the link, and keeps nothing', async () => {
    expect(await refusal(create({ text: `请打开 ${link}` }))).toMatchObject({ code: 'LINK_IN_TEXT' })
    expect(loopback.read('request.list', page).total).toBe(0)
  })

  test('refuses to begin without a link', async () => {
    const bare = await makeAccount(loopback, { link: undefined })
    expect(await refusal(create({ accountId: bare }))).toMatchObject({
      code: 'LINK_MISSING',
      data: { accountId: bare },
    })
  })

  test.each([
    'a@b.cn\r\nBcc: x@y.cn',
    'a@b.cn,c@d.cn',
    '"a b"@c.cn',
    '<a@b.cn>',
    'a@b',
    'a@b.cn?cc=x@y.cn',
    'a b@c.cn',
    '',
    'a@b.cn\u200B',
  ])('refuses the recipient %j', async (recipient) => {
    expect(['RECIPIENT_INVALID', 'INVALID_INPUT']).toContain(
      (await refusal(create({ recipients: [recipient] }))).code,
    )
  })

  test.each([
    'a@b.cn',
    'first.last+tag@sub.example.com',
    '用户@例子.公司'.replace('用户', 'user'),
    "o'neil@x.ie",
  ])('accepts the recipient %j', async (recipient) => {
    const { id } = await create({ recipients: [recipient] })
    expect(loopback.read('request.detail', { requestId: id }).recipients).toEqual([recipient])
  })

  test('a draft can be discarded, a request that left cannot', async () => {
    const draft = await create()
    await loopback.run('request.discard', { requestId: draft.id })
    const exported = await create()
    await loopback.run('request.export', { requestId: exported.id, format: 'eml' })
    expect(await refusal(loopback.run('request.discard', { requestId: exported.id }))).toMatchObject({
      code: 'REQUEST_EXPORTED',
    })
    expect(loopback.read('request.list', page).total).toBe(1)
  })

  test('an edit after an export leaves the record of what was exported', async () => {
    const { id } = await create()
    await loopback.run('request.export', { requestId: id, format: 'eml' })
    await loopback.run('request.update', { requestId: id, text: '改过的正文', recipients: ['new@q.cn'] })
    const detail = loopback.read('request.detail', { requestId: id })
    expect(detail.text).toBe('改过的正文')
    expect(detail.events.map(({ kind, recipients }) => [kind, recipients])).toEqual([
      ['created', ['p@q.cn']],
      ['exported', ['p@q.cn']],
      ['edited', ['new@q.cn']],
    ])
  })
})

/** Line ends and blanks at line ends are the transport's; everything else must come back. */
function normalise(text: string): string {
  return text.replace(/\r\n/g, '\n').trimEnd()
}
