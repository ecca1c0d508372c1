import type { ColumnOf, ListName } from '#shared/domain/list-columns.ts'
import type { en } from './en.ts'

/** The path of a text in the catalogues. */
export type TextPath = PathOf<typeof en>

type PathOf<T> = {
  readonly [K in keyof T & string]: T[K] extends string ? K : `${K}.${PathOf<T[K]>}`
}[keyof T & string]

/** What each column of each list is called: the same words in its header on the screen and in an exported file. */
export const columnTitles: { readonly [L in ListName]: { readonly [C in ColumnOf<L>]: TextPath } } = {
  customers: {
    name: 'customers.columns.name',
    domain: 'customers.columns.domain',
    tenantId: 'lists.customers.tenantId',
    relationship: 'customers.columns.relationship',
    relationshipRaw: 'lists.customers.relationshipRaw',
    tags: 'lists.customers.tags',
    ownTags: 'own.columns.ownTags',
    alias: 'own.columns.alias',
    owner: 'own.columns.owner',
    delegatedPrivileges: 'own.columns.delegatedPrivileges',
    resellerRelationship: 'relationship.reseller',
    subscriptionCount: 'customers.columns.subscriptionCount',
    seatCount: 'customers.columns.seatCount',
    nextEndDate: 'customers.columns.nextEndDate',
    requestCount: 'lists.customers.requestCount',
    confirmedAt: 'lists.customers.confirmedAt',
    absentSince: 'lists.customers.absentSince',
    accountName: 'lists.customers.accountName',
  },
  subscriptions: {
    offer: 'subscriptions.columns.offer',
    customerName: 'lists.subscriptions.customerName',
    nickname: 'lists.subscriptions.nickname',
    quantity: 'subscriptions.columns.quantity',
    status: 'subscriptions.columns.status',
    statusRaw: 'lists.subscriptions.statusRaw',
    startDate: 'subscriptions.columns.startDate',
    endDate: 'subscriptions.columns.endDate',
    partnerOfRecord: 'lists.subscriptions.partnerOfRecordId',
    partnerOfRecordState: 'subscriptions.columns.partnerOfRecord',
    id: 'lists.subscriptions.id',
    accountName: 'lists.subscriptions.accountName',
    fileName: 'subscriptions.columns.source',
    confirmedAt: 'lists.subscriptions.confirmedAt',
    absentSince: 'lists.subscriptions.absentSince',
  },
  requests: {
    customerName: 'requests.columns.customer',
    state: 'requests.columns.state',
    kind: 'requests.columns.kind',
    purpose: 'requests.columns.purpose',
    stateAt: 'requests.columns.stateAt',
    remindOn: 'requests.columns.remindOn',
    sentAt: 'requests.columns.sentAt',
    reminderCount: 'requests.columns.reminderCount',
    accountName: 'requests.columns.account',
    cloud: 'lists.requests.cloud',
    recipients: 'requests.columns.recipients',
    language: 'requests.columns.language',
    subject: 'lists.requests.subject',
    relationshipOwner: 'lists.requests.relationshipOwner',
    createdAt: 'requests.columns.created',
    exportedAt: 'requests.columns.exported',
  },
  imports: {
    fileName: 'imports.columns.fileName',
    shape: 'imports.columns.shape',
    accountName: 'imports.columns.account',
    encoding: 'lists.imports.encoding',
    rowCount: 'imports.columns.rowCount',
    rejectedCount: 'imports.columns.rejected',
    importedAt: 'imports.columns.importedAt',
  },
  links: {
    link: 'links.columns.link',
    accountName: 'links.columns.account',
    cloud: 'links.columns.cloud',
    isCurrent: 'links.columns.isCurrent',
    purpose: 'links.columns.purpose',
    label: 'links.columns.label',
    checkedAt: 'links.columns.checkedAt',
    requestCount: 'links.columns.requestCount',
    addedAt: 'links.columns.addedAt',
    retiredAt: 'links.columns.retiredAt',
  },
}
