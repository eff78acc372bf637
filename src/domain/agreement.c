/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/agreement.h"

#include <glib/gi18n-lib.h>

#include "domain/findings.h"
#include "domain/term.h"

typedef SelAgreement RECORD;

const SelChoice sel_agreement_kinds[] = {
  { "memorandum", NC_ ("choice", "Memorandum") },
  { "cooperation", NC_ ("choice", "Cooperation agreement") },
  { "addendum", NC_ ("choice", "Addendum") },
  { "work_plan", NC_ ("choice", "Work plan") },
  { NULL },
};

const SelChoice sel_agreement_stages[] = {
  { "draft", NC_ ("choice", "Draft") },
  { "under_review", NC_ ("choice", "Under review") },
  { "signed", NC_ ("choice", "Signed") },
  { "terminated", NC_ ("choice", "Terminated") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (kind, CHOICE, PUBLIC, SEL_FIELD_SIGNED, N_ ("Kind"),
         .hint = N_ ("What it is in law, whatever it calls itself"),
         .choices = sel_agreement_kinds),
  FIELD (alias, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Kind as printed"),
         .hint = N_ ("What the page calls itself, such as Kesepakatan Bersama")),
  FIELD (title, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_SEARCHED, N_ ("Title"),
         .hint = N_ ("What follows TENTANG in the heading")),
  FIELD (parent, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Made under"),
         .hint = N_ ("The umbrella agreement, or the agreement that an addendum changes"),
         .refers_to = &sel_agreement_type),
  FIELD (renews, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Renews"),
         .hint = N_ ("The earlier agreement that this one follows"),
         .refers_to = &sel_agreement_type),
  FIELD (stage, CHOICE, PUBLIC, 0, N_ ("Stage"),
         .hint = N_ ("Where it stands on its way to signature"), .choices = sel_agreement_stages),
  FIELD (signed_on, DATE, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Signed on"),
         .hint = N_ ("The day of signature")),
  FIELD (signed_at, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Signed at"),
         .hint = N_ ("The place of signature")),
  FIELD (starts_on, DATE, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Starts on"),
         .hint = N_ ("The first day it is in force")),
  FIELD (ends_on, DATE, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Ends on"),
         .hint = N_ ("The last day it is in force; empty when it is open-ended")),
  FIELD (open_ended, BOOLEAN, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Open-ended"),
         .hint = N_ ("It has no last day")),
  FIELD (term_months, INTEGER, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Term in months"),
         .hint = N_ ("The term as agreed; the last day follows from it"), .least = 1, .most = 1200),
  FIELD (terminated_on, DATE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Terminated on"),
         .hint = N_ ("The first day it is no longer in force because it was ended early")),
  FIELD (terminated_why, TEXT, INTERNAL, SEL_FIELD_OPTIONAL | SEL_FIELD_MULTILINE,
         N_ ("Reason for termination"), .hint = N_ ("Why it was ended")),
  FIELD (note, TEXT, INTERNAL, SEL_FIELD_OPTIONAL | SEL_FIELD_MULTILINE, N_ ("Note"),
         .hint = N_ ("What else the office should know")),
  FIELD (exception_why, TEXT, INTERNAL, SEL_FIELD_OPTIONAL | SEL_FIELD_MULTILINE,
         N_ ("Reason for an exception"),
         .hint = N_ ("Why it is right all the same, where a warning says that something does not "
                     "fit")),
  FIELD (occasion, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Occasion"),
         .hint = N_ ("The event at which it was signed")),
  FIELD (notice_months, INTEGER, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL,
         N_ ("Notice in months"),
         .hint = N_ ("How long before its end it has to be said whether it is renewed"), .least = 0,
         .most = 120),
  FIELD (notice_days, INTEGER, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Notice in days"),
         .hint = N_ ("The same, in days; beside months it is added to them"), .least = 0,
         .most = 3660),
  FIELD (notice_given_on, DATE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Notice given on"),
         .hint = N_ ("The day it was said whether it is renewed")),
  FIELD (terminated_by, TEXT, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Terminated by"),
         .hint = N_ ("Who ended it early: a party, or all of them")),
};

/* The last day follows from the term (domain/term.h); a page that says both may say it wrongly. */
static void
check_term (const SelAgreement *self, SelFindings *findings)
{
  GDate end;

  if (self->term_months == SEL_NO_INTEGER || !g_date_valid (&self->starts_on) ||
      !g_date_valid (&self->ends_on))
    return;

  sel_term_end (&self->starts_on, (guint) self->term_months, &end);
  if (g_date_compare (&end, &self->ends_on) != 0)
    sel_findings_add (findings, "ends_on", SEL_WARNING,
                      _ ("The last day does not fit the first day and the term."));
}

static void
derive (gpointer record)
{
  SelAgreement *self = record;

  if (!self->open_ended && self->term_months != SEL_NO_INTEGER &&
      g_date_valid (&self->starts_on) && !g_date_valid (&self->ends_on))
    sel_term_end (&self->starts_on, (guint) self->term_months, &self->ends_on);
}

/* A cooperation agreement is made under an umbrella text; everyday practice knows exceptions. */
static void
check_parent (const SelAgreement *self, SelFindings *findings)
{
  if (self->parent)
    return;

  if (self->kind == SEL_AGREEMENT_ADDENDUM)
    sel_findings_add (findings, "parent", SEL_ERROR,
                      _ ("An addendum needs the agreement that it changes."));
  else if (self->kind == SEL_AGREEMENT_COOPERATION || self->kind == SEL_AGREEMENT_WORK_PLAN)
    sel_findings_add (findings, "parent", SEL_WARNING, _ ("No umbrella agreement is named."));
}

static void
check (gconstpointer record, const GDate *today, SelFindings *findings)
{
  const SelAgreement *self = record;
  gboolean is_signed =
    self->stage == SEL_AGREEMENT_STAGE_SIGNED || self->stage == SEL_AGREEMENT_STAGE_TERMINATED;

  sel_findings_check_period (findings, "ends_on", &self->starts_on, &self->ends_on);

  if (is_signed && !g_date_valid (&self->signed_on))
    sel_findings_add (findings, "signed_on", SEL_ERROR,
                      _ ("A signed agreement needs the day of its signature."));
  if (g_date_valid (&self->signed_on) && g_date_compare (&self->signed_on, today) > 0)
    sel_findings_add (findings, "signed_on", SEL_ERROR,
                      _ ("The day of signature is still to come."));
  if (self->open_ended && g_date_valid (&self->ends_on))
    sel_findings_add (findings, "ends_on", SEL_ERROR,
                      _ ("An open-ended agreement has no last day."));
  if (is_signed && !self->open_ended && !g_date_valid (&self->ends_on))
    sel_findings_add (findings, "ends_on", SEL_WARNING,
                      _ ("The last day is missing: say when it ends, or that it is open-ended."));
  if (self->stage == SEL_AGREEMENT_STAGE_TERMINATED && !g_date_valid (&self->terminated_on))
    sel_findings_add (findings, "terminated_on", SEL_ERROR,
                      _ ("A terminated agreement needs the day of its termination."));
  if (self->stage != SEL_AGREEMENT_STAGE_TERMINATED && g_date_valid (&self->terminated_on))
    sel_findings_add (findings, "terminated_on", SEL_ERROR,
                      _ ("Only a terminated agreement has a day of termination."));
  if (self->record.id && (self->parent == self->record.id || self->renews == self->record.id))
    sel_findings_add (findings, self->parent == self->record.id ? "parent" : "renews", SEL_ERROR,
                      _ ("An agreement cannot be its own parent or renew itself."));

  check_term (self, findings);
  check_parent (self, findings);
}

const SelRecordType sel_agreement_type =
  SEL_RECORD_TYPE ("agreement", N_ ("Agreement"), N_ ("Agreements"), check, .derive = derive);
