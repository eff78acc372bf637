/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/lists.h"

#include <glib/gi18n-lib.h>

#include "store/act.h"
#include "store/agreement-sql.h"
#include "store/cohort-sql.h"
#include "store/exchange-sql.h"
#include "store/export-log.h"

#define COLUMN(name_, label_, kind_, width_, sql_, ...)                                       \
  {                                                                                           \
    .name = name_, .label = label_, .kind = SEL_COLUMN_##kind_, .width = width_, .sql = sql_, \
    __VA_ARGS__                                                                               \
  }

#define LIST(columns_, filters_)                                                  \
  .columns = columns_, .n_columns = G_N_ELEMENTS (columns_), .filters = filters_, \
  .n_filters = G_N_ELEMENTS (filters_)

/* The id of the record that a filter is set to: values are bound as text. */
#define CHOSEN "CAST ($value AS INTEGER)"

static guint32
bit (const SelRecordType *type)
{
  return 1u << sel_record_type_index (type);
}

/* Agreements */

static const SelListColumn agreement_columns[] = {
  [SEL_AGREEMENTS_NUMBER] =
    COLUMN ("number", N_ ("Number"), TEXT, 22, SEL_SQL_AGREEMENT_NUMBER, .order = NULL),
  [SEL_AGREEMENTS_TITLE] =
    COLUMN ("title", N_ ("Title"), TEXT, 0, "r.title", .order = "r.title COLLATE NOCASE"),
  [SEL_AGREEMENTS_KIND] =
    COLUMN ("kind", N_ ("Kind"), CHOICE, 16, "r.kind", .choices = sel_agreement_kinds),
  [SEL_AGREEMENTS_PARTNERS] =
    COLUMN ("partners", N_ ("Partners"), TEXT, 21, SEL_SQL_AGREEMENT_PARTNERS, .order = NULL),
  [SEL_AGREEMENTS_SIGNED_ON] =
    COLUMN ("signed_on", N_ ("Signed"), DATE, 13, "r.signed_on", .order = NULL),
  [SEL_AGREEMENTS_ENDS_ON] = COLUMN ("ends_on", N_ ("Ends"), DATE, 13, SEL_SQL_AGREEMENT_ENDS_ON, .order = NULL),
  [SEL_AGREEMENTS_STATE] = COLUMN ("state", N_ ("State"), STATE, 20, SEL_SQL_AGREEMENT_STATE,
                                   .choices = sel_agreement_states),
  [SEL_AGREEMENTS_STARTS_ON] =
    COLUMN ("starts_on", N_ ("Starts"), DATE, 13, "coalesce (r.starts_on, r.signed_on)", .is_extra = TRUE),
  [SEL_AGREEMENTS_NOTICE_BY] =
    COLUMN ("notice_by", N_ ("Notice by"), DATE, 13, SEL_SQL_NOTICE_BY, .is_extra = TRUE),
  [SEL_AGREEMENTS_TERMINATED_ON] =
    COLUMN ("terminated_on", N_ ("Terminated"), DATE, 13,
            "CASE WHEN r.stage = 'terminated' THEN r.terminated_on END", .is_extra = TRUE),
  [SEL_AGREEMENTS_UMBRELLA] =
    COLUMN ("umbrella", N_ ("Made under"), TEXT, 24, "(SELECT u.title FROM agreement u WHERE u.id = r.parent)", .is_extra = TRUE),
};

/* A partner stands for its units too. */
#define HAS_PARTNER                                                                       \
  "EXISTS (SELECT 1 FROM party WHERE party.agreement = r.id AND party.partner IN"         \
  " (WITH RECURSIVE unit (id) AS (SELECT " CHOSEN " UNION SELECT p.id FROM unit"          \
  " JOIN partner p ON p.parent = unit.id) SELECT id FROM unit))"

#define HAS_TOPIC \
  "EXISTS (SELECT 1 FROM scope_item s WHERE s.agreement = r.id AND s.topic = $value)"

