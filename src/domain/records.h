/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of record, in an order in which none refers to one after it (itself apart). */
#pragma once

#include "domain/agreement.h"
#include "domain/amendment.h"
#include "domain/attendance.h"
#include "domain/cohort.h"
#include "domain/course.h"
#include "domain/document.h"
#include "domain/enrolment.h"
#include "domain/follow-up.h"
#include "domain/group.h"
#include "domain/instructor.h"
#include "domain/membership.h"
#include "domain/mentoring.h"
#include "domain/obligation.h"
#include "domain/participant.h"
#include "domain/partner.h"
#include "domain/party.h"
#include "domain/programme.h"
#include "domain/programme-agreement.h"
#include "domain/realisation.h"
#include "domain/review.h"
#include "domain/scope-item.h"
#include "domain/session.h"
#include "domain/session-instructor.h"
#include "domain/venue.h"
#include "domain/witness.h"

G_BEGIN_DECLS

#define SEL_N_RECORD_TYPES 25

extern const SelRecordType *const sel_record_types[SEL_N_RECORD_TYPES];

const SelRecordType *sel_record_type_by_name (const char *name);
guint sel_record_type_index (const SelRecordType *type);

G_END_DECLS
