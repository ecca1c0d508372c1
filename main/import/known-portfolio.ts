import type { Mapping } from '#shared/domain/file-reading.ts'
import { dateOrders } from '#shared/domain/file-reading.ts'
import { loadSqliteDriver } from '#main/store/sqlite-driver.ts'
import type { KnownPortfolio } from './stage-record.ts'

const byDomain = 'domain:'

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
  const nameOfDomain = database.prepare(
    `SELECT CASE WHEN COUNT(*) = 1 THEN MIN(f.name) END AS name FROM customer_fact AS f, portfolio_head AS h
    WHERE f.domain = ? AND +f.account_id = ? AND +f.from_import <= h.head AND +f.to_import > h.head
      AND f.merged_into IS NULL`,
  )
  const mappingFor = database.prepare('SELECT mapping FROM import_mapping WHERE fingerprint = ?')
  const dateOrderFor = database.prepare('SELECT date_order FROM import_date_order WHERE fingerprint = ?')
  const isFullList = database.prepare(
    'SELECT is_full_list FROM full_list_answer WHERE account_id = ? AND shape = ?',
  )
  return {
    isFullList: (shape) => {
      const answer = isFullList.get(accountId, shape)?.['is_full_list']
      return answer === undefined ? null : answer === 1
    },
    nameOf: (customerKey) => {
      const byKey = nameOf.get(accountId, customerKey)?.['name']
      const name =
        byKey === undefined && customerKey.startsWith(byDomain)
          ? nameOfDomain.get(customerKey.slice(byDomain.length), accountId)?.['name']
          : byKey
      return typeof name === 'string' ? name : null
    },
    mappingFor: (fingerprint) => {
      const mapping = mappingFor.get(fingerprint)?.['mapping']
      return typeof mapping === 'string' ? (JSON.parse(mapping) as Mapping) : null
    },
    dateOrderFor: (fingerprint) => {
      const order = dateOrderFor.get(fingerprint)?.['date_order']
      return dateOrders.find((each) => each === order) ?? null
    },
    close: () => database.close(),
  }
}
