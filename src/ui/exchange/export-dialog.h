/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is to leave, for whom and why; it says all the while whether it may. */
#pragma once

#include <adwaita.h>

#include "ui/office.h"

G_BEGIN_DECLS

void sel_export_dialog_present (GtkWidget *parent, SelOffice *office);

G_END_DECLS
