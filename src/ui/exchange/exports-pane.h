/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exports that left, with the way to whom they went and to what they rest on. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_EXPORTS_PANE (sel_exports_pane_get_type ())
G_DECLARE_FINAL_TYPE (SelExportsPane, sel_exports_pane, SEL, EXPORTS_PANE, GtkWidget)

void sel_exports_pane_attach (SelExportsPane *self, SelOffice *office);
void sel_exports_pane_search (SelExportsPane *self);

G_END_DECLS
