import type { Mapping } from '#shared/domain/file-reading.ts'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'
import type { KnownPortfolio } from './stage-record.ts'

/** Opens the portfolio for what a reading needs to know of it, and for reading only. */
export function openKnownPortfolio(
  path: string,
  accountId: string,
): KnownPortfolio & { readonly close: () => void } {
  const database = new (loadSqliteDriver().module.DatabaseSync)(path, { readOnly: true })
  const nameOf = database.prepare(
    `SELECT f.name FROM customer_record AS r JOIN customer_fact AS f ON f.customer_rid = r.rid, portfolio_head AS h
    WHERE r.account_id = ? AND r.customer_key = ? AND f.from_import <= h.head AND f.to_import > h.head`,
  )
  const mappingFor = database.prepare('SELECT mapping FROM import_mapping WHERE fingerprint = ?')
  const isFullList = database.prepare(
    'SELECT is_full_list FROM full_list_answer WHERE account_id = ? AND shape = ?',
  )
  return {
    isFullList: (shape) => {
      const answer = isFullList.get(accountId, shape)?.['is_full_list']
      return answer === undefined ? null : answer === 1
    },
    nameOf: (customerKey) => {
      const name = nameOf.get(accountId, customerKey)?.['name']
      return typeof name === 'string' ? name : null
    },
    mappingFor: (fingerprint) => {
      const mapping = mappingFor.get(fingerprint)?.['mapping']
      return typeof mapping === 'string' ? (JSON.parse(mapping) as Mapping) : null
    },
    close: () => database.close(),
  }
}
