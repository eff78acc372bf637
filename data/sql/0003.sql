-- Selaras register, version 3: the line of an exchange file stands with each change that it made,
-- so that history keeps it when a later file changes the record again; an act is found by the file
-- it took in and by what it undoes; and whole runs of records may go with their import ('remove').

ALTER TABLE change ADD COLUMN line INTEGER;

CREATE INDEX act_by_exchange ON act (exchange) WHERE exchange IS NOT NULL;
CREATE INDEX act_by_undoes ON act (undoes) WHERE undoes IS NOT NULL;

DROP INDEX change_by_run;
CREATE INDEX change_by_run ON change (type, verb, record) WHERE last > record;

-- People who may be one are looked for among those born on one day.
CREATE INDEX participant_by_birth ON participant (birth_date, name) WHERE birth_date IS NOT NULL;

-- Two records that may be one, the older first. They wait until a person says: 'open' until then,
-- 'two' when they are not; when they are one, they are merged.
CREATE TABLE likeness (
  type TEXT NOT NULL,
  one INTEGER NOT NULL,
  other INTEGER NOT NULL,
  decision TEXT NOT NULL, -- 'open', 'two'
  PRIMARY KEY (type, one, other)
) STRICT, WITHOUT ROWID;
CREATE INDEX likeness_by_other ON likeness (type, other);
CREATE INDEX likeness_open ON likeness (type, one, other) WHERE decision = 'open';

-- Records that were merged into another, by which what still calls them so finds that one. A row
-- says nothing while the record is there: the merge was undone.
CREATE TABLE merged (
  type TEXT NOT NULL,
  record INTEGER NOT NULL,
  uid TEXT NOT NULL,
  stays INTEGER NOT NULL,
  PRIMARY KEY (type, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX merged_by_uid ON merged (type, uid);

-- What exchange files would do, looked through and not yet imported. The content is the outcome of
-- the dry run, as exchange/plan.c writes it; what was decided of its pairs stands beside it.
CREATE TABLE plan (
  id INTEGER PRIMARY KEY,
  uri TEXT NOT NULL UNIQUE, -- of the file
  size INTEGER NOT NULL, -- its bytes, and when it was last changed, in nanoseconds
  changed_at INTEGER NOT NULL,
  file TEXT NOT NULL,
  sender_name TEXT NOT NULL,
  planned_at TEXT NOT NULL, -- UTC
  actor TEXT NOT NULL,
  content BLOB NOT NULL
) STRICT;

CREATE TABLE plan_decision (
  plan INTEGER NOT NULL REFERENCES plan (id) ON DELETE CASCADE,
  pair INTEGER NOT NULL, -- its place in the content
  decision TEXT NOT NULL, -- 'same', 'two', 'later'
  PRIMARY KEY (plan, pair)
) STRICT, WITHOUT ROWID;
