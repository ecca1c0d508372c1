/** Requests get a ledger: kinds, purposes, states with their time and evidence, reminders, batches; links a library. */
export const requestLedger = `
  ALTER TABLE request ADD COLUMN kind TEXT NOT NULL DEFAULT 'reseller';
  ALTER TABLE request ADD COLUMN purpose TEXT NOT NULL DEFAULT 'multi-partner';
  ALTER TABLE request ADD COLUMN batch_id TEXT;
  ALTER TABLE request ADD COLUMN prospect_tenant_id TEXT;
  ALTER TABLE request ADD COLUMN state_at TEXT NOT NULL DEFAULT '';
  ALTER TABLE request ADD COLUMN sent_at TEXT;
  ALTER TABLE request ADD COLUMN reminder_count INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE request ADD COLUMN remind_on TEXT;
  -- The import that showed that the customer had accepted.
  ALTER TABLE request ADD COLUMN accepted_import INTEGER;
  UPDATE request SET state_at = COALESCE(exported_at, created_at);
  CREATE INDEX request_remind ON request (remind_on) WHERE remind_on IS NOT NULL;

  -- Where a move led, the user's words for it, and what it rests on (JSON).
  ALTER TABLE request_event ADD COLUMN to_state TEXT;
  ALTER TABLE request_event ADD COLUMN note TEXT;
  ALTER TABLE request_event ADD COLUMN evidence TEXT;

  -- A suggestion the user has said no to, so that it is not made again.
  CREATE TABLE acceptance_rejection (
    id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    customer_id TEXT NOT NULL,
    rejected_at TEXT NOT NULL,
    UNIQUE (request_id, customer_id)
  ) STRICT;

  -- An account keeps one link in use of itself, and others beside it for other kinds of request.
  ALTER TABLE invitation_link ADD COLUMN purpose TEXT NOT NULL DEFAULT 'reseller';
  ALTER TABLE invitation_link ADD COLUMN label TEXT NOT NULL DEFAULT '';
  ALTER TABLE invitation_link ADD COLUMN checked_at TEXT;
  ALTER TABLE invitation_link ADD COLUMN is_default INTEGER NOT NULL DEFAULT 1;
  DROP INDEX invitation_link_current;
  CREATE UNIQUE INDEX invitation_link_current ON invitation_link (account_id)
    WHERE retired_at IS NULL AND is_default = 1;
  UPDATE invitation_link SET purpose = 'provider' WHERE account_id IN
    (SELECT id FROM partner_account WHERE kind = 'indirect-reseller');

  -- What the wizard's checks ask of an account; the user's own knowledge.
  ALTER TABLE partner_account ADD COLUMN is_delinquent INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE partner_account ADD COLUMN market TEXT;

  -- The user's own mail texts, with placeholders.
  CREATE TABLE template (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    language TEXT NOT NULL,
    purpose TEXT,
    cloud TEXT,
    subject TEXT NOT NULL,
    text TEXT NOT NULL,
    closing TEXT NOT NULL,
    created_at TEXT NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;

  -- The wizard's answers while they are no request yet; the page's own business, so a text.
  CREATE TABLE wizard_draft (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    draft TEXT NOT NULL,
    kept_at TEXT NOT NULL
  ) STRICT;

  -- What the user knows of a relationship; the newest of each fact counts, earlier ones are its history.
  CREATE TABLE relationship_fact (
    rid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    customer_rid INTEGER NOT NULL REFERENCES customer_record (rid) ON DELETE CASCADE,
    fact TEXT NOT NULL,
    value TEXT NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX relationship_fact_customer ON relationship_fact (customer_rid, fact, noted_on, rid);

  -- One cell of a customer's partner map, as the user knows it: a service, a partner, and what is between them.
  CREATE TABLE partner_cell (
    id TEXT PRIMARY KEY,
    customer_rid INTEGER NOT NULL REFERENCES customer_record (rid) ON DELETE CASCADE,
    service TEXT NOT NULL,
    partner TEXT NOT NULL,
    transacts TEXT NOT NULL,
    privileges TEXT NOT NULL,
    partner_of_record TEXT NOT NULL,
    source TEXT NOT NULL,
    note TEXT NOT NULL,
    noted_on TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (customer_rid, service, partner)
  ) STRICT;
`
