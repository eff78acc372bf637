-- Selaras register, version 9: what a party signs by; who reads a draft, and what an addendum changes;
-- who sees to an obligation, and what was done; and why what a signature covers was corrected.

ALTER TABLE agreement ADD COLUMN occasion TEXT;
ALTER TABLE agreement ADD COLUMN notice_months INTEGER;
ALTER TABLE agreement ADD COLUMN notice_days INTEGER;
ALTER TABLE agreement ADD COLUMN notice_given_on TEXT;
ALTER TABLE agreement ADD COLUMN terminated_by TEXT;
CREATE INDEX agreement_with_notice ON agreement (id)
  WHERE notice_given_on IS NULL AND (notice_months IS NOT NULL OR notice_days IS NOT NULL);

ALTER TABLE party ADD COLUMN label TEXT;
ALTER TABLE party ADD COLUMN unit TEXT;
ALTER TABLE party ADD COLUMN authority TEXT;
ALTER TABLE party ADD COLUMN authority_number TEXT;
ALTER TABLE party ADD COLUMN authority_date TEXT;
ALTER TABLE party ADD COLUMN authority_document INTEGER
  REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED;
CREATE INDEX party_by_authority_document ON party (authority_document);

ALTER TABLE obligation ADD COLUMN responsible TEXT;
ALTER TABLE obligation ADD COLUMN topic TEXT;

CREATE TABLE amendment (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  agreement INTEGER NOT NULL REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  article TEXT NOT NULL,
  text TEXT NOT NULL
) STRICT;
CREATE INDEX amendment_by_agreement ON amendment (agreement);

CREATE TABLE review (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  agreement INTEGER NOT NULL REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  reviewer TEXT NOT NULL,
  sent_on TEXT,
  due_on TEXT,
  decision TEXT,
  decided_on TEXT,
  remarks TEXT
) STRICT;
CREATE INDEX review_by_agreement ON review (agreement);

CREATE TABLE realisation (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  agreement INTEGER NOT NULL REFERENCES agreement (id) DEFERRABLE INITIALLY DEFERRED,
  scope_item INTEGER REFERENCES scope_item (id) DEFERRABLE INITIALLY DEFERRED,
  obligation INTEGER REFERENCES obligation (id) DEFERRABLE INITIALLY DEFERRED,
  done_on TEXT NOT NULL,
  text TEXT NOT NULL,
  quantity INTEGER,
  cohort INTEGER REFERENCES cohort (id) DEFERRABLE INITIALLY DEFERRED,
  document INTEGER REFERENCES document (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX realisation_by_agreement ON realisation (agreement);
CREATE INDEX realisation_by_scope_item ON realisation (scope_item);
CREATE INDEX realisation_by_obligation ON realisation (obligation, done_on);
CREATE INDEX realisation_by_cohort ON realisation (cohort);
CREATE INDEX realisation_by_document ON realisation (document);

-- Why a correction was made of what a signature covers.
ALTER TABLE act ADD COLUMN why TEXT;
