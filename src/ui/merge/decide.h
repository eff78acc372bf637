/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes what was decided about pairs of records, which may be one. */
#pragma once

#include "exchange/import-pair.h"
#include "store/likeness.h"
#include "ui/office.h"

G_BEGIN_DECLS

/* @is_written: FALSE after an error, of which the person was told. */
typedef void (*SelDecidedFunc) (gboolean is_written, gpointer user_data);

void sel_decide_planned (SelOffice *office, gint64 plan, GArray *take_places, SelDecision decision);
void sel_decide_kept (SelOffice *office,
                      GArray *take_pairs,
                      gpointer take_chosen,
                      gint64 other_version,
                      SelDecision decision,
                      SelDecidedFunc callback,
                      gpointer user_data);

G_END_DECLS
