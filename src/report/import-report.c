/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/import-report.h"

#include <glib/gi18n-lib.h>

#include "domain/nik.h"
#include "exchange/import.h"
#include "report/csv.h"
#include "report/text-table.h"

/* How each verdict is called in JSON and CSV. */
static const char *const names[] = {
  [SEL_IMPORT_NEW] = "new",
  [SEL_IMPORT_CHANGED] = "changed",
  [SEL_IMPORT_SAME] = "same",
  [SEL_IMPORT_DOUBTFUL] = "doubtful",
  [SEL_IMPORT_REFUSED] = "refused",
  [SEL_IMPORT_WARNING] = "warnings",
};

/* How who signed a package is called in JSON. */
static const char *const signers[] = {
  [SEL_PACKAGE_NOT_SIGNED] = "none",
  [SEL_PACKAGE_SIGNED_BY_TRUSTED] = "trusted",
  [SEL_PACKAGE_SIGNED_BY_UNKNOWN] = "unknown",
  [SEL_PACKAGE_SIGNED_BY_OTHER] = "other",
};

static void
add_row (SelTextTable *table, const char *label, const guint64 *counts)
{
  sel_text_table_add (table, label);
  for (guint verdict = 0; verdict < SEL_N_IMPORT_VERDICTS; verdict++)
    sel_text_table_add_number (table, (gint64) counts[verdict]);
}

static gboolean
has_any (const guint64 *counts)
{
  for (guint verdict = 0; verdict < SEL_N_IMPORT_VERDICTS; verdict++)
    if (counts[verdict])
      return TRUE;

  return FALSE;
}

static void
append_counts (GString *page, const SelImportResult *result)
{
  g_autoptr (SelTextTable) table = sel_text_table_new (1 + SEL_N_IMPORT_VERDICTS, 1);

  sel_text_table_add (table, NULL);
  for (guint verdict = 0; verdict < SEL_N_IMPORT_VERDICTS; verdict++)
    sel_text_table_add (table, sel_import_verdict_label (verdict));
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (has_any (result->n_of[i]))
      add_row (table, _ (sel_record_types[i]->plural), result->n_of[i]);
  add_row (table, _ ("Together"), result->n);

  sel_text_table_append_to (table, page);
}

static char *
dup_most_notes (void)
{
  return g_strdup_printf (_ ("Only the first %u are listed."), SEL_IMPORT_MOST_NOTES);
}

static void
append_notes (GString *page, const SelImportResult *result, SelImportVerdict verdict)
{
  const GPtrArray *notes = result->notes[verdict];

  if (notes->len == 0)
    return;

  g_string_append_printf (page, "\n%s\n", sel_import_verdict_label (verdict));
  for (guint i = 0; i < notes->len; i++)
    {
      g_autofree char *sentence =
        sel_import_note_dup_sentence (g_ptr_array_index (notes, i), result->file);

      g_string_append_printf (page, "  %s\n", sentence);
    }
  if (notes->len == SEL_IMPORT_MOST_NOTES)
    {
      g_autofree char *remark = dup_most_notes ();

      g_string_append_printf (page, "%s\n", remark);
    }
}

static char *
dup_outcome (const SelImportResult *result)
{
  guint64 n_refused = result->n[SEL_IMPORT_REFUSED];

  if (result->is_applied && n_refused)
    return g_strdup_printf (ngettext ("Done without %lu record that was refused.",
                                      "Done without %lu records that were refused.",
                                      (gulong) n_refused),
                            (gulong) n_refused);
  if (result->is_applied)
    return g_strdup (_ ("Done."));
  if (result->is_dry_run)
    return g_strdup (_ ("This was a dry run: nothing was changed."));

  return g_strdup (_ ("Nothing was changed: all of a file is taken, or nothing. Have the refused"
                      " records put right, or take the others with --accept-valid."));
}

/* What the user should know of a file that is older than another of its sender. */
static void
append_age (GString *page, const SelImportResult *result)
{
  if (!sel_import_result_is_old (result))
    return;

  /* Translators: two numbers of files that one sender sent, counted up */
  g_string_append_printf (
    page,
    _ ("This is number %ld of its sender, of whom number %ld came before. It is taken only with"
       " --older, and what the newer ones wrote stays."),
    (glong) result->header->sequence, (glong) result->newest_sequence);
  g_string_append_c (page, '\n');
}

