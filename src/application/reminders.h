/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many days before a deadline a person is reminded, as the preferences have it. */
#pragma once

#include <gio/gio.h>

#include "domain/reminder.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *distances[SEL_N_DEADLINE_KINDS]; /* of guint, in days */
} SelReminders;

SelReminders *sel_reminders_new (GSettings *settings);
void sel_reminders_free (SelReminders *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelReminders, sel_reminders_free)

const char *sel_reminders_key (SelDeadlineKind kind);

G_END_DECLS
