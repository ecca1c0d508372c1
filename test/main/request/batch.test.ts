import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import {
  fillTemplate,
  placeholders,
  placeholderText,
  unknownPlaceholders,
} from '#shared/domain/placeholders.ts'
import { link, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'

const facts = {
  customer: '华联',
  domain: 'hualian.cn',
  company: '晨星',
  sender: '林晓',
  email: 'lin@chenxing.example',
  phone: '',
  'partner-id': '4400001',
}

describe('a template', () => {
  test('is filled from one customer’s facts, by English and by Chinese names', () => {
    expect(fillTemplate('{{customer}}，{{ 公司 }} {{PARTNER-ID}} {{合作伙伴ID}}', facts)).toEqual({
      text: '华联，晨星 4400001 4400001',
      problems: [],
    })
    for (const placeholder of placeholders) {
      expect(
        unknownPlaceholders(placeholderText(placeholder, true) + placeholderText(placeholder, false)),
      ).toEqual([])
    }
  })

  test('names every placeholder that is unknown or empty, once', () => {
    expect(fillTemplate('{{name}} {{phone}} {{name}} {{电话}}', facts).problems).toEqual([
      { reason: 'unknown', name: 'name' },
      { reason: 'empty', name: 'phone' },
      { reason: 'empty', name: '电话' },
    ])
  })

  test('never reads a fact as a template again', () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const customer = `{{phone}}${name}{{company}}`
        const { text, problems } = fillTemplate('<{{customer}}>', { ...facts, customer })
        expect([text, problems]).toEqual([`<${customer.trim()}>`, []])
      }),
    )
  })
})

describe('a batch', () => {
  let loopback: Loopback
  let accountId: string
  beforeEach(async () => {
    loopback = createLoopback()
    accountId = await makeAccount(loopback)
  })
  afterEach(() => loopback.close())
  const prospect = (name: string) => ({ name, email: `it@${name}.cn` })
  const text = { subject: '{{公司}} 致 {{客户}}', text: '{{客户}}，您好', closing: '{{sender}}' }

  test('makes one request each, in each one’s language, with a text of one’s own where it was given one', async () => {
    const own = { subject: 'By hand', text: 'By hand', closing: '' }
    const { batchId, requestIds } = await loopback.run('batch.create', {
      accountId,
      texts: { 'zh-CN': text },
      customers: [
        { prospect: prospect('hualian'), language: 'zh-CN', recipients: ['it@hualian.cn'] },
        { prospect: prospect('fabrikam'), language: 'en' },
        { prospect: prospect('contoso'), language: 'zh-CN', message: own },
      ],
    })
    const made = requestIds.map((requestId) => loopback.read('request.detail', { requestId }))
    expect(made.map(({ subject }) => subject)).toEqual([
      '晨星云服务有限公司 致 hualian',
      '晨星云服务有限公司 asks for a reseller relationship with your company',
      'By hand',
    ])
    expect(made.map((each) => [each.batchId, each.link, each.state])).toEqual(
      made.map(() => [batchId, link, 'draft']),
    )
  })

  test.each([
    ['PLACEHOLDER_UNKNOWN', { ...text, text: '{{name}}' }],
    ['PLACEHOLDER_EMPTY', { ...text, closing: '{{phone}}' }],
    ['LINK_IN_TEXT', { ...text, text: link }],
  ])('is refused whole with %s', async (code, wrong) => {
    await loopback.run('account.update', { accountId, senderPhone: '' })
    const customers = [
      { prospect: prospect('hualian'), language: 'en' as const },
      { prospect: prospect('contoso'), language: 'zh-CN' as const },
    ]
    expect(
      await refusal(loopback.run('batch.create', { accountId, texts: { 'zh-CN': wrong }, customers })),
    ).toMatchObject({ code })
    expect(loopback.read('request.list', {}).total).toBe(0)
  })

  test('or one alone: placeholders are filled in when the ledger gets the text, and when it is changed', async () => {
    const { id: requestId } = await loopback.run('request.create', {
      accountId,
      prospect: prospect('hualian'),
      language: 'zh-CN',
      ...text,
    })
    const detail = () => loopback.read('request.detail', { requestId })
    expect(detail()).toMatchObject({
      subject: '晨星云服务有限公司 致 hualian',
      text: 'hualian，您好',
      closing: '林晓',
    })
    await loopback.run('request.update', { requestId, closing: '{{domain}}' })
    expect(detail()).toMatchObject({ subject: '晨星云服务有限公司 致 hualian', closing: 'hualian.cn' })
    expect(await refusal(loopback.run('request.update', { requestId, text: '{{name}}' }))).toMatchObject({
      code: 'PLACEHOLDER_UNKNOWN',
      data: { names: ['name'] },
    })
    expect(detail().text).toBe('hualian，您好')
  })

  test('template is kept, changed, removed, and each of that taken back', async () => {
    const template = { name: '首次邀请', language: 'zh-CN' as const, ...text }
    expect(await refusal(loopback.run('template.save', { ...template, text: '{{foo}}' }))).toMatchObject({
      code: 'PLACEHOLDER_UNKNOWN',
      data: { names: ['foo'] },
    })
    const { id } = await loopback.run('template.save', template)
    await loopback.run('template.save', { ...template, templateId: id, name: '第二次' })
    expect(loopback.read('template.list', {}).map(({ name }) => name)).toEqual(['第二次'])
    await loopback.run('template.remove', { templateId: id })
    expect(loopback.read('template.list', {})).toEqual([])
    await loopback.run('undo.last', {})
    await loopback.run('undo.last', {})
    expect(loopback.read('template.list', {}).map(({ name }) => name)).toEqual(['首次邀请'])
  })

  test('still being answered survives a restart', async () => {
    await loopback.run('wizard.keep', { draft: '{"step":"message"}' })
    loopback.application.close()
    loopback = createLoopback({ dataFolder: loopback.dataFolder })
    expect(loopback.read('wizard.kept', {}).draft).toBe('{"step":"message"}')
    await loopback.run('wizard.keep', { draft: null })
    expect(loopback.read('wizard.kept', {})).toEqual({ draft: null, keptAt: null })
  })
})
