/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The run of the import engine that goes on, how far it is, and the way to stop it. */
#pragma once

#include <gtk/gtk.h>

#include "exchange/import.h"
#include "exchange/mapping.h"

G_BEGIN_DECLS

#define SEL_TYPE_IMPORT_PROGRESS (sel_import_progress_get_type ())
G_DECLARE_FINAL_TYPE (SelImportProgress, sel_import_progress, SEL, IMPORT_PROGRESS, GtkWidget)

void sel_import_progress_take_passphrase (SelImportProgress *self, char *passphrase);
void sel_import_progress_forget_package (SelImportProgress *self);
void sel_import_progress_run_async (SelImportProgress *self,
                                    SelStore *store,
                                    const SelImportRequest *request,
                                    const SelMapping *mapping,
                                    GPtrArray *pairs,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
SelImportResult *sel_import_progress_run_finish (SelImportProgress *self,
                                                 GAsyncResult *result,
                                                 gint64 *plan,
                                                 GError **error);
void sel_import_progress_stop (SelImportProgress *self);
gboolean sel_import_progress_is_newest (SelImportProgress *self, GAsyncResult *result);
gboolean sel_import_progress_is_running (SelImportProgress *self);

G_END_DECLS
