/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/agreement-state.h"

#include <glib/gi18n-lib.h>

/* By their values. The codes stand in reports and filters and never change. */
const SelChoice sel_agreement_states[] = {
  [SEL_AGREEMENT_STATE_DRAFT] = { "draft", NC_ ("choice", "Draft") },
  [SEL_AGREEMENT_STATE_UNDER_REVIEW] = { "under_review", NC_ ("choice", "Under review") },
  [SEL_AGREEMENT_STATE_NOT_YET] = { "not_yet", NC_ ("choice", "Not yet in force") },
  [SEL_AGREEMENT_STATE_IN_FORCE] = { "in_force", NC_ ("choice", "In force") },
  [SEL_AGREEMENT_STATE_NOTICE_DUE] = { "notice_due", NC_ ("choice", "Notice due") },
  [SEL_AGREEMENT_STATE_EXPIRING] = { "expiring", NC_ ("choice", "Expiring") },
  [SEL_AGREEMENT_STATE_EXPIRED] = { "expired", NC_ ("choice", "Expired") },
  [SEL_AGREEMENT_STATE_TERMINATED] = { "terminated", NC_ ("choice", "Terminated") },
  [SEL_AGREEMENT_STATE_RENEWED] = { "renewed", NC_ ("choice", "Renewed") },
  { NULL },
};

static gboolean
lies_ahead (const GDate *date, const GDate *today)
{
  return g_date_valid (date) && g_date_compare (date, today) > 0;
}

/**
 * sel_agreement_state_on:
 * @terms: what is recorded of the agreement
 * @today: a valid date
 * @notice_days: it is expiring when its last day is no more than this many days away, and notice is
 *   due when the last day for that is
 *
 * An agreement is in force through its last day: one that ends on 31 December still covers a
 * training held that evening. Where more than one state would fit, the first of these holds: draft
 * or under review, terminated, renewed, not yet in force, expired, notice due while it can be given,
 * expiring, notice due, in force. So a termination is never hidden by a renewal, a gap before the
 * successor starts shows as expired, and the last day for notice is not hidden by the end, which is
 * later. Notice stays due when its day has passed: that it was missed is not in order.
 */
SelAgreementState
sel_agreement_state_on (const SelAgreementTerms *terms, const GDate *today, guint notice_days)
{
  int days_left, days_for_notice;

  g_return_val_if_fail (terms, SEL_AGREEMENT_STATE_DRAFT);
  g_return_val_if_fail (today && g_date_valid (today), SEL_AGREEMENT_STATE_DRAFT);

  if (terms->stage < SEL_AGREEMENT_STAGE_UNDER_REVIEW)
    return SEL_AGREEMENT_STATE_DRAFT;
  if (terms->stage == SEL_AGREEMENT_STAGE_UNDER_REVIEW)
    return SEL_AGREEMENT_STATE_UNDER_REVIEW;
  if (terms->stage == SEL_AGREEMENT_STAGE_TERMINATED && !lies_ahead (&terms->terminated_on, today))
    return SEL_AGREEMENT_STATE_TERMINATED;
  if (g_date_valid (&terms->successor_starts_on) &&
      !lies_ahead (&terms->successor_starts_on, today))
    return SEL_AGREEMENT_STATE_RENEWED;
  if (lies_ahead (&terms->starts_on, today))
    return SEL_AGREEMENT_STATE_NOT_YET;
  if (!g_date_valid (&terms->ends_on))
    return SEL_AGREEMENT_STATE_IN_FORCE;

  days_left = g_date_days_between (today, &terms->ends_on);
  if (days_left < 0)
    return SEL_AGREEMENT_STATE_EXPIRED;
  if (!g_date_valid (&terms->notice_by))
    return (guint) days_left <= notice_days ? SEL_AGREEMENT_STATE_EXPIRING
                                            : SEL_AGREEMENT_STATE_IN_FORCE;

  days_for_notice = g_date_days_between (today, &terms->notice_by);
  if ((guint) days_left <= notice_days && days_for_notice < 0)
    return SEL_AGREEMENT_STATE_EXPIRING;
  return days_for_notice <= (int) notice_days ? SEL_AGREEMENT_STATE_NOTICE_DUE
                                              : SEL_AGREEMENT_STATE_IN_FORCE;
}

/* Whether it binds: also while its end or the last day for notice comes near. */
gboolean
sel_agreement_state_is_in_force (SelAgreementState state)
{
  return state == SEL_AGREEMENT_STATE_IN_FORCE || state == SEL_AGREEMENT_STATE_NOTICE_DUE ||
         state == SEL_AGREEMENT_STATE_EXPIRING;
}

/* "in_force": in files and reports. */
const char *
sel_agreement_state_code (SelAgreementState state)
{
  g_return_val_if_fail (state < SEL_N_AGREEMENT_STATES, NULL);

  return sel_agreement_states[state].code;
}

/* "In force", translated: for people. */
const char *
sel_agreement_state_label (SelAgreementState state)
{
  g_return_val_if_fail (state < SEL_N_AGREEMENT_STATES, NULL);

  return sel_choice_label (&sel_agreement_states[state]);
}

/* Why it stands so, in a sentence. */
const char *
sel_agreement_state_hint (SelAgreementState state)
{
  switch (state)
    {
    case SEL_AGREEMENT_STATE_DRAFT:
      return _ ("It is not signed yet.");
    case SEL_AGREEMENT_STATE_UNDER_REVIEW:
      return _ ("It is not signed yet, and is marked as under review.");
    case SEL_AGREEMENT_STATE_NOT_YET:
      return _ ("It is signed, and its first day is still to come.");
    case SEL_AGREEMENT_STATE_IN_FORCE:
      return _ ("It is signed and has begun, and its last day is not near.");
    case SEL_AGREEMENT_STATE_NOTICE_DUE:
      return _ ("It is in force, and the last day to say whether it is renewed is near or has "
                "passed.");
    case SEL_AGREEMENT_STATE_EXPIRING:
      return _ ("It is in force, and its last day is near. The preferences say how near that is.");
    case SEL_AGREEMENT_STATE_EXPIRED:
      return _ ("Its last day has passed, and no agreement that renews it has begun.");
    case SEL_AGREEMENT_STATE_TERMINATED:
      return _ ("It was terminated.");
    case SEL_AGREEMENT_STATE_RENEWED:
      return _ ("An agreement that renews it has begun.");
    default:
      g_return_val_if_reached (NULL);
    }
}

/* The shape that stands for the state of an agreement everywhere: state is never colour alone. */
const char *
sel_agreement_state_mark (const char *code)
{
  static const struct
  {
    const char *code;
    const char *mark;
  } marks[] = {
    { "in_force", "●" },
    { "notice_due", "◕" },
    { "expiring", "◐" },
    { "expired", "○" },
    { "draft", "◌" },
    { "under_review", "◔" },
    { "not_yet", "◎" },
    { "renewed", "◍" },
    { "terminated", "✕" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_equal (marks[i].code, code))
      return marks[i].mark;

  return "";
}
