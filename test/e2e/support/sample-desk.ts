import { contoso, csv, fabrikam, line, reconciliationText } from '#test/support/reconciliation.ts'
import { putFile } from './files.ts'
import type { ViewValue } from '#shared/protocol.ts'
import type { Desk } from './launch.ts'
import { look, run, type Stage } from './stage.ts'

/** The company of the account beside the sample's, which real files go into. */
export const ownCompany = '晨星云服务有限公司'

/**
 * Loads the sample and puts beside it what every screen needs to have something to show: an account of the user's own
 * without a link, a draft, a request handed over, one for a prospect, and notes.
 */
export async function fillDesk(desk: Desk): Promise<void> {
  const { accountId } = await run(desk, 'sample.load', {})
  await run(desk, 'account.create', {
    companyName: ownCompany,
    cloud: '21vianet',
    kind: 'indirect-reseller',
    partnerId: '4400001',
    userRole: 'help-desk-agent',
    senderName: '林晓',
    senderEmail: 'lin@chenxing.example',
  })
  await run(desk, 'preferences.update', { accountId })
  const customers = await look(desk, 'customer.list', {
    accountId,
    sort: { column: 'name', direction: 'ascending' },
    offset: 0,
    limit: 40,
  })
  const [first, second] = customers.rows.filter(({ subscriptionCount }) => subscriptionCount > 2)
  if (first === undefined || second === undefined) {
    throw new Error('The sample has too few subscriptions to show')
  }
  await run(desk, 'customer.note', {
    customerId: first.id,
    text: 'Asked for E5 prices; call again in March.\n三月再联系。',
  })
  await fillOwnWork(desk, customers.rows, first.id)
  await run(desk, 'request.create', { accountId, customerId: first.id, language: 'zh-CN' })
  const handedOver = await run(desk, 'request.create', {
    accountId,
    customerId: first.id,
    language: 'zh-CN',
    recipients: ['it@customer.example', 'purchasing.department@customer.example'],
  })
  await run(desk, 'request.copy', { requestId: handedOver.id, format: 'rich' })
  const prospect = { name: 'Wide World Importers (Shenzhen) Co., Ltd.', email: 'office@wwi.example' }
  await run(desk, 'request.create', { accountId, prospect, language: 'en', recipients: [prospect.email] })
  await run(desk, 'request.create', { accountId, customerId: second.id, language: 'en' })
  await fillLedger(desk, accountId)
  await fillPartners(desk, customers.rows[0]?.id ?? '')
}

/** What a customer has told of its partners. */
async function fillPartners(desk: Desk, customerId: string): Promise<void> {
  const { services } = await look(desk, 'partner-map.detail', { customerId, language: 'en' })
  const on = '2026-11-20'
  const [first = 'Office 365 E3'] = services
  const told = { customerId, source: 'customer', on, note: '电话' } as const
  await run(desk, 'partner-map.note', {
    ...told,
    service: first,
    partner: '华信云服务有限公司',
    transacts: 'yes',
    privileges: 'yes',
  })
  await run(desk, 'partner-map.note', { ...told, service: first, partner: 'us', privileges: 'yes' })
  await run(desk, 'partner-map.note', { ...told, service: 'Azure', partner: 'direct', transacts: 'yes' })
  await run(desk, 'relationship.note', { ...told, fact: 'privileges', value: 'no' })
}

/** Requests on their way: some sent and due, one declined. */
async function fillLedger(desk: Desk, accountId: string): Promise<void> {
  const names = [
    '上海远景医疗器械有限公司',
    'Litware (Suzhou) Precision Manufacturing Co., Ltd.',
    '北京晨光教育集团',
  ]
  const made: string[] = []
  for (const [index, name] of names.entries()) {
    const prospect = { name, email: `it${index}@customer.example` }
    const { id } = await run(desk, 'request.create', {
      accountId,
      prospect,
      language: 'zh-CN',
      recipients: [prospect.email],
    })
    await run(desk, 'request.copy', { requestId: id, format: 'text' })
    made.push(id)
  }
  await run(desk, 'request.move', { requestIds: made, to: 'sent' })
  const day = new Date()
  const today = [day.getFullYear(), day.getMonth() + 1, day.getDate()]
    .map((part) => String(part).padStart(2, '0'))
    .join('-')
  await run(desk, 'request.schedule', { requestIds: made.slice(0, 2), remindOn: today })
  await run(desk, 'request.move', { requestIds: made.slice(2), to: 'declined', note: '采购部来电' })
}

