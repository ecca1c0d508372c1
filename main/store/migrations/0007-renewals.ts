/**
 * Version 7: the user's own marks on renewals, and what has been written to calendar files. Both stand beside the
 * mirror and name a subscription by its key, so that nothing of the mirror refers to them and no import touches them.
 */
export const renewals = `
  CREATE TABLE renewal_mark (
    id TEXT PRIMARY KEY,
    account_id TEXT NOT NULL REFERENCES partner_account (id) ON DELETE CASCADE,
    renewal_key TEXT NOT NULL,
    is_pinned INTEGER NOT NULL,
    snoozed_until TEXT,
    -- The end date that was done with; an empty text where there is none.
    done_for_end TEXT,
    note TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    UNIQUE (account_id, renewal_key)
  ) STRICT;

  -- How often an event has left the program: a calendar takes a file only for newer when this number has grown.
  CREATE TABLE calendar_event (
    account_id TEXT NOT NULL REFERENCES partner_account (id) ON DELETE CASCADE,
    renewal_key TEXT NOT NULL,
    sequence INTEGER NOT NULL,
    PRIMARY KEY (account_id, renewal_key)
  ) STRICT, WITHOUT ROWID;
`
