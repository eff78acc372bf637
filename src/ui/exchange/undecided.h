/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for a person's word in the exchange section: plans of imports, and records that may be
 * one. It is read once for all who show it, and again when anything of it changed. */
#pragma once

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_UNDECIDED (sel_undecided_get_type ())
G_DECLARE_FINAL_TYPE (SelUndecided, sel_undecided, SEL, UNDECIDED, GObject)

SelUndecided *sel_undecided_of (SelOffice *office);
GPtrArray *sel_undecided_get_plans (SelUndecided *self);
guint sel_undecided_get_n_pairs (SelUndecided *self);
gboolean sel_undecided_has_more_pairs (SelUndecided *self);

G_END_DECLS