/** What the user keeps of customers: tags of every length, an owner, names, people, a statement. */
async function fillOwnWork(
  desk: Desk,
  rows: ViewValue<'customer.list'>['rows'],
  customerId: string,
): Promise<void> {
  const ids = rows.map(({ id }) => id)
  const tags = [
    ['重点客户', 'cranberry'],
    ['Renewal risk', 'pumpkin'],
    ['Quarterly business review with the whole board', 'royalBlue'],
    ['教育行业', 'forest'],
  ] as const
  for (const [at, [name, colour]] of tags.entries()) {
    const tag = await run(desk, 'tag.create', { name, colour })
    await run(desk, 'tag.assign', {
      customerIds: [...new Set([customerId, ...ids.filter((_, place) => place % (at + 3) === 0)])],
      add: [tag.id],
    })
  }
  await run(desk, 'profile.update', { name: '林晓 Lin Xiao' })
  await run(desk, 'owner.assign', { customerIds: ids.slice(0, 12), owner: '林晓 Lin Xiao' })
  await run(desk, 'owner.assign', { customerIds: ids.slice(12, 20), owner: '王芳 Wang Fang' })
  await run(desk, 'alias.set', { customerId: ids[0] ?? '', alias: '老王家' })
  await run(desk, 'alias.set', { customerId, alias: 'The furniture people' })
  const told = { toldOn: '2026-10-08', note: 'Mr. Wang, on the phone' }
  await run(desk, 'privileges.state', { customerId, statement: { value: 'no', ...told } })
  for (const id of ids.slice(1, 3)) {
    await run(desk, 'privileges.state', { customerId: id, statement: { value: 'yes', ...told } })
  }
  for (const contact of [
    { name: '王芳', role: 'IT 经理', email: 'wang.fang@customer.example', receivesRequests: true },
    { name: 'Bartholomew Featherstonehaugh', role: 'Chief Procurement Officer', phone: '+86 21 5555 0100' },
  ]) {
    await run(desk, 'contact.create', { customerId, language: 'zh-CN', ...contact })
  }
}

/** A reconciliation file of the user's own account with rows that are left out, each for another reason. */
export async function putReconciliation({ folder }: Stage): Promise<string> {
  const lines = [
    line({ Quantity: '25' }),
    line({ SyndicationPartnerSubscriptionNumber: 'b1b2c3d4-0000-4000-8000-00000000000b', Quantity: '31' }),
    line({ Quantity: 'viele' }),
    line({ SubscriptionEndDate: '31/31/2027 0:00' }),
    line({ CustomerID: 'nobody' }),
  ]
  return putFile(folder, '对帐单 reconciliation 2026-11.csv', reconciliationText(lines))
}

/** What the own account has from a month before {@link putReconciliation}: fewer seats, and one that is gone since. */
export async function importMonthBefore({ desk }: Stage): Promise<void> {
  const account = (await look(desk, 'account.list', {})).find(({ companyName }) => companyName === ownCompany)
  const before = reconciliationText([
    line({ Quantity: '20', SubscriptionName: 'Office 365 企业版 E3（上海）', ResellerMPNID: '4521187' }),
    line({
      SyndicationPartnerSubscriptionNumber: 'b1b2c3d4-0000-4000-8000-00000000000c',
      OfferName: 'Visio 计划 2',
    }),
  ])
  const read = await run(desk, 'import.paste', {
    accountId: account?.id ?? '',
    name: 'reconciliation 2026-10.csv',
    text: before,
  })
  if (read.step === 'changes') {
    await run(desk, 'import.apply', { previewId: read.previewId })
  }
}

