/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became of one or more files, as a file of its own: for their senders, who have to mend what
 * was refused. The window and the command line write the same. */
#pragma once

#include "exchange/import-result.h"
#include "report/format.h"

G_BEGIN_DECLS

typedef struct _SelImportReportFile SelImportReportFile;

gboolean sel_import_report_file_find_format (const char *path, SelFormat *format, GError **error);

SelImportReportFile *sel_import_report_file_new (SelFormat format);
void sel_import_report_file_free (SelImportReportFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelImportReportFile, sel_import_report_file_free)

void sel_import_report_file_add (SelImportReportFile *self, const SelImportResult *result);
void sel_import_report_file_add_failure (SelImportReportFile *self,
                                         const char *path,
                                         const GError *error);
char *sel_import_report_file_dup_text (SelImportReportFile *self);
gboolean sel_import_report_file_write (SelImportReportFile *self, const char *path, GError **error);

G_END_DECLS
