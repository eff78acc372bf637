/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a person comes to trust the key of another office. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void sel_trust_form_present (GtkWidget *parent);
void sel_trust_keep (GtkWidget *parent, GVariant *keys);

G_END_DECLS
