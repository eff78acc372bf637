/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said of the records of an exchange file, one note a row, with a button for each verdict
 * that shows only its notes. */
#pragma once

#include <gtk/gtk.h>

#include "ui/exchange/note-list.h"

G_BEGIN_DECLS

#define SEL_TYPE_NOTE_TABLE (sel_note_table_get_type ())
G_DECLARE_FINAL_TYPE (SelNoteTable, sel_note_table, SEL, NOTE_TABLE, GtkWidget)

void sel_note_table_show (SelNoteTable *self, SelNoteList *notes);

G_END_DECLS
