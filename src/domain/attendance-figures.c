/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/attendance-figures.h"

/* Counts a session that lasts @minutes; @status is a #SelAttendanceStatus, or 0 when nothing was
 * marked. Who came late was there: the whole session counts. */
void
sel_attendance_figures_add (SelAttendanceFigures *self, gint64 minutes, int status)
{
  g_return_if_fail (status >= 0 && status <= SEL_ATTENDANCE_ABSENT);

  self->n_sessions++;
  self->n_by_status[status]++;
  self->minutes += minutes;
  if (status == SEL_ATTENDANCE_PRESENT || status == SEL_ATTENDANCE_LATE)
    self->minutes_attended += minutes;
}

/* The part of all training hours that was attended so far, 0 to 1; 0 without sessions. */
double
sel_attendance_figures_share (const SelAttendanceFigures *self)
{
  return self->minutes > 0 ? (double) self->minutes_attended / (double) self->minutes : 0;
}

/* Training hours (jam pelajaran, JP); how long one is, is a setting, commonly 45 minutes. */
double
sel_training_hours (gint64 minutes, guint minutes_in_hour)
{
  g_return_val_if_fail (minutes_in_hour > 0, 0);

  return (double) minutes / minutes_in_hour;
}
