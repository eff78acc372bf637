/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done with a whole document: save a copy, open it elsewhere, print it, read it on the
 * whole screen. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sel_document_actions_install (GtkWidgetClass *widget_class);

G_END_DECLS
