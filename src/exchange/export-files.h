/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files of an export in their folder: written under other names, and given their own together
 * at the end. Unless they are kept, nothing is left of them, and what they replaced is back. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _SelExportFiles SelExportFiles;

SelExportFiles *
sel_export_files_new (const char *folder, gboolean replaces, GError **error);
void sel_export_files_free (SelExportFiles *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelExportFiles, sel_export_files_free)

gboolean sel_export_files_check (SelExportFiles *self, const char *name, GError **error);
gboolean sel_export_files_is_taken (SelExportFiles *self, const char *name);
gboolean sel_export_files_is_there (SelExportFiles *self, const char *name, GBytes *bytes);
int sel_export_files_begin (SelExportFiles *self, const char *name, GError **error);
gboolean sel_export_files_end (SelExportFiles *self, GError **error);
gboolean sel_export_files_publish (SelExportFiles *self, GError **error);
void sel_export_files_keep (SelExportFiles *self);

gboolean sel_export_files_fail (const char *name, int number, GError **error);

G_END_DECLS