/* The day on which the file was made, by the clock of its sender. */
static char *
dup_made_on (const SelExchangeHeader *header)
{
  g_autoptr (GDateTime) made_at = g_date_time_new_from_iso8601 (header->made_at, NULL);
  GDate day;

  if (made_at == NULL)
    return g_strdup (header->made_at);

  g_date_clear (&day, 1);
  g_date_set_dmy (&day, (GDateDay) g_date_time_get_day_of_month (made_at),
                  (GDateMonth) g_date_time_get_month (made_at),
                  (GDateYear) g_date_time_get_year (made_at));
  return sel_date_dup_display (&day);
}

/* For a person, in the user's language. */
void
sel_import_report_append_text (GString *page, const SelImportResult *result)
{
  const SelExchangeHeader *header = result->header;
  g_autofree char *made_on = dup_made_on (header);
  g_autofree char *outcome = dup_outcome (result);
  g_autofree char *more_pairs = sel_import_result_dup_more_pairs (result);

  if (sel_import_result_has_number (result))
    /* Translators: the name of a file, who sent it, the day it was made, the number of the file */
    g_string_append_printf (page, _ ("%s, from %s, made on %s, number %ld"), result->file,
                            header->sender_name, made_on, (glong) header->sequence);
  else
    /* Translators: the name of a table, who sent it, the day it was saved */
    g_string_append_printf (page, _ ("%s, from %s, saved on %s"), result->file,
                            header->sender_name, made_on);
  g_string_append_c (page, '\n');
  if (result->signature)
    g_string_append_printf (page, "%s\n", result->signature);
  append_age (page, result);
  append_counts (page, result);
  append_notes (page, result, SEL_IMPORT_REFUSED);
  append_notes (page, result, SEL_IMPORT_DOUBTFUL);
  if (more_pairs)
    g_string_append_printf (page, "%s\n", more_pairs);
  append_notes (page, result, SEL_IMPORT_WARNING);
  append_notes (page, result, SEL_IMPORT_CHANGED);
  g_string_append_printf (page, "\n%s\n", outcome);
}

static void
add_counts (JsonBuilder *builder, const char *name, const guint64 *counts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint verdict = 0; verdict < SEL_N_IMPORT_VERDICTS; verdict++)
    sel_json_add_number (builder, names[verdict], (gint64) counts[verdict]);
  json_builder_end_object (builder);
}

static void
add_notes (JsonBuilder *builder, const SelImportResult *result, SelImportVerdict verdict)
{
  const GPtrArray *notes = result->notes[verdict];

  json_builder_set_member_name (builder, names[verdict]);
  json_builder_begin_array (builder);
  for (guint i = 0; i < notes->len; i++)
    {
      const SelImportNote *note = g_ptr_array_index (notes, i);
      g_autofree char *id = sel_nik_dup_hidden (note->id);

      json_builder_begin_object (builder);
      sel_json_add_number (builder, "line", note->line);
      sel_json_add_text (builder, "record", note->type ? note->type->name : NULL);
      sel_json_add_text (builder, "id", id);
      sel_json_add_text (builder, "field", note->field ? note->field->name : NULL);
      sel_json_add_text (builder, "value", note->value);
      sel_json_add_text (builder, "reason", note->reason);
      json_builder_end_object (builder);
    }
  json_builder_end_array (builder);
}

