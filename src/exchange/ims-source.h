/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An IMS Enterprise file as the items of an import. Learners, and persons without a role, become
 * participants, instructors become instructors, groups cohorts, and learners in them enrolments. To
 * add and to update are one: programs say either of what the other office has. What the file does
 * not say of those whom the register has stays. What has no place is told in warnings. */
#pragma once

#include "exchange/item-source.h"
#include "exchange/mapping.h"
#include "store/store.h"

G_BEGIN_DECLS

SelItemSource *sel_ims_source_new (SelStore *store,
                                   const char *path,
                                   const SelMapping *mapping,
                                   SelSheetProgressFunc progress,
                                   gpointer user_data,
                                   GCancellable *cancellable,
                                   GError **error);

G_END_DECLS
