/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the two halves of the translation share: ims-source.c reads the file and goes through it,
 * ims-records.c makes records of what it says. */
#pragma once

#include "exchange/ims-source.h"
#include "exchange/roster-look.h"
#include "exchange/sender-names.h"

G_BEGIN_DECLS

typedef struct
{
  const SelMapping *mapping; /* borrowed */
  char *name;                /* of the file, for sentences */
  GPtrArray *rows; /* of SelLookRow */
  guint n_taken;
  guint stage;         /* persons, then groups, then members */
  GHashTable *groups;  /* of members: the identifier of their group, by the row */
  GHashTable *roles;   /* of persons: bits of all their roles, by their identifier */
  GHashTable *keys;    /* what references say for persons and groups, by "p" or "g" and theirs */
  GPtrArray *warnings; /* of SelQueuedItem: what is told at the end */
  SelItemQueue queue;
  SelSenderNames *names;
} SelImsSource;

const char *sel_ims_get (const SelLookRow *row, SelImsCell cell);
gboolean sel_ims_is_kind (const SelLookRow *row, const char *kind);
guint sel_ims_get_number (const SelLookRow *row, SelImsCell cell);

gboolean sel_ims_take_person (SelImsSource *self, const SelLookRow *row, GError **error);
gboolean sel_ims_take_group (SelImsSource *self, const SelLookRow *row, GError **error);
gboolean sel_ims_take_member (SelImsSource *self, const SelLookRow *row, GError **error);
gboolean sel_ims_take_other (SelImsSource *self, const SelLookRow *row, GError **error);

G_END_DECLS
