/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_ATTENDANCE_PRESENT = 1,
  SEL_ATTENDANCE_LATE,
  SEL_ATTENDANCE_EXCUSED,
  SEL_ATTENDANCE_SICK,
  SEL_ATTENDANCE_ABSENT,
} SelAttendanceStatus;

/* One person at one session. */
typedef struct
{
  SelRecord record;
  gint64 session;
  gint64 enrolment;
  int status; /* SelAttendanceStatus */
  char *conduct;
} SelAttendance;

extern const SelChoice sel_attendance_statuses[];
extern const SelRecordType sel_attendance_type;

G_END_DECLS
