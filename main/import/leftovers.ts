import { stillValid } from '#main/store/reading.ts'

/** Finds a row when an import that does not count has left something; quick. For the portfolio's file, attached or not. */
export const leftoversSql = `
  SELECT 1 FROM portfolio_head WHERE
    EXISTS (SELECT 1 FROM customer_record WHERE rid = (SELECT MAX(rid) FROM customer_record) AND from_import > head)
    OR EXISTS (SELECT 1 FROM subscription_record
      WHERE rid = (SELECT MAX(rid) FROM subscription_record) AND from_import > head)
    OR EXISTS (SELECT 1 FROM customer_fact WHERE account_id IN (SELECT id FROM partner_account) AND from_import > head)
    OR EXISTS (SELECT 1 FROM subscription_fact WHERE account_id IN (SELECT id FROM partner_account) AND from_import > head)
    OR EXISTS (SELECT 1 FROM customer_fact WHERE to_import < ${stillValid} AND to_import > head)
    OR EXISTS (SELECT 1 FROM subscription_fact WHERE to_import < ${stillValid} AND to_import > head)`
