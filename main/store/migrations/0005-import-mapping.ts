/** What the user said the columns of a table mean, by the fingerprint of its header; asked once for each kind of file. */
export const importMapping = `
  CREATE TABLE import_mapping (
    fingerprint TEXT PRIMARY KEY,
    mapping TEXT NOT NULL,
    used_at TEXT NOT NULL
  ) STRICT;
`
