/** Version 2: the user's own fields of a customer: alias, owner, tags, contacts, and what was told of privileges. */
export const ownWork = `
  -- The user's own work on customers. No import writes here; what is folded or a key is made when it is written.
  CREATE TABLE own_profile (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL
  ) STRICT;
  CREATE TABLE customer_own (
    customer_rid INTEGER PRIMARY KEY REFERENCES customer (rid) ON DELETE CASCADE,
    alias TEXT,
    alias_folded TEXT,
    alias_key TEXT,
    owner TEXT,
    owner_folded TEXT,
    privileges TEXT,
    privileges_told_on TEXT,
    privileges_note TEXT,
    privileges_at TEXT
  ) STRICT;
  CREATE INDEX customer_own_alias ON customer_own (alias_key) WHERE alias_key IS NOT NULL;
  CREATE INDEX customer_own_owner ON customer_own (owner_folded) WHERE owner_folded IS NOT NULL;
  CREATE TABLE tag (
    id TEXT PRIMARY KEY,
    name TEXT NOT NULL,
    name_folded TEXT NOT NULL UNIQUE,
    colour TEXT NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE TABLE customer_tag (
    rid INTEGER PRIMARY KEY,
    customer_rid INTEGER NOT NULL REFERENCES customer (rid) ON DELETE CASCADE,
    tag_id TEXT NOT NULL REFERENCES tag (id) ON DELETE CASCADE,
    UNIQUE (customer_rid, tag_id)
  ) STRICT;
  CREATE INDEX customer_tag_tag ON customer_tag (tag_id);
  CREATE TABLE customer_contact (
    rid INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    customer_rid INTEGER NOT NULL REFERENCES customer (rid) ON DELETE CASCADE,
    name TEXT NOT NULL,
    role TEXT NOT NULL,
    email TEXT NOT NULL,
    phone TEXT NOT NULL,
    language TEXT,
    receives_requests INTEGER NOT NULL,
    created_at TEXT NOT NULL
  ) STRICT;
  CREATE INDEX customer_contact_customer ON customer_contact (customer_rid, rid);
  ALTER TABLE customer_note ADD COLUMN edited_at TEXT;
`
