/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/age.h"

/**
 * sel_age_on:
 * @birth_date: a valid date
 * @on: a valid date
 *
 * Who is born on 29 February completes a year on 1 March where there is no such day: the later of
 * the two days one could argue for, so that a minimum age is surely reached.
 *
 * Returns: the completed years; -1 before birth
 */
int
sel_age_on (const GDate *birth_date, const GDate *on)
{
  gboolean before_birthday;

  g_return_val_if_fail (birth_date && g_date_valid (birth_date), -1);
  g_return_val_if_fail (on && g_date_valid (on), -1);

  if (g_date_compare (on, birth_date) < 0)
    return -1;

  before_birthday = g_date_get_month (on) < g_date_get_month (birth_date) ||
                    (g_date_get_month (on) == g_date_get_month (birth_date) &&
                     g_date_get_day (on) < g_date_get_day (birth_date));
  return g_date_get_year (on) - g_date_get_year (birth_date) - before_birthday;
}
