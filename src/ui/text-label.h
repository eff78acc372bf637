/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A label for text of any length: it begins at the left and goes on in further lines. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Both may be NULL. */
GtkWidget *sel_text_label_new (const char *text, const char *css_class);

G_END_DECLS
