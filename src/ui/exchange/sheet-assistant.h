/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Says how another office's table is to be read: what was found of it can be corrected, each column
 * is a field or is not used, and the first rows are shown as they would be read. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/mapping.h"
#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_SHEET_ASSISTANT (sel_sheet_assistant_get_type ())
G_DECLARE_FINAL_TYPE (SelSheetAssistant, sel_sheet_assistant, SEL, SHEET_ASSISTANT, GtkWidget)

void sel_sheet_assistant_attach (SelSheetAssistant *self, SelOffice *office);
void sel_sheet_assistant_open (SelSheetAssistant *self,
                               const char *path,
                               const SelMapping *mapping);
void sel_sheet_assistant_cancel (SelSheetAssistant *self);
const SelMapping *sel_sheet_assistant_get_mapping (SelSheetAssistant *self);

G_END_DECLS
