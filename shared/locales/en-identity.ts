/** Which customer a row without a tenant id means. */
export const importIdentity = {
  part: 'Which customer?',
  waiting_one:
    '{{count, number}} row may mean a customer that is already known. Without an answer it is left out.',
  waiting_other:
    '{{count, number}} rows may mean customers that are already known. Without an answer they are left out.',
  show: 'Answer',
  search: 'Find in this list',
  allSuggested: 'Answer all as suggested',
  allLeftOut: 'Leave the rest out',
  answered: 'Answered: {{answered, number}} of {{count, number}}',
  columns: { name: 'In the file', subscriptions: 'Subscriptions', answer: 'Which customer' },
  isWaiting: 'No answer yet',
  isNew: 'A new customer',
  isLeftOut: 'Left out',
  choose: 'Choose a row to say which customer it means.',
  question: 'Which customer is “{{name}}”?',
  hints: {
    user: 'The file gives no tenant id. The answer is remembered for the next file of this account.',
    'earlier-file': 'Answered for an earlier file; another answer replaces it.',
    subscriptions:
      'The only customer of this name has these subscriptions already; another answer replaces it.',
  },
  subscriptions_one: '{{count, number}} subscription',
  subscriptions_other: '{{count, number}} subscriptions',
  reasons: {
    'same-subscription': 'has these subscriptions',
    'same-domain': 'same domain',
    'same-name': 'same name',
    'near-name': 'similar name',
    homograph: 'looks the same, in other letters',
  },
  suggested: 'suggested',
  other: 'Another customer',
  none: 'No customer of this account matches.',
  isPart: 'Rows are left out, so nothing is concluded from what is missing from this file.',
  leftOut_one: '{{count, number}} row left out',
  leftOut_other: '{{count, number}} rows left out',
} as const
