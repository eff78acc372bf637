/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The notes of an import as a list of SelNote, in the order of the file. The list keeps the result
 * that they are part of, which never changes, so that any thread may read it. */
#pragma once

#include <gio/gio.h>

#include "exchange/import-result.h"

G_BEGIN_DECLS

#define SEL_TYPE_NOTE (sel_note_get_type ())
G_DECLARE_FINAL_TYPE (SelNote, sel_note, SEL, NOTE, GObject)

const SelImportNote *sel_note_get (SelNote *self);

#define SEL_TYPE_NOTE_LIST (sel_note_list_get_type ())
G_DECLARE_FINAL_TYPE (SelNoteList, sel_note_list, SEL, NOTE_LIST, GObject)

/* In the place of a verdict: all of them. */
#define SEL_ALL_VERDICTS SEL_N_IMPORT_VERDICTS

SelNoteList *sel_note_list_new (SelImportResult *take_result);
const SelImportResult *sel_note_list_get_result (SelNoteList *self);
void sel_note_list_set_verdict (SelNoteList *self, SelImportVerdict verdict);

guint sel_note_list_get_n (SelNoteList *self);
gboolean sel_note_list_grow (SelNoteList *self);
void sel_note_list_recount (SelNoteList *self);

G_END_DECLS
