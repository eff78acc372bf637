/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include "domain/agreement-state.h"

#define NOTICE_DAYS 90

enum
{
  DRAFT = SEL_AGREEMENT_STAGE_DRAFT,
  REVIEW = SEL_AGREEMENT_STAGE_UNDER_REVIEW,
  SIGNED = SEL_AGREEMENT_STAGE_SIGNED,
  TERMINATED = SEL_AGREEMENT_STAGE_TERMINATED,
};

/* The Kemensos and BNN agreement, 10 July 2020 to 9 July 2023, is the example. */
static const struct
{
  int stage;
  const char *starts_on;
  const char *ends_on;
  const char *terminated_on;
  const char *successor_starts_on;
  const char *today;
  const char *state;
} cases[] = {
  { DRAFT, "2020-07-10", "2023-07-09", NULL, NULL, "2021-01-01", "draft" },
  { REVIEW, "2020-07-10", "2023-07-09", NULL, NULL, "2024-01-01", "under_review" },
  /* the first and the last day are in force */
  { SIGNED, "2020-07-10", "2023-07-09", NULL, NULL, "2020-07-09", "not_yet" },
  { SIGNED, "2020-07-10", "2023-07-09", NULL, NULL, "2020-07-10", "in_force" },
  { SIGNED, "2020-07-10", "2023-07-09", NULL, NULL, "2023-04-09", "in_force" },
  { SIGNED, "2020-07-10", "2023-07-09", NULL, NULL, "2023-04-10", "expiring" },
  { SIGNED, "2020-07-10", "2023-07-09", NULL, NULL, "2023-07-09", "expiring" },
  { SIGNED, "2020-07-10", "2023-07-09", NULL, NULL, "2023-07-10", "expired" },
  /* without a first or a last day */
  { SIGNED, "2020-07-10", NULL, NULL, NULL, "2099-01-01", "in_force" },
  { SIGNED, NULL, "2023-07-09", NULL, NULL, "2000-01-01", "in_force" },
  { SIGNED, NULL, NULL, NULL, NULL, "2000-01-01", "in_force" },
  /* terminated from that day on */
  { TERMINATED, "2020-07-10", "2023-07-09", "2022-03-01", NULL, "2022-02-28", "in_force" },
  { TERMINATED, "2020-07-10", "2023-07-09", "2022-03-01", NULL, "2022-03-01", "terminated" },
  { TERMINATED, "2020-07-10", "2023-07-09", "2022-03-01", NULL, "2024-01-01", "terminated" },
  { TERMINATED, "2020-07-10", "2023-07-09", NULL, NULL, "2022-01-01", "terminated" },
  { TERMINATED, "2020-07-10", NULL, "2022-03-01", "2022-04-01", "2022-05-01", "terminated" },
  { SIGNED, "2020-07-10", "2023-07-09", "2022-03-01", NULL, "2022-05-01", "in_force" },
  /* renewed from the day its successor starts */
  { SIGNED, "2020-07-10", "2023-07-09", NULL, "2023-07-10", "2023-07-09", "expiring" },
  { SIGNED, "2020-07-10", "2023-07-09", NULL, "2023-07-10", "2023-07-10", "renewed" },
  { SIGNED, "2020-07-10", "2023-07-09", NULL, "2023-05-01", "2023-06-01", "renewed" },
  { SIGNED, "2020-07-10", "2023-07-09", NULL, "2023-09-01", "2023-08-01", "expired" },
  { SIGNED, "2020-07-10", NULL, NULL, "2023-09-01", "2023-09-01", "renewed" },
};

static void
test_state_on_a_day (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SelAgreementTerms terms = {
        .stage = cases[i].stage,
        .starts_on = date (cases[i].starts_on),
        .ends_on = date (cases[i].ends_on),
        .terminated_on = date (cases[i].terminated_on),
        .successor_starts_on = date (cases[i].successor_starts_on),
      };
      GDate today = date (cases[i].today);
      SelAgreementState state = sel_agreement_state_on (&terms, &today, NOTICE_DAYS);

      g_test_message ("case %" G_GSIZE_FORMAT ", on %s", i, cases[i].today);
      g_assert_cmpstr (sel_agreement_state_code (state), ==, cases[i].state);
    }
}

