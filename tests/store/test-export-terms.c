/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/export-terms.h"

/* 2 is made under 1, 3 renews 2, 4 is made under 3; 5 stands alone. A cohort is held under each, and
 * one under none; in each but a second one under 5 there is someone, and in the fifth for the programme
 * that the first three are of. */
static void
fill (SelFixture *fixture)
{
  SelAct *act = sel_fixture_begin (fixture);

  sel_fixture_add (act, "course", "name", "Las", "vocation", "Las", NULL);
  sel_fixture_add (act, "programme", "name", "Pascarehabilitasi", NULL);
  sel_fixture_add (act, "agreement", "title", "1", "kind", "memorandum", "stage", "signed", NULL);
  sel_fixture_add (act, "agreement", "title", "2", "kind", "cooperation", "stage", "signed",
                   "parent", "1", NULL);
  sel_fixture_add (act, "agreement", "title", "3", "kind", "cooperation", "stage", "signed",
                   "renews", "2", NULL);
  sel_fixture_add (act, "agreement", "title", "4", "kind", "addendum", "stage", "signed", "parent",
                   "3", NULL);
  sel_fixture_add (act, "agreement", "title", "5", "kind", "memorandum", "stage", "signed", NULL);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *agreement = i < 5 ? g_strdup_printf ("%u", i + 1) : NULL;

      sel_fixture_add (act, "cohort", "name", "K", "course", "1", "capacity", "16", "starts_on",
                       "2025-11-03", "ends_on", "2025-11-28", i < 3 ? "programme" : "name",
                       i < 3 ? "1" : "K", agreement ? "agreement" : NULL, agreement, NULL);
    }
  sel_fixture_add (act, "cohort", "name", "Kosong", "course", "1", "capacity", "16", "starts_on",
                   "2025-11-03", "ends_on", "2025-11-28", "agreement", "5", NULL);
  sel_fixture_add (act, "participant", "name", "Siti", "kind", "tks", NULL);
  for (guint i = 0; i < 6; i++)
    {
      g_autofree char *cohort = g_strdup_printf ("%u", i + 1);

      sel_fixture_add (act, "enrolment", "participant", "1", "cohort", cohort, "stage", "accepted",
                       i == 4 ? "programme" : NULL, "1", NULL);
    }
  sel_fixture_end (act);
}

/* Cohorts held under an agreement that the one named neither follows nor leads to. */
static void
test_cohorts_under_another_agreement (void)
{
  static const struct
  {
    SelExportChoice choice;
    guint64 n_elsewhere;
  } cases[] = {
    { { SEL_EXPORT_EVERYTHING, 1, 1, 0, 0 }, 1 },
    { { SEL_EXPORT_EVERYTHING, 1, 4, 0, 0 }, 1 },
    { { SEL_EXPORT_OUTCOMES, 1, 5, 0, 0 }, 4 },
    { { SEL_EXPORT_ROSTER, 1, 5, 1, 0 }, 3 },
    { { SEL_EXPORT_ROSTER, 1, 1, 1, 0 }, 1 }, /* for the programme, in the cohort under 5 */
    { { SEL_EXPORT_ROSTER, 1, 5, 0, 2 }, 1 },
    { { SEL_EXPORT_ROSTER, 1, 5, 0, 5 }, 0 },
    { { SEL_EXPORT_ROSTER, 1, 5, 0, 6 }, 0 },   /* under none */
    { { SEL_EXPORT_SCHEDULE, 1, 5, 0, 0 }, 0 }, /* nobody’s data */
    { { SEL_EXPORT_OUTCOMES, 1, 0, 0, 0 }, 0 }, /* which does not leave */
  };
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  const GDate today = sel_fixture_date ("2025-10-11");

  fill (fixture);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      SelExportTerms terms;

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true (sel_export_terms_read (fixture->connection, &cases[i].choice, &today, &terms,
                                            &error));
      g_assert_no_error (error);
      g_assert_cmpuint (terms.n_elsewhere, ==, cases[i].n_elsewhere);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/export-terms/cohorts-under-another-agreement",
                   test_cohorts_under_another_agreement);
  return g_test_run ();
}
