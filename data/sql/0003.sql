-- Selaras register, version 3: the line of an exchange file stands with each change that it made,
-- so that history keeps it when a later file changes the record again; and an act is found by the
-- file it took in and by what it undoes.

ALTER TABLE change ADD COLUMN line INTEGER;

CREATE INDEX act_by_exchange ON act (exchange) WHERE exchange IS NOT NULL;
CREATE INDEX act_by_undoes ON act (undoes) WHERE undoes IS NOT NULL;
