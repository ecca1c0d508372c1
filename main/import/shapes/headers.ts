import type { FileFact, FileShape } from '#shared/domain/file-reading.ts'

/** The header texts a column is recognised by, in English and Chinese. */
export type Headers = { readonly [Fact in FileFact]?: readonly string[] }

/** The files whose columns are documented (domain 5); what they must have, and what they may have. */
export type KnownShape = {
  readonly shape: FileShape
  readonly required: Headers
  readonly optional: Headers
}

/** A column of this name is in no file but the 21Vianet reconciliation file. */
export const reconciliationMark = 'SyndicationPartnerSubscriptionNumber'

const reconciliation: KnownShape = {
  shape: 'reconciliation-21vianet',
  required: {
    customerId: ['CustomerID'],
    customerName: ['CustomerName'],
    subscriptionId: [reconciliationMark],
    offer: ['OfferName'],
    startDate: ['SubscriptionStartDate'],
    endDate: ['SubscriptionEndDate'],
    quantity: ['Quantity'],
  },
  optional: {
    domain: ['DomainName'],
    billingId: ['SubscriptionID'],
    orderId: ['OrderID'],
    offerId: ['OfferID'],
    durableOfferId: ['DurableOfferID'],
    chargeStart: ['ChargeStartDate'],
    chargeEnd: ['ChargeEndDate'],
    partnerId: ['MPNID'],
    resellerPartnerId: ['ResellerMPNID'],
    nickname: ['SubscriptionName'],
  },
}

const customersCsv: KnownShape = {
  shape: 'customers-csv',
  required: {
    customerId: ['Microsoft ID', 'Microsoft 标识', 'Microsoft 编号', 'Microsoft 标识符'],
    customerName: ['Company name', '公司名称', '公司名'],
  },
  optional: {
    domain: ['Primary domain name', '主域名', '主要域名', '主域'],
    relationship: ['Relationship', '关系', '关系类型'],
    tags: ['Tags', '标记', '标签'],
  },
}

const subscriptionsExport: KnownShape = {
  shape: 'subscriptions-export',
  required: {
    subscriptionId: ['Subscription ID', '订阅 ID', '订阅标识', '订阅编号'],
    offer: ['Subscription', '订阅', '订阅名称'],
    quantity: ['Quantity', '数量'],
    status: ['Status', '状态'],
  },
  optional: {
    resellerPartnerId: ['Reseller', '经销商'],
    customerId: ['Customer ID', 'Microsoft ID', '客户 ID', '客户标识'],
    customerName: ['Customer name', 'Customer', 'Company name', '客户名称', '客户', '公司名称'],
    nickname: ['Nickname', 'Friendly name', '昵称'],
    startDate: ['Start date', '开始日期'],
    endDate: ['End date', '结束日期'],
    termDuration: ['Term', '期限'],
    billingCycle: ['Billing frequency', '计费频率'],
    autoRenew: ['Auto-renew', 'Auto renew', '自动续订'],
  },
}

const powershellCustomers: KnownShape = {
  shape: 'powershell-customers',
  required: {
    customerId: ['CustomerId'],
    customerName: ['Name'],
    relationship: ['RelationshipToPartner'],
    delegatedPrivileges: ['AllowDelegatedAccess'],
  },
  optional: { domain: ['Domain'] },
}

const powershellSubscriptions: KnownShape = {
  shape: 'powershell-subscriptions',
  required: {
    subscriptionId: ['SubscriptionId'],
    offer: ['OfferName'],
    status: ['Status'],
    quantity: ['Quantity'],
    endDate: ['CommitmentEndDate'],
  },
  optional: {
    // Export-Csv has no customer; scripts that go through all of them add one of these.
    customerId: ['CustomerId', 'CustomerTenantId', 'TenantId'],
    customerName: ['CustomerName'],
    domain: ['CustomerDomain'],
    nickname: ['FriendlyName'],
    unitType: ['UnitType'],
    startDate: ['EffectiveStartDate'],
    creationDate: ['CreationDate'],
    termDuration: ['TermDuration'],
    billingCycle: ['BillingCycle'],
    billingType: ['BillingType'],
    autoRenew: ['AutoRenewEnabled'],
    isTrial: ['IsTrial'],
    resellerPartnerId: ['PartnerId'],
    orderId: ['OrderId'],
    offerId: ['OfferId'],
    parentSubscriptionId: ['ParentSubscriptionId'],
    contractType: ['ContractType'],
    publisher: ['PublisherName'],
  },
}

