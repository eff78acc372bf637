/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for a text of several lines. */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define SEL_TYPE_TEXT_ROW (sel_text_row_get_type ())
G_DECLARE_FINAL_TYPE (SelTextRow, sel_text_row, SEL, TEXT_ROW, AdwPreferencesRow)

void sel_text_row_set_text (SelTextRow *self, const char *text);
char *sel_text_row_dup_text (SelTextRow *self);
void sel_text_row_add_tool (SelTextRow *self, GtkWidget *button);

G_END_DECLS
