/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether the desktop starts “selaras due --notify” when a person logs in (Desktop Application Autostart
 * Specification). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean sel_autostart_is_on (void);
gboolean sel_autostart_set (gboolean is_on, GError **error);

G_END_DECLS
