/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/programme.h"
#include "domain/typed.h"

/* What people type as a whole number; 0 is refused. */
static void
test_integers (void)
{
  static const struct
  {
    const char *text;
    gint64 number;
  } rows[] = {
    { "1000", 1000 },
    { "1.000", 1000 },
    { "1,000", 1000 },
    { " 12.345 ", 12345 },
    { "1.234.567", 1234567 },
    { "7", 7 },
    { "1.5", 0 },
    { "1.00", 0 },
    { "1.0000", 0 },
    { "1.000,000", 0 },
    { "1000.000", 0 },
    { ".000", 0 },
    { "1.", 0 },
    { "1.000.", 0 },
    { "12a", 0 },
  };
  const SelField *field = sel_record_type_field (&sel_programme_type, "target");

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SelProgramme *programme = sel_record_new (&sel_programme_type);
      gboolean is_set = sel_typed_set_field (field, programme, rows[i].text, NULL);

      g_assert_cmpint (is_set, ==, rows[i].number != 0);
      if (is_set)
        g_assert_cmpint (programme->target, ==, rows[i].number);
      sel_record_free (&sel_programme_type, programme);
    }
}

/* A day that there is not is not said to be written wrongly. */
static void
test_what_is_wrong_with_a_date (void)
{
  static const char none[] = "There is no such day: see the day and the month.";
  static const char form[] = "Write the date as day/month/year, such as 11/10/2025.";
  static const struct
  {
    const char *text;
    const char *problem; /* NULL for a date */
  } rows[] = {
    { "11/10/2025", NULL },
    { " 29 Februari 2024 ", NULL },
    { "29 Februari 2025", none },
    { "31/02/2025", none },
    { "10-13-2025", none },
    { "2025-02-31", none },
    { "11/10/25", form },
    { "11 Foktober 2025", form },
    { "besok", form },
    { "", form },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GDate date;

      g_assert_cmpint (sel_typed_date (rows[i].text, &date), ==, rows[i].problem == NULL);
      if (rows[i].problem)
        g_assert_cmpstr (sel_typed_date_problem (rows[i].text), ==, rows[i].problem);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed/integers", test_integers);
  g_test_add_func ("/typed/what-is-wrong-with-a-date", test_what_is_wrong_with_a_date);
  return g_test_run ();
}
