/**
 * What a column holds; decides its operators, its alignment and how it is written. A `date` is a civil date, an
 * `instant` a moment in UTC, which is filtered and grouped by the day it had where the user is.
 */
export type ColumnType = 'text' | 'number' | 'date' | 'instant' | 'choice' | 'tags' | 'person'

/** The lists that can be filtered, sorted and grouped in main. */
export const lists = ['customers', 'subscriptions', 'renewals', 'requests', 'imports', 'links'] as const
export type ListName = (typeof lists)[number]

/** The columns of each list by name; main knows where each comes from, the page what it is called. */
export const listColumns = {
  customers: {
    name: 'text',
    domain: 'text',
    tenantId: 'text',
    relationship: 'choice',
    relationshipRaw: 'text',
    tags: 'tags',
    ownTags: 'tags',
    alias: 'text',
    owner: 'person',
    delegatedPrivileges: 'choice',
    resellerRelationship: 'choice',
    subscriptionCount: 'number',
    seatCount: 'number',
    nextEndDate: 'date',
    requestCount: 'number',
    confirmedAt: 'instant',
    absentSince: 'instant',
    accountName: 'text',
  },
  subscriptions: {
    offer: 'text',
    customerName: 'text',
    nickname: 'text',
    quantity: 'number',
    status: 'choice',
    statusRaw: 'text',
    termDuration: 'choice',
    billingCycle: 'choice',
    startDate: 'date',
    endDate: 'date',
    autoRenew: 'choice',
    isTrial: 'choice',
    addOnOf: 'text',
    partnerOfRecordState: 'choice',
    partnerOfRecord: 'text',
    resellerName: 'text',
    suspensionReasons: 'tags',
    id: 'text',
    accountName: 'text',
    fileName: 'text',
    confirmedAt: 'instant',
    absentSince: 'instant',
  },
  renewals: {
    customerName: 'text',
    offer: 'text',
    quantity: 'number',
    endDate: 'date',
    bucket: 'choice',
    priority: 'choice',
    autoRenew: 'choice',
    status: 'choice',
    termDuration: 'choice',
    partnerOfRecordState: 'choice',
    state: 'choice',
    isPinned: 'choice',
    snoozedUntil: 'date',
    note: 'text',
    id: 'text',
    accountName: 'text',
    confirmedAt: 'instant',
  },
  requests: {
    customerName: 'text',
    state: 'choice',
    kind: 'choice',
    purpose: 'choice',
    stateAt: 'instant',
    remindOn: 'date',
    sentAt: 'instant',
    reminderCount: 'number',
    accountName: 'text',
    cloud: 'choice',
    recipients: 'tags',
    language: 'choice',
    subject: 'text',
    relationshipOwner: 'choice',
    createdAt: 'instant',
    exportedAt: 'instant',
  },
  imports: {
    fileName: 'text',
    shape: 'choice',
    accountName: 'text',
    encoding: 'choice',
    rowCount: 'number',
    rejectedCount: 'number',
    importedAt: 'instant',
  },
  links: {
    link: 'text',
    accountName: 'text',
    cloud: 'choice',
    isCurrent: 'choice',
    purpose: 'choice',
    label: 'text',
    checkedAt: 'instant',
    requestCount: 'number',
    addedAt: 'instant',
    retiredAt: 'instant',
  },
} as const satisfies { readonly [L in ListName]: { readonly [column: string]: ColumnType } }

/** The columns of one list. */
export type ColumnOf<L extends ListName> = keyof (typeof listColumns)[L] & string

const dayOperators = [
  'is',
  'is-not',
  'between',
  'before',
  'after',
  'in-period',
  'in-next-days',
  'in-last-days',
  'is-empty',
  'is-not-empty',
] as const

/** The operators of each type of column, in the order they are offered. */
export const operatorsOf = {
  text: ['contains', 'not-contains', 'is', 'is-not', 'starts-with', 'is-empty', 'is-not-empty'],
  number: ['is', 'is-not', 'between', 'at-least', 'at-most', 'is-empty', 'is-not-empty'],
  date: dayOperators,
  instant: dayOperators,
  choice: ['any-of', 'none-of'],
  tags: ['any-of', 'none-of', 'contains', 'not-contains', 'is-empty', 'is-not-empty'],
  person: ['is-me', 'any-of', 'none-of', 'is-empty', 'is-not-empty'],
} as const satisfies { readonly [T in ColumnType]: readonly string[] }

export type Operator = (typeof operatorsOf)[ColumnType][number]

/** Most characters of a text that is filtered by: as many as a cell of an imported file may have. */
export const longestValue = 32_767

/** One line of a filter; `value` is absent for the operators that need none. */
export type Condition = {
  readonly column: string
  readonly operator: Operator
  readonly value?: string | number | readonly string[] | readonly number[] | undefined
}

/** A filter: all of its conditions, or any of them; no condition lets everything through. */
export type Filter = { readonly match: 'all' | 'any'; readonly conditions: readonly Condition[] }

/** One step of a sort order; later ones decide where earlier ones are equal. */
export type SortStep = { readonly column: string; readonly direction: 'ascending' | 'descending' }
