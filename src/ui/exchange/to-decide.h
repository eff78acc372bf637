/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much waits for a person's word in the exchange section, for the row of the sidebar: a number,
 * or nothing when nothing does. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_TO_DECIDE (sel_to_decide_get_type ())
G_DECLARE_FINAL_TYPE (SelToDecide, sel_to_decide, SEL, TO_DECIDE, GtkWidget)

void sel_to_decide_attach (SelToDecide *self, SelOffice *office);

G_END_DECLS