/* On some day of the year. One that was never signed was never in force; the day of its termination is
 * the first on which it no longer is. */
#define IN_FORCE_IN_YEAR                                                                  \
  "r.stage IN ('signed', 'terminated')"                                                   \
  " AND substr (coalesce (r.starts_on, r.signed_on), 1, 4) <= $value"                     \
  " AND coalesce (substr (" SEL_SQL_AGREEMENT_ENDS_ON ", 1, 4), '9999') >= $value"        \
  " AND (r.stage = 'signed' OR r.terminated_on > $value || '-01-01')"

static const SelChoice ends_within[] = {
  { "30", NC_ ("choice", "30 days") },
  { "90", NC_ ("choice", "90 days") },
  { "180", NC_ ("choice", "180 days") },
  { "365", NC_ ("choice", "A year") },
  { NULL },
};

/* days_after() is of store/sql-functions.h. */
#define ENDS_WITHIN                                                                       \
  "r.stage = 'signed' AND " SEL_SQL_AGREEMENT_ENDS_ON " BETWEEN $today"                   \
  " AND days_after ($today, " CHOSEN ")"

static const SelChoice lacks[] = {
  { "number", NC_ ("choice", "A document number") },
  { "authority", NC_ ("choice", "An authority to sign") },
  { "signed_text", NC_ ("choice", "The signed text") },
  { "end", NC_ ("choice", "The last day") },
  { "umbrella", NC_ ("choice", "The umbrella agreement") },
  { "scope", NC_ ("choice", "The scope") },
  { NULL },
};

#define LACKS                                                                             \
  "CASE $value"                                                                           \
  " WHEN 'number' THEN EXISTS (SELECT 1 FROM party WHERE party.agreement = r.id"          \
  " AND party.number IS NULL) OR NOT EXISTS (SELECT 1 FROM party WHERE party.agreement = r.id)" \
  " WHEN 'authority' THEN EXISTS (SELECT 1 FROM party WHERE party.agreement = r.id"       \
  " AND (party.authority IS NULL"                                                         \
  " OR (party.authority <> 'office' AND party.authority_number IS NULL)))"                \
  " WHEN 'signed_text' THEN NOT EXISTS (SELECT 1 FROM document d WHERE d.agreement = r.id" \
  " AND d.kind = 'signed')"                                                               \
  " WHEN 'end' THEN " SEL_SQL_AGREEMENT_END_AS_SAID " IS NULL AND NOT r.open_ended"       \
  " AND r.kind <> 'addendum'"                                                             \
  " WHEN 'umbrella' THEN r.parent IS NULL AND r.kind IN ('cooperation', 'work_plan')"     \
  " ELSE NOT EXISTS (SELECT 1 FROM scope_item s WHERE s.agreement = r.id) END"

static const SelListFilter agreement_filters[] = {
  [SEL_AGREEMENTS_BY_KIND] = { "kind", N_ ("Kind"), "r.kind = $value",
                               .choices = sel_agreement_kinds },
  [SEL_AGREEMENTS_BY_STATE] = { "state", N_ ("State"), SEL_SQL_AGREEMENT_STATE " = $value",
                                .choices = sel_agreement_states },
  [SEL_AGREEMENTS_BY_PARTNER] = { "partner", N_ ("Partner"), HAS_PARTNER,
                                  .refers_to = &sel_partner_type },
  [SEL_AGREEMENTS_BY_TOPIC] = { "topic", N_ ("Topic"), HAS_TOPIC, .choices = sel_scope_topics },
  [SEL_AGREEMENTS_BY_YEAR] = { "year", N_ ("In force in"), IN_FORCE_IN_YEAR, .years = TRUE },
  [SEL_AGREEMENTS_BY_END] = { "ends", N_ ("Ends within"), ENDS_WITHIN, .choices = ends_within },
  [SEL_AGREEMENTS_BY_LACK] = { "lacks", N_ ("Lacks"), LACKS, .choices = lacks },
};

