/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which office sends a table: its code and its name, and those that are known to choose from. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEL_TYPE_SHEET_SENDER (sel_sheet_sender_get_type ())
G_DECLARE_FINAL_TYPE (SelSheetSender, sel_sheet_sender, SEL, SHEET_SENDER, GtkWidget)

void sel_sheet_sender_show (SelSheetSender *self,
                            GPtrArray *senders,
                            const char *code,
                            const char *name);
const char *sel_sheet_sender_get_code (SelSheetSender *self);
const char *sel_sheet_sender_get_name (SelSheetSender *self);

G_END_DECLS
