-- What laptops exchange: segments under their end hash, those that wait, and what each merge brought.

CREATE TABLE merge(
  merge INTEGER PRIMARY KEY,
  at INTEGER NOT NULL,        -- ms since 1970, UTC, by this laptop's clock
  source TEXT NOT NULL,       -- the file's name, for people
  sender TEXT,                -- whose laptop packed it
  backup TEXT,                -- the file the store was kept in before
  changes INTEGER NOT NULL,   -- how many came to have effect
  site BLOB,                  -- this installation's series just after it: unchanged, it can be set back
  seq INTEGER NOT NULL
) STRICT;

-- The end hash names a segment; how a series was cut names nothing.
CREATE TABLE sealed(
  "end" BLOB PRIMARY KEY,     -- chain hash of its last change
  chain INTEGER NOT NULL REFERENCES chain(chain), -- the chain of its last change
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  brought INTEGER REFERENCES merge(merge),  -- the merge it came with; null for one's own and the publication
  effective INTEGER REFERENCES merge(merge) -- the merge it came to have effect with
) STRICT;
INSERT INTO sealed("end", chain, first, last, bytes) SELECT "end", chain, first, last, bytes FROM segment;
DROP TABLE segment;
ALTER TABLE sealed RENAME TO segment;
CREATE INDEX segment_chain ON segment(chain, last);

-- Segments whose past is not here yet, or that were set back: kept, not counted.
CREATE TABLE waiting(
  "end" BLOB PRIMARY KEY,
  site BLOB NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  bytes BLOB NOT NULL,
  brought INTEGER REFERENCES merge(merge),
  aside INTEGER NOT NULL      -- 1 if set back: neither counted nor packed until a file brings it again
) STRICT;

-- Sites whose missing changes people no longer wait for; taken all the same if they ever come.
CREATE TABLE dismissed(site BLOB PRIMARY KEY) STRICT, WITHOUT ROWID;

ALTER TABLE chain ADD COLUMN own INTEGER;    -- 1 if this file wrote it
ALTER TABLE chain ADD COLUMN shared INTEGER; -- the last change that was given to anybody
UPDATE chain SET own = 1 WHERE kind = 'laptop';
UPDATE chain SET shared = coalesce((SELECT value FROM meta WHERE key = 'shared'), 0) WHERE own = 1;
DELETE FROM meta WHERE key = 'shared';
CREATE INDEX chain_parent ON chain(parent, parent_seq) WHERE parent IS NOT NULL;
CREATE INDEX record_gone ON record(rid) WHERE gone = 1;

-- Two laptops may each have made a key for one person: a value is held under the key it was committed with.
ALTER TABLE personal ADD COLUMN tbl INTEGER;
ALTER TABLE personal ADD COLUMN col INTEGER;
ALTER TABLE personal ADD COLUMN key BLOB;
UPDATE personal SET key = (SELECT s.key FROM secret s WHERE s.rid = personal.rid);
UPDATE personal SET (tbl, col) = (
  SELECT r.tbl, c.col FROM change c JOIN record r ON r.rid = c.rid
  WHERE substr(c.value, -32) = personal.commitment LIMIT 1
);

-- What other laptops said they had, in the latest file of each: what they lack is the rest.
CREATE TABLE heard(
  site BLOB PRIMARY KEY,      -- the site that packed the file
  vector BLOB NOT NULL,
  made INTEGER NOT NULL,      -- ms since 1970, by its clock
  at INTEGER NOT NULL         -- ms since 1970, by this laptop's clock
) STRICT, WITHOUT ROWID;

-- What shared folders hold, as far as this laptop read or left it there.
CREATE TABLE shelf(
  folder TEXT NOT NULL,
  name TEXT NOT NULL,         -- of the file, below the folder
  "end" BLOB NOT NULL,        -- of a segment in it
  PRIMARY KEY(folder, name, "end")
) STRICT, WITHOUT ROWID;