/* Adds an object for other programs; reasons are in the user's language all the same. */
void
sel_import_report_add_json (JsonBuilder *builder, const SelImportResult *result)
{
  const SelExchangeHeader *header = result->header;
  g_autofree char *more_pairs = sel_import_result_dup_more_pairs (result);

  json_builder_begin_object (builder);
  sel_json_add_text (builder, "file", result->file);
  sel_json_add_number (builder, "import", result->exchange ? result->exchange : SEL_NO_INTEGER);
  if (result->signature)
    {
      sel_json_add_text (builder, "signer", signers[result->signer]);
      sel_json_add_text (builder, "signature", result->signature);
    }
  sel_json_add_text (builder, "sender", header->sender);
  sel_json_add_text (builder, "sender_name", header->sender_name);
  sel_json_add_text (builder, "made_at", header->made_at);
  sel_json_add_number (builder, "sequence", header->sequence);
  sel_json_add_number (builder, "newest_sequence",
                       result->newest_sequence ? result->newest_sequence : SEL_NO_INTEGER);
  json_builder_set_member_name (builder, "dry_run");
  json_builder_add_boolean_value (builder, result->is_dry_run);
  json_builder_set_member_name (builder, "applied");
  json_builder_add_boolean_value (builder, result->is_applied);
  sel_json_add_text (builder, "more_pairs", more_pairs);
  add_counts (builder, "total", result->n);
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (has_any (result->n_of[i]))
      add_counts (builder, sel_record_types[i]->name, result->n_of[i]);
  json_builder_end_object (builder);
  for (guint verdict = 0; verdict < SEL_N_IMPORT_VERDICTS; verdict++)
    if (verdict != SEL_IMPORT_SAME)
      add_notes (builder, result, verdict);
  json_builder_end_object (builder);
}

/* The columns of the table for spreadsheets. */
enum
{
  FILE_NAME,
  LINE,
  RECORD,
  IDENTIFIER,
  VERDICT,
  FIELD_NAME,
  VALUE,
  REASON,
  N_CELLS,
};

/* The first line of sel_import_report_append_csv(). */
void
sel_import_report_append_csv_head (GString *csv)
{
  static const char *const head[N_CELLS] = {
    [FILE_NAME] = "file",
    [LINE] = "line",
    [RECORD] = "record",
    [IDENTIFIER] = "id",
    [VERDICT] = "verdict",
    [FIELD_NAME] = "field",
    [VALUE] = "value",
    [REASON] = "reason",
  };

  sel_csv_append_row (csv, head, N_CELLS);
}

static void
append_note (GString *csv, const char *file, const SelImportNote *note)
{
  g_autofree char *line = g_strdup_printf ("%u", note->line);
  g_autofree char *id = sel_nik_dup_hidden (note->id);
  const char *const cells[N_CELLS] = {
    [FILE_NAME] = file,
    [LINE] = line,
    [RECORD] = note->type ? note->type->name : NULL,
    [IDENTIFIER] = id,
    [VERDICT] = names[note->verdict],
    [FIELD_NAME] = note->field ? note->field->name : NULL,
    [VALUE] = note->value,
    [REASON] = note->reason,
  };

  sel_csv_append_row (csv, cells, N_CELLS);
}

/* A line about a whole file. */
static void
append_remark (GString *csv, const char *file, const char *verdict, const char *reason)
{
  const char *const cells[N_CELLS] = {
    [FILE_NAME] = file,
    [VERDICT] = verdict,
    [REASON] = reason,
  };

  sel_csv_append_row (csv, cells, N_CELLS);
}

/* A line for each thing that is to be said of a record that is refused or doubtful, or that a rule
 * warns of. */
void
sel_import_report_append_csv (GString *csv, const SelImportResult *result)
{
  static const SelImportVerdict verdicts[] = { SEL_IMPORT_REFUSED, SEL_IMPORT_DOUBTFUL,
                                               SEL_IMPORT_WARNING };

  for (guint v = 0; v < G_N_ELEMENTS (verdicts); v++)
    {
      const GPtrArray *notes = result->notes[verdicts[v]];

      for (guint i = 0; i < notes->len; i++)
        append_note (csv, result->file, g_ptr_array_index (notes, i));
      if (notes->len == SEL_IMPORT_MOST_NOTES)
        {
          g_autofree char *remark = dup_most_notes ();

          append_remark (csv, result->file, names[verdicts[v]], remark);
        }
    }
}

/* A line for a file that could not be read to its end, or for a database that failed. */
void
sel_import_report_append_csv_failure (GString *csv, const char *file, const GError *error)
{
  append_remark (csv, file, sel_import_is_refusal (error) ? names[SEL_IMPORT_REFUSED] : "failed",
                 error->message);
}
