/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schedule as an iCalendar file (RFC 5545) for other calendars. Each session keeps its
 * identity: taken in twice it is there once, and as it was said last. The same register gives the
 * same bytes. */
#pragma once

#include <gio/gio.h>

#include "store/calendar.h"
#include "store/store.h"

G_BEGIN_DECLS

gboolean sel_calendar_write (SelStore *store,
                             const SelCalendarChoice *choice,
                             const char *path,
                             gboolean replaces,
                             guint *n_sessions,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
