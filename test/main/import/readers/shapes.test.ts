import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseDate, parseQuantity } from '#main/import/parse-cell.ts'
import { contoso, csv, fabrikam, line, reconciliationText } from '#test/support/reconciliation.ts'
import { stage } from '#test/support/staged.ts'

describe('known files', () => {
  test('Customers.csv in Chinese', async () => {
    const { result, customers } = await stage(
      csv([
        ['Microsoft 标识', '公司名称', '主域名', '关系'],
        [contoso, '华联', 'hualian.cn', '云经销商'],
      ]),
    )
    expect(result).toMatchObject({ facts: { shape: 'customers-csv' } })
    expect(customers).toMatchObject([{ name: '华联', relationship: 'reseller', tags: null }])
  })

  test('Get-PartnerCustomer | Export-Csv, with the type line of Windows PowerShell', async () => {
    const text =
      '#TYPE Microsoft.Store.PartnerCenter.PowerShell.Models.Customers.PSCustomer\r\n' +
      csv([
        [
          'AllowDelegatedAccess',
          'AssociatedPartnerId',
          'BillingProfile',
          'CommerceId',
          'CustomerId',
          'Domain',
          'Name',
          'RelationshipToPartner',
        ],
        ['True', '', 'Microsoft.Store', 'c1', contoso, 'contoso.cn', 'Contoso', 'Reseller'],
        ['', '', '', 'c2', fabrikam, 'fabrikam.cn', 'Fabrikam', 'MicrosoftSupport'],
        ['Maybe', '', '', 'c3', 'a1b2c3d4-0000-4000-8000-000000000003', 'x.cn', 'X', 'Reseller'],
      ])
    const { result, customers, rejected } = await stage(text)
    expect(result).toMatchObject({ facts: { shape: 'powershell-customers', rowCount: 3 } })
    expect(customers).toMatchObject([
      {
        name: 'Contoso',
        delegated_privileges: 'yes',
        delegated_privileges_raw: 'True',
        relationship: 'reseller',
      },
      { name: 'Fabrikam', delegated_privileges: null, relationship: 'support' },
    ])
    // The type line is row 1 of the spreadsheet, the header row 2.
    expect(rejected).toEqual([
      { row: 5, reason: 'BOOLEAN_INVALID', column_name: 'AllowDelegatedAccess', value: 'Maybe' },
    ])
  })

  const powershell = [
    [
      'AutoRenewEnabled',
      'BillingCycle',
      'BillingType',
      'CommitmentEndDate',
      'CreationDate',
      'FriendlyName',
      'OfferName',
      'PartnerId',
      'Quantity',
      'Status',
      'SubscriptionId',
      'TermDuration',
      'UnitType',
    ],
    [
      'True',
      'Annual',
      'License',
      '2/3/2027 12:00:00 AM',
      '1/14/2026 4:57:15 PM',
      'E3',
      'Office 365 E3',
      '',
      '25',
      'Active',
      'b1b2c3d4-0000-4000-8000-00000000000a',
      'P1Y',
      'Licenses',
    ],
    [
      'False',
      'Fortnightly',
      'License',
      '12/31/9999 12:00:00 AM',
      '1/14/2026 4:57:15 PM',
      '',
      'Visio',
      '4521187',
      '1',
      'Warned',
      'b1b2c3d4-0000-4000-8000-00000000000b',
      'P1Y',
      'Licenses',
    ],
  ]

  test('Get-PartnerCustomerSubscription | Export-Csv names no customer, so it is asked for', async () => {
    expect((await stage(csv(powershell))).result).toMatchObject({ kind: 'customer' })
  })

  test('a date that may be two is left out until the user says how such dates are written', async () => {
    const customerKey = `tenant:${contoso}`
    const options = { customerKey, names: { [customerKey]: 'Contoso' } }
    const asked = await stage(csv(powershell), options)
    expect(asked.rejected).toEqual([
      { row: 2, reason: 'DATE_AMBIGUOUS', column_name: 'CommitmentEndDate', value: '2/3/2027 12:00:00 AM' },
    ])
    const { subscriptions, unknown } = await stage(csv(powershell), { ...options, dateOrder: 'month-first' })
    expect(subscriptions).toMatchObject([
      {
        end_date: '2027-02-03',
        nickname: 'E3',
        status: 'active',
        billing_cycle: 'annual',
        auto_renew: 1,
        creation_date: '2026-01-14',
      },
      {
        end_date: null,
        status: 'other',
        status_raw: 'Warned',
        billing_cycle: 'other',
        billing_cycle_raw: 'Fortnightly',
        partner_of_record: '4521187',
      },
    ])
    // Values the program does not know are kept as they are, and counted.
    expect(unknown).toEqual([
      { fact: 'billingCycle', value: 'Fortnightly', count: 1 },
      { fact: 'status', value: 'Warned', count: 1 },
    ])
    const dayFirst = await stage(csv(powershell), { ...options, dateOrder: 'day-first' })
    expect(dayFirst.rejected).toMatchObject([{ reason: 'DATE_INVALID' }, { reason: 'DATE_INVALID' }])
  })

  test.each([
    ['English', ['Subscription ID', 'Subscription', 'Quantity', 'Status', 'Reseller']],
    ['Chinese', ['订阅 ID', '订阅', '数量', '状态', '经销商']],
  ])('the subscriptions export of one customer in %s', async (_language, header) => {
    const customerKey = `tenant:${contoso}`
    const rows = [
      header,
      ['s1', 'Office 365 E3', '1,200', '已暂停', '4400001'],
      ['s2', 'Visio', '3', 'Active', 'Morning Star'],
    ]
    const { result, subscriptions } = await stage(csv(rows), {
      customerKey,
      names: { [customerKey]: 'Contoso' },
    })
    expect(result).toMatchObject({
      facts: {
        shape: 'subscriptions-export',
        stated: expect.arrayContaining(['status', 'quantity']) as string[],
      },
    })
    expect(subscriptions).toMatchObject([
      { quantity: 1200, status: 'suspended', partner_of_record: '4400001', partner_of_record_state: 'own' },
      {
        status: 'active',
        partner_of_record: null,
        partner_of_record_state: 'unknown',
        reseller_of_record: 'Morning Star',
      },
    ])
  })
})