/** A colleague's own table, of no known kind. */
export async function putColleaguesTable({ folder }: Stage): Promise<string> {
  const rows = [
    ['No.', '客户名称', '租户 ID', '产品', '席位数', '订阅号', '到期日', '负责人'],
    [
      '1',
      '上海华联贸易有限公司',
      contoso,
      'Microsoft 365 商业标准版',
      '25',
      'b1b2c3d4-0000-4000-8000-0000000000a1',
      '2/3/2027',
      '林晓',
    ],
    [
      '2',
      'Fabrikam (Shanghai) Precision Manufacturing Co., Ltd.',
      fabrikam,
      'Office 365 E3',
      '130',
      'b1b2c3d4-0000-4000-8000-0000000000a2',
      '2027/11/30',
      '王芳',
    ],
    [
      '3',
      '厦门云帆科技有限公司',
      'a1b2c3d4-0000-4000-8000-000000000003',
      'Visio 计划 2',
      '3',
      'b1b2c3d4-0000-4000-8000-0000000000a3',
      '2027年2月3日',
      '',
    ],
  ]
  return putFile(folder, '客户清单 华东.csv', csv(rows))
}

/** A table whose customers are only named: one known, one known by a longer name, and one twice. */
export async function putNames({ desk, folder }: Stage): Promise<string> {
  const account = (await look(desk, 'account.list', {})).find(({ companyName }) => companyName === ownCompany)
  const header = ['Microsoft ID', 'Company name', 'Primary domain name', 'Relationship']
  const ids = [3, 4, 5, 6].map((end) => `a1b2c3d4-0000-4000-8000-00000000001${end}`)
  const known = csv([
    header,
    [ids[0] ?? '', '厦门云帆科技有限公司', 'yunfan.partner.onmschina.cn', 'Cloud Reseller'],
    [ids[1] ?? '', 'Fabrikam (Shanghai) Precision Manufacturing Co., Ltd.', 'fabrikam.cn', 'Cloud Reseller'],
    [ids[2] ?? '', 'Contoso', 'contoso.partner.onmschina.cn', 'Cloud Reseller'],
    [ids[3] ?? '', 'Contoso', 'contoso-north.partner.onmschina.cn', 'Cloud Reseller'],
  ])
  const read = await run(desk, 'import.paste', {
    accountId: account?.id ?? '',
    name: 'Customers.csv',
    text: known,
  })
  if (read.step === 'changes') {
    await run(desk, 'import.apply', { previewId: read.previewId })
  }
  const rows = [
    ['客户名称', '产品', '席位数', '订阅号', '到期日'],
    [
      '厦门云帆科技有限公司',
      'Microsoft 365 商业标准版',
      '25',
      'b1b2c3d4-0000-4000-8000-0000000000c1',
      '2027-02-03',
    ],
    ['厦门云帆科技', 'Visio 计划 2', '3', 'b1b2c3d4-0000-4000-8000-0000000000c2', '2027-02-03'],
    ['CONTOSO', 'Office 365 E3', '130', 'b1b2c3d4-0000-4000-8000-0000000000c3', '2027-11-30'],
    ['Northwind', 'Office 365 E3', '8', 'b1b2c3d4-0000-4000-8000-0000000000c4', '2027-11-30'],
  ]
  return putFile(folder, '席位清单 华东.csv', csv(rows))
}

/** The subscriptions of one customer, who is not named. */
export async function putSubscriptionsExport({ folder }: Stage): Promise<string> {
  const rows = [
    ['Subscription ID', 'Subscription', 'Quantity', 'Status', 'Reseller'],
    ['b1b2c3d4-0000-4000-8000-0000000000b1', 'Office 365 E3', '25', 'Active', '4400001'],
  ]
  return putFile(folder, 'Subscriptions.csv', csv(rows))
}

/** A file that is no portfolio. */
export async function putStranger({ folder }: Stage): Promise<string> {
  return putFile(folder, 'customers.csv', '<!doctype html><title>Sign in to your account</title>')
}
