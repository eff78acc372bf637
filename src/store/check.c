/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/check.h"

#include <glib/gi18n-lib.h>

#include "domain/findings.h"
#include "store/agreement-sql.h"
#include "store/content.h"
#include "store/record-sql.h"
#include "store/related.h"
#include "store/title.h"
#include "store/words.h"

/* How much of the whole is done when a part begins; a guess, but one that only grows. */
#define BEFORE_WORDS 0.2
#define BEFORE_RECORDS 0.3
#define BEFORE_DOCUMENTS 0.8

/* How many records are looked at between two reports of progress. */
#define RECORDS_AT_ONCE 256

typedef struct
{
  SelStore *store;           /* borrowed */
  SelConnection *connection; /* lent */
  const GDate *today;
  SelCheckProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable; /* borrowed */
  SelCheckReport *report;
  gint64 n_records; /* that there are to look at */
} Check;

static SelCheckReport *
report_new (void)
{
  SelCheckReport *self = g_new0 (SelCheckReport, 1);

  self->problems = g_ptr_array_new_with_free_func (g_free);
  self->warnings = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
sel_check_report_free (SelCheckReport *self)
{
  if (self == NULL)
    return;

  g_ptr_array_unref (self->problems);
  g_ptr_array_unref (self->warnings);
  g_free (self);
}

static void
take_problem (Check *self, char *problem)
{
  self->report->n_problems++;
  if (self->report->problems->len < SEL_CHECK_MOST_NAMED)
    g_ptr_array_add (self->report->problems, problem);
  else
    g_free (problem);
}

/* What cannot be read is a problem like any other; what follows is looked at all the same. */
static void
take_error (Check *self, GError *error)
{
  if (!g_cancellable_is_cancelled (self->cancellable))
    take_problem (self, g_strdup (error->message));
  g_error_free (error);
}

/* FALSE when nobody wants to know any more. */
static gboolean
go_on (Check *self, double fraction)
{
  if (self->progress)
    self->progress (fraction, self->user_data);

  return !g_cancellable_is_cancelled (self->cancellable);
}

typedef void (*RowFunc) (Check *self, SelStatement *row);

static void
for_each_row (Check *self, const char *sql, RowFunc take_row)
{
  GError *error = NULL;
  g_autoptr (SelStatement) stmt = sel_connection_prepare (self->connection, sql, &error);
  gboolean has_row = FALSE;

  while (stmt && sel_statement_step (stmt, &has_row, &error) && has_row)
    take_row (self, stmt);

  if (error)
    take_error (self, error);
}

static void
take_integrity (Check *self, SelStatement *row)
{
  const char *answer = sel_statement_get_text (row, 0);

  if (g_strcmp0 (answer, "ok") != 0)
    take_problem (self, g_strdup_printf (_ ("The database is damaged: %s. Restore it from a copy."),
                                         answer));
}

static const char *
label_of_table (const char *name)
{
  const SelRecordType *type = sel_record_type_by_name (name);

  return type ? _ (type->label) : name;
}

static void
take_broken_reference (Check *self, SelStatement *row)
{
  take_problem (
    self,
    /* Translators: a kind of record, a number, a kind of record: Party 17 … (Agreement) … */
    g_strdup_printf (_ ("%s %d refers to a record (%s) that is not there."),
                     label_of_table (sel_statement_get_text (row, 0)),
                     (int) sel_statement_get_int (row, 1),
                     label_of_table (sel_statement_get_text (row, 2))));
}

static gboolean
check_words_in_act (SelAct *act, G_GNUC_UNUSED gpointer user_data, GError **error)
{
  return sel_words_check (sel_act_get_connection (act), error);
}

static void
check_words (Check *self)
{
  g_autoptr (GError) error = NULL;

  if (sel_store_write_cancellable (self->store, SEL_ACT_FORM, check_words_in_act, NULL,
                                   self->cancellable, NULL, &error) ||
      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;

  if (g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DAMAGED))
    take_problem (self,
                  g_strdup (_ ("The index of people’s names does not fit the names, so that a "
                               "search may miss someone. Restore the database from a copy.")));
  else
    take_problem (self, g_strdup (error->message));
}

static void
take_warning (Check *self, char *take_sentence)
{
  self->report->n_warnings++;
  if (self->report->warnings->len < SEL_CHECK_MOST_NAMED)
    g_ptr_array_add (self->report->warnings, take_sentence);
  else
    g_free (take_sentence);
}

/* The number of an agreement; NULL without one. Free with g_free(). */
static char *
dup_number (Check *self, gint64 id)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (
    self->connection, "SELECT " SEL_SQL_AGREEMENT_NUMBER " FROM agreement r WHERE r.id = $1", NULL);
  gboolean has_row;

  if (stmt == NULL)
    return NULL;

  sel_statement_bind_int (stmt, 1, id);
  return sel_statement_step (stmt, &has_row, NULL) && has_row
           ? g_strdup (sel_statement_get_text (stmt, 0))
           : NULL;
}

