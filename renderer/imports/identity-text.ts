import type { ListRow } from '#renderer/table/use-list-window.ts'

/** A row of a file that may mean a customer already known. */
export type Question = ListRow<'import.questions'>

type Say = (key: `importIdentity.${'isNew' | 'isLeftOut' | 'isWaiting'}`) => string

/** What a row is said to be, in words. */
export function answerText(t: Say, { answer, candidates }: Question): string {
  switch (answer?.kind) {
    case 'customer': {
      const customer = candidates.find(({ customerId }) => customerId === answer.customerId)
      return customer === undefined ? '' : [customer.name, customer.domain].filter(Boolean).join(' · ')
    }
    case 'new':
      return t('importIdentity.isNew')
    case 'leave-out':
      return t('importIdentity.isLeftOut')
    case undefined:
      return t('importIdentity.isWaiting')
  }
}