static guint32
agreements_depend_on (void)
{
  return bit (&sel_agreement_type) | bit (&sel_party_type) | bit (&sel_partner_type) |
         bit (&sel_scope_item_type) | bit (&sel_document_type);
}

const SelListQuery sel_agreements_list = {
  .name = "agreements",
  .type = &sel_agreement_type,
  .depends_on = agreements_depend_on,
  .from = "agreement r",
  .search =
    "has_words ($typed, r.title) OR (SELECT has_words ($typed, r.title, r.alias,"
    " join_texts (party.number, party.signatory, partner.name, partner.short_name))"
    " FROM party JOIN partner ON partner.id = party.partner WHERE party.agreement = r.id)",
  .order = "r.signed_on DESC",
  LIST (agreement_columns, agreement_filters),
};

/* Partners */

static const SelListColumn partner_columns[] = {
  COLUMN ("name", N_ ("Name"), TEXT, 0, "r.name", .order = "r.name COLLATE NOCASE"),
  COLUMN ("short_name", N_ ("Short name"), TEXT, 14, "r.short_name", .order = NULL),
  COLUMN ("kind", N_ ("Kind"), CHOICE, 22, "r.kind", .choices = sel_partner_kinds),
  COLUMN ("region", N_ ("Region"), REGION, 24, "r.region", .order = NULL),
  COLUMN ("agreements", N_ ("Agreements"), NUMBER, 11,
          "(SELECT count (*) FROM party WHERE party.partner = r.id)", .order = NULL),
};

static const SelListFilter partner_filters[] = {
  { "kind", N_ ("Kind"), "r.kind = $value", .choices = sel_partner_kinds },
};

static guint32
partners_depend_on (void)
{
  return bit (&sel_partner_type) | bit (&sel_party_type);
}

const SelListQuery sel_partners_list = {
  .name = "partners",
  .type = &sel_partner_type,
  .depends_on = partners_depend_on,
  .from = "partner r",
  .search = "has_words ($typed, r.name, r.short_name)",
  .order = "r.name COLLATE NOCASE",
  LIST (partner_columns, partner_filters),
};

/* Participants */

#define LATEST_ENROLMENT(what)                                              \
  "(SELECT " what " FROM enrolment e LEFT JOIN cohort c ON c.id = e.cohort" \
  " LEFT JOIN programme p ON p.id = coalesce (e.programme, c.programme)"    \
  " WHERE e.participant = r.id ORDER BY e.referred_on DESC, e.id DESC LIMIT 1)"

static const SelListColumn participant_columns[] = {
  COLUMN ("name", N_ ("Name"), TEXT, 0, "r.name", .order = "r.name COLLATE NOCASE"),
  COLUMN ("nik", N_ ("NIK"), TEXT, 20, "r.nik", .sensitivity = SEL_PERSONAL),
  COLUMN ("birth_date", N_ ("Birth date"), DATE, 13, "r.birth_date", .order = NULL),
  COLUMN ("stage", N_ ("Stage"), CHOICE, 13, LATEST_ENROLMENT ("e.stage"),
          .choices = sel_enrolment_stages),
  COLUMN ("programme", N_ ("Programme"), TEXT, 26, LATEST_ENROLMENT ("p.name"), .order = NULL),
  COLUMN ("cohort", N_ ("Cohort"), TEXT, 20, LATEST_ENROLMENT ("c.name"), .order = NULL),
};

/* The people are listed once and looked up: asking of each of a million whether there is such an
 * enrolment takes seconds. A programme is that of the enrolment, or else of its cohort. */
#define WITH_ENROLMENT "r.id IN (SELECT e.participant FROM enrolment e"
#define OF_STAGE "e.stage = $value"
#define OF_COHORT "e.cohort = " CHOSEN
#define OF_PROGRAMME \
  "coalesce (e.programme, (SELECT c.programme FROM cohort c WHERE c.id = e.cohort)) = " CHOSEN
