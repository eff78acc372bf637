/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* Whether enrolment e holds a seat in its cohort, or held it to the end: reserves, those turned
 * away and those who dropped out do not. */
#define SEL_SQL_HOLDS_SEAT "e.stage IN ('accepted', 'in_training', 'completed')"

/* How many seats of the cohort with the id @cohort, an SQL expression, are filled. */
#define SEL_SQL_FILLED_SEATS(cohort) \
  "(SELECT count (*) FROM enrolment e WHERE e.cohort = " cohort " AND " SEL_SQL_HOLDS_SEAT ")"

/* Whether the person of enrolment e has to be where the cohort is. */
#define SEL_SQL_ATTENDS "e.stage IN ('accepted', 'in_training')"

/* The names of those who teach a session, or NULL. */
#define SEL_SQL_INSTRUCTORS(session)                                           \
  "(SELECT group_concat (i.name, ', ') FROM (SELECT instructor.name AS name"   \
  " FROM session_instructor x JOIN instructor ON instructor.id = x.instructor" \
  " WHERE x.session = " session " ORDER BY instructor.name) i)"
