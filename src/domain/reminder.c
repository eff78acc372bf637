/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/reminder.h"

#include <glib/gi18n-lib.h>

/* In files. */
const char *
sel_deadline_kind_code (SelDeadlineKind kind)
{
  static const char *const codes[SEL_N_DEADLINE_KINDS] = {
    [SEL_DEADLINE_NOTICE] = "notice",
    [SEL_DEADLINE_END] = "end",
    [SEL_DEADLINE_OBLIGATION] = "obligation",
    [SEL_DEADLINE_REVIEW] = "review",
  };

  return codes[kind];
}

/* For people, translated. */
const char *
sel_deadline_kind_label (SelDeadlineKind kind)
{
  switch (kind)
    {
    case SEL_DEADLINE_NOTICE:
      return C_ ("deadline", "Last day for notice");
    case SEL_DEADLINE_END:
      return C_ ("deadline", "Last day");
    case SEL_DEADLINE_OBLIGATION:
      return C_ ("deadline", "Obligation due");
    case SEL_DEADLINE_REVIEW:
    default:
      return C_ ("deadline", "Review due");
    }
}

static int
compare_farther_first (gconstpointer a, gconstpointer b)
{
  const guint one = *(const guint *) a;
  const guint other = *(const guint *) b;

  return (one < other) - (one > other);
}

/**
 * sel_reminder_parse:
 * @text: numbers of days, such as "180, 90, 30, 7, 0"
 *
 * Returns: (transfer full) (nullable) (element-type guint): the distances, the farthest first, each once;
 * none for an empty text; %NULL when it is no list of them
 */
GArray *
sel_reminder_parse (const char *text)
{
  g_autoptr (GArray) distances = g_array_new (FALSE, FALSE, sizeof (guint));
  g_auto (GStrv) words = g_strsplit_set (text, ",; ", -1);

  for (guint i = 0; words[i]; i++)
    {
      guint64 number;
      guint distance;

      if (*words[i] == '\0')
        continue;
      if (!g_ascii_string_to_unsigned (words[i], 10, 0, SEL_REMINDER_FARTHEST, &number, NULL) ||
          distances->len == SEL_REMINDER_MOST)
        return NULL;
      distance = (guint) number;
      g_array_append_val (distances, distance);
    }

  g_array_sort (distances, compare_farther_first);
  for (guint i = distances->len; i > 1; i--)
    if (g_array_index (distances, guint, i - 1) == g_array_index (distances, guint, i - 2))
      g_array_remove_index (distances, i - 1);

  return g_steal_pointer (&distances);
}

/**
 * sel_reminder_falls:
 * @distances: (element-type guint): days before the deadline
 * @last_look: the last day on which it was looked for reminders; invalid: yesterday
 *
 * Whether a reminder falls on @today, or fell on a day since the last look, when the computer may have
 * been off. Of a day that has passed nobody is reminded.
 */
gboolean
sel_reminder_falls (GArray *distances,
                    const GDate *deadline,
                    const GDate *last_look,
                    const GDate *today)
{
  const int days_left = g_date_days_between (today, deadline);
  const int days_left_then =
    g_date_valid (last_look) ? g_date_days_between (last_look, deadline) : days_left + 1;

  if (days_left < 0)
    return FALSE;

  for (guint i = 0; i < distances->len; i++)
    {
      const int distance = (int) g_array_index (distances, guint, i);

      if (days_left <= distance && distance < days_left_then)
        return TRUE;
    }

  return FALSE;
}
