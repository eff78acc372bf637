/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Saves a workbook for another office to fill in. */
#pragma once

#include <gtk/gtk.h>

#include "domain/roster.h"
#include "ui/office.h"

G_BEGIN_DECLS

void sel_template_file_save (GtkWidget *parent, SelRosterKind kind, SelOffice *office);

G_END_DECLS
