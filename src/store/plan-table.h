/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The plans of imports that wait: what a dry run found, and what was decided of its pairs. */
#pragma once

#include "store/act.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *uri; /* of the file */
  gint64 size;
  gint64 changed_at; /* when the file was last changed, in nanoseconds */
  char *file;        /* its name, for a person */
  char *sender_name;
  char *planned_at; /* ISO 8601, UTC */
  char *actor;
} SelPlanRow;

void sel_plan_row_free (SelPlanRow *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPlanRow, sel_plan_row_free)

gboolean sel_plan_table_put (SelAct *act,
                             const SelPlanRow *row,
                             GBytes *content,
                             gint64 *plan,
                             GError **error);
gboolean sel_plan_table_remove (SelAct *act, gint64 plan, GError **error);
gboolean sel_plan_table_decide (SelAct *act,
                                gint64 plan,
                                guint pair,
                                const char *decision,
                                GError **error);

GPtrArray *sel_plan_table_list (SelConnection *connection, GError **error);
SelPlanRow *sel_plan_table_read (SelConnection *connection,
                                 gint64 plan,
                                 GBytes **content,
                                 GHashTable **decisions,
                                 GError **error);

G_END_DECLS
