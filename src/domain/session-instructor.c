/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/session-instructor.h"

#include <glib/gi18n-lib.h>

#include "domain/instructor.h"
#include "domain/session.h"

typedef SelSessionInstructor RECORD;

static const SelField fields[] = {
  FIELD (session, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Session"), .hint = N_ ("The session"),
         .refers_to = &sel_session_type),
  FIELD (instructor, REFERENCE, PUBLIC, 0, N_ ("Instructor"), .hint = N_ ("Who teaches it"),
         .refers_to = &sel_instructor_type),
};

const SelRecordType sel_session_instructor_type = SEL_RECORD_TYPE (
  "session_instructor", N_ ("Session instructor"), N_ ("Session instructors"), NULL);
