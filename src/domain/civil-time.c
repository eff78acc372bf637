/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/civil-time.h"

#include "domain/digits.h"

#define MINUTES_PER_DAY (24 * 60)

/* Days in GDate's count, where 1 January 0001 is day 1. */
#define EPOCH_DAY 719163 /* 1 January 1970 */
#define LAST_DAY 3652059 /* 31 December 9999, the last that ISO 8601 writes with four digits */

/* "WIB", "WITA" or "WIT": as printed, and as kept in files. */
const char *
sel_zone_name (SelZone zone)
{
  static const char *const names[] = { "WIB", "WITA", "WIT" };

  g_return_val_if_fail (zone <= SEL_ZONE_WIT, NULL);

  return names[zone];
}

/* How far the zone's clocks are ahead of UTC. */
int
sel_zone_offset_minutes (SelZone zone)
{
  g_return_val_if_fail (zone <= SEL_ZONE_WIT, 0);

  return (7 + (int) zone) * 60;
}

static gboolean
is_shaped_like (const char *text, const char *shape)
{
  for (; *shape; text++, shape++)
    if (*shape == '0' ? !g_ascii_isdigit (*text) : *text != *shape)
      return FALSE;
  return *text == '\0';
}

/**
 * sel_civil_time_parse:
 * @text: "2025-10-11T09:00": ISO 8601, extended form, to the minute
 * @time: (out): what it says
 *
 * Strict, as files and the database are: no seconds, zone, spaces or 24:00.
 *
 * Returns: %FALSE, with @time unchanged, when @text is anything else
 */
gboolean
sel_civil_time_parse (const char *text, SelCivilTime *time)
{
  guint year;
  guint month;
  guint day;
  guint hour;
  guint minute;

  g_return_val_if_fail (text && time, FALSE);

  if (!is_shaped_like (text, "0000-00-00T00:00"))
    return FALSE;

  year = sel_digits (text, 4);
  month = sel_digits (text + 5, 2);
  day = sel_digits (text + 8, 2);
  hour = sel_digits (text + 11, 2);
  minute = sel_digits (text + 14, 2);
  if (!g_date_valid_dmy ((GDateDay) day, (GDateMonth) month, (GDateYear) year) ||
      hour > 23 || minute > 59)
    return FALSE;

  g_date_clear (&time->date, 1);
  g_date_set_dmy (&time->date, (GDateDay) day, (GDateMonth) month, (GDateYear) year);
  time->minutes = hour * 60 + minute;
  return TRUE;
}

/* The text that sel_civil_time_parse () reads. */
char *
sel_civil_time_dup_text (const SelCivilTime *time)
{
  g_return_val_if_fail (time && g_date_valid (&time->date), NULL);

  return g_strdup_printf ("%04d-%02d-%02dT%02u:%02u",
                          g_date_get_year (&time->date),
                          g_date_get_month (&time->date),
                          g_date_get_day (&time->date),
                          time->minutes / 60,
                          time->minutes % 60);
}

/* Like strcmp (); both on clocks of the same zone. */
int
sel_civil_time_compare (const SelCivilTime *a, const SelCivilTime *b)
{
  int by_date = g_date_compare (&a->date, &b->date);

  return by_date ? by_date : (a->minutes > b->minutes) - (a->minutes < b->minutes);
}

/* Minutes since 1970-01-01T00:00 UTC; negative before it. */
gint64
sel_civil_time_to_instant (const SelCivilTime *time, SelZone zone)
{
  g_return_val_if_fail (time && g_date_valid (&time->date), 0);

  return ((gint64) g_date_get_julian (&time->date) - EPOCH_DAY) * MINUTES_PER_DAY +
         time->minutes - sel_zone_offset_minutes (zone);
}

/* The way back: what clocks in @zone show at @instant, which is in the years 1 to 9999. */
void
sel_civil_time_from_instant (gint64 instant, SelZone zone, SelCivilTime *time)
{
  gint64 since_first_day = instant + sel_zone_offset_minutes (zone) +
                           (gint64) (EPOCH_DAY - 1) * MINUTES_PER_DAY;

  g_return_if_fail (since_first_day >= 0 && since_first_day / MINUTES_PER_DAY < LAST_DAY);

  g_date_clear (&time->date, 1);
  g_date_set_julian (&time->date, (guint32) (since_first_day / MINUTES_PER_DAY) + 1);
  time->minutes = (guint) (since_first_day % MINUTES_PER_DAY);
}

/* Spans hold their start and not their end: a session that starts at 10.00 does not clash with
 * one that ends then, and an empty span clashes with nothing. */
gboolean
sel_civil_span_overlaps (gint64 a_start, gint64 a_end, gint64 b_start, gint64 b_end)
{
  return MAX (a_start, b_start) < MIN (a_end, b_end);
}
