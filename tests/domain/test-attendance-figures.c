/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/attendance-figures.h"

/* Four mornings and two to come, 240 minutes each: the share is of all six. */
static void
test_share_is_of_all_sessions (void)
{
  static const int statuses[] = {
    SEL_ATTENDANCE_PRESENT, SEL_ATTENDANCE_LATE, SEL_ATTENDANCE_SICK, SEL_ATTENDANCE_ABSENT, 0, 0
  };
  SelAttendanceFigures figures = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (statuses); i++)
    sel_attendance_figures_add (&figures, 240, statuses[i]);

  g_assert_cmpuint (figures.n_sessions, ==, 6);
  g_assert_cmpuint (figures.n_by_status[SEL_ATTENDANCE_PRESENT], ==, 1);
  g_assert_cmpuint (figures.n_by_status[SEL_ATTENDANCE_LATE], ==, 1);
  g_assert_cmpuint (figures.n_by_status[SEL_ATTENDANCE_EXCUSED], ==, 0);
  g_assert_cmpuint (figures.n_by_status[0], ==, 2);
  g_assert_cmpint (figures.minutes, ==, 1440);
  g_assert_cmpint (figures.minutes_attended, ==, 480);
  g_assert_cmpfloat_with_epsilon (sel_attendance_figures_share (&figures), 1.0 / 3, 1e-9);
}

static void
test_without_sessions (void)
{
  SelAttendanceFigures figures = { 0 };

  g_assert_cmpfloat (sel_attendance_figures_share (&figures), ==, 0);
}

static void
test_training_hours (void)
{
  g_assert_cmpfloat (sel_training_hours (240, 45), ==, 240.0 / 45);
  g_assert_cmpfloat (sel_training_hours (240, 60), ==, 4);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attendance-figures/share", test_share_is_of_all_sessions);
  g_test_add_func ("/attendance-figures/without-sessions", test_without_sessions);
  g_test_add_func ("/attendance-figures/training-hours", test_training_hours);

  return g_test_run ();
}
