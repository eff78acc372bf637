/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sel_pane_remember (GtkPaned *paned, GSettings *settings, const char *name);

G_END_DECLS
