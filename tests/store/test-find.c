/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fixture.h"

#include "store/find.h"
#include "store/page-text.h"

#define NOTICE_DAYS 90

/* A register with something of everything. */
static SelFixture *
fixture_filled (void)
{
  SelFixture *fixture = sel_fixture_new ();
  SelAct *act = sel_fixture_begin (fixture);

  sel_fixture_add (act, "partner", "name", "Badan Narkotika Nasional", "short_name", "BNN", "kind",
                   "ministry", NULL);
  sel_fixture_add (act, "partner", "name", "Kementerian Ketenagakerjaan", "short_name", "Kemnaker",
                   "kind", "ministry", NULL);
  sel_fixture_add (act, "agreement", "kind", "memorandum", "stage", "signed", "title",
                   "Pencegahan & pemberantasan", "signed_on", "2024-05-27", "ends_on", "2029-05-26",
                   NULL);
  sel_fixture_add (act, "agreement", "kind", "cooperation", "stage", "signed", "title",
                   "Kerja Sama Pelatihan", "signed_on", "2020-01-01", "ends_on", "2023-01-01", NULL);
  sel_fixture_add (act, "agreement", "kind", "cooperation", "stage", "draft", "title",
                   "Rencana magang", NULL);
  sel_fixture_add (act, "party", "agreement", "1", "position", "1", "partner", "1", "number",
                   "NK/7/V/2024/BNN", "signatory", "Budi Pelatihan", NULL);
  sel_fixture_add (act, "party", "agreement", "2", "position", "1", "partner", "2", "number",
                   "PKS-12/X", NULL);
  sel_fixture_add (act, "witness", "agreement", "2", "name", "Ibu Saksi", NULL);
  sel_fixture_add (act, "programme", "name", "Seribu tenaga terampil", NULL);
  sel_fixture_add (act, "course", "name", "Tata boga", "vocation", "Tata boga", NULL);
  sel_fixture_add (act, "cohort", "name", "Angkatan I", "course", "1", "programme", "1", "capacity",
                   "16", "starts_on", "2025-10-01", "ends_on", "2025-12-01", NULL);
  sel_fixture_add (act, "instructor", "name", "Siti Pengajar", NULL);
  sel_fixture_add (act, "participant", "name", "Siti Rahayu", "kind", "convict", "nik",
                   "6372014101900001", NULL);
  sel_fixture_add (act, "enrolment", "participant", "1", "cohort", "1", "stage", "accepted", NULL);
  sel_fixture_end (act);
  return fixture;
}

static char *
dup_lines (const SelFoundAll *all)
{
  static const char *const names[] = { "agreement", "partner", "person", "cohort", "page" };
  GString *text = g_string_new (NULL);

  for (guint group = 0; group < SEL_N_FOUND_GROUPS; group++)
    for (guint i = 0; i < all->groups[group]->len; i++)
      {
        const SelFound *found = g_ptr_array_index (all->groups[group], i);

        if (group == SEL_FOUND_PAGES)
          continue;
        g_string_append_printf (text, "%s%s %d: %s (%s)%s%s", text->len ? "\n" : "", names[group],
                                (int) found->id, found->title, found->detail,
                                found->state ? " " : "", found->state ? found->state : "");
      }

  return g_string_free (text, FALSE);
}

static SelFoundAll *
find (SelFixture *fixture, const char *typed)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelFinder) finder = sel_finder_read (fixture->connection, &error);
  GDate today = sel_fixture_date ("2025-10-11");
  SelFoundAll *all =
    sel_finder_find (finder, fixture->connection, typed, &today, NOTICE_DAYS, &error);

  g_assert_no_error (error);
  return all;
}

