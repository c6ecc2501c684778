-- Duplicates that were joined. In record.life and the kinds' tables 4 is one that is here and shown as another record, or
-- a link that is shown once already.

ALTER TABLE record ADD COLUMN root INTEGER REFERENCES record(rid); -- what it is shown as; null for itself
CREATE INDEX record_root ON record(root) WHERE root IS NOT NULL;

-- What the heads of same_as name, of whomever they are.
CREATE TABLE same(
  rid INTEGER NOT NULL REFERENCES record(rid),
  other INTEGER NOT NULL REFERENCES record(rid),
  PRIMARY KEY(rid, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX same_other ON same(other);
