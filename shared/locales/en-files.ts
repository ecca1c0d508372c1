/** Files made of what a list shows. */
export const exports = {
  button: 'Export',
  label: 'Export this list',
  utc: '{{title}} (UTC)',
  format: 'Format',
  formats: {
    xlsx: 'Excel workbook (.xlsx)',
    csv: 'CSV for Excel, UTF-8 (.csv)',
    tsv: 'Tab-separated text (.tsv)',
    md: 'Markdown table (.md)',
  },
  columns: 'Columns',
  shown_one: 'The {{count, number}} shown',
  shown_other: 'The {{count, number}} shown',
  all_one: 'All {{count, number}}',
  all_other: 'All {{count, number}}',
  language: 'Language of the file',
  size: '{{rows, number}} rows × {{columns, number}} columns',
  save: 'Save as…',
  saved: 'Saved: {{fileName}}',
  savedSize: '{{rows, number}} rows, {{columns, number}} columns.',
  hidden: 'The customer-safe screen is on. A file would hold every customer.',
  lists: {
    customers: 'Customers',
    subscriptions: 'Subscriptions',
    renewals: 'Renewals',
    requests: 'Requests',
    imports: 'Imports',
    links: 'Links',
  },
} as const

/** Calendar files of ends. */
export const calendarFile = {
  button: 'Calendar file',
  title: 'Calendar file of these renewals',
  hint: 'Import it into Outlook or another calendar. Exported again, the events move instead of doubling.',
  name: 'Renewals',
  summary: '{{customer}}: {{offer}} ends ({{seats}})',
  source: 'Source: {{file}}, confirmed {{date}}',
  alarms: 'Remind me',
  alarm_one: '{{count, number}} day before',
  alarm_other: '{{count, number}} days before',
  save: 'Save as…',
  saved: 'Saved: {{fileName}}',
  events_one: '{{count, number}} event.',
  events_other: '{{count, number}} events.',
} as const

/** Papers about a customer or a portfolio. */
export const reports = {
  button: 'On paper',
  titles: { 'call-card': 'Call card', report: 'Customer report', portfolio: 'Portfolio report' },
  print: 'Print the call card…',
  many_one: 'Call card of {{count, number}} customer (PDF)',
  many_other: 'Call cards of {{count, number}} customers (PDF)',
  manyReports_one: 'Report of {{count, number}} customer (PDF)',
  manyReports_other: 'Reports of {{count, number}} customers (PDF)',
  saved: 'Saved: {{fileName}}',
  savedMany_one: '{{count, number}} file saved.',
  savedMany_other: '{{count, number}} files saved.',
  printed: 'Sent to the printer.',
  made: 'Made on {{date}}',
  contact: 'Contact',
  has: 'What they have, and what is due',
  due: 'Due within 90 days',
  high: 'High priority',
  others: 'Who else sells to them',
  noOthers: 'Nobody else is known.',
  requests: 'Requests',
  notes: 'Last notes',
  total_one: 'Total: {{count, number}} subscription',
  total_other: 'Total: {{count, number}} subscriptions',
  more_one: 'And {{count, number}} more.',
  more_other: 'And {{count, number}} more.',
  moreDue_one:
    'Only the first {{shown, number}} are on paper. {{count, number}} more ends later: the list and its exports have it.',
  moreDue_other:
    'Only the first {{shown, number}} are on paper. {{count, number}} more end later: the list and its exports have them.',
  freshness:
    '{{confirmed, number}} of {{total, number}} subscriptions confirmed on {{newest}}, the oldest on {{oldest}}. Sources: {{files}}.',
  noSource: 'No source lists any subscription.',
} as const
