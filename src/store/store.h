/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open register: one file, one writing connection, and as many reading ones as threads ask
 * for. What is written while a window looks on reaches it by SelStore::changed. */
#pragma once

#include <gio/gio.h>

#include "store/act.h"

G_BEGIN_DECLS

#define SEL_TYPE_STORE (sel_store_get_type ())
G_DECLARE_FINAL_TYPE (SelStore, sel_store, SEL, STORE, GObject)

SelStore *sel_store_open (const char *path, GError **error);
const char *sel_store_get_path (SelStore *self);

/* A reading connection of one's own, given back by g_autoptr (SelReading). */
typedef struct
{
  SelStore *store;
  SelConnection *connection; /* lent */
  GCancellable *cancellable; /* (nullable) */
  gulong handler;
} SelReading;

SelReading *sel_reading_begin (SelStore *store, GError **error);
SelReading *sel_reading_begin_cancellable (SelStore *store,
                                           GCancellable *cancellable,
                                           GError **error);
void sel_reading_end (SelReading *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelReading, sel_reading_end)

/* Writing: in a function that runs within one act, on whatever thread calls. */
typedef gboolean (*SelStoreWriteFunc) (SelAct *act, gpointer user_data, GError **error);

gboolean sel_store_write (SelStore *self,
                          SelActSource source,
                          SelStoreWriteFunc write,
                          gpointer user_data,
                          gint64 *act,
                          GError **error);
gboolean sel_store_write_cancellable (SelStore *self,
                                      SelActSource source,
                                      SelStoreWriteFunc write,
                                      gpointer user_data,
                                      GCancellable *cancellable,
                                      gint64 *act,
                                      GError **error);

/* Writing what was worked out from the records, and can be again: it is in no log, and nobody is
 * told. */
typedef gboolean (*SelStoreDeriveFunc) (SelConnection *connection,
                                        gpointer user_data,
                                        GError **error);

gboolean sel_store_write_derived (SelStore *self,
                                  SelStoreDeriveFunc derive,
                                  gpointer user_data,
                                  GCancellable *cancellable,
                                  GError **error);
void sel_store_write_async (SelStore *self,
                            SelActSource source,
                            SelStoreWriteFunc write,
                            gpointer user_data,
                            GDestroyNotify destroy,
                            GAsyncReadyCallback callback,
                            gpointer callback_data);
void sel_store_write_cancellable_async (SelStore *self,
                                        SelActSource source,
                                        SelStoreWriteFunc write,
                                        gpointer user_data,
                                        GDestroyNotify destroy,
                                        GCancellable *cancellable,
                                        GAsyncReadyCallback callback,
                                        gpointer callback_data);
gint64 sel_store_write_finish (SelStore *self, GAsyncResult *result, GError **error);

/* Undo of what was written by forms and merges since the start. */
gboolean sel_store_can_undo (SelStore *self);
gboolean sel_store_can_redo (SelStore *self);
void sel_store_undo_act_async (SelStore *self,
                               gint64 act,
                               GAsyncReadyCallback callback,
                               gpointer user_data);
void sel_store_undo_async (SelStore *self,
                           gboolean redo,
                           GAsyncReadyCallback callback,
                           gpointer user_data);

G_END_DECLS
