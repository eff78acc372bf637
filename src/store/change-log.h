/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows that an act leaves in the change log; store/act.h alone writes them. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 act;
  const SelRecordType *type;
  const char *verb; /* "insert", "update", "delete", "remove", "merge", "reveal" */
  gint64 record;
  gint64 last; /* of a run of records, else the record itself */
  gint64 line; /* of the exchange file that said so; 0 for none, or when the identity has it */
} SelChange;

/* What was looked at at once is logged in runs of at most so many records, so that what became of
 * one record is found among those that begin close before it: unlike runs of new records they
 * overlap. */
#define SEL_LONGEST_REVEAL 1024

gboolean sel_change_log_add (SelConnection *connection,
                             const SelChange *change,
                             gint64 *id,
                             GError **error);
gboolean sel_change_log_add_value (SelConnection *connection,
                                   gint64 change,
                                   const char *field,
                                   const char *before,
                                   const char *after,
                                   GError **error);
gboolean sel_change_log_add_difference (SelConnection *connection,
                                        gint64 act,
                                        gint64 line,
                                        const SelRecordType *type,
                                        gconstpointer before,
                                        gconstpointer after,
                                        GError **error);

G_END_DECLS
