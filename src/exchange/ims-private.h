/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the translation share: ims-source.c reads the file and goes through it,
 * ims-records.c makes records of what it says, ims-item.c has what one of those needs. */
#pragma once

#include "exchange/ims-source.h"
#include "exchange/sender-names.h"

G_BEGIN_DECLS

/* A row of the file, in one piece of memory: many are kept. */
typedef struct
{
  guint number;
  guint32 places[SEL_N_IMS_CELLS]; /* of the cells in @texts; 0 for nothing */
  const char *group;               /* of a member: the identifier of its group; borrowed */

  /* Of a person or a group that was taken: what it is in the register. */
  gint64 record; /* 0: it is new */
  char *key;     /* what references say; NULL for its identifier */

  char texts[];
} SelImsRow;

typedef struct
{
  guint line;
  const SelRecordType *type; /* NULL for an element of none */
  char *id;
  char *reason; /* NULL when there were so many that this one is only counted */
} SelImsWarning;

typedef struct
{
  const SelMapping *mapping; /* borrowed */
  char *name;                /* of the file, for sentences */
  GPtrArray *rows;           /* of SelImsRow */
  guint n_taken;
  guint stage;         /* persons, then groups, then members */
  GHashTable *roles;   /* of persons: bits of all their roles, by their identifier */
  GHashTable *persons; /* SelImsRow of those that were taken, by their identifier */
  GHashTable *groups;  /* likewise */
  GPtrArray *warnings; /* of SelImsWarning: what is told at the end */
  SelItemQueue queue;
  SelSenderNames *names;
} SelImsSource;

SelImsRow *sel_ims_row_new (const SelSheetRow *row);
void sel_ims_row_free (gpointer row);

const char *sel_ims_get (const SelImsRow *row, SelImsCell cell);
gboolean sel_ims_is_kind (const SelImsRow *row, const char *kind);
guint sel_ims_get_number (const SelImsRow *row, SelImsCell cell);

void sel_ims_set_default (SelImsSource *self, SelQueuedItem *item, const char *field);
void sel_ims_set_date (SelQueuedItem *item, const char *field, const char *text);
void sel_ims_remember (GHashTable *taken, SelImsRow *row, gint64 record, const char *key);
gboolean sel_ims_find_taken (SelImsSource *self,
                             const SelRecordType *type,
                             const char *id,
                             gint64 *record,
                             const char **key,
                             GError **error);
gboolean sel_ims_find_present (SelImsSource *self,
                               const SelQueuedItem *item,
                               const char *id,
                               gint64 *record,
                               gboolean *is_theirs,
                               GError **error);
gboolean sel_ims_set_id (SelImsSource *self,
                         SelQueuedItem *item,
                         const char *id,
                         gint64 record,
                         gboolean is_theirs,
                         GError **error);
gboolean sel_ims_finish (SelImsSource *self, SelQueuedItem *item, gboolean is_done);

gboolean sel_ims_take_person (SelImsSource *self, SelImsRow *row, GError **error);
gboolean sel_ims_take_group (SelImsSource *self, SelImsRow *row, GError **error);
gboolean sel_ims_take_member (SelImsSource *self, SelImsRow *row, GError **error);
gboolean sel_ims_take_other (SelImsSource *self, SelImsRow *row, GError **error);

G_END_DECLS
