/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What waits for a person's word in the exchange section: plans of imports, and pairs of records that
 * may be one. It hides when nothing does. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

#define SEL_TYPE_WAITING (sel_waiting_get_type ())
G_DECLARE_FINAL_TYPE (SelWaiting, sel_waiting, SEL, WAITING, GtkWidget)

void sel_waiting_attach (SelWaiting *self, SelOffice *office);

G_END_DECLS