#define SENT_BY_PARTNER                                          \
  "r.id IN (SELECT id FROM participant WHERE referrer = " CHOSEN \
  " UNION ALL SELECT participant FROM enrolment WHERE referrer = " CHOSEN ")"

static const SelListFilter participant_filters[] = {
  [SEL_PARTICIPANTS_BY_KIND] = { "kind", N_ ("Kind"), "r.kind = $value",
                                 .choices = sel_participant_kinds },
  [SEL_PARTICIPANTS_BY_STAGE] = { "stage", N_ ("Stage"), OF_STAGE, .choices = sel_enrolment_stages,
                                  .of_part = TRUE },
  [SEL_PARTICIPANTS_BY_PROGRAMME] = { "programme", N_ ("Programme"), OF_PROGRAMME,
                                      .refers_to = &sel_programme_type, .of_part = TRUE },
  [SEL_PARTICIPANTS_BY_COHORT] = { "cohort", N_ ("Cohort"), OF_COHORT,
                                   .refers_to = &sel_cohort_type, .of_part = TRUE },
  [SEL_PARTICIPANTS_BY_PARTNER] = { "partner", N_ ("Partner"), SENT_BY_PARTNER,
                                    .refers_to = &sel_partner_type, .tells = "referrer" },
};

static guint32
participants_depend_on (void)
{
  return bit (&sel_participant_type) | bit (&sel_enrolment_type) | bit (&sel_cohort_type) |
         bit (&sel_programme_type);
}

const SelListQuery sel_participants_list = {
  .name = "participants",
  .type = &sel_participant_type,
  .depends_on = participants_depend_on,
  .from = "participant r",
  .search_words =
    "r.id IN (SELECT rowid FROM participant_words WHERE participant_words MATCH $words)",
  .search_digits = "r.nik >= $digits AND r.nik < $digits_end",
  .with_part = WITH_ENROLMENT,
  .order = "r.name COLLATE NOCASE",
  LIST (participant_columns, participant_filters),
};

/* Cohorts */

static const SelListColumn cohort_columns[] = {
  [SEL_COHORTS_NAME] =
    COLUMN ("name", N_ ("Cohort"), TEXT, 0, "r.name", .order = "r.name COLLATE NOCASE"),
  [SEL_COHORTS_COURSE] = COLUMN ("course", N_ ("Course"), TEXT, 24, "course.name", .order = NULL),
  [SEL_COHORTS_PROGRAMME] =
    COLUMN ("programme", N_ ("Programme"), TEXT, 24, "programme.name", .order = NULL),
  [SEL_COHORTS_STARTS_ON] =
    COLUMN ("starts_on", N_ ("Starts"), DATE, 13, "r.starts_on", .order = NULL),
  [SEL_COHORTS_ENDS_ON] = COLUMN ("ends_on", N_ ("Ends"), DATE, 13, "r.ends_on", .order = NULL),
  [SEL_COHORTS_FILLED] =
    COLUMN ("filled", N_ ("Filled"), NUMBER, 7, SEL_SQL_FILLED_SEATS ("r.id"), .order = NULL),
  [SEL_COHORTS_CAPACITY] =
    COLUMN ("capacity", N_ ("Seats"), NUMBER, 7, "r.capacity", .order = NULL),
};

static const SelListFilter cohort_filters[] = {
  { "programme", N_ ("Programme"), "r.programme = " CHOSEN,
    .refers_to = &sel_programme_type },
};

static guint32
cohorts_depend_on (void)
{
  return bit (&sel_cohort_type) | bit (&sel_enrolment_type) | bit (&sel_course_type) |
         bit (&sel_programme_type);
}

