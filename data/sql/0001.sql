-- Schema 1: the records as their field tables list them (a test holds the two equal), the change
-- log, and where records came from. Dates are ISO 8601, choices are their codes.
-- "group" is a word of SQL, so names of records are quoted throughout.

CREATE TABLE "partner" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "short_name" TEXT,
  "kind" TEXT NOT NULL,
  "parent" INTEGER REFERENCES "partner" (id) DEFERRABLE INITIALLY DEFERRED,
  "region" TEXT,
  "address" TEXT,
  "contact" TEXT,
  "phone" TEXT,
  "email" TEXT
) STRICT;
CREATE INDEX "partner_by_parent" ON "partner" ("parent");

CREATE TABLE "agreement" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "kind" TEXT NOT NULL,
  "alias" TEXT,
  "title" TEXT NOT NULL,
  "parent" INTEGER REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "renews" INTEGER REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "stage" TEXT NOT NULL,
  "signed_on" TEXT,
  "signed_at" TEXT,
  "starts_on" TEXT,
  "ends_on" TEXT,
  "open_ended" INTEGER NOT NULL,
  "term_months" INTEGER,
  "terminated_on" TEXT,
  "terminated_why" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "agreement_by_parent" ON "agreement" ("parent");
CREATE INDEX "agreement_by_renews" ON "agreement" ("renews");

CREATE TABLE "party" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "agreement" INTEGER NOT NULL REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER NOT NULL,
  "partner" INTEGER NOT NULL REFERENCES "partner" (id) DEFERRABLE INITIALLY DEFERRED,
  "number" TEXT,
  "signatory" TEXT,
  "office" TEXT,
  "on_behalf_of" TEXT
) STRICT;
CREATE INDEX "party_by_agreement" ON "party" ("agreement");
CREATE INDEX "party_by_partner" ON "party" ("partner");

CREATE TABLE "witness" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "agreement" INTEGER NOT NULL REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT NOT NULL,
  "office" TEXT
) STRICT;
CREATE INDEX "witness_by_agreement" ON "witness" ("agreement");

CREATE TABLE "scope_item" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "agreement" INTEGER NOT NULL REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER NOT NULL,
  "topic" TEXT NOT NULL,
  "text" TEXT NOT NULL,
  "article" TEXT
) STRICT;
CREATE INDEX "scope_item_by_agreement" ON "scope_item" ("agreement");

CREATE TABLE "obligation" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "agreement" INTEGER NOT NULL REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "party" INTEGER REFERENCES "party" (id) DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT NOT NULL,
  "article" TEXT,
  "due_on" TEXT,
  "recurrence" TEXT,
  "done_on" TEXT
) STRICT;
CREATE INDEX "obligation_by_agreement" ON "obligation" ("agreement");
CREATE INDEX "obligation_by_party" ON "obligation" ("party");

CREATE TABLE "document" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "agreement" INTEGER NOT NULL REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "kind" TEXT NOT NULL,
  "title" TEXT NOT NULL,
  "edition" TEXT,
  "file" TEXT NOT NULL,
  "sha256" TEXT NOT NULL,
  "pages" INTEGER
) STRICT;
CREATE INDEX "document_by_agreement" ON "document" ("agreement");

CREATE TABLE "programme" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "description" TEXT,
  "target" INTEGER,
  "target_stage" TEXT,
  "starts_on" TEXT,
  "ends_on" TEXT,
  "minimum_age" INTEGER,
  "eligible_kinds" TEXT
) STRICT;

CREATE TABLE "programme_agreement" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "programme" INTEGER NOT NULL REFERENCES "programme" (id) DEFERRABLE INITIALLY DEFERRED,
  "agreement" INTEGER NOT NULL REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "programme_agreement_by_programme" ON "programme_agreement" ("programme");
CREATE INDEX "programme_agreement_by_agreement" ON "programme_agreement" ("agreement");

CREATE TABLE "course" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "vocation" TEXT NOT NULL,
  "hours" INTEGER,
  "standard" TEXT
) STRICT;

CREATE TABLE "venue" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "partner" INTEGER REFERENCES "partner" (id) DEFERRABLE INITIALLY DEFERRED,
  "address" TEXT,
  "region" TEXT,
  "capacity" INTEGER,
  "zone" TEXT NOT NULL
) STRICT;
CREATE INDEX "venue_by_partner" ON "venue" ("partner");

CREATE TABLE "instructor" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "partner" INTEGER REFERENCES "partner" (id) DEFERRABLE INITIALLY DEFERRED,
  "vocations" TEXT,
  "phone" TEXT
) STRICT;
CREATE INDEX "instructor_by_partner" ON "instructor" ("partner");

