/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One session and its list of people. */
#pragma once

#include "store/schedule.h"

G_BEGIN_DECLS

/* How many people are read; the rest are counted. */
#define SEL_SESSION_MOST_PEOPLE 500

typedef struct
{
  gint64 participant;
  gint64 enrolment;
  char *name;
  int stage;  /* SelEnrolmentStage */
  int status; /* SelAttendanceStatus; 0: not marked yet */
  char *conduct;
} SelSessionPerson;

typedef struct
{
  SelScheduleSession *session; /* an element of schedule */
  GArray *schedule;            /* of the session's days */
  GArray *people;              /* of SelSessionPerson, by name */
  gint64 n_people;
  gint64 by_status[SEL_ATTENDANCE_ABSENT + 1]; /* people; [0]: not marked yet */
} SelSessionDetail;

SelSessionDetail *sel_session_detail_read (SelConnection *connection, gint64 id, GError **error);
void sel_session_detail_free (SelSessionDetail *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelSessionDetail, sel_session_detail_free)

G_END_DECLS
