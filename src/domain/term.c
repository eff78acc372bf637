/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/term.h"

#include "domain/field.h"

/**
 * sel_term_end:
 * @starts_on: the first day of the term
 * @months: how long it is, 1 to 1200; a year is twelve
 * @ends_on: (out): its last day
 *
 * The last day is the one before the same day of the month comes again: three years from
 * 10 July 2020 end on 9 July 2023. In a month too short to have that day it is the month's last,
 * so that a month from 29, 30 or 31 January ends with February.
 */
void
sel_term_end (const GDate *starts_on, guint months, GDate *ends_on)
{
  guint day;
  guint month;
  guint year;
  guint days_in_month;

  g_return_if_fail (starts_on && g_date_valid (starts_on));
  g_return_if_fail (months >= 1 && months <= 1200);
  g_return_if_fail (ends_on);

  day = g_date_get_day (starts_on);
  month = g_date_get_month (starts_on) - 1u + months;
  year = g_date_get_year (starts_on) + month / 12;
  month = month % 12 + 1;
  days_in_month = g_date_get_days_in_month ((GDateMonth) month, (GDateYear) year);

  /* Counted from the last day of the month before, which is the answer for a first day. */
  g_date_clear (ends_on, 1);
  g_date_set_dmy (ends_on, 1, (GDateMonth) month, (GDateYear) year);
  g_date_subtract_days (ends_on, 1);
  g_date_add_days (ends_on, MIN (day - 1, days_in_month));
}

/**
 * sel_term_notice_by:
 * @ends_on: the last day of the term; invalid for none
 * @months: how long before it notice is to be given; SEL_NO_INTEGER for nothing said, as for @days
 * @days: to be added to them
 * @notice_by: (out): the last day on which it can be said whether it is renewed; cleared for none
 *
 * Three months before 31 December is 30 September: the same day of the month, or its last.
 */
void
sel_term_notice_by (const GDate *ends_on, gint64 months, gint64 days, GDate *notice_by)
{
  const gint64 n_months = months == SEL_NO_INTEGER ? 0 : months;
  const gint64 n_days = days == SEL_NO_INTEGER ? 0 : days;

  g_date_clear (notice_by, 1);
  if (!g_date_valid (ends_on) || (months == SEL_NO_INTEGER && days == SEL_NO_INTEGER) ||
      n_months < 0 || n_days < 0 || n_months * 31 + n_days >= g_date_get_julian (ends_on))
    return;

  *notice_by = *ends_on;
  g_date_subtract_months (notice_by, (guint) n_months);
  g_date_subtract_days (notice_by, (guint) n_days);
}
