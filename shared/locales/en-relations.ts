import type { CapabilityAnswer, CapabilityName } from '#shared/domain/capabilities.ts'
import type { LinkFinding } from '#shared/domain/link-inspection.ts'
import type { LinkKind, LinkPurpose } from '#shared/domain/link-kind.ts'
import type { MatchReason } from '#shared/domain/acceptance.ts'
import type { RequestCheck } from '#shared/domain/request-checks.ts'

/** What a cloud's documents say, and where. */
export const capabilities = {
  title: 'What the documents say',
  source: '{{document}} ({{date}})',
  noSource: 'No document of this cloud says anything.',
  names: {
    relationshipRequest: 'Relationship requests',
    requestCarriesPrivileges: 'A request carries delegated privileges',
    linkIsReusable: 'The link may be sent again',
    granularPrivileges: 'Granular privileges (GDAP)',
    indirectModel: 'Indirect providers and resellers',
    customerAgreement: 'Microsoft Customer Agreement needed',
    delinquencyBlocksRequests: 'Overdue payment blocks requests',
  } satisfies { readonly [N in CapabilityName]: string },
  answers: {
    yes: 'Yes',
    no: 'No',
    disputed: 'Documents disagree',
    unknown: 'No source',
  } satisfies { readonly [A in CapabilityAnswer]: string },
  requesters: 'Who may ask',
  acceptedIn: 'Accepted in',
  portals: {
    'office-365-21vianet': 'Admin center of Office 365 operated by 21Vianet',
    'microsoft-365': 'Microsoft 365 admin center',
    'office-government': 'Microsoft Office admin portal',
  },
  acceptor: 'Accepted by',
  acceptorUnnamed: 'an administrator; no role is named',
  acceptorGlobal: 'a Global administrator',
} as const

/** Reasons to think again before a request goes out. */
export const checks = {
  title: 'Before you send',
  none: 'Nothing speaks against it.',
  'account-delinquent':
    'The account is marked as suspended for overdue payment. On 21Vianet such an account cannot request a relationship.',
  'role-may-not-ask': 'Your role in Partner Center usually may not ask. Another colleague may have to.',
  'documents-disagree': 'Microsoft’s own documents contradict each other on such requests in this cloud.',
  'already-listed': 'The customer is in your list as a reseller’s already. Another request adds nothing.',
  'already-open': 'A request to this customer is still open.',
  'market-differs':
    'The customer’s country is not your market. On Global a request works within one market only.',
  'tenant-missing': 'No tenant id is known, so an acceptance can only be matched by domain or name.',
  'link-already-used': 'This link serves once and has gone out already.',
} as const satisfies { readonly [C in RequestCheck | 'title' | 'none']: string }

/** Acceptances an import suggests, and the proof that nothing else changed. */
export const acceptance = {
  title: 'Has a customer accepted?',
  asked: 'asked {{date}}',
  listed: 'Listed for the first time in {{fileName}}',
  relationship: '{{fileName}} states the reseller relationship',
  privileges: '{{fileName}} states delegated privileges',
  reasons: {
    'same-customer': 'the same customer',
    'tenant-id': 'same tenant id',
    domain: 'same domain',
    'default-domain': 'same name in the domain',
    name: 'same name',
  } satisfies { readonly [R in MatchReason]: string },
  confirm: 'Yes, accepted',
  reject: 'Somebody else',
  confirmed: 'Accepted. The import is kept as evidence.',
  rejected: 'Not suggested again.',
  promise: 'What was promised',
  unchanged_one: 'The customer’s {{count, number}} subscription is as it was before.',
  unchanged_other: 'None of the customer’s {{count, number}} subscriptions has changed.',
  changed_one: '{{count, number}} change since before the request:',
  changed_other: '{{count, number}} changes since before the request:',
  nothingBefore: 'No subscriptions of this customer were known before.',
  nothingNow: 'No file lists a subscription of this customer.',
  added_one: '{{count, number}} subscription is listed for the first time.',
  added_other: '{{count, number}} subscriptions are listed for the first time.',
  compared: 'Compared: {{before}} with {{after}}',
  noBefore: 'no earlier import',
  change: '{{offer}}: {{field}} was {{before}}, is {{after}} ({{fileName}}, {{date}})',
  empty: 'nothing',
  fields: {
    offer: 'offer',
    quantity: 'quantity',
    status: 'status',
    startDate: 'start date',
    endDate: 'end date',
    billingCycle: 'billing cycle',
    termDuration: 'term',
    partnerOfRecord: 'partner of record',
    resellerOfRecord: 'reseller of record',
  },
} as const

/** The two facts of a relationship, kept apart. */
export const relationship = {
  title: 'Relationship',
  reseller: 'Reseller relationship',
  privileges: 'Delegated privileges',
  values: { yes: 'Yes', no: 'No', unknown: 'Unknown' },
  note: 'Note what you know',
  fact: 'About',
  value: 'It is',
  source: 'You know it from',
  sources: {
    customer: 'the customer',
    'partner-center': 'Partner Center',
    colleague: 'a colleague',
    other: 'elsewhere',
  },
  on: 'On',
  words: 'Words',
  save: 'Note it',
  saved: 'Noted.',
  history: 'What was stated',
  noHistory: 'Nothing has been stated yet.',
  byFile: '{{fileName}}',
  duties:
    'The customer took away delegated privileges and kept the relationship. That is a normal state: your support duties and the reseller agreement go on.',
} as const

