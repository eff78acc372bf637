/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a participant's page shows besides the record: the way from referral to outcome, and the
 * groups. */
#pragma once

#include "domain/attendance-figures.h"
#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  GDate due_on;
  GDate held_on;
  int outcome; /* SelOutcome; 0: not known yet */
  char *employer;
  char *note;
} SelPersonFollowUp;

typedef struct
{
  gint64 id;
  gint64 programme; /* named by the enrolment, else by its cohort; 0 without */
  char *programme_name;
  gint64 cohort; /* 0: none yet */
  char *cohort_name;
  GDate cohort_starts_on;
  GDate cohort_ends_on;
  char *course_name;
  gint64 referrer; /* 0: nobody */
  char *referrer_name;
  GDate referred_on;
  int stage;         /* SelEnrolmentStage */
  double test_score; /* NAN: none */
  double interview_score;
  gboolean priority;
  GDate decided_on;
  char *reason;
  GArray *follow_ups; /* of SelPersonFollowUp, in the order of their due dates */
  SelAttendanceFigures attendance;
} SelPersonEnrolment;

typedef struct
{
  gint64 id;
  char *name;
  char *business;
  char *programme_name;
  int role;      /* SelMembershipRole */
  gint64 mentor; /* the participant who was posted to the group last; 0: nobody was */
  char *mentor_name;
} SelPersonGroup;

/* A group in the care of the person. */
typedef struct
{
  gint64 mentoring;
  gint64 id; /* of the group */
  char *name;
  char *business;
  gint64 n_members;
  GDate starts_on;
  GDate ends_on;
} SelPersonMentoring;

typedef struct
{
  GArray *enrolments; /* of SelPersonEnrolment, the latest referral first */
  GArray *groups;     /* of SelPersonGroup, by name */
  GArray *mentorings; /* of SelPersonMentoring, the latest first */
} SelPerson;

SelPerson *sel_person_read (SelConnection *connection, gint64 participant, GError **error);
void sel_person_free (SelPerson *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPerson, sel_person_free)

G_END_DECLS