describe('a table nobody knows', () => {
  const text = csv([
    ['序号', '客户名称', '租户', '产品', '席位数', '订阅号', '到期日', '负责人'],
    ['1', '华联', contoso, 'E3', '25', 's1', '2027/1/31', '林晓'],
    ['2', '云帆', fabrikam, 'E5', '7', 's2', '2027年2月3日', '林晓'],
  ])
  const mapping = { customerName: 1, customerId: 2, offer: 3, quantity: 4, subscriptionId: 5, endDate: 6 }

  test('shows its first rows and what its columns may mean', async () => {
    expect((await stage(text)).result).toMatchObject({
      kind: 'mapping',
      proposal: mapping,
      rows: [['1', '华联', contoso, 'E3', '25', 's1', '2027/1/31', '林晓'], expect.any(Array)],
    })
  })

  test('is read by the columns the user names', async () => {
    const { result, customers, subscriptions } = await stage(text, { mapping })
    expect(result).toMatchObject({ facts: { shape: 'mapped', rowCount: 2, rejectedCount: 0 } })
    expect(customers).toMatchObject([{ name: '华联', domain: null }, { name: '云帆' }])
    expect(subscriptions).toMatchObject([
      { offer: 'E3', quantity: 25, end_date: '2027-01-31' },
      { end_date: '2027-02-03' },
    ])
  })

  test('is read at once when its header was mapped before, and asked about where its columns have moved', async () => {
    const first = await stage(text)
    const shuffled = await stage(
      csv([['客户名称', '序号', '租户', '产品', '席位数', '订阅号', '到期日', '负责人'], ['a']]),
      { mapping: 'ask' },
    )
    // A mapping names columns by their place: the columns of another order would be taken for each other.
    expect(shuffled.result.reading.fingerprint).not.toBe(first.result.reading.fingerprint)
    expect((await stage(text, { remembered: mapping })).result).toMatchObject({ kind: 'staged' })
    expect((await stage(text, { remembered: mapping, mapping: 'ask' })).result).toMatchObject({
      kind: 'mapping',
      proposal: mapping,
    })
  })

  test('a customer without a tenant id is known by its domain, and without one by its name', async () => {
    const rows = csv([
      ['公司', '域名'],
      ['华联', 'hualian.cn'],
      ['云帆  科技', ''],
      ['', ''],
    ])
    const { customers } = await stage(rows, { mapping: { customerName: 0, domain: 1 } })
    expect(customers.map((row) => row['customer_key'])).toEqual(['domain:hualian.cn', 'name:云帆 科技'])
  })

  test('a mapping of more columns than the file has is refused', async () => {
    await expect(stage(text, { mapping: { customerName: 40 } })).rejects.toMatchObject({
      code: 'FILE_COLUMNS_MISSING',
    })
  })
})

