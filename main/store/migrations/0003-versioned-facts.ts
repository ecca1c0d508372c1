import type { DatabaseSync } from 'node:sqlite'

/**
 * Version 3: identity and facts are apart (ADR 0008). A record is what the user's own work hangs on; its facts are
 * versions, valid from one import until another; what an import listed is a bitmap of record numbers.
 */
export function versionedFacts(database: DatabaseSync): void {
  database.exec(renameOld)
  database.exec(tables)
  database.exec(carryOver)
  carryListings(database)
  database.exec(dropOld)
}

/** References of other tables follow the first rename, and stay with the name when the table is replaced. */
const renameOld = `
  ALTER TABLE customer RENAME TO customer_record;
  ALTER TABLE subscription RENAME TO old_subscription;
  ALTER TABLE customer_record RENAME COLUMN seen_import TO last_import;
  DROP INDEX customer_name;
  DROP INDEX customer_account_name;
  DROP INDEX customer_next_end;
  DROP INDEX customer_seen;
  CREATE TABLE old_customer AS SELECT * FROM customer_record;
`

const tables = `
  -- The kind of record the file lists all of, where the user said so.
  ALTER TABLE import ADD COLUMN full_kind TEXT;
  -- The newest import before it; NULL where the facts from before it are not known, so that it cannot be undone.
  ALTER TABLE import ADD COLUMN head_before INTEGER;

  -- The newest import that counts: versions of a later one are being written, or are left over and swept.
  CREATE TABLE portfolio_head (only INTEGER PRIMARY KEY CHECK (only = 1), head INTEGER NOT NULL) STRICT;

  -- What an import listed: bit n of byte m stands for the record with rid 8m + n.
  CREATE TABLE import_listing (
    import_rid INTEGER NOT NULL REFERENCES import (rid) ON DELETE CASCADE,
    kind TEXT NOT NULL,
    bits BLOB NOT NULL,
    PRIMARY KEY (import_rid, kind)
  ) STRICT;

  -- The newest import when the user last looked through what is new.
  CREATE TABLE portfolio_looked (
    only INTEGER PRIMARY KEY CHECK (only = 1), head INTEGER NOT NULL, at TEXT NOT NULL
  ) STRICT;

  -- Whether files of a shape list everything, as the user answered.
  CREATE TABLE full_list_answer (
    account_id TEXT NOT NULL REFERENCES partner_account (id) ON DELETE CASCADE,
    shape TEXT NOT NULL,
    is_full_list INTEGER NOT NULL,
    PRIMARY KEY (account_id, shape)
  ) STRICT;

  CREATE TABLE new_customer_record (
    rid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES partner_account (id) ON DELETE CASCADE,
    customer_key TEXT NOT NULL,
    -- What it was called when it was first listed, for the user's own work where no list names it any more.
    name TEXT NOT NULL,
    from_import INTEGER NOT NULL,
    UNIQUE (account_id, customer_key)
  ) STRICT;

  -- A version is valid from from_import until to_import, which is 2147483647 while nothing has followed. NULL was never
  -- stated. Each fact names the import that stated it (…_import).
  CREATE TABLE customer_fact (
    rid INTEGER PRIMARY KEY,
    customer_rid INTEGER NOT NULL REFERENCES customer_record (rid) ON DELETE CASCADE,
    id TEXT NOT NULL,
    account_id TEXT NOT NULL,
    customer_key TEXT NOT NULL,
    tenant_id TEXT,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    domain TEXT,
    relationship TEXT,
    relationship_raw TEXT,
    delegated_privileges TEXT,
    delegated_privileges_raw TEXT,
    tags TEXT,
    country TEXT,
    tenant_import INTEGER,
    name_import INTEGER,
    domain_import INTEGER,
    relationship_import INTEGER,
    delegated_privileges_import INTEGER,
    tags_import INTEGER,
    country_import INTEGER,
    subscription_count INTEGER NOT NULL,
    seat_count INTEGER NOT NULL,
    next_end_date TEXT,
    -- The record that took this one in; such a version is not shown.
    merged_into INTEGER,
    -- What is new in this version, as bits: see main/history/news.ts.
    changed INTEGER NOT NULL DEFAULT 0,
    from_import INTEGER NOT NULL,
    to_import INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX customer_fact_record ON customer_fact (customer_rid, from_import);
  CREATE INDEX customer_fact_valid ON customer_fact (account_id, from_import, to_import, merged_into);
  CREATE INDEX customer_fact_ended ON customer_fact (to_import) WHERE to_import < 2147483647;
  CREATE INDEX customer_fact_news ON customer_fact (account_id, from_import, changed) WHERE changed > 0;
  CREATE INDEX customer_fact_merged ON customer_fact (merged_into) WHERE merged_into IS NOT NULL;
  CREATE INDEX customer_fact_id ON customer_fact (id);
  CREATE INDEX customer_fact_name ON customer_fact (name_key, customer_rid);
  CREATE INDEX customer_fact_account_name ON customer_fact (account_id, name_key, customer_rid);
  CREATE INDEX customer_fact_tenant ON customer_fact (tenant_id) WHERE tenant_id IS NOT NULL;
  CREATE INDEX customer_fact_domain ON customer_fact (domain) WHERE domain IS NOT NULL;
  CREATE INDEX customer_fact_next_end ON customer_fact (next_end_date) WHERE next_end_date IS NOT NULL;

  CREATE TABLE subscription_record (
    rid INTEGER PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES partner_account (id) ON DELETE CASCADE,
    subscription_key TEXT NOT NULL,
    from_import INTEGER NOT NULL,
    UNIQUE (account_id, subscription_key)
  ) STRICT;

  CREATE TABLE subscription_fact (
    rid INTEGER PRIMARY KEY,
    subscription_rid INTEGER NOT NULL REFERENCES subscription_record (rid) ON DELETE CASCADE,
    account_id TEXT NOT NULL,
    customer_rid INTEGER NOT NULL REFERENCES customer_record (rid) ON DELETE CASCADE,
    subscription_key TEXT NOT NULL,
    subscription_id TEXT NOT NULL,
    billing_id TEXT,
    order_id TEXT,
    offer_id TEXT,
    durable_offer_id TEXT,
    offer TEXT NOT NULL,
    nickname TEXT,
    quantity INTEGER,
    unit_type TEXT,
    status TEXT,
    status_raw TEXT,
    start_date TEXT,
    end_date TEXT,
    end_date_raw TEXT,
    creation_date TEXT,
    commitment_end_date TEXT,
    term_duration TEXT,
    billing_cycle TEXT,
    billing_cycle_raw TEXT,
    billing_type TEXT,
    auto_renew INTEGER,
    is_trial INTEGER,
    parent_subscription_id TEXT,
    suspension_reasons TEXT,
    contract_type TEXT,
    product_kind TEXT,
    publisher TEXT,
    partner_of_record TEXT,
    partner_of_record_state TEXT,
    reseller_of_record TEXT,
    fact_import INTEGER NOT NULL,
    changed INTEGER NOT NULL DEFAULT 0,
    from_import INTEGER NOT NULL,
    to_import INTEGER NOT NULL
  ) STRICT;
  CREATE UNIQUE INDEX subscription_fact_record ON subscription_fact (subscription_rid, from_import);
  CREATE INDEX subscription_fact_valid ON subscription_fact (account_id, from_import, to_import);
  CREATE INDEX subscription_fact_ended ON subscription_fact (to_import) WHERE to_import < 2147483647;
  CREATE INDEX subscription_fact_news ON subscription_fact (account_id, from_import, changed) WHERE changed > 0;
  CREATE INDEX subscription_fact_customer ON subscription_fact (customer_rid, end_date, subscription_rid);
  CREATE INDEX subscription_fact_offer ON subscription_fact (offer);
  CREATE INDEX subscription_fact_end_totals
    ON subscription_fact (end_date, quantity, account_id, from_import, to_import) WHERE end_date IS NOT NULL;
  CREATE INDEX subscription_fact_end
    ON subscription_fact (end_date IS NULL, end_date, offer, subscription_rid);

  -- A step of the user's own work remembers which import was the newest, so that undo knows what came last.
  ALTER TABLE undo_step ADD COLUMN head INTEGER NOT NULL DEFAULT 0;
`

