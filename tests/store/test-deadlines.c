/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/deadlines.h"
#include "support.h"

static char *
dup_lines (SelStore *store, const char *day)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GError) error = NULL;
  GDate today = date_of (day);
  g_autoptr (GArray) deadlines = sel_deadlines_read (reading->connection, &today, &error);
  g_autoptr (GString) lines = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < deadlines->len; i++)
    {
      const SelDeadline *deadline = &g_array_index (deadlines, SelDeadline, i);
      g_autofree char *text = sel_date_dup_text (&deadline->day);

      g_string_append_printf (lines, "%s %s %s%s%s\n", text,
                              sel_deadline_kind_code (deadline->kind), deadline->title,
                              deadline->what ? ": " : "", deadline->what ? deadline->what : "");
    }

  return g_string_free (g_steal_pointer (&lines), FALSE);
}

static void
add_agreement (SelStore *store, const char *title, const char *stage, const char *ends_on)
{
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", title, "kind", "memorandum", "stage", stage, "signed_on",
             "2023-01-01", "ends_on", ends_on, "notice_months", "3", NULL));
}

static void
test_days_of_all_kinds (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *lines = NULL;
  g_autofree char *later = NULL;

  add_agreement (store, "Binds", "signed", "2026-06-30");
  add_agreement (store, "Ended", "signed", "2025-10-10");
  add_agreement (store, "Draft", "under_review", "2026-06-30");
  add_agreement (store, "Renewed", "signed", "2026-01-31");
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Renews", "kind", "memorandum", "stage", "signed",
             "signed_on", "2025-01-01", "renews", "4", NULL));
  add (store, &sel_review_type,
       make (&sel_review_type, "agreement", "3", "reviewer", "Biro Hukum", "due_on", "2025-10-20",
             NULL));
  add (store, &sel_obligation_type,
       make (&sel_obligation_type, "agreement", "1", "text", "Laporan", "due_on", "2025-03-31",
             "recurrence", "quarterly", NULL));
  add (store, &sel_realisation_type,
       make (&sel_realisation_type, "agreement", "1", "obligation", "1", "done_on", "2025-09-30",
             "text", "Dikirim", NULL));
  add (store, &sel_obligation_type,
       make (&sel_obligation_type, "agreement", "1", "text", "Terlambat", "due_on", "2025-10-01",
             NULL));

  lines = dup_lines (store, "2025-10-11");
  g_assert_cmpstr (lines, ==,
                   "2025-10-01 obligation Binds: Terlambat\n"
                   "2025-10-20 review Draft: Biro Hukum\n"
                   "2025-12-31 obligation Binds: Laporan\n"
                   "2026-03-30 notice Binds\n"
                   "2026-06-30 end Binds\n");

  /* Notice was not given in time; the end is still to come. */
  later = dup_lines (store, "2026-03-31");
  g_assert_cmpstr (later, ==,
                   "2025-10-01 obligation Binds: Terlambat\n"
                   "2025-12-31 obligation Binds: Laporan\n"
                   "2026-06-30 end Binds\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deadlines/days-of-all-kinds", test_days_of_all_kinds);

  return g_test_run ();
}
