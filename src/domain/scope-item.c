/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/scope-item.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement.h"
#include "domain/findings.h"

typedef SelScopeItem RECORD;

const SelChoice sel_scope_topics[] = {
  { "data_exchange", NC_ ("choice", "Exchange of data") },
  { "training", NC_ ("choice", "Training") },
  { "placement", NC_ ("choice", "Work opportunities") },
  { "rehabilitation", NC_ ("choice", "Rehabilitation") },
  { "capacity", NC_ ("choice", "Capacity building") },
  { "outreach", NC_ ("choice", "Outreach") },
  { "facilities", NC_ ("choice", "Facilities and staff") },
  { "monitoring", NC_ ("choice", "Monitoring") },
  { "other", NC_ ("choice", "Other") },
  { NULL },
};

const SelChoice sel_scope_carries[] = {
  { "public", NC_ ("choice", "No personal data") },
  { "personal", NC_ ("choice", "Personal data") },
  { "specific", NC_ ("choice", "Specific personal data too") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (agreement, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Agreement"),
         .hint = N_ ("The agreement whose scope it is in"), .refers_to = &sel_agreement_type),
  FIELD (position, INTEGER, PUBLIC, 0, N_ ("Order"), .hint = N_ ("Its place in the article"),
         .least = 1, .most = 999),
  FIELD (topic, CHOICE, PUBLIC, SEL_FIELD_SIGNED, N_ ("Topic"), .hint = N_ ("What it is about"),
         .choices = sel_scope_topics),
  FIELD (text, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_MULTILINE, N_ ("Text"),
         .hint = N_ ("What the page says"),
         .most = 10000),
  FIELD (article, TEXT, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Article"),
         .hint = N_ ("The Pasal it stands in, such as 3")),
  FIELD (carries, CHOICE, PUBLIC, SEL_FIELD_SIGNED | SEL_FIELD_OPTIONAL, N_ ("Data it carries"),
         .hint = N_ ("The most sensitive data that an exchange may carry; personal data, but not "
                     "specific, if nothing is said"),
         .choices = sel_scope_carries),
};

static void
check (gconstpointer record, G_GNUC_UNUSED const GDate *today, SelFindings *findings)
{
  const SelScopeItem *self = record;

  if (self->carries && self->topic != SEL_SCOPE_DATA_EXCHANGE)
    sel_findings_add (findings, "carries", SEL_WARNING,
                      _ ("It counts only where the topic is the exchange of data."));
}

const SelRecordType sel_scope_item_type =
  SEL_RECORD_TYPE ("scope_item", N_ ("Scope item"), N_ ("Scope items"), check);
