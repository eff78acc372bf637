/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the items of an import come from: an exchange file, or a table that is translated into
 * items. It is used in the thread that made it. */
#pragma once

#include "exchange/import-result.h"

G_BEGIN_DECLS

/* As the functions of SelExchangeStream that are called so. */
typedef struct
{
  gboolean (*next) (gpointer data,
                    SelExchangeItem *item,
                    GCancellable *cancellable,
                    GError **error);
  double (*get_progress) (gpointer data);
  void (*note_warnings) (gpointer data, SelImportResult *result); /* at the end; NULL for none */
  void (*free) (gpointer data);
} SelItemSourceClass;

typedef struct
{
  const SelItemSourceClass *klass;
  gpointer data; /* its own */
} SelItemSource;

SelItemSource *sel_item_source_new (const SelItemSourceClass *klass, gpointer data);
SelItemSource *sel_item_source_new_for_exchange (const char *path,
                                                 const char *name,
                                                 GError **error);
void sel_item_source_free (SelItemSource *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelItemSource, sel_item_source_free)

gboolean sel_item_source_next (SelItemSource *self,
                               SelExchangeItem *item,
                               GCancellable *cancellable,
                               GError **error);
double sel_item_source_get_progress (SelItemSource *self);
void sel_item_source_note_warnings (SelItemSource *self, SelImportResult *result);

G_END_DECLS
