/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "store/schedule.h"

G_BEGIN_DECLS

GtkWidget *sel_session_block_new (const SelScheduleSession *session, SelZone usual_zone);
char *sel_schedule_clash_dup_message (const SelScheduleClash *clash);

G_END_DECLS
