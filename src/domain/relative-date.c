/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/relative-date.h"

#include <glib/gi18n-lib.h>

#include "domain/field.h"

/* Beyond this a number of days says less than the date. */
#define MOST_DAYS 100

/* "in 41 days", "today", "3 days ago": @days counts from today. Free with g_free(). */
char *
sel_relative_date_dup_distance (int days)
{
  guint distance = (guint) ABS (days);

  if (days == 0)
    return g_strdup (_ ("today"));
  if (days > 0)
    return g_strdup_printf (ngettext ("in %u day", "in %u days", distance), distance);

  return g_strdup_printf (ngettext ("%u day ago", "%u days ago", distance), distance);
}

/* The same for a day that is near, else the date. @days counts from today to @date. Free with
 * g_free(). */
char *
sel_relative_date_dup (const GDate *date, int days)
{
  if (!g_date_valid (date))
    return g_strdup ("");

  return ABS (days) > MOST_DAYS ? sel_date_dup_display (date)
                                : sel_relative_date_dup_distance (days);
}
