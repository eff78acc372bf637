/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include "domain/field.h"
#include "domain/term.h"

static const struct
{
  const char *starts_on;
  guint months;
  const char *ends_on;
} cases[] = {
  /* Kemensos and BNN: three years from 10 July 2020. */
  { "2020-07-10", 36, "2023-07-09" },
  { "2019-05-16", 12, "2020-05-15" },
  { "2025-10-11", 1, "2025-11-10" },
  { "2025-12-15", 2, "2026-02-14" },
  /* the first of a month */
  { "2024-01-01", 12, "2024-12-31" },
  { "2023-03-01", 12, "2024-02-29" },
  { "2024-03-01", 12, "2025-02-28" },
  { "2025-01-01", 1, "2025-01-31" },
  /* months too short */
  { "2025-01-29", 1, "2025-02-28" },
  { "2025-01-30", 1, "2025-02-28" },
  { "2025-01-31", 1, "2025-02-28" },
  { "2024-01-31", 1, "2024-02-29" },
  { "2024-01-30", 1, "2024-02-29" },
  { "2024-01-29", 1, "2024-02-28" },
  { "2024-08-31", 6, "2025-02-28" },
  { "2024-03-31", 1, "2024-04-30" },
  { "2024-10-31", 1, "2024-11-30" },
  /* from 29 February */
  { "2020-02-29", 12, "2021-02-28" },
  { "2020-02-29", 48, "2024-02-28" },
  { "2020-02-29", 1, "2020-03-28" },
  /* the longest */
  { "2020-01-01", 1200, "2119-12-31" },
};

static void
test_last_day (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate starts_on = date (cases[i].starts_on);
      GDate expected = date (cases[i].ends_on);
      GDate ends_on;

      g_test_message ("%u months from %s", cases[i].months, cases[i].starts_on);
      sel_term_end (&starts_on, cases[i].months, &ends_on);
      g_assert_cmpint (g_date_compare (&ends_on, &expected), ==, 0);
    }
}

static void
test_notice (void)
{
  static const struct
  {
    const char *ends_on;
    gint64 months;
    gint64 days;
    const char *notice_by; /* NULL: none */
  } notices[] = {
    { "2025-12-31", 3, SEL_NO_INTEGER, "2025-09-30" },
    { "2025-12-31", SEL_NO_INTEGER, 30, "2025-12-01" },
    { "2025-12-31", 1, 15, "2025-11-15" },
    { "2026-03-31", 1, SEL_NO_INTEGER, "2026-02-28" },
    { "2026-03-31", 0, SEL_NO_INTEGER, "2026-03-31" },
    { "2026-03-31", SEL_NO_INTEGER, SEL_NO_INTEGER, NULL },
    { NULL, 3, SEL_NO_INTEGER, NULL },
    { "0001-02-01", 3, SEL_NO_INTEGER, NULL }, /* before the calendar begins */
  };

  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      GDate ends_on = date (notices[i].ends_on);
      GDate expected = date (notices[i].notice_by);
      GDate notice_by;

      g_test_message ("case %u", (guint) i);
      sel_term_notice_by (&ends_on, notices[i].months, notices[i].days, &notice_by);
      g_assert_cmpint (g_date_valid (&notice_by), ==, notices[i].notice_by != NULL);
      if (notices[i].notice_by)
        g_assert_cmpint (g_date_compare (&notice_by, &expected), ==, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/term/last-day", test_last_day);
  g_test_add_func ("/domain/term/notice", test_notice);
  return g_test_run ();
}
