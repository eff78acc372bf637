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
