/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An import that is taken back: how far it is, and then what was kept and why. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_UNDO_PAGE (sel_undo_page_get_type ())
G_DECLARE_FINAL_TYPE (SelUndoPage, sel_undo_page, SEL, UNDO_PAGE, GtkWidget)

void sel_undo_page_run (SelUndoPage *self, SelOffice *office, gint64 exchange);
gboolean sel_undo_page_is_running (SelUndoPage *self);

G_END_DECLS
