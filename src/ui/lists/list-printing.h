/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as it is shown, printed. */
#pragma once

#include <gtk/gtk.h>

#include "report/list-order.h"
#include "ui/office.h"

G_BEGIN_DECLS

void sel_list_print (GtkWidget *widget, SelOffice *office, SelListOrder *take_order);

G_END_DECLS
