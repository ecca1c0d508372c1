import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { importFile, makeAccount, refusal } from '#test/support/fixtures.ts'
import type { Loopback } from '#test/support/loopback.ts'
import { createLoopback } from '#test/support/loopback.ts'
import { csv, customersFile, textFile } from '#test/support/reconciliation.ts'

const tenant = (number: number) => `a1b2c3d4-0000-4000-8000-${String(number).padStart(12, '0')}`
const file = customersFile([
  [tenant(1), '上海华联贸易有限公司', 'hualian.cn', 'Reseller', 'VIP'],
  [tenant(2), 'Contoso', 'contoso.com', 'Advisor', ''],
  [tenant(3), 'Fabrikam', 'fabrikam.com', '', ''],
])

let loopback: Loopback
let accountId: string
let ids: readonly string[]

beforeEach(async () => {
  loopback = createLoopback()
  accountId = await makeAccount(loopback)
  await importFile(loopback, accountId, file)
  const { rows } = loopback.read('customer.list', {})
  ids = ['上海华联贸易有限公司', 'Contoso', 'Fabrikam'].map(
    (name) => rows.find((row) => row.name === name)?.id ?? '',
  )
})
afterEach(() => loopback.close())

const idOf = (at: number) => ids[at] ?? ''
const detail = (at: number) => loopback.read('customer.detail', { customerId: idOf(at) })
const undo = () => loopback.run('undo.last', {})
const redo = () => loopback.run('undo.redo', {})
const tagNames = (at: number) => detail(at).ownTags.map(({ name }) => name)

/** Everything the user keeps, by every customer. */
const everything = () => [
  ids.map((_, at) => detail(at)),
  loopback.read('tag.list', {}),
  loopback.read('profile.current', {}),
]

test('every kind of own work can be taken back to what was before, and made again', async () => {
  const states: unknown[] = [everything()]
  const step = async (work: Promise<unknown>) => {
    const done = await work
    states.push(everything())
    return done as { readonly id: string }
  }
  const { id: noteId } = await step(loopback.run('customer.note', { customerId: idOf(0), text: 'one' }))
  await step(loopback.run('note.update', { noteId, text: 'one, corrected' }))
  const { id: vip } = await step(loopback.run('tag.create', { name: 'VIP', colour: 'teal' }))
  const { id: risk } = await step(loopback.run('tag.create', { name: '续费风险', colour: 'pumpkin' }))
  await step(loopback.run('tag.assign', { customerIds: ids, add: [vip] }))
  await step(loopback.run('tag.assign', { customerIds: [idOf(0)], add: [risk], remove: [vip] }))
  await step(loopback.run('tag.update', { tagId: vip, name: 'Key account', colour: 'gold' }))
  await step(loopback.run('tag.remove', { tagId: vip }))
  await step(loopback.run('alias.set', { customerId: idOf(0), alias: '老王' }))
  await step(loopback.run('owner.assign', { customerIds: ids, owner: 'Lin Xiao' }))
  await step(loopback.run('owner.assign', { customerIds: [idOf(1)], owner: null }))
  const statement = { value: 'no', toldOn: '2026-03-01', note: 'by phone' } as const
  await step(loopback.run('privileges.state', { customerId: idOf(0), statement }))
  await step(loopback.run('privileges.state', { customerId: idOf(0), statement: null }))
  const person = { name: '王芳', email: 'wang@hualian.cn', receivesRequests: true }
  const { id: contactId } = await step(
    loopback.run('contact.create', { customerId: idOf(0), ...person, language: 'zh-CN' }),
  )
  await step(loopback.run('contact.create', { customerId: idOf(0), ...person, name: '李雷' }))
  await step(loopback.run('contact.update', { contactId, ...person, role: 'IT' }))
  await step(loopback.run('contact.remove', { contactId }))
  await step(loopback.run('profile.update', { name: 'Lin Xiao' }))
  await step(loopback.run('note.remove', { noteId }))

  for (const state of states.toReversed().slice(1)) {
    await undo()
    expect(everything()).toEqual(state)
  }
  expect(loopback.read('undo.state', {}).undo?.command).toBe('import.apply')
  for (const state of states.slice(1)) {
    await redo()
    expect(everything()).toEqual(state)
  }
})

