/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of a record, as the change log tells it, in words for a person. */
#pragma once

#include "store/act.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_HISTORY_ADDED,
  SEL_HISTORY_CHANGED,
  SEL_HISTORY_DELETED,
  SEL_HISTORY_REMOVED,  /* with its import, which was taken back */
  SEL_HISTORY_MERGED,   /* another one became part of it */
  SEL_HISTORY_REVEALED, /* a masked value was looked at */
} SelHistoryVerb;

/* One field: what stood in it and what stands in it since, NULL for nothing. Sensitive values are
 * masked, choices translated, references titles. */
typedef struct
{
  const SelField *field;
  char *before;
  char *after;
} SelHistoryValue;

/* One change of the record or of a part of it. */
typedef struct
{
  gint64 change; /* its place in the log: newer ones have higher numbers */
  gint64 act;
  GDateTime *made_at; /* UTC; NULL when the log is damaged */
  char *actor;
  SelActSource source;
  char *file;         /* of an import, else NULL */
  char *sender_name;  /* likewise */
  gint64 line;        /* in that file; 0 when it is not known any more */
  gboolean is_undone; /* the whole act was taken back */
  char *why;          /* of a correction of what a signature covers, else NULL */
  SelHistoryVerb verb;
  const SelRecordType *type; /* of what was changed: the record’s own, or that of its part */
  gint64 record;             /* the id of the record or part */
  char *title;               /* of a part that is still there, else NULL */
  GArray *values;            /* of SelHistoryValue; none for what was added */
} SelHistoryEntry;

GPtrArray *sel_history_read (SelConnection *connection,
                             const SelRecordType *type,
                             gint64 id,
                             guint most,
                             GError **error);

G_END_DECLS
