/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include "domain/age.h"

static const struct
{
  const char *born;
  const char *on;
  int age;
} cases[] = {
  { "2001-05-16", "2019-05-15", 17 },
  { "2001-05-16", "2019-05-16", 18 },
  { "2001-05-16", "2019-05-17", 18 },
  { "2001-05-16", "2019-04-30", 17 },
  { "2001-05-16", "2019-06-01", 18 },
  { "2001-12-31", "2002-01-01", 0 },
  { "2001-05-16", "2001-05-16", 0 },
  { "2001-05-16", "2001-05-15", -1 },
  /* 29 February */
  { "2004-02-29", "2022-02-28", 17 },
  { "2004-02-29", "2022-03-01", 18 },
  { "2004-02-29", "2024-02-28", 19 },
  { "2004-02-29", "2024-02-29", 20 },
};

static void
test_completed_years (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate born = date (cases[i].born);
      GDate on = date (cases[i].on);

      g_test_message ("born %s, on %s", cases[i].born, cases[i].on);
      g_assert_cmpint (sel_age_on (&born, &on), ==, cases[i].age);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/age/completed-years", test_completed_years);
  return g_test_run ();
}
