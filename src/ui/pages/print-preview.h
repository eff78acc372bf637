/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sheets as they will come out of the printer, one at a time. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

gboolean sel_print_preview_cb (GtkPrintOperation *operation,
                               GtkPrintOperationPreview *preview,
                               GtkPrintContext *context,
                               GtkWindow *parent);
gboolean sel_print_preview_is_wanted (GtkPrintOperation *operation);
void sel_print_preview_drawn (GtkPrintOperation *operation);

G_END_DECLS
