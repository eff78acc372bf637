/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What leaves the register as a file of its own. Both tell the user what became of it. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

void sel_document_save_copy (GtkWidget *parent, SelOffice *office, GBytes *bytes, const char *path);
void sel_document_open_elsewhere (GtkWidget *parent,
                                  SelOffice *office,
                                  GBytes *bytes,
                                  const char *name);

G_END_DECLS
