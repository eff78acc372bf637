-- Selaras register, version 3: the line of an exchange file stands with each change that it made,
-- so that history keeps it when a later file changes the record again; an act is found by the file
-- it took in and by what it undoes; and whole runs of records may go with their import ('remove').

ALTER TABLE change ADD COLUMN line INTEGER;

CREATE INDEX act_by_exchange ON act (exchange) WHERE exchange IS NOT NULL;
CREATE INDEX act_by_undoes ON act (undoes) WHERE undoes IS NOT NULL;

DROP INDEX change_by_run;
CREATE INDEX change_by_run ON change (type, verb, record) WHERE last > record;
