/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "application/today.h"

#include "domain/civil-time.h"

/* What day it is here: by the clock, or by SELARAS_TODAY=2025-11-22, which makes what a test or a
 * picture shows the same on every day. The one place that asks; everyone else is told. */
void
sel_today (GDate *today)
{
  g_autofree char *midnight =
    g_strconcat (g_getenv ("SELARAS_TODAY") ? g_getenv ("SELARAS_TODAY") : "", "T00:00", NULL);
  SelCivilTime given;

  if (sel_civil_time_parse (midnight, &given))
    *today = given.date;
  else
    {
      g_date_clear (today, 1);
      g_date_set_time_t (today, time (NULL));
    }
}
