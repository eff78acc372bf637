/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Civil time is what the clock on the wall of a venue shows; an instant is the same for
 * everyone. Records keep civil time, clashes compare instants. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Indonesia keeps three zones, all without summer time (Keppres 41/1987). */
typedef enum
{
  SEL_ZONE_WIB = 0, /* UTC+7 */
  SEL_ZONE_WITA,    /* UTC+8 */
  SEL_ZONE_WIT,     /* UTC+9 */
} SelZone;

/* An invalid date stands for no time at all. */
typedef struct
{
  GDate date;
  guint minutes; /* since midnight, 0 to 1439 */
} SelCivilTime;

const char *sel_zone_name (SelZone zone);
int sel_zone_offset_minutes (SelZone zone);

gboolean sel_civil_time_parse (const char *text, SelCivilTime *time);
char *sel_civil_time_dup_text (const SelCivilTime *time);
int sel_civil_time_compare (const SelCivilTime *a, const SelCivilTime *b);

gint64 sel_civil_time_to_instant (const SelCivilTime *time, SelZone zone);
void sel_civil_time_from_instant (gint64 instant, SelZone zone, SelCivilTime *time);

gboolean sel_civil_span_overlaps (gint64 a_start, gint64 a_end, gint64 b_start, gint64 b_end);

G_END_DECLS
