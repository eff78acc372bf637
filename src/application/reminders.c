/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/reminders.h"

/* The keys of the preferences, and what they have unless somebody sets them. */
static const struct
{
  const char *key;
  const char *unless_set;
} kinds[SEL_N_DEADLINE_KINDS] = {
  [SEL_DEADLINE_NOTICE] = { "remind-notice", "30, 7, 1, 0" },
  [SEL_DEADLINE_END] = { "remind-end", "180, 90, 30, 7, 0" },
  [SEL_DEADLINE_OBLIGATION] = { "remind-obligation", "30, 7, 0" },
  [SEL_DEADLINE_REVIEW] = { "remind-review", "3, 0" },
};

/* @settings may be NULL. What is no list of days there counts as not set. */
SelReminders *
sel_reminders_new (GSettings *settings)
{
  SelReminders *self = g_new0 (SelReminders, 1);

  for (SelDeadlineKind kind = 0; kind < SEL_N_DEADLINE_KINDS; kind++)
    {
      g_autofree char *text = settings ? g_settings_get_string (settings, kinds[kind].key) : NULL;

      self->distances[kind] = text ? sel_reminder_parse (text) : NULL;
      if (self->distances[kind] == NULL)
        self->distances[kind] = sel_reminder_parse (kinds[kind].unless_set);
    }

  return self;
}

void
sel_reminders_free (SelReminders *self)
{
  if (self == NULL)
    return;

  for (guint i = 0; i < SEL_N_DEADLINE_KINDS; i++)
    g_array_unref (self->distances[i]);
  g_free (self);
}

/* Of the preferences: a text as sel_reminder_parse() reads it. */
const char *
sel_reminders_key (SelDeadlineKind kind)
{
  return kinds[kind].key;
}
