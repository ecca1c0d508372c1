/** The encodings the program reads; what a Chinese Excel saves as CSV is GB18030. */
export const encodings = ['utf-8', 'utf-8-bom', 'utf-16le', 'utf-16be', 'gb18030'] as const
export type Encoding = (typeof encodings)[number]

/** The characters that may part the cells of a text file. */
export const delimiters = [',', ';', '\t', '|', '，'] as const
export type Delimiter = (typeof delimiters)[number]

/** How `2/3/2026` is to be read; years first are read as they are, and without an order such a date is not guessed. */
export const dateOrders = ['month-first', 'day-first'] as const
export type DateOrder = (typeof dateOrders)[number]

/** The files the program reads (domain 5); `mapped` is any other table, read by columns the user named. */
export const fileShapes = [
  'reconciliation-21vianet',
  'customers-csv',
  'subscriptions-export',
  'powershell-customers',
  'powershell-subscriptions',
  'api-json',
  'mapped',
] as const
/** Where facts come from: a file, or two customers made one. */
export const importSources = [...fileShapes, 'merge'] as const

export type FileShape = (typeof fileShapes)[number]

/** What a column of a file can state about a customer. */
export const customerFacts = [
  'customerId',
  'customerName',
  'domain',
  'relationship',
  'delegatedPrivileges',
  'tags',
  'country',
] as const

/** What a column of a file can state about a subscription. */
export const subscriptionFacts = [
  'subscriptionId',
  'offer',
  'nickname',
  'quantity',
  'unitType',
  'status',
  'startDate',
  'endDate',
  'creationDate',
  'commitmentEndDate',
  'termDuration',
  'billingCycle',
  'billingType',
  'autoRenew',
  'isTrial',
  'resellerPartnerId',
  'partnerId',
  'resellerName',
  'billingId',
  'orderId',
  'offerId',
  'durableOfferId',
  'parentSubscriptionId',
  'suspensionReasons',
  'contractType',
  'productKind',
  'publisher',
  'chargeStart',
  'chargeEnd',
] as const

/** Everything a column can state. */
export const fileFacts = [...customerFacts, ...subscriptionFacts] as const
export type FileFact = (typeof fileFacts)[number]

/** The facts that say what a row is about; a mapping needs one of them. */
export const namingFacts: ReadonlySet<FileFact> = new Set([
  'customerId',
  'customerName',
  'domain',
  'subscriptionId',
])

/** Which column of a table states which fact: positions from 0. */
export type Mapping = { readonly [Fact in FileFact]?: number }
