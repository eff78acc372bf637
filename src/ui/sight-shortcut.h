/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys that do something with what is in sight: save it, print it. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define SEL_SAVE_KEYS "<Control><Shift>s"

void sel_sight_shortcut_add (GtkWidget *widget,
                             const char *keys,
                             const char *action,
                             const char *target);

G_END_DECLS
