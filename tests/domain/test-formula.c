/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/formula.h"

static const struct
{
  const char *text;
  gboolean is_like;
} cases[] = {
  { "", FALSE },
  { " ", FALSE },
  { "plain", FALSE },
  { "a=b", FALSE },
  { "6372014101900001", FALSE },
  { "siti@example.org", FALSE },
  { "'quoted", FALSE },

  { "=1+1", TRUE },
  { "=cmd|' /C calc'!A0", TRUE },
  { "@SUM(A1)", TRUE },
  { "+A1", TRUE },
  { "-A1", TRUE },
  { "+1+cmd|' /C calc'!A0", TRUE },
  { "-2+3", TRUE },
  { "+", TRUE },
  { "-", TRUE },
  { "--1", TRUE },
  { "+62-811-234", TRUE }, /* would be computed */
  { "-1e5", TRUE },

  /* after what does not show */
  { " =1+1", TRUE },
  { "\302\240=1+1", TRUE },
  { "\342\200\213=1+1", TRUE },
  { "\357\273\277=1+1", TRUE },
  { " \t=1+1", TRUE },
  { "\tplain", TRUE },
  { "\rplain", TRUE },
  { "\nplain", TRUE },

  /* full width, and a true minus */
  { "＝1+1", TRUE },
  { "＋A1", TRUE },
  { "－A1", TRUE },
  { "＠SUM(A1)", TRUE },
  { "−A1", TRUE },

  { "-12.5", FALSE },
  { "-12,5", FALSE },
  { "+5", FALSE },
  { "-0", FALSE },
  { "+62 812 3456 7890", FALSE },
  { "+6281234567890", FALSE },
  { " -12.5", FALSE },
  { "-.5", TRUE }, /* no number of this program */

  { "\377=1+1", FALSE }, /* no UTF-8: what it begins with is nothing */
  { "=\377", TRUE },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("case %u", i);
      g_assert_cmpint (sel_text_is_like_formula (cases[i].text), ==, cases[i].is_like);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/formula/cases", test_cases);

  return g_test_run ();
}
