/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The saving of a list to a file: where to, how far it is, and the way to stop it. It shows itself
 * only when that takes longer than a moment. */
#pragma once

#include <gtk/gtk.h>

#include "report/list-file.h"
#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_LIST_SAVING (sel_list_saving_get_type ())
G_DECLARE_FINAL_TYPE (SelListSaving, sel_list_saving, SEL, LIST_SAVING, GtkWidget)

void sel_list_saving_begin (SelListSaving *self, SelOffice *office, SelListOrder *take_order);

G_END_DECLS
