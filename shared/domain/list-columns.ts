/** What a column holds; decides its operators, its alignment and how it is written. */
export type ColumnType = 'text' | 'number' | 'date' | 'choice' | 'tags'

/** The lists that can be filtered, sorted and grouped in main. */
export const lists = ['customers', 'subscriptions', 'requests', 'imports', 'links'] as const
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
    subscriptionCount: 'number',
    seatCount: 'number',
    nextEndDate: 'date',
    requestCount: 'number',
    confirmedAt: 'date',
    accountName: 'text',
  },
  subscriptions: {
    offer: 'text',
    customerName: 'text',
    nickname: 'text',
    quantity: 'number',
    status: 'choice',
    statusRaw: 'text',
    startDate: 'date',
    endDate: 'date',
    partnerOfRecord: 'text',
    partnerOfRecordState: 'choice',
    id: 'text',
    accountName: 'text',
    fileName: 'text',
    confirmedAt: 'date',
  },
  requests: {
    customerName: 'text',
    state: 'choice',
    accountName: 'text',
    cloud: 'choice',
    recipients: 'tags',
    language: 'choice',
    subject: 'text',
    relationshipOwner: 'choice',
    createdAt: 'date',
    exportedAt: 'date',
  },
  imports: {
    fileName: 'text',
    shape: 'choice',
    accountName: 'text',
    encoding: 'choice',
    rowCount: 'number',
    rejectedCount: 'number',
    importedAt: 'date',
  },
  links: {
    link: 'text',
    accountName: 'text',
    cloud: 'choice',
    isCurrent: 'choice',
    requestCount: 'number',
    addedAt: 'date',
    retiredAt: 'date',
  },
} as const satisfies { readonly [L in ListName]: { readonly [column: string]: ColumnType } }

/** The columns of one list. */
export type ColumnOf<L extends ListName> = keyof (typeof listColumns)[L] & string

/** The operators of each type of column, in the order they are offered. */
export const operatorsOf = {
  text: ['contains', 'not-contains', 'is', 'is-not', 'starts-with', 'is-empty', 'is-not-empty'],
  number: ['is', 'is-not', 'at-least', 'at-most', 'is-empty', 'is-not-empty'],
  date: ['is', 'before', 'after', 'in-next-days', 'in-last-days', 'is-empty', 'is-not-empty'],
  choice: ['any-of', 'none-of'],
  tags: ['contains', 'not-contains', 'is-empty', 'is-not-empty'],
} as const satisfies { readonly [T in ColumnType]: readonly string[] }

export type Operator = (typeof operatorsOf)[ColumnType][number]

/** One line of a filter; `value` is absent for the operators that need none. */
export type Condition = {
  readonly column: string
  readonly operator: Operator
  readonly value?: string | number | readonly string[] | undefined
}

/** A filter: all of its conditions, or any of them; no condition lets everything through. */
export type Filter = { readonly match: 'all' | 'any'; readonly conditions: readonly Condition[] }

/** One step of a sort order; later ones decide where earlier ones are equal. */
export type SortStep = { readonly column: string; readonly direction: 'ascending' | 'descending' }