CREATE TABLE "cohort" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "programme" INTEGER REFERENCES "programme" (id) DEFERRABLE INITIALLY DEFERRED,
  "course" INTEGER NOT NULL REFERENCES "course" (id) DEFERRABLE INITIALLY DEFERRED,
  "agreement" INTEGER REFERENCES "agreement" (id) DEFERRABLE INITIALLY DEFERRED,
  "venue" INTEGER REFERENCES "venue" (id) DEFERRABLE INITIALLY DEFERRED,
  "capacity" INTEGER NOT NULL,
  "starts_on" TEXT NOT NULL,
  "ends_on" TEXT NOT NULL
) STRICT;
CREATE INDEX "cohort_by_programme" ON "cohort" ("programme");
CREATE INDEX "cohort_by_course" ON "cohort" ("course");
CREATE INDEX "cohort_by_agreement" ON "cohort" ("agreement");
CREATE INDEX "cohort_by_venue" ON "cohort" ("venue");

CREATE TABLE "session" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "cohort" INTEGER NOT NULL REFERENCES "cohort" (id) DEFERRABLE INITIALLY DEFERRED,
  "starts_at" TEXT NOT NULL,
  "ends_at" TEXT NOT NULL,
  "venue" INTEGER REFERENCES "venue" (id) DEFERRABLE INITIALLY DEFERRED,
  "topic" TEXT
) STRICT;
CREATE INDEX "session_by_cohort" ON "session" ("cohort");
CREATE INDEX "session_by_venue" ON "session" ("venue");

CREATE TABLE "session_instructor" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "session" INTEGER NOT NULL REFERENCES "session" (id) DEFERRABLE INITIALLY DEFERRED,
  "instructor" INTEGER NOT NULL REFERENCES "instructor" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "session_instructor_by_session" ON "session_instructor" ("session");
CREATE INDEX "session_instructor_by_instructor" ON "session_instructor" ("instructor");

CREATE TABLE "participant" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "nik" TEXT,
  "name" TEXT NOT NULL,
  "sex" TEXT,
  "birth_date" TEXT,
  "birth_place" TEXT,
  "region" TEXT,
  "address" TEXT,
  "phone" TEXT,
  "education" TEXT,
  "kind" TEXT NOT NULL,
  "referrer" INTEGER REFERENCES "partner" (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE INDEX "participant_by_referrer" ON "participant" ("referrer");

CREATE TABLE "group" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "name" TEXT NOT NULL,
  "programme" INTEGER REFERENCES "programme" (id) DEFERRABLE INITIALLY DEFERRED,
  "business" TEXT,
  "region" TEXT
) STRICT;
CREATE INDEX "group_by_programme" ON "group" ("programme");

CREATE TABLE "membership" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "group" INTEGER NOT NULL REFERENCES "group" (id) DEFERRABLE INITIALLY DEFERRED,
  "participant" INTEGER NOT NULL REFERENCES "participant" (id) DEFERRABLE INITIALLY DEFERRED,
  "role" TEXT NOT NULL
) STRICT;
CREATE INDEX "membership_by_group" ON "membership" ("group");
CREATE INDEX "membership_by_participant" ON "membership" ("participant");

CREATE TABLE "mentoring" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "mentor" INTEGER NOT NULL REFERENCES "participant" (id) DEFERRABLE INITIALLY DEFERRED,
  "group" INTEGER NOT NULL REFERENCES "group" (id) DEFERRABLE INITIALLY DEFERRED,
  "starts_on" TEXT,
  "ends_on" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "mentoring_by_mentor" ON "mentoring" ("mentor");
CREATE INDEX "mentoring_by_group" ON "mentoring" ("group");

CREATE TABLE "enrolment" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "participant" INTEGER NOT NULL REFERENCES "participant" (id) DEFERRABLE INITIALLY DEFERRED,
  "programme" INTEGER REFERENCES "programme" (id) DEFERRABLE INITIALLY DEFERRED,
  "cohort" INTEGER REFERENCES "cohort" (id) DEFERRABLE INITIALLY DEFERRED,
  "referrer" INTEGER REFERENCES "partner" (id) DEFERRABLE INITIALLY DEFERRED,
  "referred_on" TEXT,
  "stage" TEXT NOT NULL,
  "test_score" REAL,
  "interview_score" REAL,
  "priority" INTEGER NOT NULL,
  "decided_on" TEXT,
  "reason" TEXT
) STRICT;
CREATE INDEX "enrolment_by_participant" ON "enrolment"
  ("participant", "referred_on", id, "stage", "cohort", "programme");
CREATE INDEX "enrolment_by_programme" ON "enrolment" ("programme", "participant", "stage");
CREATE INDEX "enrolment_by_cohort" ON "enrolment" ("cohort", "stage", "participant", "programme");
CREATE INDEX "enrolment_by_referrer" ON "enrolment" ("referrer", "participant");

CREATE TABLE "attendance" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "session" INTEGER NOT NULL REFERENCES "session" (id) DEFERRABLE INITIALLY DEFERRED,
  "enrolment" INTEGER NOT NULL REFERENCES "enrolment" (id) DEFERRABLE INITIALLY DEFERRED,
  "status" TEXT NOT NULL,
  "conduct" TEXT
) STRICT;
CREATE INDEX "attendance_by_session" ON "attendance" ("session");
CREATE INDEX "attendance_by_enrolment" ON "attendance" ("enrolment");

