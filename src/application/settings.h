/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *sel_settings_new (void);
guint sel_notice_days_read (void);
char *sel_office_id_dup (void);
char *sel_office_name_dup (void);

G_END_DECLS
