/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks which field of all selected records is to be what. The rows are those of their form. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

void sel_several_form_present (GtkWidget *parent,
                               SelOffice *office,
                               const SelRecordType *type,
                               GArray *ids);

G_END_DECLS
