/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include "domain/obligation-state.h"

#define SOON_DAYS 30

enum
{
  ONCE,
  MONTHLY = SEL_RECURRENCE_MONTHLY,
  QUARTERLY = SEL_RECURRENCE_QUARTERLY,
  YEARLY = SEL_RECURRENCE_YEARLY,
  OPEN = SEL_OBLIGATION_OPEN,
  DUE = SEL_OBLIGATION_DUE,
  OVERDUE = SEL_OBLIGATION_OVERDUE,
  DONE = SEL_OBLIGATION_DONE,
  LAPSED = SEL_OBLIGATION_LAPSED,
};

static const struct
{
  const char *due_on;
  int recurrence;
  const char *done_on;
  const char *ends_on;
  const char *terminated_on;
  const char *today;
  int state;
  const char *next_due;
} cases[] = {
  /* owed once */
  { NULL, ONCE, NULL, NULL, NULL, "2025-06-01", OPEN, NULL },
  { NULL, ONCE, "2025-05-01", NULL, NULL, "2025-06-01", DONE, NULL },
  { "2025-07-02", ONCE, NULL, NULL, NULL, "2025-06-01", OPEN, "2025-07-02" },
  { "2025-07-01", ONCE, NULL, NULL, NULL, "2025-06-01", DUE, "2025-07-01" },
  { "2025-06-01", ONCE, NULL, NULL, NULL, "2025-06-01", DUE, "2025-06-01" },
  { "2025-05-31", ONCE, NULL, NULL, NULL, "2025-06-01", OVERDUE, "2025-05-31" },
  { "2025-05-31", ONCE, "2025-01-01", NULL, NULL, "2025-06-01", DONE, NULL },
  /* a final report is owed after the end, too */
  { "2025-05-31", ONCE, NULL, "2025-04-30", NULL, "2025-06-01", OVERDUE, "2025-05-31" },
  /* a quarterly report: never made, late, early, on the day, far too early */
  { "2025-03-31", QUARTERLY, NULL, NULL, NULL, "2025-06-01", OVERDUE, "2025-03-31" },
  { "2025-03-31", QUARTERLY, "2025-04-20", NULL, NULL, "2025-06-10", DUE, "2025-06-30" },
  { "2025-03-31", QUARTERLY, "2025-03-20", NULL, NULL, "2025-04-10", OPEN, "2025-06-30" },
  { "2025-03-31", QUARTERLY, "2025-03-31", NULL, NULL, "2025-04-10", OPEN, "2025-06-30" },
  { "2025-03-31", QUARTERLY, "2025-01-10", NULL, NULL, "2025-03-10", DUE, "2025-03-31" },
  { "2025-03-31", QUARTERLY, "2026-01-05", NULL, NULL, "2026-01-06", OPEN, "2026-03-31" },
  /* the day of the month comes back after a shorter month */
  { "2025-01-31", MONTHLY, "2025-02-01", NULL, NULL, "2025-02-02", DUE, "2025-02-28" },
  { "2025-01-31", MONTHLY, "2025-02-28", NULL, NULL, "2025-03-02", DUE, "2025-03-31" },
  { "2024-02-29", YEARLY, "2024-02-29", NULL, NULL, "2024-03-02", OPEN, "2025-02-28" },
  /* nothing recurs beyond the agreement */
  { "2025-03-31", QUARTERLY, "2025-03-31", "2025-06-30", NULL, "2025-06-10", DUE, "2025-06-30" },
  { "2025-03-31", QUARTERLY, "2025-03-31", "2025-06-29", NULL, "2025-06-10", DONE, NULL },
  { "2025-03-31", QUARTERLY, NULL, "2025-06-29", NULL, "2025-06-29", OVERDUE, "2025-03-31" },
  { "2025-03-31", QUARTERLY, "2025-03-31", NULL, "2025-06-30", "2025-06-10", DONE, NULL },
  { "2025-03-31", QUARTERLY, "2025-03-31", NULL, "2025-07-01", "2025-06-10", DUE, "2025-06-30" },
  /* what was not done while it was in force has lapsed */
  { NULL, ONCE, NULL, "2025-05-31", NULL, "2025-05-31", OPEN, NULL },
  { NULL, ONCE, NULL, "2025-05-31", NULL, "2025-06-01", LAPSED, NULL },
  { NULL, ONCE, "2025-05-01", "2025-05-31", NULL, "2025-06-01", DONE, NULL },
  { "2025-05-31", ONCE, NULL, "2025-05-31", NULL, "2025-06-01", LAPSED, NULL },
  { "2025-05-31", ONCE, NULL, NULL, "2025-06-01", "2025-06-01", LAPSED, NULL },
  { "2025-03-31", QUARTERLY, NULL, "2025-06-29", NULL, "2025-09-10", LAPSED, NULL },
  /* the first and the last year that a file can say */
  { "0001-01-01", YEARLY, "0001-01-01", NULL, NULL, "0001-01-02", OPEN, "0002-01-01" },
  { "9999-12-31", YEARLY, NULL, NULL, NULL, "2025-06-01", OPEN, "9999-12-31" },
};

static void
test_state_on_a_day (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SelObligationTerms terms = {
        .due_on = date (cases[i].due_on),
        .recurrence = cases[i].recurrence,
        .done_on = date (cases[i].done_on),
        .ends_on = date (cases[i].ends_on),
        .terminated_on = date (cases[i].terminated_on),
      };
      GDate today = date (cases[i].today);
      GDate expected = date (cases[i].next_due);
      GDate next_due;
      int state = sel_obligation_state_on (&terms, &today, SOON_DAYS, &next_due);

      g_test_message ("case %u", (guint) i);
      g_assert_cmpint (state, ==, cases[i].state);
      g_assert_cmpint (g_date_valid (&next_due), ==, cases[i].next_due != NULL);
      if (cases[i].next_due)
        g_assert_cmpint (g_date_compare (&next_due, &expected), ==, 0);
    }
}

static void
test_labels (void)
{
  g_assert_cmpstr (sel_obligation_state_label (SEL_OBLIGATION_OVERDUE), ==, "Overdue");
  g_assert_cmpstr (sel_obligation_state_label (SEL_OBLIGATION_LAPSED), ==, "Lapsed");
  for (int state = SEL_OBLIGATION_OPEN; state <= SEL_OBLIGATION_LAPSED; state++)
    g_assert_true (g_str_has_prefix (sel_obligation_state_hint (state),
                                     sel_obligation_state_label (state)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/obligation-state/on-a-day", test_state_on_a_day);
  g_test_add_func ("/obligation-state/labels", test_labels);

  return g_test_run ();
}
