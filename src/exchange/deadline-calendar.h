/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days that bind the office as an iCalendar file: a day each, with the reminders that are set. Taken in
 * again, what changed is changed. */
#pragma once

#include <gio/gio.h>

#include "domain/reminder.h"
#include "store/store.h"

G_BEGIN_DECLS

gboolean sel_deadline_calendar_write (SelStore *store,
                                      const GDate *today,
                                      GArray *const *distances,
                                      const char *path,
                                      gboolean replaces,
                                      guint *n_deadlines,
                                      GCancellable *cancellable,
                                      GError **error);

G_END_DECLS
