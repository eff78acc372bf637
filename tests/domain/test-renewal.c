/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include "domain/renewal.h"

static SelAgreement *
make_old (const char *starts_on, const char *ends_on, gint64 months)
{
  SelAgreement *old = sel_record_new (&sel_agreement_type);

  old->record.id = 7;
  old->record.uid = g_strdup ("uid");
  old->record.version = 3;
  old->kind = SEL_AGREEMENT_COOPERATION;
  old->title = g_strdup ("Pelatihan kerja");
  old->stage = SEL_AGREEMENT_STAGE_SIGNED;
  old->parent = 4;
  old->signed_on = date ("2019-05-16");
  old->starts_on = date (starts_on);
  old->ends_on = date (ends_on);
  old->term_months = months;
  old->notice_months = 3;
  old->note = g_strdup ("Lemari 3");
  return old;
}

static void
assert_day (const GDate *day, const char *expected)
{
  GDate other = date (expected);

  g_assert_cmpint (g_date_valid (day), ==, expected != NULL);
  if (expected)
    g_assert_cmpint (g_date_compare (day, &other), ==, 0);
}

/* From 2019 to 2022, and on. */
static void
test_dates (void)
{
  static const struct
  {
    const char *starts_on;
    const char *ends_on;
    gint64 months;
    const char *effective_end; /* as the addenda left it */
    const char *new_start;
    const char *new_end;
  } cases[] = {
    { "2019-05-16", "2022-05-15", 36, "2022-05-15", "2022-05-16", "2025-05-15" },
    { "2019-05-16", "2022-05-15", SEL_NO_INTEGER, "2022-05-15", "2022-05-16", "2025-05-15" },
    { "2019-05-16", "2022-05-15", 36, "2022-12-31", "2023-01-01", "2025-12-31" },
    { "2019-05-16", "2022-05-20", SEL_NO_INTEGER, "2022-05-20", "2022-05-21", NULL },
    { "2024-01-31", "2024-02-29", SEL_NO_INTEGER, "2024-02-29", "2024-03-01", "2024-03-31" },
    { NULL, "2022-05-15", SEL_NO_INTEGER, "2022-05-15", "2022-05-16", NULL },
    { "2019-05-16", NULL, SEL_NO_INTEGER, NULL, NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SelAgreement *old = make_old (cases[i].starts_on, cases[i].ends_on, cases[i].months);
      GDate end = date (cases[i].effective_end);
      SelAgreement *renewal = sel_renewal_new (old, &end);

      g_test_message ("case %u", (guint) i);
      assert_day (&renewal->starts_on, cases[i].new_start);
      assert_day (&renewal->ends_on, cases[i].new_end);
      sel_record_free (&sel_agreement_type, renewal);
      sel_record_free (&sel_agreement_type, old);
    }
}

static void
test_what_is_copied (void)
{
  SelAgreement *old = make_old ("2019-05-16", "2022-05-15", 36);
  SelAgreement *renewal = sel_renewal_new (old, &old->ends_on);

  g_assert_cmpint (renewal->record.id, ==, 0);
  g_assert_null (renewal->record.uid);
  g_assert_cmpint (renewal->renews, ==, 7);
  g_assert_cmpint (renewal->parent, ==, 4);
  g_assert_cmpint (renewal->stage, ==, SEL_AGREEMENT_STAGE_DRAFT);
  g_assert_cmpstr (renewal->title, ==, "Pelatihan kerja");
  g_assert_cmpint (renewal->notice_months, ==, 3);
  g_assert_null (renewal->note);
  assert_day (&renewal->signed_on, NULL);

  sel_record_free (&sel_agreement_type, renewal);
  sel_record_free (&sel_agreement_type, old);
}

static void
test_who_signs_is_asked_anew (void)
{
  SelParty *old = sel_record_new (&sel_party_type);
  SelParty *party;

  old->record.id = 3;
  old->agreement = 7;
  old->position = 2;
  old->partner = 5;
  old->number = g_strdup ("PKS/1");
  old->signatory = g_strdup ("Rahmat");
  old->office = g_strdup ("Kepala");
  old->authority = SEL_AUTHORITY_DECREE;
  old->authority_number = g_strdup ("KEP/1");
  party = sel_renewal_new_party (old);
  g_assert_cmpint (party->partner, ==, 5);
  g_assert_cmpint (party->position, ==, 2);
  g_assert_cmpstr (party->office, ==, "Kepala");
  g_assert_cmpint (party->agreement, ==, 0);
  g_assert_null (party->number);
  g_assert_null (party->signatory);
  g_assert_cmpint (party->authority, ==, 0);
  g_assert_null (party->authority_number);

  sel_record_free (&sel_party_type, party);
  sel_record_free (&sel_party_type, old);
}

static void
test_due_dates_move (void)
{
  static const struct
  {
    const char *old_start;
    const char *new_start;
    const char *due_on;
    int recurrence;
    const char *new_due;
    int new_recurrence;
  } cases[] = {
    { "2019-05-16", "2022-05-16", "2019-11-30", SEL_RECURRENCE_YEARLY, "2022-11-30",
      SEL_RECURRENCE_YEARLY },
    { "2019-05-16", "2022-05-31", "2019-11-30", 0, "2022-11-30", 0 },
    { "2019-05-16", "2022-06-03", "2019-11-30", 0, "2022-12-30", 0 },
    { "2019-05-16", NULL, "2019-11-30", SEL_RECURRENCE_YEARLY, NULL, 0 },
    { "2019-05-16", "2022-05-16", NULL, 0, NULL, 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SelAgreement of = { .starts_on = date (cases[i].old_start) };
      SelAgreement renewal = { .starts_on = date (cases[i].new_start) };
      SelObligation *old = sel_record_new (&sel_obligation_type);
      SelObligation *moved;

      g_test_message ("case %u", (guint) i);
      old->text = g_strdup ("Laporan");
      old->due_on = date (cases[i].due_on);
      old->recurrence = cases[i].recurrence;
      old->done_on = date ("2021-11-30");
      moved = sel_renewal_new_obligation (old, &of, &renewal);
      assert_day (&moved->due_on, cases[i].new_due);
      assert_day (&moved->done_on, NULL);
      g_assert_cmpint (moved->recurrence, ==, cases[i].new_recurrence);
      sel_record_free (&sel_obligation_type, moved);
      sel_record_free (&sel_obligation_type, old);
    }
}

/* A person may move the days of the draft, or take the last one away. */
static void
test_the_term_follows_the_days (void)
{
  SelAgreement *draft = sel_record_new (&sel_agreement_type);

  draft->open_ended = TRUE;
  draft->starts_on = date ("2027-03-01");
  draft->ends_on = date ("2029-02-28");
  sel_renewal_settle_term (draft);
  g_assert_cmpint (draft->term_months, ==, 24);
  g_assert_false (draft->open_ended);

  draft->ends_on = date ("2029-03-15");
  sel_renewal_settle_term (draft);
  g_assert_cmpint (draft->term_months, ==, SEL_NO_INTEGER);

  draft->term_months = 24;
  g_date_clear (&draft->ends_on, 1);
  sel_renewal_settle_term (draft);
  g_assert_cmpint (draft->term_months, ==, SEL_NO_INTEGER);
  sel_record_free (&sel_agreement_type, draft);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/renewal/dates", test_dates);
  g_test_add_func ("/renewal/what-is-copied", test_what_is_copied);
  g_test_add_func ("/renewal/who-signs-is-asked-anew", test_who_signs_is_asked_anew);
  g_test_add_func ("/renewal/the-term-follows-the-days", test_the_term_follows_the_days);
  g_test_add_func ("/renewal/due-dates-move", test_due_dates_move);

  return g_test_run ();
}
