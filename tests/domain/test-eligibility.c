/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "dates.h"

#include "domain/eligibility.h"
#include "domain/participant.h"

#define CLIENTS                                        \
  (1u << (SEL_PARTICIPANT_REHABILITATION_CLIENT - 1) | \
   1u << (SEL_PARTICIPANT_POST_REHABILITATION_CLIENT - 1))

static const struct
{
  guint minimum_age;
  guint eligible_kinds;
  const char *starts_on;
  int kind;
  const char *birth_date;
  guint obstacles;
  int age;
} cases[] = {
  /* nothing is asked for */
  { 0, 0, NULL, SEL_PARTICIPANT_TKM, NULL, 0, -1 },
  { 0, 0, "2019-05-16", SEL_PARTICIPANT_TKM, "2015-05-16", 0, 4 },
  /* the age on the first day of the cohort counts */
  { 18, 0, "2019-05-16", SEL_PARTICIPANT_TKM, "2001-05-16", 0, 18 },
  { 18, 0, "2019-05-16", SEL_PARTICIPANT_TKM, "2001-05-17", SEL_OBSTACLE_TOO_YOUNG, 17 },
  { 18, 0, "2019-05-16", SEL_PARTICIPANT_TKM, "2020-01-01", SEL_OBSTACLE_TOO_YOUNG, -1 },
  { 18, 0, "2019-05-16", SEL_PARTICIPANT_TKM, NULL, SEL_OBSTACLE_NO_BIRTH_DATE, -1 },
  { 18, 0, NULL, SEL_PARTICIPANT_TKM, "2001-05-16", SEL_OBSTACLE_NO_START_DATE, -1 },
  /* kinds */
  { 0, CLIENTS, "2019-05-16", SEL_PARTICIPANT_REHABILITATION_CLIENT, NULL, 0, -1 },
  { 0, CLIENTS, "2019-05-16", SEL_PARTICIPANT_POST_REHABILITATION_CLIENT, NULL, 0, -1 },
  { 0, CLIENTS, "2019-05-16", SEL_PARTICIPANT_CONVICT, NULL, SEL_OBSTACLE_OTHER_KIND, -1 },
  { 0, CLIENTS, "2019-05-16", SEL_PARTICIPANT_UNSTATED, NULL, 0, -1 },
  { 0, CLIENTS, "2019-05-16", 0, NULL, SEL_OBSTACLE_OTHER_KIND, -1 },
  /* everything at once */
  { 18, CLIENTS, "2019-05-16", SEL_PARTICIPANT_JUVENILE, "2004-01-01",
    SEL_OBSTACLE_OTHER_KIND | SEL_OBSTACLE_TOO_YOUNG, 15 },
};

static void
test_who_may_join (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      SelEntryTerms terms = {
        .minimum_age = cases[i].minimum_age,
        .eligible_kinds = cases[i].eligible_kinds,
        .starts_on = date (cases[i].starts_on),
      };
      SelApplicant applicant = {
        .kind = cases[i].kind,
        .birth_date = date (cases[i].birth_date),
      };
      SelEligibility result = sel_eligibility_test (&terms, &applicant);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_cmpuint (result.obstacles, ==, cases[i].obstacles);
      g_assert_cmpint (result.age, ==, cases[i].age);
      g_assert_cmpint (g_date_valid (&result.tested_on), ==, cases[i].starts_on != NULL);
    }
}

static void
test_each_obstacle_has_a_message (void)
{
  for (guint bit = SEL_OBSTACLE_OTHER_KIND; bit <= SEL_OBSTACLE_TOO_YOUNG; bit <<= 1)
    g_assert_true (g_str_has_suffix (sel_obstacle_message (bit), "."));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/domain/eligibility/who-may-join", test_who_may_join);
  g_test_add_func ("/domain/eligibility/messages", test_each_obstacle_has_a_message);
  return g_test_run ();
}
