/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/agreement-end.h"

/* By the day of signature, and on the same day by the order in which they were recorded. */
static gboolean
is_later (const SelAgreementAddendum *one, const SelAgreementAddendum *other)
{
  const gboolean has_day = g_date_valid (&one->signed_on);
  const gboolean other_has_day = g_date_valid (&other->signed_on);
  int order = 0;

  if (has_day && other_has_day)
    order = g_date_compare (&one->signed_on, &other->signed_on);
  else if (has_day != other_has_day)
    order = has_day ? 1 : -1;

  return order > 0 || (order == 0 && one->id > other->id);
}

/**
 * sel_agreement_effective_end:
 * @ends_on: the last day that the agreement says itself; invalid for none
 * @addenda: those that are signed, in any order
 * @end: (out): the last day that counts; cleared when there is none
 *
 * An addendum changes what was agreed from its signature on: of those that say when the agreement
 * ends, the one that was signed last counts. One that only changes articles leaves the end as it is.
 */
void
sel_agreement_effective_end (const GDate *ends_on,
                             const SelAgreementAddendum *addenda,
                             guint n_addenda,
                             GDate *end)
{
  const SelAgreementAddendum *last = NULL;

  for (guint i = 0; i < n_addenda; i++)
    {
      const SelAgreementAddendum *addendum = &addenda[i];

      if ((g_date_valid (&addendum->ends_on) || addendum->open_ended) &&
          (last == NULL || is_later (addendum, last)))
        last = addendum;
    }

  g_date_clear (end, 1);
  if (last == NULL)
    *end = *ends_on;
  else if (!last->open_ended)
    *end = last->ends_on;
}
