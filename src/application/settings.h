/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

GSettings *sel_settings_new (void);
guint sel_notice_days_read (void);
char *sel_office_id_dup (void);
char *sel_office_name_dup (void);
GVariant *sel_trusted_keys_read (void);
gboolean sel_trusted_keys_write (GVariant *keys);

G_END_DECLS
