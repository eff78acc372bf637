-- Selaras register, version 5: the log of exports answers at once, however the people in them are
-- scattered, and so does the list of them.

-- How many people were in an export stands beside it.
ALTER TABLE export ADD COLUMN n_people INTEGER NOT NULL DEFAULT 0;
UPDATE export SET n_people = (
  SELECT coalesce (sum (r.last - r.first + 1), 0) FROM export_run r
  WHERE r.type = 'participant' AND r.export = export.id
);

-- The runs of one export lie together and do not overlap, so that whether a record is in it is one
-- look at the run that begins last before the record. They may be of any length now.
ALTER TABLE export_run RENAME TO export_run_4;
CREATE TABLE export_run (
  export INTEGER NOT NULL REFERENCES export (id),
  type TEXT NOT NULL,
  first INTEGER NOT NULL,
  last INTEGER NOT NULL,
  PRIMARY KEY (export, type, first)
) STRICT, WITHOUT ROWID;
INSERT INTO export_run (export, type, first, last)
  SELECT export, type, first, last FROM export_run_4 ORDER BY export, type, first;
DROP TABLE export_run_4;

-- What was merged into a record is found from that record.
CREATE INDEX merged_by_stays ON merged (type, stays);
