/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an import would do, kept in the register until it is done: a person decides about the doubtful
 * records when there is time, and goes on another day. */
#pragma once

#include "exchange/import-result.h"
#include "exchange/mapping.h"
#include "store/plan-table.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 id;
  char *path;
  gboolean is_outdated; /* the file was changed since, or is gone */
  SelMapping *mapping;  /* of a table; NULL for an exchange file */
  SelImportResult *result;
} SelPlan;

void sel_plan_free (SelPlan *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPlan, sel_plan_free)

gboolean sel_plan_save (SelStore *store,
                        const char *path,
                        const SelMapping *mapping,
                        const SelImportResult *result,
                        gint64 *plan,
                        GCancellable *cancellable,
                        GError **error);
SelPlan *sel_plan_load (SelStore *store, gint64 plan, GError **error);

gboolean sel_plan_is_outdated (SelStore *store, gint64 plan);
gboolean sel_plan_is_worth_keeping (const SelImportResult *result);

G_END_DECLS