static const struct
{
  const char *typed;
  const char *found;
} cases[] = {
  /* In titles, before what is in other places. */
  { "kerjasama", "agreement 2: <b>Kerja Sama</b> Pelatihan (PKS-12/X · Kemnaker) expired" },
  { "pelatihan",
    "agreement 2: Kerja Sama <b>Pelatihan</b> (PKS-12/X · Kemnaker) expired\n"
    "agreement 1: Pencegahan &amp; pemberantasan (NK/7/V/2024/BNN · BNN) in_force" },
  { "magang", "agreement 3: Rencana <b>magang</b> () draft" },
  /* By numbers, partners, signatories and witnesses. */
  { "NK/7/V",
    "agreement 1: Pencegahan &amp; pemberantasan (<b>NK</b>/<b>7</b>/V/2024/BNN · BNN) in_force" },
  { "narkotika cegah",
    "agreement 1: <b>Pencegahan</b> &amp; pemberantasan (NK/7/V/2024/BNN · BNN) in_force" },
  { "saksi", "agreement 2: Kerja Sama Pelatihan (PKS-12/X · Kemnaker) expired" },
  { "tenaga kerja",
    "agreement 2: Kerja Sama Pelatihan (PKS-12/X · Kemnaker) expired\n"
    "partner 2: Kementerian <b>Ketenagakerjaan</b> (Kemnaker)" },
  /* People, without what their list masks. */
  { "siti",
    "person 1: <b>Siti</b> Rahayu (Seribu tenaga terampil · Angkatan I)\n"
    "person 1: <b>Siti</b> Pengajar (Instructor)" },
  { "637201", "person 1: Siti Rahayu (Seribu tenaga terampil · Angkatan I)" },
  { "63720", "" },
  { "tata bo", "cohort 1: Angkatan I (<b>Tata</b> <b>boga</b> · Seribu tenaga terampil)" },
  { "seribu",
    "cohort 1: Angkatan I (Tata boga · <b>Seribu</b> tenaga terampil)\n"
    "cohort 1: <b>Seribu</b> tenaga terampil (Programme)" },
  { "tidak ada", "" },
  { "", "" },
  { "%_'\"*", "" },
};

static void
test_cases (void)
{
  g_autoptr (SelFixture) fixture = fixture_filled ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SelFoundAll) all = find (fixture, cases[i].typed);
      g_autofree char *lines = dup_lines (all);

      g_assert_cmpstr (lines, ==, cases[i].found);
    }
}

static void
test_more_than_fit (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelFoundAll) all = NULL;
  SelAct *act = sel_fixture_begin (fixture);

  for (guint i = 1; i <= 20; i++)
    {
      g_autofree char *day = g_strdup_printf ("2020-01-%02u", i);

      sel_fixture_add (act, "agreement", "kind", "cooperation", "stage", "signed", "title",
                       "Magang", "signed_on", day, NULL);
    }
  sel_fixture_end (act);

  all = find (fixture, "magang");
  g_assert_cmpuint (all->groups[SEL_FOUND_AGREEMENTS]->len, ==, 5);
  g_assert_true (all->has_more[SEL_FOUND_AGREEMENTS]);
  g_assert_cmpint (((SelFound *) g_ptr_array_index (all->groups[0], 0))->id, ==, 20);
  g_assert_false (all->has_more[SEL_FOUND_PEOPLE]);
}

/* A record that went after the names were read is not in the answer. */
static void
test_gone_meanwhile (void)
{
  g_autoptr (SelFixture) fixture = fixture_filled ();
  g_autoptr (SelFinder) finder = sel_finder_read (fixture->connection, NULL);
  g_autoptr (SelFoundAll) all = NULL;
  GDate today = sel_fixture_date ("2025-10-11");

  sel_connection_execute (fixture->connection, "DELETE FROM agreement WHERE id = 3", NULL);
  all = sel_finder_find (finder, fixture->connection, "magang", &today, NOTICE_DAYS, NULL);
  g_assert_cmpuint (sel_found_all_count (all), ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/find/cases", test_cases);
  g_test_add_func ("/store/find/more-than-fit", test_more_than_fit);
  g_test_add_func ("/store/find/gone-meanwhile", test_gone_meanwhile);
  return g_test_run ();
}