/* "Agreement “Exchange of data” (9/PKS/2025)", by which a person finds it; others have no number. */
static char *
dup_name (Check *self, const SelRecordType *type, gint64 id)
{
  g_autofree char *title = sel_title_dup (self->connection, type, id, NULL);
  g_autofree char *number = type == &sel_agreement_type ? dup_number (self, id) : NULL;

  if (number)
    /* Translators: a kind of record, the title of one and its number */
    return g_strdup_printf (_ ("%s “%s” (%s)"), _ (type->label), title ? title : "", number);

  /* Translators: a kind of record and the title of one: Agreement “Exchange of data” */
  return g_strdup_printf (_ ("%s “%s”"), _ (type->label), title ? title : "");
}

static void
check_record (Check *self,
              const SelRecordType *type,
              SelStatement *row,
              gpointer record,
              SelFindings *findings)
{
  g_autoptr (GError) error = NULL;
  gint64 id = sel_statement_get_int (row, 0);

  self->report->n_records++;
  if (!sel_record_read_row (row, type, record, &error))
    {
      g_autofree char *name = dup_name (self, type, id);

      take_problem (self, g_strdup_printf ("%s: %s", name, error->message));
      return;
    }

  sel_record_check (type, record, self->today, findings);
  if (!sel_related_check (self->connection, type, record, findings, &error))
    take_problem (self, g_strdup (error->message));
  for (guint i = 0; i < sel_findings_get_n (findings); i++)
    {
      const SelFinding *finding = sel_findings_get (findings, i);
      g_autofree char *name = dup_name (self, type, id);
      char *sentence = g_strdup_printf ("%s: %s: %s", name, sel_field_label (finding->field),
                                        finding->message);

      if (finding->severity == SEL_WARNING)
        take_warning (self, sentence);
      else
        take_problem (self, sentence);
    }
}

static double
fraction_of_records (Check *self)
{
  return BEFORE_RECORDS + (BEFORE_DOCUMENTS - BEFORE_RECORDS) * (double) self->report->n_records /
                            (double) MAX (self->n_records, 1);
}

static void
check_records (Check *self, const SelRecordType *type)
{
  GError *error = NULL;
  g_autoptr (SelStatement) stmt =
    sel_connection_prepare (self->connection, sel_record_sql_scan (type), &error);
  g_autoptr (SelFindings) findings = sel_findings_new ();
  gpointer record = sel_record_new (type);
  gboolean has_row = FALSE;

  if (stmt)
    sel_statement_bind_int (stmt, 1, 0);
  while (stmt && sel_statement_step (stmt, &has_row, &error) && has_row)
    {
      if (self->report->n_records % RECORDS_AT_ONCE == 0 &&
          !go_on (self, fraction_of_records (self)))
        break;
      check_record (self, type, stmt, record, findings);
    }

  sel_record_free (type, record);
  if (error)
    take_error (self, error);
}

static void
check_document (Check *self, SelStatement *row)
{
  const char *sha256 = sel_statement_get_text (row, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *name = NULL;

  if (!go_on (self, BEFORE_DOCUMENTS))
    return;

  self->report->n_documents++;
  bytes = sel_content_get (self->connection, sha256, &error);
  if (bytes)
    return;

  name = dup_name (self, &sel_document_type, sel_statement_get_int (row, 0));
  take_problem (self, g_strdup_printf ("%s: %s", name, error->message));
}

/* A table that cannot be counted cannot be read either, which is found later. */
static void
count_records (Check *self)
{
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    {
      g_autofree char *sql =
        g_strdup_printf ("SELECT count (*) FROM \"%s\"", sel_record_types[i]->name);
      gint64 n = 0;

      if (sel_connection_get_int (self->connection, sql, &n, NULL))
        self->n_records += n;
    }
}

static void
check_all (Check *self)
{
  count_records (self);
  for_each_row (self, "PRAGMA integrity_check", take_integrity);
  for_each_row (self, "PRAGMA foreign_key_check", take_broken_reference);

  if (go_on (self, BEFORE_WORDS))
    check_words (self);
  for (guint i = 0; i < SEL_N_RECORD_TYPES && go_on (self, fraction_of_records (self)); i++)
    check_records (self, sel_record_types[i]);
  if (go_on (self, BEFORE_DOCUMENTS))
    for_each_row (self, "SELECT min (id), sha256 FROM document GROUP BY sha256", check_document);

  go_on (self, 1);
}

/**
 * sel_check_run:
 * @today: rules speak of it
 * @progress: (nullable):
 *
 * Looks at the whole register, on the thread that calls: the file, what refers to what, the index
 * of names, each record against its rules, each document against its hash. Whatever it finds is in
 * the report; the only errors are a database that cannot be read at all and %G_IO_ERROR_CANCELLED.
 */
SelCheckReport *
sel_check_run (SelStore *store,
               const GDate *today,
               SelCheckProgressFunc progress,
               gpointer user_data,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin_cancellable (store, cancellable, error);
  g_autoptr (SelCheckReport) report = NULL;
  Check check = { store, NULL, today, progress, user_data, cancellable, NULL, 0 };

  if (reading == NULL)
    return NULL;

  report = report_new ();
  check.connection = reading->connection;
  check.report = report;
  check_all (&check);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&report);
}
