/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the translation share: ims-source.c reads the file and goes through it,
 * ims-records.c makes records of what it says, ims-item.c has what one of those needs. */
#pragma once

#include "exchange/ims-source.h"
#include "exchange/roster-look.h"
#include "exchange/sender-names.h"

G_BEGIN_DECLS

/* What a person or a group of the file is in the register. */
typedef struct
{
  gint64 record; /* 0: it is new */
  char *key;     /* what references say */
} SelImsKnown;

typedef struct
{
  const SelMapping *mapping; /* borrowed */
  char *name;                /* of the file, for sentences */
  GPtrArray *rows;           /* of SelLookRow */
  guint n_taken;
  guint stage;         /* persons, then groups, then members */
  GHashTable *groups;  /* of members: the identifier of their group, by the row */
  GHashTable *roles;   /* of persons: bits of all their roles, by their identifier */
  GHashTable *known;   /* SelImsKnown of persons and groups, by "p" or "g" and their identifier */
  GPtrArray *warnings; /* of SelQueuedItem: what is told at the end */
  SelItemQueue queue;
  SelSenderNames *names;
} SelImsSource;

void sel_ims_known_free (gpointer known);

const char *sel_ims_get (const SelLookRow *row, SelImsCell cell);
gboolean sel_ims_is_kind (const SelLookRow *row, const char *kind);
guint sel_ims_get_number (const SelLookRow *row, SelImsCell cell);

void sel_ims_set_default (SelImsSource *self, SelQueuedItem *item, const char *field);
void sel_ims_set_date (SelQueuedItem *item, const char *field, const char *text);
void
sel_ims_remember (SelImsSource *self, char kind, const char *id, gint64 record, const char *key);
gboolean sel_ims_find_known (SelImsSource *self,
                             char kind,
                             const char *id,
                             SelImsKnown *found,
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

gboolean sel_ims_take_person (SelImsSource *self, const SelLookRow *row, GError **error);
gboolean sel_ims_take_group (SelImsSource *self, const SelLookRow *row, GError **error);
gboolean sel_ims_take_member (SelImsSource *self, const SelLookRow *row, GError **error);
gboolean sel_ims_take_other (SelImsSource *self, const SelLookRow *row, GError **error);

G_END_DECLS
