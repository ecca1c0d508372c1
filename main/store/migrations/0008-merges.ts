/** Version 8: what of the user's own work a merge of two customers has moved, so that undoing it moves it back. */
export const merges = `
  CREATE TABLE merge_move (
    import_rid INTEGER NOT NULL REFERENCES import (rid) ON DELETE CASCADE,
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    row_id INTEGER NOT NULL,
    absorbed_rid INTEGER NOT NULL,
    PRIMARY KEY (import_rid, table_name, column_name, row_id)
  ) STRICT, WITHOUT ROWID;
`
