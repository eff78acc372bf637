/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with all records that are selected, in one act that can be undone. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

void sel_several_work_change (GtkWidget *parent,
                              SelOffice *office,
                              const SelRecordType *type,
                              GArray *ids,
                              const SelField *field,
                              gpointer take_from);
void sel_several_work_delete (GtkWidget *parent,
                              SelOffice *office,
                              const SelRecordType *type,
                              GArray *ids);

G_END_DECLS
