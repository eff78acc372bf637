/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due, beyond the window: reminders, and a file for another calendar. */
#pragma once

#include <gtk/gtk.h>

#include "ui/office.h"

G_BEGIN_DECLS

void sel_due_remind_daily (SelOffice *office);
void sel_due_save (GtkWidget *parent, SelOffice *office);

G_END_DECLS
