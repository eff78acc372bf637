/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every section does with a record: edit it in its form, save it, delete it. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

void sel_record_edit (GtkWidget *parent, SelOffice *office, const SelRecordType *type, gint64 id);
void sel_record_add (GtkWidget *parent,
                     SelOffice *office,
                     const SelRecordType *type,
                     gpointer take_record);
void sel_record_delete (GtkWidget *parent, SelOffice *office, const SelRecordType *type, gint64 id);
void sel_record_open (GtkWidget *widget, const SelRecordType *type, gint64 id);

G_END_DECLS
