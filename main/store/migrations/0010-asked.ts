/**
 * Version 10: what the user has been asked and answered, so that nothing is asked twice: who a row without a tenant id
 * is (with the import, so that undoing it takes the answer along; no customer where the row was left out), which two
 * customers are not one, and how a table's dates are to be read.
 */
export const asked = `
  CREATE TABLE customer_identity (
    rid INTEGER PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES partner_account (id) ON DELETE CASCADE,
    -- What the file knew of the customer: domain: and the domain, else name: and the folded name.
    named_as TEXT NOT NULL,
    name TEXT NOT NULL,
    customer_rid INTEGER REFERENCES customer_record (rid) ON DELETE CASCADE,
    import_rid INTEGER NOT NULL REFERENCES import (rid) ON DELETE CASCADE
  ) STRICT;
  CREATE INDEX customer_identity_name ON customer_identity (account_id, named_as);
  CREATE INDEX customer_identity_customer ON customer_identity (customer_rid) WHERE customer_rid IS NOT NULL;
  CREATE INDEX customer_identity_import ON customer_identity (import_rid);

  CREATE TABLE not_duplicate (
    rid INTEGER PRIMARY KEY,
    first_rid INTEGER NOT NULL REFERENCES customer_record (rid) ON DELETE CASCADE,
    second_rid INTEGER NOT NULL REFERENCES customer_record (rid) ON DELETE CASCADE,
    said_at TEXT NOT NULL,
    UNIQUE (first_rid, second_rid)
  ) STRICT;
  CREATE INDEX not_duplicate_second ON not_duplicate (second_rid);

  CREATE TABLE import_date_order (
    fingerprint TEXT PRIMARY KEY,
    date_order TEXT NOT NULL,
    used_at TEXT NOT NULL
  ) STRICT;
`
