/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/obligation-state.h"

#include <glib/gi18n-lib.h>

/* From one time to the next. */
guint
sel_recurrence_get_months (SelRecurrence recurrence)
{
  static const guint months[] = {
    [SEL_RECURRENCE_MONTHLY] = 1,
    [SEL_RECURRENCE_QUARTERLY] = 3,
    [SEL_RECURRENCE_HALF_YEARLY] = 6,
    [SEL_RECURRENCE_YEARLY] = 12,
  };

  return months[recurrence];
}

/* Counted from the first day each time, so that the 31st comes back after a shorter month. */
static GDate
nth_day (const SelObligationTerms *terms, guint n)
{
  GDate day = terms->due_on;

  g_date_add_months (&day, n * sel_recurrence_get_months ((SelRecurrence) terms->recurrence));
  return day;
}

/* The first occurrence that is not done yet. */
static GDate
first_open_day (const SelObligationTerms *terms)
{
  for (guint n = 0;; n++)
    {
      GDate day = nth_day (terms, n);
      GDate following = nth_day (terms, n + 1);

      if (!g_date_valid (&terms->done_on) ||
          2 * g_date_days_between (&terms->done_on, &day) >= g_date_days_between (&day, &following))
        return day;
    }
}

/* Whether the agreement is no longer in force on @day. */
static gboolean
outlives_agreement (const SelObligationTerms *terms, const GDate *day)
{
  return (g_date_valid (&terms->ends_on) && g_date_compare (day, &terms->ends_on) > 0) ||
         (g_date_valid (&terms->terminated_on) && g_date_compare (day, &terms->terminated_on) >= 0);
}

/**
 * sel_obligation_state_on:
 * @terms: what is recorded of the obligation and its agreement
 * @today: a valid date
 * @soon_days: it is due when its day is no more than this many days away
 * @next_due: (out) (optional): the day it is due next, or an invalid date when there is none
 *
 * What is owed once is done when it was done. What recurs comes back from its due date on, until
 * its agreement ends; an occurrence is done by what was done on its day, after it, or less than
 * half a period before it: a report for 30 June counts whether it came on 25 June or on 5 July. What
 * was owed while the agreement was in force, and was not done when that ended, has lapsed; a final
 * report, due after the end, has not.
 */
SelObligationState
sel_obligation_state_on (const SelObligationTerms *terms,
                         const GDate *today,
                         guint soon_days,
                         GDate *next_due)
{
  gboolean is_done = g_date_valid (&terms->done_on);
  GDate day = terms->due_on;
  gboolean is_over;
  int days_left;

  g_return_val_if_fail (today && g_date_valid (today), SEL_OBLIGATION_OPEN);

  is_over = outlives_agreement (terms, today);
  if (next_due)
    g_date_clear (next_due, 1);
  if (!g_date_valid (&day))
    return is_done   ? SEL_OBLIGATION_DONE
           : is_over ? SEL_OBLIGATION_LAPSED
                     : SEL_OBLIGATION_OPEN;

  if (terms->recurrence)
    {
      day = first_open_day (terms);
      is_done = outlives_agreement (terms, &day);
    }
  if (is_done)
    return SEL_OBLIGATION_DONE;
  if (is_over && !outlives_agreement (terms, &day))
    return SEL_OBLIGATION_LAPSED;

  if (next_due)
    *next_due = day;
  days_left = g_date_days_between (today, &day);
  if (days_left < 0)
    return SEL_OBLIGATION_OVERDUE;
  return (guint) days_left <= soon_days ? SEL_OBLIGATION_DUE : SEL_OBLIGATION_OPEN;
}

/* "Overdue", translated. */
const char *
sel_obligation_state_label (SelObligationState state)
{
  switch (state)
    {
    case SEL_OBLIGATION_OPEN:
      return C_ ("obligation state", "Open");
    case SEL_OBLIGATION_DUE:
      return C_ ("obligation state", "Due");
    case SEL_OBLIGATION_OVERDUE:
      return C_ ("obligation state", "Overdue");
    case SEL_OBLIGATION_DONE:
      return C_ ("obligation state", "Done");
    case SEL_OBLIGATION_LAPSED:
      return C_ ("obligation state", "Lapsed");
    default:
      g_return_val_if_reached (NULL);
    }
}

/* Why it stands so, in a sentence. */
const char *
sel_obligation_state_hint (SelObligationState state)
{
  switch (state)
    {
    case SEL_OBLIGATION_OPEN:
      return _ ("Open: its day is far off, or none is set.");
    case SEL_OBLIGATION_DUE:
      return _ ("Due: its day is near.");
    case SEL_OBLIGATION_OVERDUE:
      return _ ("Overdue: its day has passed, and nothing says that it was done.");
    case SEL_OBLIGATION_DONE:
      return _ ("Done: nothing more is owed.");
    case SEL_OBLIGATION_LAPSED:
      return _ ("Lapsed: the agreement ended before it was done.");
    default:
      g_return_val_if_reached (NULL);
    }
}