/** What was known before becomes one version of each record, valid since the import that stated the last of it. */
const carryOver = `
  INSERT INTO portfolio_head (only, head) SELECT 1, COALESCE(MAX(rid), 0) FROM import;
  INSERT INTO new_customer_record (rid, id, account_id, customer_key, name, from_import)
    SELECT rid, id, account_id, customer_key, name, COALESCE(name_import, last_import, 0) FROM old_customer;
  DROP TABLE customer_record;
  ALTER TABLE new_customer_record RENAME TO customer_record;
  INSERT INTO customer_fact
    (customer_rid, id, account_id, customer_key, tenant_id, name, name_folded, name_key, search_key, domain,
    relationship, relationship_raw, tags, tenant_import, name_import, domain_import, relationship_import, tags_import,
    subscription_count, seat_count, next_end_date, from_import, to_import)
  SELECT rid, id, account_id, customer_key, tenant_id, name, name_folded, name_key, search_key, domain,
    CASE WHEN relationship_raw IS NOT NULL THEN relationship END, relationship_raw,
    CASE WHEN tags_import IS NOT NULL THEN tags END,
    tenant_import, name_import, domain_import, relationship_import, tags_import,
    subscription_count, seat_count, next_end_date,
    MAX(COALESCE(tenant_import, 0), COALESCE(name_import, 0), COALESCE(domain_import, 0),
      COALESCE(relationship_import, 0), COALESCE(tags_import, 0)),
    2147483647
  FROM old_customer ORDER BY rid;
  INSERT INTO subscription_record (rid, account_id, subscription_key, from_import)
    SELECT rid, account_id, subscription_key, fact_import FROM old_subscription ORDER BY rid;
  INSERT INTO subscription_fact
    (subscription_rid, account_id, customer_rid, subscription_key, subscription_id, billing_id, order_id, offer_id,
    durable_offer_id, offer, nickname, quantity, status, status_raw, start_date, end_date, end_date_raw,
    partner_of_record, partner_of_record_state, fact_import, from_import, to_import)
  SELECT rid, account_id, customer_rid, subscription_key, subscription_id, billing_id, order_id, offer_id,
    durable_offer_id, offer, nickname, quantity, CASE WHEN status_raw IS NOT NULL THEN status END, status_raw,
    start_date, end_date, end_date_raw, partner_of_record, partner_of_record_state, fact_import, fact_import, 2147483647
  FROM old_subscription ORDER BY rid;
`

