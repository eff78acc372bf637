/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/attendance.h"

#include <glib/gi18n-lib.h>

#include "domain/enrolment.h"
#include "domain/session.h"

typedef SelAttendance RECORD;

const SelChoice sel_attendance_statuses[] = {
  { "present", NC_ ("choice", "Present") },
  { "late", NC_ ("choice", "Late") },
  { "excused", NC_ ("choice", "Excused") },
  { "sick", NC_ ("choice", "Sick") },
  { "absent", NC_ ("choice", "Absent") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (session, REFERENCE, INTERNAL, SEL_FIELD_OWNER, N_ ("Session"), .hint = N_ ("The session"),
         .refers_to = &sel_session_type),
  FIELD (enrolment, REFERENCE, INTERNAL, SEL_FIELD_OWNER, N_ ("Enrolment"),
         .hint = N_ ("The person’s place in the cohort"), .refers_to = &sel_enrolment_type),
  FIELD (status, CHOICE, INTERNAL, 0, N_ ("Status"), .hint = N_ ("Present or why not"),
         .choices = sel_attendance_statuses),
  FIELD (conduct, TEXT, INTERNAL, SEL_FIELD_OPTIONAL | SEL_FIELD_MULTILINE, N_ ("Conduct"),
         .hint = N_ ("A note on conduct (sikap)")),
};

const SelRecordType sel_attendance_type =
  SEL_RECORD_TYPE ("attendance", N_ ("Attendance"), N_ ("Attendances"), NULL);
