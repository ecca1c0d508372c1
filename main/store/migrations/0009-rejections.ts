/**
 * Version 9: a suggestion said no to names its customer by record, like all of the user's own work, so that a merge takes
 * it along. Steps that would bring back rows of the former shape can no longer be played.
 */
export const rejections = `
  CREATE TABLE acceptance_rejection_by_record (
    id TEXT PRIMARY KEY,
    request_id TEXT NOT NULL REFERENCES request (id) ON DELETE CASCADE,
    customer_rid INTEGER NOT NULL REFERENCES customer_record (rid) ON DELETE CASCADE,
    rejected_at TEXT NOT NULL,
    UNIQUE (request_id, customer_rid)
  ) STRICT;
  INSERT INTO acceptance_rejection_by_record (id, request_id, customer_rid, rejected_at)
  SELECT r.id, r.request_id, c.rid, r.rejected_at
  FROM acceptance_rejection AS r JOIN customer_record AS c ON c.id = r.customer_id;
  DROP TABLE acceptance_rejection;
  ALTER TABLE acceptance_rejection_by_record RENAME TO acceptance_rejection;
  CREATE INDEX acceptance_rejection_customer ON acceptance_rejection (customer_rid);
  DELETE FROM undo_step WHERE command = 'acceptance.reject';
`
