/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who is who: what the senders of exchange files call the records, so that the same file twice
 * changes nothing and a newer one updates; and who else in the register is the same. */
#pragma once

#include "store/act.h"

G_BEGIN_DECLS

/* What sel_identity_dup_key() looks by. An act that adds very many leaves it for later: it is for
 * sel_act_make_index() first. */
#define SEL_IDENTITY_INDEX "identity_by_record"

/* What is known under a sender's identifier. */
typedef struct
{
  gint64 record;   /* 0 for nothing, or for what was deleted since; what was merged is followed */
  gint64 exchange; /* that first spoke of it under this identifier … */
  gint64 line;     /* … and where in its file */
  gint64 named;    /* the record that it was given to, before a merge; found, not set */
} SelIdentity;

gboolean sel_identity_get_origin (SelAct *act,
                                  const char *sender,
                                  const SelRecordType *type,
                                  gint64 *origin,
                                  GError **error);
gboolean sel_identity_find (SelConnection *connection,
                            const SelRecordType *type,
                            gint64 origin,
                            const char *key,
                            SelIdentity *identity,
                            GError **error);
gboolean sel_identity_set (SelAct *act,
                           gint64 origin,
                           const char *key,
                           const SelIdentity *identity,
                           GError **error);
gboolean sel_identity_dup_key (SelConnection *connection,
                               gint64 origin,
                               gint64 record,
                               char **key,
                               GError **error);

gboolean sel_identity_find_uid (SelConnection *connection,
                                const SelRecordType *type,
                                const char *uid,
                                gint64 *record,
                                GError **error);
gboolean sel_identity_find_nik (SelConnection *connection,
                                const char *nik,
                                gint64 *record,
                                GError **error);

gboolean sel_identity_find_newest (SelConnection *connection,
                                   const char *sender,
                                   const SelRecordType *type,
                                   gint64 record,
                                   gint64 *sequence,
                                   GError **error);
gboolean sel_identity_is_said_by (SelConnection *connection,
                                  const char *sender,
                                  const SelRecordType *type,
                                  gint64 record,
                                  const SelField *field,
                                  gboolean *is_said_by,
                                  GError **error);
gboolean sel_identity_was_said (SelConnection *connection,
                                const char *sender,
                                gint64 sequence,
                                const char *hash,
                                const SelRecordType *type,
                                gint64 record,
                                const SelField *field,
                                const char *text,
                                gboolean *was_said,
                                GError **error);

G_END_DECLS
