/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

/* Who teaches a session. */
typedef struct
{
  SelRecord record;
  gint64 session;
  gint64 instructor;
} SelSessionInstructor;

extern const SelRecordType sel_session_instructor_type;

G_END_DECLS
