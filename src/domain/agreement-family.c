/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/agreement-family.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"

static void
check_umbrella (const SelAgreementSpan *self,
                const SelAgreementSpan *umbrella,
                SelFindings *findings)
{
  g_autofree char *end = NULL;
  g_autofree char *message = NULL;

  if (!g_date_valid (&umbrella->last_day) ||
      (g_date_valid (&self->last_day) && g_date_compare (&self->last_day, &umbrella->last_day) <= 0))
    return;

  end = sel_date_dup_display (&umbrella->last_day);
  message = g_strdup_printf (g_date_valid (&self->last_day)
                               /* Translators: %s is a date */
                               ? _ ("It outlives the agreement that it is made under, which ends on "
                                    "%s.")
                               /* Translators: %s is a date */
                               : _ ("It has no last day, but the agreement that it is made under ends "
                                    "on %s."),
                             end);
  sel_findings_add (findings, "ends_on", SEL_WARNING, message);
}

/* The one follows the other when it begins on the day after. */
static void
check_chain (const SelAgreementSpan *self,
             const SelAgreementSpan *predecessor,
             SelFindings *findings)
{
  g_autofree char *number = NULL;
  g_autofree char *message = NULL;
  int days;

  if (!g_date_valid (&self->first_day) || !g_date_valid (&predecessor->last_day))
    return;

  days = g_date_days_between (&predecessor->last_day, &self->first_day) - 1;
  if (days == 0)
    return;

  number = sel_number_dup_display (ABS (days));
  message = days > 0
              ? g_strdup_printf (ngettext ("%s day lies between the end of the agreement that it "
                                           "renews and its first day.",
                                           "%s days lie between the end of the agreement that it "
                                           "renews and its first day.",
                                           (gulong) days),
                                 number)
              : g_strdup_printf (ngettext ("It begins %s day before the agreement that it renews "
                                           "has ended.",
                                           "It begins %s days before the agreement that it renews "
                                           "has ended.",
                                           (gulong) -days),
                                 number);
  sel_findings_add (findings, "starts_on", SEL_WARNING, message);
}

/**
 * sel_agreement_check_family:
 * @umbrella: (nullable): of the agreement that it is made under; not that an addendum changes
 * @predecessor: (nullable): of the agreement that it renews
 *
 * Adds a warning where an agreement outlives its umbrella, and where there is a gap or an overlap
 * in a chain of renewals.
 */
void
sel_agreement_check_family (const SelAgreementSpan *self,
                            const SelAgreementSpan *umbrella,
                            const SelAgreementSpan *predecessor,
                            SelFindings *findings)
{
  sel_findings_set_type (findings, &sel_agreement_type);
  if (umbrella)
    check_umbrella (self, umbrella, findings);
  if (predecessor)
    check_chain (self, predecessor, findings);
}

/* Adds a warning where fewer than two have signed: nobody agrees alone (article 1320 of the civil code,
 * KUH Perdata). */
void
sel_agreement_check_parties (SelAgreementStage stage, guint n_parties, SelFindings *findings)
{
  if (stage < SEL_AGREEMENT_STAGE_SIGNED || n_parties >= 2)
    return;

  sel_findings_set_type (findings, &sel_agreement_type);
  sel_findings_add (findings, "stage", SEL_WARNING,
                    n_parties ? _ ("It is signed, but only one party is named.")
                              : _ ("It is signed, but no party is named."));
}

/* From @starts_on, or the day of its signature where none is set, to @ends_on, as its addenda left
 * it. */
SelAgreementSpan
sel_agreement_span (const GDate *starts_on, const GDate *signed_on, const GDate *ends_on)
{
  return (SelAgreementSpan){ g_date_valid (starts_on) ? *starts_on : *signed_on, *ends_on };
}