test('no import touches it', async () => {
  const { id } = await loopback.run('tag.create', { name: 'Mine', colour: 'teal' })
  await loopback.run('tag.assign', { customerIds: ids, add: [id] })
  await loopback.run('alias.set', { customerId: idOf(0), alias: '老王' })
  await loopback.run('owner.assign', { customerIds: ids, owner: 'Lin Xiao' })
  await loopback.run('contact.create', { customerId: idOf(0), name: '王芳' })
  const before = ids.map((_, at) => {
    const { alias, owner, ownTags, contacts, notes } = detail(at)
    return { alias, owner, ownTags, contacts, notes }
  })
  await importFile(
    loopback,
    accountId,
    customersFile([[tenant(1), '上海华联集团有限公司', 'hualian.cn', 'Advisor', 'VIP;新']]),
  )
  expect(detail(0)).toMatchObject({ name: '上海华联集团有限公司', tags: ['VIP', '新'] })
  expect(ids.map((_, at) => detail(at))).toMatchObject(before)
  expect(loopback.read('customer.list', { search: '老王' }).rows.map((row) => row.id)).toEqual([idOf(0)])
})

describe('the user’s own name of a customer', () => {
  test.each(['老王', 'laow', 'lwjd', 'ＣＡＦ'])(
    'is found by %s, in the list and everywhere',
    async (search) => {
      await loopback.run('alias.set', { customerId: idOf(2), alias: '老王家的 Cafe' })
      const found = () => loopback.read('customer.list', { search }).rows.map(({ id }) => id)
      expect(found()).toEqual([idOf(2)])
      // Another order is the database's work, and must find the same.
      const sorted = loopback.read('customer.list', {
        search,
        sort: { column: 'seatCount', direction: 'descending' },
      })
      expect(sorted).toMatchObject({ total: 1, rows: [{ id: idOf(2), alias: '老王家的 Cafe' }] })
      expect(loopback.read('search.everywhere', { text: search }).customers.hits).toMatchObject([
        { id: idOf(2), title: 'Fabrikam', detail: '老王家的 Cafe · fabrikam.com' },
      ])
      await undo()
      expect(found()).toEqual([])
    },
  )
})

describe('tags', () => {
  test('have one name each, whatever its case and width', async () => {
    const { id } = await loopback.run('tag.create', { name: ' VIP ', colour: 'teal' })
    expect(await refusal(loopback.run('tag.create', { name: 'ｖｉｐ', colour: 'gold' }))).toMatchObject({
      code: 'TAG_NAME_TAKEN',
      data: { name: 'VIP' },
    })
    await loopback.run('tag.update', { tagId: id, name: 'Vip' })
    expect(loopback.read('tag.list', {})).toEqual([{ id, name: 'Vip', colour: 'teal', customerCount: 0 }])
  })

  test('say how many customers changed, and change nothing that is so already', async () => {
    const { id } = await loopback.run('tag.create', { name: 'VIP', colour: 'teal' })
    await loopback.run('tag.assign', { customerIds: [idOf(0)], add: [id] })
    expect(await loopback.run('tag.assign', { customerIds: ids, add: [id] })).toEqual({ customers: 2 })
    const before = loopback.read('undo.state', {})
    expect(await loopback.run('tag.assign', { customerIds: ids, add: [id] })).toEqual({ customers: 0 })
    expect(loopback.read('undo.state', {})).toEqual(before)
    expect(loopback.read('tag.list', {})).toMatchObject([{ customerCount: 3 }])
    expect(await loopback.run('tag.remove', { tagId: id })).toEqual({ customers: 3 })
    expect(ids.map((_, at) => tagNames(at))).toEqual([[], [], []])
  })

  test('and customers that are not there are refused, and nothing is written', async () => {
    const { id } = await loopback.run('tag.create', { name: 'VIP', colour: 'teal' })
    expect(
      await refusal(loopback.run('tag.assign', { customerIds: [...ids, 'nobody'], add: [id] })),
    ).toMatchObject({ code: 'CUSTOMER_NOT_FOUND' })
    expect(
      await refusal(loopback.run('tag.assign', { customerIds: ids, add: [id, 'nothing'] })),
    ).toMatchObject({ code: 'TAG_NOT_FOUND' })
    expect(tagNames(0)).toEqual([])
  })
})

