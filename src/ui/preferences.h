/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

void sel_preferences_present (GtkWindow *parent, SelOffice *office);
void sel_preferences_follow_style (GSettings *settings);

G_END_DECLS
