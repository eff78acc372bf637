/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/attendance.h"

G_BEGIN_DECLS

/* One person's attendance, over all sessions of the cohort, those to come included. */
typedef struct
{
  guint n_sessions;
  guint n_by_status[SEL_ATTENDANCE_ABSENT + 1]; /* by SelAttendanceStatus; [0]: not marked yet */
  gint64 minutes;                               /* of all sessions */
  gint64 minutes_attended;
} SelAttendanceFigures;

void sel_attendance_figures_add (SelAttendanceFigures *self, gint64 minutes, int status);
double sel_attendance_figures_share (const SelAttendanceFigures *self);
double sel_training_hours (gint64 minutes, guint minutes_in_hour);

G_END_DECLS
