/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of the translation share: roster-row.c reads the cells, roster-records.c
 * makes records of what they say. */
#pragma once

#include "exchange/roster-row.h"

G_BEGIN_DECLS

/* A column of the mapping, or one that is only a default. */
typedef struct
{
  const SelRosterColumn *column;
  const SelField *field; /* NULL for a special one */
  int cell;              /* -1: not in the table */
  const char *fixed;     /* what it says where the table does not; NULL for nothing */
  gboolean is_said;      /* by the row at hand */
  GHashTable *choices;   /* of a choice: what people wrote for which code, so far */
} SelRosterPlace;

struct _SelRosterRows
{
  const SelMapping *mapping; /* borrowed */
  SelItemQueue *queue;       /* borrowed */
  SelSenderNames *names;     /* borrowed; NULL for a look that asks no register */
  GArray *places;            /* of SelRosterPlace */
  GHashTable *written;       /* identifiers of the participants that were told already */
  GHashTable *passed_over;   /* those of participants that go by another name, and their rows */

  /* The row at hand. */
  guint number;
  SelQueuedItem *person; /* what it says of a participant, instructor or venue; else NULL */
  SelQueuedItem *main;   /* what it says of an enrolment or attendance; else NULL */
  char *identifier;
  gint64 cohort;    /* their ids in the register; 0: not said */
  gint64 programme; /* likewise */
  GDate session_date;
  int session_minutes; /* -1: not said */
  gboolean is_refused;
};

void sel_roster_rows_refuse (SelRosterRows *self,
                             const SelRecordType *type,
                             const char *field,
                             const char *reason);
gboolean sel_roster_rows_make_records (SelRosterRows *self, GError **error);

G_END_DECLS