test('a reconciliation file keeps its own rules whatever order of dates is asked for', async () => {
  const { subscriptions } = await stage(
    reconciliationText([line({ SubscriptionStartDate: '2/1/2015 0:00' })]),
    { dateOrder: 'day-first' },
  )
  expect(subscriptions).toMatchObject([{ start_date: '2015-02-01' }])
})

describe('cells', () => {
  const day = fc.date({
    min: new Date('1900-01-01T00:00:00Z'),
    max: new Date('8999-12-31T00:00:00Z'),
    noInvalidDate: true,
  })
  const rules = { order: null, system: null }

  test('a date is read back as it was written, or not at all, and never as another day', () => {
    fc.assert(
      fc.property(day, fc.constantFrom('-', '/', '.'), (date, separator) => {
        const [year = 0, month = 0, dayOfMonth = 0] = date.toISOString().slice(0, 10).split('-').map(Number)
        const civil = date.toISOString().slice(0, 10)
        expect(parseDate(`${year}${separator}${month}${separator}${dayOfMonth}`, rules)).toBe(civil)
        expect(parseDate(`${year}年${month}月${dayOfMonth}日`, rules)).toBe(civil)
        expect(parseDate(`${month}/${dayOfMonth}/${year} 0:00`, { order: 'month-first', system: null })).toBe(
          civil,
        )
        expect(parseDate(`${dayOfMonth}/${month}/${year}`, { order: 'day-first', system: null })).toBe(civil)
        const unordered = parseDate(`${month}/${dayOfMonth}/${year}`, rules)
        const isAmbiguous = month <= 12 && dayOfMonth <= 12 && month !== dayOfMonth
        expect(unordered).toBe(isAmbiguous ? 'ambiguous' : civil)
      }),
    )
  })

  test('no text becomes a date the calendar does not have', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'0123456789/-.年月日T:Z ') }), (text) => {
        const value = parseDate(text, { order: 'month-first', system: '1900' }) ?? '2026-01-01'
        expect(new Date(`${value}T00:00:00Z`).toISOString().slice(0, 10)).toBe(value)
      }),
    )
  })

  test('a quantity is a whole number or nothing', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999_999 }), (number) => {
        expect(parseQuantity(String(number))).toBe(number)
        expect(
          parseQuantity(
            number.toLocaleString('en-US').split(',').length > 3 ? '0' : number.toLocaleString('en-US'),
          ),
        ).not.toBeNull()
        expect(parseQuantity(number.toLocaleString('en-US').replaceAll(',', '\u00A0'))).toBe(number)
        expect(parseQuantity(`${number} seats`)).toBe(number)
        expect(parseQuantity(`${number}席`)).toBe(number)
        expect(parseQuantity(`${number} GB`)).toBeNull()
        expect(parseQuantity(`-${number + 1}`)).toBeNull()
        expect(parseQuantity(`${number}.5`)).toBeNull()
      }),
    )
  })
})
