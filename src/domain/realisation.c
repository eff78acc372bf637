/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/realisation.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"
#include "domain/cohort.h"
#include "domain/document.h"
#include "domain/findings.h"
#include "domain/obligation.h"
#include "domain/scope-item.h"

typedef SelRealisation RECORD;

static const SelField fields[] = {
  FIELD (agreement, REFERENCE, INTERNAL, SEL_FIELD_OWNER, N_ ("Agreement"),
         .hint = N_ ("The agreement that it was done under"), .refers_to = &sel_agreement_type),
  FIELD (scope_item, REFERENCE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Scope item"),
         .hint = N_ ("The line of the scope that it carries out"),
         .refers_to = &sel_scope_item_type),
  FIELD (obligation, REFERENCE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Obligation"),
         .hint = N_ ("The obligation that it fulfils"), .refers_to = &sel_obligation_type),
  FIELD (done_on, DATE, INTERNAL, 0, N_ ("Done on"), .hint = N_ ("The day it was done")),
  FIELD (text, TEXT, INTERNAL, SEL_FIELD_MULTILINE, N_ ("What was done"),
         .hint = N_ ("In a sentence"), .most = 10000),
  FIELD (quantity, INTEGER, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Quantity"),
         .hint = N_ ("How many, where it can be counted"), .least = 0, .most = 1000000000),
  FIELD (cohort, REFERENCE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Cohort"),
         .hint = N_ ("The cohort that proves it"), .refers_to = &sel_cohort_type),
  FIELD (document, REFERENCE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Document"),
         .hint = N_ ("The PDF that proves it, among those of the agreement"),
         .refers_to = &sel_document_type),
};

static void
check (gconstpointer record, const GDate *today, SelFindings *findings)
{
  const SelRealisation *self = record;

  if (g_date_valid (&self->done_on) && g_date_compare (&self->done_on, today) > 0)
    sel_findings_add (findings, "done_on", SEL_ERROR, _ ("What is done cannot lie in the future."));
}

const SelRecordType sel_realisation_type =
  SEL_RECORD_TYPE ("realisation", N_ ("Realisation"), N_ ("Realisations"), check);
