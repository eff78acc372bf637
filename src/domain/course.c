/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/course.h"

#include <glib/gi18n-lib.h>

typedef SelCourse RECORD;

static const SelField fields[] = {
  FIELD (name, TEXT, PUBLIC, SEL_FIELD_SEARCHED, N_ ("Name"), .hint = N_ ("What it is called")),
  FIELD (vocation, TEXT, PUBLIC, SEL_FIELD_SEARCHED, N_ ("Vocation"),
         .hint = N_ ("The trade (kejuruan), such as carpentry")),
  FIELD (hours, INTEGER, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Training hours"),
         .hint = N_ ("Length in JP (jam pelajaran)"), .least = 1, .most = 10000),
  FIELD (standard, TEXT, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Competence standard"),
         .hint = N_ ("The standard it is taught to, such as an SKKNI")),
};

const SelRecordType sel_course_type =
  SEL_RECORD_TYPE ("course", N_ ("Course"), N_ ("Courses"), NULL);
