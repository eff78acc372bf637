/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/command-export.h"

#include <glib/gi18n-lib.h>

#include "application/settings.h"
#include "exchange/export.h"
#include "report/export-report.h"
#include "store/named.h"

void
sel_export_words_clear (SelExportWords *self)
{
  g_clear_pointer (&self->what, g_free);
  g_clear_pointer (&self->partner, g_free);
  g_clear_pointer (&self->agreement, g_free);
  g_clear_pointer (&self->programme, g_free);
  g_clear_pointer (&self->cohort, g_free);
  g_clear_pointer (&self->purpose, g_free);
  g_clear_pointer (&self->sender, g_free);
  g_clear_pointer (&self->sender_name, g_free);
}

/* @to holds nothing yet. */
void
sel_export_words_copy (SelExportWords *to, const SelExportWords *from)
{
  to->what = g_strdup (from->what);
  to->partner = g_strdup (from->partner);
  to->agreement = g_strdup (from->agreement);
  to->programme = g_strdup (from->programme);
  to->cohort = g_strdup (from->cohort);
  to->purpose = g_strdup (from->purpose);
  to->sender = g_strdup (from->sender);
  to->sender_name = g_strdup (from->sender_name);
  to->takes_elsewhere = from->takes_elsewhere;
  to->replaces = from->replaces;
}

/* What is chosen where nothing is said is what tells the least of people. */
static SelExportKind
find_kind (const char *what)
{
  if (what == NULL)
    return SEL_EXPORT_AGREEMENTS;

  for (guint i = 0; sel_export_kinds[i].code; i++)
    if (g_str_equal (sel_export_kinds[i].code, what))
      return i + 1;
  return 0;
}

/* What is wrong with the line, in a sentence; NULL for nothing. */
const char *
sel_export_words_check (const SelExportWords *self)
{
  SelExportKind kind = find_kind (self->what);
  gboolean has_part = self->programme || self->cohort;

  if (kind == 0)
    return _ ("With --what say one of these: agreements, roster, schedule, outcomes, everything.");
  if (self->partner == NULL)
    return _ ("Say for which partner: its UID or its name with --partner.");
  if (self->programme && self->cohort)
    return _ ("Say a programme or a cohort, not both.");
  if (kind == SEL_EXPORT_ROSTER && !has_part)
    return _ ("A roster is that of a programme or a cohort: say which with --programme or "
              "--cohort.");
  if ((kind == SEL_EXPORT_AGREEMENTS || kind == SEL_EXPORT_EVERYTHING) && has_part)
    return _ ("--programme and --cohort go with a roster, a schedule or outcomes.");

  return NULL;
}

/* What cannot be found was asked for wrongly: nothing is wrong with the register. */
static gboolean
find (SelReading *reading,
      const SelRecordType *type,
      const char *name,
      const GDate *today,
      gint64 *id,
      GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (name == NULL || sel_named_find (reading->connection, type, name, today,
                                      sel_notice_days_read (), id, &local_error))
    return TRUE;

  if (g_error_matches (local_error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND))
    g_set_error_literal (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED, local_error->message);
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
read_choice (const SelExportWords *self,
             SelStore *store,
             const GDate *today,
             SelExportChoice *choice,
             GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, error);

  *choice = (SelExportChoice){ .kind = find_kind (self->what) };
  return reading && find (reading, &sel_partner_type, self->partner, today, &choice->partner, error) &&
         find (reading, &sel_agreement_type, self->agreement, today, &choice->agreement, error) &&
         find (reading, &sel_programme_type, self->programme, today, &choice->programme, error) &&
         find (reading, &sel_cohort_type, self->cohort, today, &choice->cohort, error);
}

static SelExportResult *
run (const SelExportWords *self,
     SelStore *store,
     const char *path,
     const SelPackageOptions *package,
     const GDate *today,
     GCancellable *cancellable,
     GError **error)
{
  g_autofree char *sender = self->sender ? g_strdup (self->sender) : sel_office_id_dup ();
  g_autofree char *sender_name =
    self->sender_name ? g_strdup (self->sender_name) : sel_office_name_dup ();
  SelExportOrder order = {
    .purpose = self->purpose,
    .sender = sender,
    .sender_name = sender_name,
    .takes_elsewhere = self->takes_elsewhere,
    .replaces = self->replaces,
    .package = package,
  };

  return read_choice (self, store, today, &order.choice, error)
           ? sel_export_run (store, &order, path, today, NULL, NULL, cancellable, error)
           : NULL;
}

/* Says why nothing left, with the status that follows from who has to put it right. */
void
sel_export_words_fail (const char *path, const GError *error, gboolean as_json, SelAnswer *answer)
{
  gboolean is_refusal = g_error_matches (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED) ||
                        g_error_matches (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_REFUSED);

  sel_answer_fail (answer, is_refusal ? SEL_STATUS_REFUSED : SEL_STATUS_FAILED, error->message);
  if (as_json)
    {
      g_autofree char *name = g_filename_display_basename (path);
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      json_builder_begin_object (builder);
      sel_json_add_text (builder, "file", name);
      sel_json_add_text (builder, "error", error->message);
      json_builder_end_object (builder);
      sel_json_append_to (builder, answer->output);
    }
}

/* Carries it out, as a package where its options are given. Waits, on whatever thread calls. */
void
sel_export_words_run (const SelExportWords *self,
                      SelStore *store,
                      const char *path,
                      const SelPackageOptions *package,
                      const GDate *today,
                      gboolean as_json,
                      GCancellable *cancellable,
                      SelAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelExportResult) result = run (self, store, path, package, today, cancellable, &error);

  if (result == NULL)
    sel_export_words_fail (path, error, as_json, answer);
  else if (as_json)
    {
      g_autoptr (JsonBuilder) builder = json_builder_new ();

      sel_export_report_add_json (builder, result);
      sel_json_append_to (builder, answer->output);
    }
  else
    {
      g_autoptr (GString) text = g_string_new (NULL);

      sel_export_report_append_text (text, result);
      sel_answer_say (answer, text->str);
    }
}
