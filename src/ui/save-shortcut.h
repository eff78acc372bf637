/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ctrl+Shift+S, which saves what is in sight. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sel_save_shortcut_add (GtkWidget *widget, const char *action, const char *target);

G_END_DECLS