/** Before, it was known of each record only the import that listed it last. */
function carryListings(database: DatabaseSync): void {
  const sources = [
    { kind: 'customer', table: 'old_customer', column: 'last_import' },
    { kind: 'subscription', table: 'old_subscription', column: 'seen_import' },
  ] as const
  for (const { kind, table, column } of sources) {
    const size = Number(
      database.prepare(`SELECT COALESCE(MAX(rid), 0) AS most FROM ${table}`).get()?.['most'],
    )
    const imports = database.prepare(
      `SELECT DISTINCT ${column} AS rid FROM ${table} WHERE ${column} IS NOT NULL`,
    )
    for (const row of imports.all()) {
      const importRid = Number(row['rid'])
      const bits = new Uint8Array((size >> 3) + 1)
      const listed = database.prepare(`SELECT rid FROM ${table} WHERE ${column} = ?`)
      for (const { rid } of listed.iterate(importRid)) {
        bits[Number(rid) >> 3] = (bits[Number(rid) >> 3] ?? 0) | (1 << (Number(rid) & 7))
      }
      database
        .prepare('INSERT INTO import_listing (import_rid, kind, bits) VALUES (?, ?, ?)')
        .run(importRid, kind, bits)
    }
  }
}

const dropOld = `
  DROP TABLE old_subscription;
  DROP TABLE old_customer;
  DROP TABLE staged_subscription;
  DROP TABLE staged_customer;
  DROP TABLE import_preview;

  -- Subscriptions are a mirror: only a transaction that has opened the gate (an import, its undoing, a merge, or the
  -- removal of an account) can write to them. The gate's row never survives its transaction.
${['record', 'fact']
  .flatMap((part) =>
    ['INSERT', 'UPDATE', 'DELETE'].map(
      (verb) => `
  CREATE TRIGGER subscription_${part}_no_${verb.toLowerCase()} BEFORE ${verb} ON subscription_${part}
    WHEN NOT EXISTS (SELECT 1 FROM subscription_gate)
    BEGIN SELECT RAISE(ABORT, 'subscriptions are read-only outside an import'); END;`,
    ),
  )
  .join('')}
`
