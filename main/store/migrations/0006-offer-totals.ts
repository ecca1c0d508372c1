/** Version 6: what is counted by offer is counted from an index alone. */
export const offerTotals = `
  DROP INDEX subscription_fact_offer;
  CREATE INDEX subscription_fact_offer ON subscription_fact (offer, account_id, from_import, to_import);
`
