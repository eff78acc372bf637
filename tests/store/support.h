/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share: a register in a folder of its own, and short ways to write. */
#pragma once

#include "store/record.h"
#include "store/store.h"

#define TODAY "2025-10-11"

/* A folder that is there for one test. */
typedef struct
{
  char *folder;
  char *path; /* of a database in it, which is not made yet */
} Place;

Place *place_new (void);
void place_free (Place *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Place, place_free)

GDate date_of (const char *text);

SelStore *open_store (Place *place);
void execute (SelStore *store, const char *sql);
gint64 ask (SelStore *store, const char *sql);
char *ask_text (SelStore *store, const char *sql);

gpointer make (const SelRecordType *type, ...) G_GNUC_NULL_TERMINATED;
gint64 add (SelStore *store, const SelRecordType *type, gpointer take_record);
void add_participants (SelStore *store, guint n);
gpointer load (SelStore *store, const SelRecordType *type, gint64 id);

/* An act of a form, on the writing thread, waited for. */
gint64 write_form (SelStore *store,
                   SelStoreWriteFunc write,
                   gpointer user_data,
                   GDestroyNotify destroy,
                   GError **error);

/* Likewise, with one change. */
typedef enum
{
  INSERT,
  UPDATE,
  DELETE,
} Verb;

gint64 change (SelStore *store,
               Verb verb,
               const SelRecordType *type,
               gpointer take_record,
               GError **error);
gint64 undo (SelStore *store, gboolean redo, GError **error);
