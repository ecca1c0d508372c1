/** The value of `to_import` of a version that nothing has followed. */
export const stillValid = 2_147_483_647

/** The newest import of the reading, as an expression: today's, or the one of the day that is asked for. */
export const readingHead =
  'COALESCE((SELECT as_of FROM temp.reading), (SELECT head FROM main.portfolio_head))'

/**
 * The names a projection reads by: the portfolio as it is, or as it was when `temp.reading` says so. A plus keeps the
 * planner from taking the validity for a way to find rows: nearly all of them are valid.
 */
export const readingSchema = `
  CREATE TEMP TABLE reading (as_of INTEGER, today TEXT);
  INSERT INTO temp.reading (as_of, today) VALUES (NULL, NULL);

  CREATE TEMP VIEW past_import AS SELECT * FROM main.import WHERE rid <= ${readingHead} AND shape <> 'merge';

  CREATE TEMP VIEW customer AS
  SELECT customer_rid AS rid, id, account_id, customer_key, tenant_id, name, name_folded, name_key, search_key, domain,
    COALESCE(relationship, 'unknown') AS relationship, relationship_raw, delegated_privileges, delegated_privileges_raw,
    COALESCE(tags, '[]') AS tags, country,
    tenant_import, name_import, domain_import, relationship_import, delegated_privileges_import, tags_import,
    country_import,
    last_listing('customer', customer_rid) AS seen_import,
    absent_since('customer', customer_rid) AS absent_import,
    subscription_count, seat_count,
    -- The column is brought to today at each start; for another day the end dates are asked.
    CASE WHEN (SELECT as_of FROM temp.reading) IS NULL THEN next_end_date ELSE (
      SELECT MIN(v.end_date) FROM main.subscription_fact AS v WHERE v.customer_rid = customer_fact.customer_rid
        AND v.end_date >= (SELECT today FROM temp.reading) AND ${validNow('v')}
    ) END AS next_end_date,
    changed, from_import
  FROM main.customer_fact
  WHERE ${validNow('customer_fact')} AND merged_into IS NULL;

  -- Records that another has taken in.
  CREATE TEMP VIEW merged_customer AS
  SELECT customer_rid AS rid, merged_into FROM main.customer_fact
  WHERE merged_into IS NOT NULL AND ${validNow('customer_fact')};

  CREATE TEMP VIEW subscription AS
  SELECT subscription_rid AS rid, account_id, customer_rid, subscription_key, subscription_id, billing_id, order_id,
    offer_id, durable_offer_id, offer, nickname, quantity, unit_type, COALESCE(status, 'unknown') AS status, status_raw,
    start_date, end_date, end_date_raw, creation_date, commitment_end_date, term_duration, billing_cycle,
    billing_cycle_raw, billing_type, auto_renew, is_trial, parent_subscription_id, suspension_reasons, contract_type,
    product_kind, publisher, partner_of_record, COALESCE(partner_of_record_state, 'unknown') AS partner_of_record_state,
    reseller_of_record, fact_import,
    last_listing('subscription', subscription_rid) AS seen_import,
    absent_since('subscription', subscription_rid) AS absent_import,
    changed, from_import
  FROM main.subscription_fact
  WHERE ${validNow('subscription_fact')};
`

/** The condition under which a version is valid at the reading's head; worked out once a statement. */
function validNow(table: string): string {
  return `+${table}.from_import <= ${readingHead} AND +${table}.to_import > ${readingHead}`
}