/* The last day itself is always announced. */
static void
test_without_notice (void)
{
  SelAgreementTerms terms = { .stage = SEL_AGREEMENT_STAGE_SIGNED, .ends_on = date ("2023-07-09") };
  GDate today = date ("2023-07-08");

  g_assert_cmpint (sel_agreement_state_on (&terms, &today, 0), ==, SEL_AGREEMENT_STATE_IN_FORCE);
  g_date_add_days (&today, 1);
  g_assert_cmpint (sel_agreement_state_on (&terms, &today, 0), ==, SEL_AGREEMENT_STATE_EXPIRING);
}

static void
test_labels (void)
{
  static const char *const labels[SEL_N_AGREEMENT_STATES] = {
    "Draft", "Under review", "Not yet in force", "In force",
    "Notice due", "Expiring", "Expired", "Terminated", "Renewed"
  };

  for (guint i = 0; i < SEL_N_AGREEMENT_STATES; i++)
    g_assert_cmpstr (sel_agreement_state_label (i), ==, labels[i]);
}

/* Each state has its own reason, and its own shape: it is never told by colour alone. */
static void
test_hints (void)
{
  g_autoptr (GHashTable) hints = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) marks = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < SEL_N_AGREEMENT_STATES; i++)
    {
      const char *mark = sel_agreement_state_mark (sel_agreement_state_code (i));

      g_assert_true (g_hash_table_add (hints, (char *) sel_agreement_state_hint (i)));
      g_assert_cmpint (g_utf8_strlen (mark, -1), ==, 1);
      g_assert_true (g_hash_table_add (marks, (char *) mark));
    }
  g_assert_cmpstr (sel_agreement_state_hint (SEL_AGREEMENT_STATE_TERMINATED), ==,
                   "It was terminated.");
}

/* While notice can be given, that comes before the end, which is later. */
static void
test_notice_due (void)
{
  static const struct
  {
    const char *notice_by; /* NULL: none, or notice was given */
    const char *today;
    const char *state;
  } notices[] = {
    { NULL, "2025-06-01", "in_force" },
    { "2025-09-30", "2025-08-30", "in_force" },
    { "2025-09-30", "2025-08-31", "notice_due" },
    { "2025-09-30", "2025-09-30", "notice_due" },
    { "2025-09-30", "2025-10-15", "notice_due" }, /* it was missed */
    { "2025-09-30", "2025-12-01", "expiring" },
    { "2025-09-30", "2026-01-01", "expired" },
    { "2025-12-16", "2025-11-15", "in_force" },
    { "2025-12-16", "2025-11-16", "notice_due" },
    { "2025-12-16", "2025-12-01", "notice_due" }, /* though the last day is near */
    { "2025-12-16", "2025-12-16", "notice_due" },
    { "2025-12-16", "2025-12-17", "expiring" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (notices); i++)
    {
      SelAgreementTerms terms = {
        .stage = SEL_AGREEMENT_STAGE_SIGNED,
        .ends_on = date ("2025-12-31"),
        .notice_by = date (notices[i].notice_by),
      };
      GDate today = date (notices[i].today);

      g_test_message ("%s", notices[i].today);
      g_assert_cmpstr (sel_agreement_state_code (sel_agreement_state_on (&terms, &today, 30)), ==,
                       notices[i].state);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/agreement-state/on-a-day", test_state_on_a_day);
  g_test_add_func ("/domain/agreement-state/without-notice", test_without_notice);
  g_test_add_func ("/domain/agreement-state/labels", test_labels);
  g_test_add_func ("/domain/agreement-state/hints", test_hints);
  g_test_add_func ("/agreement-state/notice-due", test_notice_due);
  return g_test_run ();
}
