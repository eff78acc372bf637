-- Selaras register, version 4: what data a line of scope lets travel, and the exports that left.

ALTER TABLE "scope_item" ADD COLUMN "carries" TEXT;

-- Files that left. Who made one, and when, its act says; a partner or an agreement may have been
-- deleted since, so that the partner's name is kept beside its id.
CREATE TABLE export (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id) DEFERRABLE INITIALLY DEFERRED,
  partner INTEGER NOT NULL,
  partner_name TEXT NOT NULL,
  agreement INTEGER, -- that it rests on; NULL for none
  purpose TEXT NOT NULL,
  what TEXT NOT NULL, -- 'agreements', 'roster', 'schedule', 'outcomes', 'everything'
  file TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  n_records INTEGER NOT NULL,
  sensitivity TEXT NOT NULL -- 'public', 'internal', 'personal', 'specific': the highest that left
) STRICT;

-- The records in them, as runs of ids. No run is longer than 65,536, so that those with one record
-- in them are found within so many places of the index.
CREATE TABLE export_run (
  type TEXT NOT NULL,
  first INTEGER NOT NULL,
  export INTEGER NOT NULL REFERENCES export (id),
  last INTEGER NOT NULL,
  PRIMARY KEY (type, first, export)
) STRICT, WITHOUT ROWID;
