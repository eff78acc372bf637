/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/instructor.h"

#include <glib/gi18n-lib.h>

#include "domain/partner.h"

typedef SelInstructor RECORD;

static const SelField fields[] = {
  FIELD (name, TEXT, INTERNAL, SEL_FIELD_SEARCHED, N_ ("Name"), .hint = N_ ("Name with titles")),
  FIELD (partner, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Partner"),
         .hint = N_ ("Where the instructor works"), .refers_to = &sel_partner_type),
  FIELD (vocations, TEXT, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Vocations"),
         .hint = N_ ("The trades taught, with commas between")),
  FIELD (phone, TEXT, PERSONAL, SEL_FIELD_OPTIONAL, N_ ("Phone"), .hint = N_ ("Telephone number")),
};

const SelRecordType sel_instructor_type =
  SEL_RECORD_TYPE ("instructor", N_ ("Instructor"), N_ ("Instructors"), NULL);
