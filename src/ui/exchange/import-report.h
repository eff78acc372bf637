/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of an exchange file, or would: what the file is, figures, and the notes. */
#pragma once

#include <gtk/gtk.h>

#include "ui/exchange/note-list.h"

G_BEGIN_DECLS

#define SEL_TYPE_IMPORT_REPORT (sel_import_report_get_type ())
G_DECLARE_FINAL_TYPE (SelImportReport, sel_import_report, SEL, IMPORT_REPORT, GtkWidget)

void sel_import_report_show (SelImportReport *self, SelNoteList *notes);

gboolean sel_import_report_has_notes (const SelImportResult *result);
guint64 sel_import_report_n_good (const SelImportResult *result);
char *sel_import_report_dup_remark (const SelImportResult *result);

G_END_DECLS