/** Who sells and administers what at a customer. */
export const partnerMap = {
  title: 'Partners',
  hint: 'Only the customer sees all of its partners. Here stands what files state and what you were told, each with its source.',
  picture: 'Partner map of {{name}}',
  empty: 'Nothing is known of this customer’s partners',
  emptyHint: 'Files state what you sell. Note what the customer tells you about others.',
  us: 'Us',
  direct: 'Bought direct',
  service: 'Service',
  partner: 'Partner',
  partnerHint: 'Choose or type',
  transacts: 'Sells it',
  privileges: 'Delegated privileges',
  partnerOfRecord: 'Partner of record',
  source: 'You know it from',
  sourceFile: 'file',
  on: 'On',
  note: 'Words',
  add: 'Note',
  added: 'Noted.',
  entries: 'Entries and their sources',
  remove: 'Remove this entry',
  removed: 'Removed.',
  edit: 'Change this entry',
  copy: 'Copy picture',
  copied: 'The picture is on the clipboard.',
  saveSvg: 'Save picture (SVG)',
  print: 'Save for printing (PDF)',
  saved: 'Saved: {{fileName}}',
  ask: 'Ask the customer who its partners are',
  asked: 'Mail draft saved: {{fileName}}',
  warnings: {
    'one-transacting-partner-with-privileges':
      '{{service}}: more than one partner sells it with delegated privileges ({{partners}}). In the multichannel model only one such partner per service is allowed.',
    'same-offer-twice':
      '{{service}} is bought in more than one place ({{partners}}). A subscription bought elsewhere can block an upgrade with you.',
  },
} as const

/** The user's own mail texts. */
export const templates = {
  title: 'Mail text',
  ours: 'Our text',
  saveAs: 'Keep as template…',
  name: 'Name of the template',
  cloud: 'For the cloud',
  everyCloud: 'Every cloud',
  purpose: 'For the purpose',
  everyPurpose: 'Every purpose',
  forThis: 'For this request',
  forOthers: 'For other clouds or purposes',
  replace: 'Replace',
  replaces: 'Takes the place of the template “{{name}}”.',
  save: 'Keep',
  saved: 'Template kept.',
  remove: 'Remove this template',
  removed: 'Template removed.',
  placeholders: 'Insert',
  statements: 'What accepting does not do',
  placeholderHint: 'Stands for what differs from customer to customer',
  unknown: 'Unknown placeholder: {{names}}',
  empty: 'No value for: {{names}}',
  paragraphs:
    'On 21Vianet the documents allow the first two paragraphs of a request mail to be edited or deleted. The link stays as it is.',
} as const

/** The library of links and its inspector. */
export const inspector = {
  title: 'Inspect a link',
  paste: 'Paste any link',
  hint: 'It is only read: nothing is opened, changed or kept until you say so.',
  account: 'For the account',
  kind: 'Asks for',
  kinds: {
    reseller: 'Reseller relationship',
    'indirect-reseller': 'Reseller and indirect provider together',
    privileges: 'Delegated privileges alone',
    'granular-privileges': 'Granular privileges (GDAP)',
    agreement: 'Microsoft Customer Agreement only',
    'billing-profile': 'Customer profile page',
    unknown: 'A shape no document shows',
  } satisfies { readonly [K in LinkKind]: string },
  dap: 'Delegated privileges',
  dapYes: 'included',
  dapNo: 'not included',
  dapUnsaid: 'the link does not say',
  usedIn_one: 'used in {{count, number}} request',
  usedIn_other: 'used in {{count, number}} requests',
  fine: 'Nothing speaks against this link.',
  findings: {
    'other-partner': 'It names another partner than this account.',
    'other-cloud': 'Its address is another cloud’s.',
    'several-partners': 'It names more than one partner.',
    'look-alike-host': 'The address is made to look like a Microsoft one and is not.',
    wrapped: 'It is wrapped into another address: a redirect or a short link. Ask for the original.',
    're-encoded': 'It was encoded once more on its way. Copy it again from Partner Center.',
    tracking: 'Something has added tracking to it. Copy it again from Partner Center.',
    incomplete: 'A part of it is missing. Copy it again, whole.',
    changed: 'It differs from the link kept for the same purpose. Compare both with Partner Center.',
    reused: 'A GDAP link serves once, and this one has gone out already.',
    'not-an-invitation': 'It is a page beside the invitation, not the invitation.',
    'carries-privileges': 'It asks for delegated privileges, which Global no longer grants this way.',
    'unknown-shape': 'No public document shows this shape, as is so for every 21Vianet link.',
  } satisfies { readonly [F in LinkFinding]: string },
  keep: 'Keep in the library',
  purpose: 'Kept for',
  label: 'Label',
  kept: 'Link kept.',
  use: 'Use this link',
  inUse: 'This link is in use now.',
  checkNow: 'Checked today',
  checked: 'Noted as checked today.',
  retire: 'Take out of use',
  retired: 'Taken out of use.',
  close: 'Close',
} as const

/** What a link is kept for. */
export const linkPurposes = {
  reseller: 'Reseller relationship',
  provider: 'Provider’s link',
  granular: 'GDAP, serves once',
  'partner-provider': 'Provider and reseller',
} as const satisfies { readonly [P in LinkPurpose]: string }