/** The known files that are tables, the most particular first. */
export const knownShapes: readonly KnownShape[] = [
  reconciliation,
  powershellSubscriptions,
  powershellCustomers,
  customersCsv,
  subscriptionsExport,
]

/** Further names people give such columns; only ever a proposal, which the user confirms. */
const otherNames: Headers = {
  customerId: ['Tenant ID', 'Tenant', 'Customer tenant ID', '租户 ID', '租户标识', '租户编号', '租户'],
  customerName: [
    'Customer name',
    'Customer',
    'Company',
    'Name',
    '客户名称',
    '客户',
    '客户名',
    '公司',
    '企业名称',
    '单位名称',
  ],
  domain: ['Domain', 'Domain name', 'Primary domain', '域名', '域', '客户域名'],
  relationship: ['Relationship type', '关系状态'],
  delegatedPrivileges: ['DAP', 'Delegated admin privileges', '委派的管理权限', '委派管理权限'],
  country: ['Country', 'Country/Region', '国家', '国家/地区', '地区'],
  subscriptionId: ['Subscription number', '订阅号'],
  offer: ['Offer', 'Offer name', 'Product', 'Product name', 'SKU', '产品', '产品名称', '产品/服务', '套餐'],
  nickname: ['Subscription name', 'Alias', '别名', '备注名'],
  quantity: ['Seats', 'Licenses', 'Licences', 'Qty', '席位', '席位数', '许可证', '许可证数', '用户数'],
  status: ['State', 'Subscription status', '订阅状态'],
  startDate: [
    'Start',
    'Start (UTC)',
    '开始',
    '开始（UTC）',
    'Effective date',
    '起始日期',
    '开始时间',
    '生效日期',
    '开通日期',
  ],
  endDate: [
    'End',
    'End (UTC)',
    '结束',
    '结束（UTC）',
    'Expiry',
    'Expiry date',
    'Expiration date',
    'Renewal date',
    '到期',
    '到期日',
    '到期日期',
    '截止日期',
    '结束时间',
    '续订日期',
  ],
  autoRenew: ['Auto-renewal', 'Automatic renewal', '自动续费', '是否自动续订'],
  resellerPartnerId: [
    'PartnerID of record',
    '记录的合作伙伴 ID',
    'Partner of record',
    'MPN ID',
    'PartnerID',
    '记录的合作伙伴',
    '合作伙伴 ID',
  ],
  resellerName: [
    'Name of the reseller',
    'Reseller name',
    'Partner',
    'Partner name',
    '经销商名称',
    '合作伙伴',
  ],
  orderId: ['Order', '订单', '订单号', '订单 ID'],
  billingCycle: ['Billing cycle', 'Billing', '计费周期', '付款周期'],
  termDuration: ['Term length', '订阅期限', '合同期限'],
  parentSubscriptionId: ['Add-on of', '所属主订阅'],
  suspensionReasons: ['Reasons for suspension', 'Suspension reasons', '暂停原因'],
  isTrial: ['Trial', '试用', '是否试用'],
}

/** Every name a fact is known by, for proposing what an unknown table's columns mean. */
export function namesOf(fact: FileFact): readonly string[] {
  return [
    ...knownShapes
      .filter(({ shape }) => shape !== 'reconciliation-21vianet')
      .flatMap(({ required, optional }) => [...(required[fact] ?? []), ...(optional[fact] ?? [])]),
    ...(otherNames[fact] ?? []),
  ]
}

/** Every name the program knows a column by, as {@link headerKey} has it. */
export const knownHeaderKeys: ReadonlySet<string> = new Set(
  [...knownShapes.flatMap(({ required, optional }) => [required, optional]), otherNames]
    .flatMap((headers) => Object.values(headers))
    .flat()
    .map((name) => headerKey(name)),
)

/** A header text without what differs from tool to tool: case, width, spaces, dashes and invisible characters. */
export function headerKey(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_\-./()\p{Default_Ignorable_Code_Point}\uFEFF]/gu, '')
}
