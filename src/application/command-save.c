/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/command-save.h"

#include <glib/gi18n-lib.h>

#include "exchange/calendar.h"
#include "exchange/export-result.h"
#include "report/list-file.h"
#include "store/lists.h"
#include "store/named.h"

/* The list that the command line calls @name; NULL for none. */
const SelListQuery *
sel_list_by_name (const char *name)
{
  static const struct
  {
    const char *name;
    const SelListQuery *query;
  } lists[] = {
    { "agreements", &sel_agreements_list },
    { "partners", &sel_partners_list },
    { "participants", &sel_participants_list },
    { "cohorts", &sel_cohorts_list },
    { "imports", &sel_exchanges_list },
    { "exports", &sel_exports_list },
  };

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    if (g_str_equal (lists[i].name, name))
      return lists[i].query;

  return NULL;
}

/* Lets @context read the options into @self, which lives as long. */
void
sel_list_words_add_entries (SelListWords *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "search", 0, 0, G_OPTION_ARG_STRING, &self->search,
      N_ ("Only what the search of the list finds"), N_ ("TEXT") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/* Likewise. */
void
sel_schedule_words_add_entries (SelScheduleWords *self, GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "cohort", 0, 0, G_OPTION_ARG_STRING, &self->cohort,
      N_ ("Only of this cohort, by its UID or name"), N_ ("COHORT") },
    { NULL },
  };

  g_option_context_add_main_entries (context, entries, GETTEXT_PACKAGE);
}

/* What cannot be found or written where it was said was asked for wrongly. */
void
sel_save_fail (SelAnswer *answer, const GError *error)
{
  gboolean is_refusal =
    g_error_matches (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED) ||
    g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND);

  sel_answer_fail (answer, is_refusal ? SEL_STATUS_REFUSED : SEL_STATUS_FAILED, error->message);
}

/* Saves the list as the window would, all masked. Waits, on whatever thread calls. */
void
sel_list_save (SelStore *store,
               const SelListWords *words,
               const char *path,
               const GDate *today,
               guint notice_days,
               GCancellable *cancellable,
               SelAnswer *answer)
{
  g_autoptr (SelListRequest) request = sel_list_request_new ();
  g_autoptr (SelListOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_filename_display_basename (path);
  g_autofree char *number = NULL;
  g_autofree char *line = NULL;
  SelListReceipt receipt;

  sel_list_request_set_day (request, today, notice_days);
  request->search = g_strdup (words->search);
  order = sel_list_order_new (sel_list_by_name (words->name), request);
  order->replaces = words->replaces;
  if (!sel_list_file_write (store, order, path, &receipt, NULL, NULL, cancellable, &error))
    {
      sel_save_fail (answer, error);
      return;
    }

  number = sel_number_dup_display (receipt.n_rows);
  /* Translators: how many rows of a list, and the name of the file */
  line = g_strdup_printf (
    ngettext ("%s row was saved as “%s”", "%s rows were saved as “%s”", receipt.n_rows), number,
    file);
  sel_answer_say_line (answer, line);
}

static gboolean
read_choice (SelStore *store,
             const char *cohort,
             const GDate *today,
             SelCalendarChoice *choice,
             GError **error)
{
  g_autoptr (SelReading) reading = NULL;

  *choice = (SelCalendarChoice){ 0 };
  if (cohort == NULL)
    {
      choice->first = *today;
      return TRUE;
    }

  reading = sel_reading_begin (store, error);
  return reading &&
         sel_named_find (reading->connection, &sel_cohort_type, cohort, today, 0, &choice->cohort,
                         error);
}

/* Saves all sessions of the cohort, or those of all cohorts from today on. Waits, on whatever
 * thread calls. */
void
sel_schedule_save (SelStore *store,
                   const SelScheduleWords *words,
                   const char *path,
                   const GDate *today,
                   GCancellable *cancellable,
                   SelAnswer *answer)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *file = g_filename_display_basename (path);
  g_autofree char *number = NULL;
  g_autofree char *line = NULL;
  SelCalendarChoice choice;
  guint n_sessions;

  if (!read_choice (store, words->cohort, today, &choice, &error) ||
      !sel_calendar_write (store, &choice, path, words->replaces, &n_sessions, cancellable, &error))
    {
      sel_save_fail (answer, error);
      return;
    }

  number = sel_number_dup_display (n_sessions);
  line = g_strdup_printf (
    ngettext ("%s session was saved as “%s”", "%s sessions were saved as “%s”", n_sessions), number,
    file);
  sel_answer_say_line (answer, line);
}