CREATE TABLE "follow_up" (
  id INTEGER PRIMARY KEY,
  uid TEXT NOT NULL UNIQUE,
  version INTEGER NOT NULL,
  "enrolment" INTEGER NOT NULL REFERENCES "enrolment" (id) DEFERRABLE INITIALLY DEFERRED,
  "due_on" TEXT NOT NULL,
  "held_on" TEXT,
  "outcome" TEXT,
  "employer" TEXT,
  "note" TEXT
) STRICT;
CREATE INDEX "follow_up_by_enrolment" ON "follow_up" ("enrolment");

-- What lists are ordered and found by.
CREATE UNIQUE INDEX participant_by_nik ON participant (nik) WHERE nik IS NOT NULL;
CREATE INDEX participant_by_name ON participant (name COLLATE NOCASE, id);
CREATE INDEX session_by_start ON session (starts_at, ends_at);
CREATE INDEX follow_up_by_due ON follow_up (due_on) WHERE outcome IS NULL;
CREATE INDEX obligation_by_due ON obligation (due_on)
  WHERE done_on IS NULL OR recurrence IS NOT NULL;
CREATE INDEX agreement_by_end ON agreement (ends_on);
CREATE INDEX party_without_number ON party (agreement) WHERE number IS NULL;
CREATE INDEX cohort_by_start ON cohort (starts_on);
CREATE UNIQUE INDEX programme_agreement_once ON programme_agreement (programme, agreement);
CREATE UNIQUE INDEX session_instructor_once ON session_instructor (session, instructor);
CREATE UNIQUE INDEX membership_once ON membership ("group", participant);
CREATE UNIQUE INDEX attendance_once ON attendance (session, enrolment);
CREATE INDEX document_by_sha256 ON document (sha256);
CREATE VIRTUAL TABLE participant_words USING fts5 (
  name, content = 'participant', content_rowid = 'id', tokenize = 'unicode61 remove_diacritics 2'
);

-- The bytes of the PDFs, once each.
CREATE TABLE content (
  sha256 TEXT PRIMARY KEY,
  bytes BLOB NOT NULL
) STRICT;

-- The change log. An act is what a person did at once; its changes are in the order they were
-- made. A run of new records is one change: what they held is in the records themselves, or in
-- the "before" of the next change.
CREATE TABLE act (
  id INTEGER PRIMARY KEY,
  made_at TEXT NOT NULL, -- UTC
  actor TEXT NOT NULL,
  source TEXT NOT NULL, -- 'form', 'import', 'undo', 'reveal'
  exchange INTEGER REFERENCES exchange (id) DEFERRABLE INITIALLY DEFERRED,
  undoes INTEGER REFERENCES act (id)
) STRICT;

CREATE TABLE change (
  id INTEGER PRIMARY KEY,
  act INTEGER NOT NULL REFERENCES act (id) DEFERRABLE INITIALLY DEFERRED,
  type TEXT NOT NULL,
  verb TEXT NOT NULL, -- 'insert', 'update', 'delete', 'reveal'
  record INTEGER NOT NULL,
  last INTEGER NOT NULL -- of a run of new records, else the record itself
) STRICT;
CREATE INDEX change_by_act ON change (act);
CREATE INDEX change_by_record ON change (type, record);
CREATE INDEX change_by_run ON change (type, record) WHERE last > record;

CREATE TABLE change_value (
  change INTEGER NOT NULL REFERENCES change (id),
  field TEXT NOT NULL,
  before TEXT,
  after TEXT,
  PRIMARY KEY (change, field)
) STRICT, WITHOUT ROWID;
-- The parts that a record once had are found by what they referred to.
CREATE INDEX change_value_removed ON change_value (field, before) WHERE after IS NULL;

-- The next id of each type: an id is never used twice, so that the log stays true.
CREATE TABLE counter (
  type TEXT PRIMARY KEY,
  next INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Files that came in.
CREATE TABLE exchange (
  id INTEGER PRIMARY KEY,
  sender TEXT NOT NULL,
  sender_name TEXT NOT NULL,
  recipient TEXT,
  made_at TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  agreement TEXT, -- the sender's identifier of the agreement it rests on
  file TEXT NOT NULL,
  imported_at TEXT NOT NULL, -- UTC
  actor TEXT NOT NULL,
  n_new INTEGER NOT NULL DEFAULT 0,
  n_changed INTEGER NOT NULL DEFAULT 0,
  n_same INTEGER NOT NULL DEFAULT 0,
  n_refused INTEGER NOT NULL DEFAULT 0
) STRICT;

-- What a sender calls a record, and the file that first did; later ones that change the record are
-- in the change log.
CREATE TABLE origin (
  id INTEGER PRIMARY KEY,
  sender TEXT NOT NULL,
  type TEXT NOT NULL,
  UNIQUE (sender, type)
) STRICT;

CREATE TABLE identity (
  origin INTEGER NOT NULL REFERENCES origin (id),
  key TEXT NOT NULL,
  record INTEGER NOT NULL,
  exchange INTEGER NOT NULL REFERENCES exchange (id),
  line INTEGER NOT NULL,
  PRIMARY KEY (origin, key)
) STRICT, WITHOUT ROWID;
CREATE INDEX identity_by_record ON identity (record);
