/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two documents of an agreement side by side, and what differs in their texts. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

void sel_versions_window_present (GtkWidget *parent,
                                  SelOffice *office,
                                  gint64 agreement,
                                  gint64 document);

G_END_DECLS
