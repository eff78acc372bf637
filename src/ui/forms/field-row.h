/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The row of a form that stands for one field. The Builder file says which rows there are and
 * where; what a row is called, offers and accepts comes from the field table. */
#pragma once

#include <adwaita.h>

#include "ui/office.h"

G_BEGIN_DECLS

/* The user changed what the row holds. */
typedef void (*SelFieldRowFunc) (GtkWidget *row, gpointer user_data);

void sel_field_row_attach (GtkWidget *row,
                           const SelField *field,
                           SelOffice *office,
                           SelFieldRowFunc func,
                           gpointer user_data);
void sel_field_row_set (GtkWidget *row, const SelField *field, gconstpointer record);
gboolean sel_field_row_get (GtkWidget *row, const SelField *field, gpointer record, GError **error);
void sel_field_row_mark (GtkWidget *row, const SelField *field, const char *error);

G_END_DECLS
