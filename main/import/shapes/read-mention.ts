import { fold } from '#main/store/fold.ts'
import { parseDomain, parseTenantId } from '../parse-cell.ts'
import type { Mention, RejectReason } from '../portfolio-file.ts'
import { RowRejected } from '../portfolio-file.ts'
import type { TableRow } from '../readers/table.ts'
import type { RecordRules } from './read-record.ts'
import { mayLackId } from './read-record.ts'
import { createCells } from './record-cells.ts'

/** Cells of such rows may stand in other columns than their own. */
const shifted: ReadonlySet<RejectReason> = new Set(['COLUMN_COUNT', 'QUOTE_STRAY'])

/**
 * Makes the reader of what a rejected row can still be told to be about, cell by cell: a list that names a record in a
 * row that could not be taken has named it all the same.
 */
export function createMentionReader(rules: RecordRules): (row: TableRow, reason: RejectReason) => Mention {
  const cells = createCells(rules)
  return ({ cells: texts }, reason) => {
    const isShifted = shifted.has(reason)
    if (isShifted && texts.some((text) => /[\r\n]/.test(text))) {
      // What a stray quotation mark has taken into one cell may be rows of its own.
      return nothing
    }
    const read = cells(texts)
    const idCell = readable(() => read.id('customerId'))
    const tenantId = idCell === null ? null : parseTenantId(idCell)
    const domain = readable(() => parseDomain(read.text('domain')))
    const name = readable(() => fold(read.text('customerName')))
    const otherKey =
      idCell !== null || !mayLackId(rules)
        ? null
        : (rules.customerKey ??
          (domain !== null ? `domain:${domain}` : name !== null ? `name:${name}` : null))
    return {
      customerKey: tenantId === null ? otherKey : `tenant:${tenantId}`,
      domain,
      name,
      subscriptionKey: readable(() => read.id('subscriptionId').toLowerCase()),
      isCertain: !isShifted,
    }
  }
}

const nothing: Mention = {
  customerKey: null,
  domain: null,
  name: null,
  subscriptionKey: null,
  isCertain: false,
}

/** What a cell says; `null` where it is empty or cannot be read. */
function readable(read: () => string | null): string | null {
  try {
    return read() || null
  } catch (thrown) {
    if (thrown instanceof RowRejected) {
      return null
    }
    throw thrown
  }
}
