/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register book, and an agreement on one page: printed, or saved to a file. */
#pragma once

#include <gtk/gtk.h>

#include "store/list-query.h"
#include "ui/office.h"

G_BEGIN_DECLS

void sel_register_ask_and_save (GtkWidget *widget,
                                SelOffice *office,
                                const SelListRequest *request);
void sel_register_print (GtkWidget *widget, SelOffice *office, const SelListRequest *request);
void sel_agreement_ask_and_save (GtkWidget *widget,
                                 SelOffice *office,
                                 gint64 agreement,
                                 const char *title);
void sel_agreement_print (GtkWidget *widget, SelOffice *office, gint64 agreement);

G_END_DECLS
