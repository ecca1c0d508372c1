/** What the first start says. */
export const welcome = {
  title: 'Welcome to Multi-Partner Desk',
  subtitle:
    'Customers, reseller relationships and subscriptions on your own computer. Nothing leaves it unless you save or copy it.',
  account: 'Set up a partner account',
  accountHint: 'Your company in one cloud, with its invitation link from Partner Center.',
  accountAction: 'Set up account',
  file: 'Import a file',
  fileHint: 'A licence-based reconciliation file or the Customers.csv of Partner Center.',
  fileAction: 'Choose a file',
  fileDrop: 'You can also drop it anywhere on this window.',
  sample: 'Look around with sample data',
  sampleHint: '40 made-up customers, marked as sample data and removed with one click.',
  sampleAction: 'Load sample data',
} as const

/** Partner accounts: the list and the editor. */
export const accounts = {
  title: 'Partner accounts',
  list: 'Partner accounts',
  add: 'Add account',
  edit: 'Edit',
  editNamed: 'Edit {{name}}',
  remove: 'Remove account',
  removed: 'Account removed.',
  created: 'Account added.',
  updated: 'Account saved.',
  empty: 'No partner account yet',
  emptyHint: 'Set one up to import its customers and to prepare requests with its invitation link.',
  customers: 'Customers',
  logo: {
    of: 'Logo of {{name}}',
    set: 'Logo for papers…',
    replace: 'Replace logo…',
    remove: 'Remove logo',
    saved: 'Logo kept: call cards and reports of this account carry it.',
    removed: 'Logo removed.',
  },
  linkSince: 'Kept exactly as pasted, byte for byte, since {{date}}',
  linkMissing: 'No link yet',
  createTitle: 'New partner account',
  editTitle: 'Edit partner account',
  forImport: 'The file belongs to a partner account. Set it up first; then the import goes on.',
  sections: { company: 'Company', sender: 'Sender of the mails', link: 'Invitation link' },
  fields: {
    companyName: 'Company name',
    cloud: 'Cloud',
    kind: 'Kind of partner',
    tenantId: 'Tenant id (Microsoft ID)',
    partnerId: 'PartnerID (MPN)',
    userRole: 'Your role in Partner Center',
    market: 'Market',
    isDelinquent: 'Suspended for overdue payment',
    senderName: 'Name',
    senderEmail: 'E-mail address',
    senderPhone: 'Phone',
    link: 'Link from Partner Center',
    providerLink: 'Your provider’s link',
  },
  hints: {
    companyName: 'As customers know it; it stands in the mails.',
    tenantId: 'Of your own company. It lets the program notice another partner’s link.',
    partnerId: 'Digits only. It tells your subscriptions from other partners’.',
    userRole: 'Only for hints in the wizard.',
    market: 'Two letters of your country, as CN. On Global, requests work within one market.',
    sender: 'For the closing of the mails.',
    link: 'Customers > Request a reseller relationship: copy the link of the mail shown there.',
    providerLink:
      'An indirect reseller cannot make invitations of its own. Paste the link your indirect provider gave you; once accepted, the provider owns the relationship.',
  },
  problems: {
    required: 'Enter a company name.',
    companyName: 'At most 200 characters, in one line.',
    cloud: 'Choose a cloud.',
    kind: 'Choose a kind of partner.',
    tenantId: 'A tenant id looks like 0a1b2c3d-4e5f-6071-8293-a4b5c6d7e8f9.',
    partnerId: 'A PartnerID has only digits, at most 12.',
    userRole: 'Choose a role.',
    market: 'A country has two letters, as CN.',
    isDelinquent: 'Choose yes or no.',
    senderName: 'At most 200 characters, in one line.',
    senderEmail: 'This is not a plain e-mail address.',
    senderPhone: 'At most 64 characters, in one line.',
    link: 'This is not an invitation link.',
  },
} as const

/** The locked box of an invitation link. */
export const link = {
  label: 'Invitation link',
  providerLabel: 'Your provider’s link',
  locked: 'Kept exactly as pasted, byte for byte',
  host: 'Leads to',
  partner: 'Partner',
  noPartner: 'The link names no partner id this program can read.',
  ownPartner: 'your tenant id',
  replace: 'Replace',
  problems: {
    empty: 'Paste the link from Partner Center.',
    whitespace: 'The link has a space, a line break or an invisible character inside. Copy it again, whole.',
    'not-an-address': 'This is not a web address.',
    'not-https': 'An invitation link starts with https://.',
    credentials: 'The link carries a user name or password, which no invitation does.',
    port: 'The link names a port, which no invitation does.',
    'too-long': 'The link is longer than 2,048 characters.',
  },
  warnings: {
    'other-cloud':
      'The address looks like another cloud’s. Check that the link was copied from the Partner Center of this account.',
    'other-partner': 'The link names another partner than this account’s tenant id.',
    'several-partners': 'The link names more than one partner.',
    'confusable-host': 'The address contains letters that may look like others. Read it letter by letter.',
  },
  warningProvider: 'That is as it should be when the link is your provider’s.',
} as const

/** Settings. */
export const settings = {
  title: 'Settings',
  language: 'Language',
  languageHint: 'Of this window. The language of a mail is chosen with each request.',
  languageSystem: 'As the system ({{language}})',
  theme: 'Theme',
  themes: { system: 'As the system', light: 'Light', dark: 'Dark' },
  sample: 'Sample data',
  sampleOn: 'The sample portfolio is loaded.',
  sampleOff: 'A made-up portfolio of 40 customers for trying the program out.',
  loadSample: 'Load sample data',
  about: 'About',
  version: 'Version',
  runtime: 'Runtime',
  database: 'Database',
  dataFolder: 'Data folder',
  quarantined:
    'The settings file could not be read. It was put aside as {{file}}, and the settings started afresh.',
} as const

/** Copies of the portfolio. */
export const backups = {
  title: 'Backups',
  explain:
    'Once a day the program copies everything it holds, for a week, into the data folder. A copy on another disk outlives this one. What you delete stays in the copies until they are gone.',
  none: 'No backup yet. The first one is made a minute after the start.',
  create: 'Back up now',
  made: 'Backup of {{time}} made.',
  save: 'Save elsewhere…',
  saveNamed: 'Save elsewhere: the backup of {{time}}',
  saved: 'Backup saved as {{file}}.',
  restore: 'Restore…',
  restoreNamed: 'Restore the backup of {{time}}',
  fromFile: 'Restore from a file…',
  about: '{{reason}}, {{size}} MB',
  reasons: {
    daily: 'Daily',
    manual: 'Made by you',
    migration: 'Before an update of the program',
    replaced: 'What a restored backup replaced',
  },
  question: 'Restore a backup?',
  questionTime:
    'The program starts again with what it held at {{time}}. What it holds now is kept as a backup, so you can come back to it.',
  questionFile:
    'The program starts again with what the file holds. What it holds now is kept as a backup, so you can come back to it.',
  confirm: 'Restore and restart',
  chooseFile: 'Choose a file',
  restarting: 'The program starts again with the restored data.',
} as const
