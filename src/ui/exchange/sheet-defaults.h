/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is the same in all rows of a table, said once: what it needs and has no column for comes
 * first. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/mapping.h"
#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_SHEET_DEFAULTS (sel_sheet_defaults_get_type ())
G_DECLARE_FINAL_TYPE (SelSheetDefaults, sel_sheet_defaults, SEL, SHEET_DEFAULTS, GtkWidget)

void sel_sheet_defaults_attach (SelSheetDefaults *self, SelOffice *office);
void sel_sheet_defaults_show (SelSheetDefaults *self, SelMapping *mapping);
void sel_sheet_defaults_update (SelSheetDefaults *self);

G_END_DECLS
