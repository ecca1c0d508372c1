/**
 * Version 13: what is counted over the whole portfolio, kept for the next start (ADR 0017). The triggers empty it in the
 * very transaction that shows another portfolio, whoever writes that: an import and a merge move the head, undoing one
 * moves it back, and the removal of an account takes its customers along.
 */
export const keptTotals = `
  CREATE TABLE kept_total (statement TEXT PRIMARY KEY, answer TEXT NOT NULL) STRICT;
  CREATE TRIGGER kept_total_head AFTER UPDATE ON portfolio_head BEGIN DELETE FROM kept_total; END;
  CREATE TRIGGER kept_total_account AFTER DELETE ON partner_account BEGIN DELETE FROM kept_total; END;
`
