/** Version 11: an account's logo, in base64, so that a step of undo can hold it. */
export const accountLogo = `
  CREATE TABLE account_logo (
    account_id TEXT PRIMARY KEY REFERENCES partner_account (id) ON DELETE CASCADE,
    mime TEXT NOT NULL,
    content TEXT NOT NULL,
    width INTEGER NOT NULL,
    height INTEGER NOT NULL,
    updated_at TEXT NOT NULL
  ) STRICT;
`
