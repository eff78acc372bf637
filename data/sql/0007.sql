-- Selaras register, version 7: a table that came in before is known again by what is in it.

-- SHA-256 of a file that has no number among those of its sender; empty where it has one.
ALTER TABLE exchange ADD COLUMN hash TEXT NOT NULL DEFAULT '';