describe('contacts', () => {
  test.each(['no address', 'a@b', 'Wang <w@x.cn>', 'w@x.cn, v@x.cn', 'w@x.cn\t'])(
    'refuse %j as an address',
    async (email) => {
      const answer = await refusal(
        loopback.run('contact.create', { customerId: idOf(0), name: '王芳', email }),
      )
      expect(['CONTACT_ADDRESS_INVALID', 'INVALID_INPUT']).toContain(answer.code)
      expect(detail(0).contacts).toEqual([])
    },
  )

  test('one of them receives the requests, and needs an address', async () => {
    const add = (name: string, email: string) =>
      loopback.run('contact.create', { customerId: idOf(0), name, email, receivesRequests: true })
    expect(await refusal(add('王芳', ''))).toMatchObject({ code: 'CONTACT_ADDRESS_MISSING' })
    await add('王芳', 'wang@hualian.cn')
    await add('李雷', 'li@hualian.cn')
    expect(detail(0).contacts.map(({ name, receivesRequests }) => [name, receivesRequests])).toEqual([
      ['李雷', true],
      ['王芳', false],
    ])
  })
})

test('“is me” goes by the name in the settings, and finds nobody without one', async () => {
  await loopback.run('owner.assign', { customerIds: [idOf(0), idOf(2)], owner: 'ＬＩＮ xiao' })
  const mine = () =>
    loopback
      .read('customer.list', {
        filter: { match: 'all', conditions: [{ column: 'owner', operator: 'is-me' }] },
      })
      .rows.map(({ id }) => id)
      .toSorted()
  expect(mine()).toEqual([])
  await loopback.run('profile.update', { name: 'Lin Xiao' })
  expect(mine()).toEqual([idOf(0), idOf(2)].toSorted())
  await loopback.run('profile.update', { name: '' })
  expect(mine()).toEqual([])
})

test('what the customer said stands as the state of its delegated privileges', async () => {
  expect(detail(1)).toMatchObject({ delegatedPrivileges: 'unknown', statement: null })
  await loopback.run('privileges.state', {
    customerId: idOf(1),
    statement: { value: 'yes', toldOn: '2026-11-02', note: ' by mail ' },
  })
  expect(detail(1)).toMatchObject({
    delegatedPrivileges: 'yes',
    statement: { value: 'yes', toldOn: '2026-11-02', note: 'by mail' },
  })
  const { rows } = loopback.read('customer.list', {
    filter: {
      match: 'all',
      conditions: [{ column: 'delegatedPrivileges', operator: 'any-of', value: ['yes'] }],
    },
  })
  expect(rows.map(({ id }) => id)).toEqual([idOf(1)])
})

test('of what a customer said and what a file says of privileges the newest stands, and both are kept', async () => {
  let now = new Date('2026-06-10T08:00:00Z')
  const own = createLoopback({ clock: () => now })
  const accountId = await makeAccount(own)
  const file = (granted: string) =>
    textFile(
      'customers.csv',
      csv([
        ['CustomerId', 'Name', 'Domain', 'RelationshipToPartner', 'AllowDelegatedAccess'],
        ['a1b2c3d4-0000-4000-8000-000000000001', 'Contoso', 'contoso.cn', 'Reseller', granted],
      ]),
    )
  await importFile(own, accountId, file('True'))
  const [customer] = own.read('customer.list', { accountId }).rows
  const customerId = customer?.id ?? ''
  const state = () => own.read('customer.list', { accountId }).rows[0]?.delegatedPrivileges
  const say = async (toldOn: string) =>
    own.run('privileges.state', { customerId, statement: { value: 'no', toldOn } })
  expect(state()).toBe('yes')
  await say('2026-06-09')
  expect(state()).toBe('yes')
  await say('2026-06-10')
  expect(state()).toBe('no')
  now = new Date('2026-06-12T08:00:00Z')
  await importFile(own, accountId, file('False'))
  now = new Date('2026-06-13T08:00:00Z')
  await importFile(own, accountId, file('True'))
  expect(state()).toBe('yes')
  expect(own.read('customer.detail', { customerId })).toMatchObject({
    statement: { value: 'no' },
    facts: { delegatedPrivileges: { value: 'yes', evidence: { fileName: 'customers.csv' } } },
  })
  own.close()
})
