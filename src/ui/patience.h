/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Something goes on elsewhere that a person asked for: once it has taken a second, a dialog says so,
 * how far it is, and stops it. Meanwhile the program stays, also when its window is closed. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEL_TYPE_PATIENCE (sel_patience_get_type ())
G_DECLARE_FINAL_TYPE (SelPatience, sel_patience, SEL, PATIENCE, GObject)

SelPatience *sel_patience_new (GtkWidget *parent, const char *heading);
GCancellable *sel_patience_get_cancellable (SelPatience *self);
int *sel_patience_get_done (SelPatience *self);
void sel_patience_begin (SelPatience *self);
void sel_patience_end (SelPatience *self);

G_END_DECLS