const SelListQuery sel_cohorts_list = {
  .name = "cohorts",
  .type = &sel_cohort_type,
  .depends_on = cohorts_depend_on,
  .from =
    "cohort r JOIN course ON course.id = r.course"
    " LEFT JOIN programme ON programme.id = r.programme",
  .search = "has_words ($typed, r.name, course.name, programme.name)",
  .order = "r.starts_on DESC",
  LIST (cohort_columns, cohort_filters),
};

/* Imports */

static const SelListColumn exchange_columns[] = {
  COLUMN ("imported_at", N_ ("Imported"), INSTANT, 19, "r.imported_at", .order = NULL),
  COLUMN ("sender_name", N_ ("Sender"), TEXT, 0, "r.sender_name", .order = NULL),
  COLUMN ("file", N_ ("File"), TEXT, 24, "r.file", .order = NULL),
  COLUMN ("undone_at", N_ ("Taken back"), INSTANT, 18, SEL_SQL_UNDONE_AT ("r.id"), .order = NULL),
  COLUMN ("sequence", N_ ("Sequence"), NUMBER, 9, "nullif(r.sequence, 0)", .order = NULL),
  COLUMN ("n_new", N_ ("New"), NUMBER, 8, "r.n_new", .order = NULL),
  COLUMN ("n_changed", N_ ("Changed"), NUMBER, 8, "r.n_changed", .order = NULL),
  COLUMN ("n_same", N_ ("Same"), NUMBER, 8, "r.n_same", .order = NULL),
  COLUMN ("n_refused", N_ ("Refused"), NUMBER, 8, "r.n_refused", .order = NULL),
  COLUMN ("actor", N_ ("By"), TEXT, 16, "r.actor", .order = NULL),
  COLUMN ("id", N_ ("Import no."), NUMBER, 9, "r.id", .order = NULL),
};

static guint32
exchanges_depend_on (void)
{
  return SEL_TOUCHED_EXCHANGES;
}

const SelListQuery sel_exchanges_list = {
  .name = "exchanges",
  .label = N_ ("Imports"),
  .depends_on = exchanges_depend_on,
  .from = "exchange r",
  .search = "has_words ($typed, r.sender_name, r.file)",
  .order = "r.id DESC",
  .columns = exchange_columns,
  .n_columns = G_N_ELEMENTS (exchange_columns),
};

/* Exports */

static const SelListColumn export_columns[] = {
  COLUMN ("made_at", N_ ("Exported"), INSTANT, 19, "act.made_at", .order = "r.id"),
  COLUMN ("partner", N_ ("Partner"), TEXT, 23, "r.partner_name",
          .order = "r.partner_name COLLATE NOCASE"),
  COLUMN ("agreement", N_ ("Agreement"), TEXT, 24, SEL_SQL_EXPORT_AGREEMENT_NAME, .order = NULL),
  COLUMN ("what", N_ ("What"), CHOICE, 17, "r.what", .choices = sel_export_kinds),
  COLUMN ("purpose", N_ ("Purpose"), TEXT, 0, "r.purpose", .order = "r.purpose COLLATE NOCASE"),
  COLUMN ("n_people", N_ ("People"), NUMBER, 7, "r.n_people", .order = NULL),
  COLUMN ("file", N_ ("File"), TEXT, 14, "r.file", .order = NULL),
};

static guint32
exports_depend_on (void)
{
  return SEL_TOUCHED_EXCHANGES | bit (&sel_agreement_type) | bit (&sel_party_type);
}

const SelListQuery sel_exports_list = {
  .name = "exports",
  .label = N_ ("Exports"),
  .depends_on = exports_depend_on,
  .from = "export r JOIN act ON act.id = r.act",
  .search =
    "has_words ($typed, r.partner_name, r.purpose, r.file, " SEL_SQL_EXPORT_AGREEMENT_NAME ")",
  .order = "r.id DESC",
  .columns = export_columns,
  .n_columns = G_N_ELEMENTS (export_columns),
};
