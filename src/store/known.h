/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the register knows already, found by what people write in place of identifiers: names, days
 * and numbers. 0 is nothing, and a record that is one of several is told as such. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* In place of an id: more than one record is so. */
#define SEL_KNOWN_SEVERAL (-1)

gboolean sel_known_by_name (SelConnection *connection,
                            const SelRecordType *type,
                            const char *name,
                            gint64 *record,
                            GError **error);
gboolean sel_known_person (SelConnection *connection,
                           const char *name,
                           const char *birth_date,
                           gint64 *record,
                           GError **error);
gboolean sel_known_session (SelConnection *connection,
                            gint64 cohort,
                            const char *from,
                            const char *to,
                            gint64 *record,
                            GError **error);
gboolean sel_known_enrolment (SelConnection *connection,
                              gint64 participant,
                              gint64 cohort,
                              gint64 programme,
                              gint64 *record,
                              GError **error);
gboolean sel_known_attendance (SelConnection *connection,
                               gint64 session,
                               gint64 enrolment,
                               gint64 *record,
                               GError **error);

gboolean sel_known_origin (SelConnection *connection,
                           const char *sender,
                           const SelRecordType *type,
                           gint64 *origin,
                           GError **error);
gboolean sel_known_dup_uid (SelConnection *connection,
                            const SelRecordType *type,
                            gint64 record,
                            char **uid,
                            GError **error);

G_END_DECLS
