/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Promises and what became of them, side by side; a renewal is drafted from those that go on. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

void sel_renewal_window_present (GtkWidget *parent, SelOffice *office, gint64 agreement);

G_END_DECLS
