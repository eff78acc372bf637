/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/agreement-end.h"
#include "domain/typed.h"

static GDate
date_of (const char *text)
{
  GDate date;

  g_date_clear (&date, 1);
  if (text)
    g_assert_true (sel_typed_date (text, &date));
  return date;
}

/* The end that counts is that of the addendum which was signed last and says one. */
static void
test_effective_end (void)
{
  static const struct
  {
    const char *ends_on;
    struct
    {
      const char *signed_on;
      const char *ends_on;
      gboolean open_ended;
    } addenda[3];
    guint n_addenda;
    const char *end;
  } rows[] = {
    { "2027-05-26", { { NULL } }, 0, "2027-05-26" },
    { NULL, { { NULL } }, 0, NULL },
    { "2027-05-26", { { "2026-01-01", "2029-05-26" } }, 1, "2029-05-26" },
    { "2027-05-26", { { "2026-01-01", "2026-12-31" } }, 1, "2026-12-31" }, /* made shorter */
    { "2027-05-26", { { "2026-01-01", NULL } }, 1, "2027-05-26" },         /* of articles only */
    { "2027-05-26", { { "2026-01-01", NULL, TRUE } }, 1, NULL },
    { NULL, { { "2026-01-01", "2029-05-26" } }, 1, "2029-05-26" },
    { "2027-05-26", { { "2026-06-01", "2030-05-26" }, { "2026-01-01", "2029-05-26" } }, 2, "2030-05-26" },
    { "2027-05-26", { { "2026-01-01", "2030-05-26" }, { "2026-01-01", "2029-05-26" } }, 2, "2029-05-26" },
    { "2027-05-26", { { NULL, "2030-05-26" }, { "2026-01-01", "2029-05-26" } }, 2, "2029-05-26" },
    { "2027-05-26",
      { { "2026-01-01", "2029-05-26" }, { "2026-06-01", NULL }, { "2025-01-01", NULL, TRUE } },
      3,
      "2029-05-26" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      SelAgreementAddendum addenda[G_N_ELEMENTS (rows[i].addenda)];
      const GDate own = date_of (rows[i].ends_on);
      const GDate expected = date_of (rows[i].end);
      GDate end;

      for (guint a = 0; a < rows[i].n_addenda; a++)
        addenda[a] = (SelAgreementAddendum){ a + 1, date_of (rows[i].addenda[a].signed_on),
                                             date_of (rows[i].addenda[a].ends_on),
                                             rows[i].addenda[a].open_ended };

      g_test_message ("row %u", i);
      sel_agreement_effective_end (&own, addenda, rows[i].n_addenda, &end);
      g_assert_cmpint (g_date_valid (&end), ==, g_date_valid (&expected));
      if (g_date_valid (&end))
        g_assert_cmpint (g_date_compare (&end, &expected), ==, 0);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-end/effective-end", test_effective_end);
  return g_test_run ();
}
