/** Version 1: accounts, links, customers, subscriptions, requests, notes, views and undo. */
export const desk = `
  CREATE TABLE partner_account (
    id TEXT PRIMARY KEY,
    company_name TEXT NOT NULL,
    cloud TEXT NOT NULL,
    kind TEXT NOT NULL,
    tenant_id TEXT,
    partner_id TEXT,
    user_role TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    sender_email TEXT NOT NULL,
    sender_phone TEXT NOT NULL,
    is_sample INTEGER NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;

  -- A link is an opaque string, kept byte for byte; an older one stays, because requests were made with it.
  CREATE TABLE invitation_link (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES partner_account (id) ON DELETE CASCADE,
    link TEXT NOT NULL,
    added_at TEXT NOT NULL,
    retired_at TEXT
  ) STRICT;
  CREATE UNIQUE INDEX invitation_link_current ON invitation_link (account_id) WHERE retired_at IS NULL;

  CREATE TABLE import (
    rid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES partner_account (id) ON DELETE CASCADE,
    shape TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    encoding TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    counts TEXT NOT NULL,
    rejected_count INTEGER NOT NULL,
    imported_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX import_account ON import (account_id, rid);

  -- Each fact names the import that stated it (…_import); seen_import is the latest one that listed the customer.
  CREATE TABLE customer (
    rid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES partner_account (id) ON DELETE CASCADE,
    customer_key TEXT NOT NULL,
    tenant_id TEXT,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    domain TEXT,
    relationship TEXT NOT NULL,
    relationship_raw TEXT,
    tags TEXT NOT NULL,
    tenant_import INTEGER REFERENCES import (rid),
    name_import INTEGER REFERENCES import (rid),
    domain_import INTEGER REFERENCES import (rid),
    relationship_import INTEGER REFERENCES import (rid),
    tags_import INTEGER REFERENCES import (rid),
    seen_import INTEGER REFERENCES import (rid),
    subscription_count INTEGER NOT NULL DEFAULT 0,
    seat_count INTEGER NOT NULL DEFAULT 0,
    next_end_date TEXT,
    UNIQUE (account_id, customer_key)
  ) STRICT;
  CREATE INDEX customer_name ON customer (name_key, rid);
  CREATE INDEX customer_account_name ON customer (account_id, name_key, rid);
  CREATE INDEX customer_next_end ON customer (next_end_date, rid) WHERE next_end_date IS NOT NULL;
  CREATE INDEX customer_seen ON customer (seen_import);

  CREATE TABLE subscription (
    rid INTEGER PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES partner_account (id) ON DELETE CASCADE,
    customer_rid INTEGER NOT NULL REFERENCES customer (rid) ON DELETE CASCADE,
    subscription_key TEXT NOT NULL,
    subscription_id TEXT NOT NULL,
    billing_id TEXT,
    order_id TEXT,
    offer_id TEXT,
    durable_offer_id TEXT,
    offer TEXT NOT NULL,
    nickname TEXT,
    quantity INTEGER,
    status TEXT NOT NULL,
    status_raw TEXT,
    start_date TEXT,
    end_date TEXT,
    end_date_raw TEXT,
    partner_of_record TEXT,
    partner_of_record_state TEXT NOT NULL,
    fact_import INTEGER NOT NULL REFERENCES import (rid),
    seen_import INTEGER NOT NULL REFERENCES import (rid),
    UNIQUE (account_id, subscription_key)
  ) STRICT;
  CREATE INDEX subscription_customer ON subscription (customer_rid, end_date, rid);
  CREATE INDEX subscription_offer ON subscription (offer);
  CREATE INDEX subscription_key ON subscription (subscription_key);
  CREATE INDEX subscription_end_totals ON subscription (end_date, quantity, account_id) WHERE end_date IS NOT NULL;
  CREATE INDEX subscription_end ON subscription (end_date IS NULL, end_date, offer, rid);

  -- Subscriptions are a mirror: only a transaction that has opened the gate (an import, or the removal of an account)
  -- can write to them. The gate's row never survives its transaction.
  CREATE TABLE subscription_gate (is_open INTEGER NOT NULL) STRICT;
  CREATE TRIGGER subscription_no_insert BEFORE INSERT ON subscription
    WHEN NOT EXISTS (SELECT 1 FROM subscription_gate)
    BEGIN SELECT RAISE(ABORT, 'subscriptions are read-only outside an import'); END;
  CREATE TRIGGER subscription_no_update BEFORE UPDATE ON subscription
    WHEN NOT EXISTS (SELECT 1 FROM subscription_gate)
    BEGIN SELECT RAISE(ABORT, 'subscriptions are read-only outside an import'); END;
  CREATE TRIGGER subscription_no_delete BEFORE DELETE ON subscription
    WHEN NOT EXISTS (SELECT 1 FROM subscription_gate)
    BEGIN SELECT RAISE(ABORT, 'subscriptions are read-only outside an import'); END;

  CREATE TABLE customer_note (
    rid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    customer_rid INTEGER NOT NULL REFERENCES customer (rid) ON DELETE CASCADE,
    text TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX customer_note_customer ON customer_note (customer_rid, rid);

  CREATE TABLE request (
    rid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    account_id TEXT NOT NULL REFERENCES partner_account (id) ON DELETE CASCADE,
    customer_rid INTEGER REFERENCES customer (rid),
    prospect_name TEXT,
    prospect_email TEXT,
    language TEXT NOT NULL,
    recipients TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    closing TEXT NOT NULL,
    link_id TEXT NOT NULL REFERENCES invitation_link (id),
    relationship_owner TEXT NOT NULL,
    state TEXT NOT NULL,
    created_at TEXT NOT NULL,
    exported_at TEXT
  ) STRICT;
  CREATE INDEX request_customer ON request (customer_rid);
  CREATE INDEX request_account ON request (account_id, rid);

  -- What happened to a request, with the message as it was then: the ledger no portal keeps.
  CREATE TABLE request_event (
    rid INTEGER PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    at TEXT NOT NULL,
    kind TEXT NOT NULL,
    format TEXT,
    file_name TEXT,
    sha256 TEXT,
    recipients TEXT NOT NULL,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    closing TEXT NOT NULL
  ) STRICT;
  CREATE INDEX request_event_request ON request_event (request_id, rid);

  -- The user's own ways to look at a list; the definition is the contract's, as JSON.
  CREATE TABLE saved_view (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    is_pinned INTEGER NOT NULL,
    definition TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;

  -- What undo and redo play: the rows a change touched, before and after.
  CREATE TABLE undo_step (
    rid INTEGER PRIMARY KEY AUTOINCREMENT,
    command TEXT NOT NULL,
    subject TEXT NOT NULL,
    images TEXT NOT NULL,
    is_undone INTEGER NOT NULL,
    at TEXT NOT NULL
  ) STRICT;

  -- Rows of a previewed file wait here until they are applied or discarded.
  CREATE TABLE import_preview (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES partner_account (id) ON DELETE CASCADE,
    shape TEXT NOT NULL,
    file_name TEXT NOT NULL,
    file_sha256 TEXT NOT NULL,
    encoding TEXT NOT NULL,
    row_count INTEGER NOT NULL,
    rejected_count INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE staged_customer (
    preview_id TEXT NOT NULL REFERENCES import_preview (id) ON DELETE CASCADE,
    customer_key TEXT NOT NULL,
    tenant_id TEXT,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL,
    name_key TEXT NOT NULL,
    search_key TEXT NOT NULL,
    domain TEXT,
    relationship TEXT,
    relationship_raw TEXT,
    tags TEXT,
    PRIMARY KEY (preview_id, customer_key)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE staged_subscription (
    preview_id TEXT NOT NULL REFERENCES import_preview (id) ON DELETE CASCADE,
    subscription_key TEXT NOT NULL,
    customer_key TEXT NOT NULL,
    subscription_id TEXT NOT NULL,
    billing_id TEXT,
    order_id TEXT,
    offer_id TEXT,
    durable_offer_id TEXT,
    offer TEXT NOT NULL,
    nickname TEXT,
    quantity INTEGER,
    status TEXT NOT NULL,
    status_raw TEXT,
    start_date TEXT,
    end_date TEXT,
    end_date_raw TEXT,
    partner_of_record TEXT,
    partner_of_record_state TEXT NOT NULL,
    PRIMARY KEY (preview_id, subscription_key)
  ) STRICT, WITHOUT ROWID;
`
