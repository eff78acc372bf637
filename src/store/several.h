/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with several records at once: in one act, with all of them or with none. */
#pragma once

#include "store/act.h"

G_BEGIN_DECLS

/* @n of @n_all are done; called on the thread that writes. */
typedef void (*SelSeveralFunc) (guint n, guint n_all, gpointer user_data);

typedef struct
{
  const SelRecordType *type;
  GArray *ids; /* of gint64 */
  SelSeveralFunc progress;
  gpointer user_data;
} SelSeveral;

gboolean sel_several_takes (const SelField *field);
gboolean sel_several_count_filled (SelConnection *connection,
                                   const SelRecordType *type,
                                   GArray *ids,
                                   const SelField *field,
                                   guint *n_filled,
                                   GError **error);
gboolean sel_several_change (const SelSeveral *self,
                             SelAct *act,
                             const SelField *field,
                             gconstpointer from,
                             const GDate *today,
                             GError **error);
gboolean sel_several_delete (const SelSeveral *self, SelAct *act, GError **error);

G_END_DECLS
