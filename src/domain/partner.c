/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/partner.h"

#include <glib/gi18n-lib.h>

#include "domain/findings.h"
#include "domain/form.h"

typedef SelPartner RECORD;

const SelChoice sel_partner_kinds[] = {
  { "ministry", NC_ ("choice", "Ministry") },
  { "agency", NC_ ("choice", "National agency") },
  { "unit", NC_ ("choice", "Technical unit") },
  { "provincial_office", NC_ ("choice", "Provincial office") },
  { "regency_office", NC_ ("choice", "Regency or city office") },
  { "prison", NC_ ("choice", "Prison or detention centre") },
  { "rehabilitation", NC_ ("choice", "Rehabilitation institution") },
  { "training_centre", NC_ ("choice", "Training centre") },
  { "company", NC_ ("choice", "Company") },
  { "bank", NC_ ("choice", "Bank") },
  { "school", NC_ ("choice", "School or university") },
  { "organisation", NC_ ("choice", "Civil society organisation") },
  { "other", NC_ ("choice", "Other") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (name, TEXT, PUBLIC, SEL_FIELD_SEARCHED, N_ ("Name"),
         .hint = N_ ("Full name, as it stands in agreements")),
  FIELD (short_name, TEXT, PUBLIC, SEL_FIELD_OPTIONAL | SEL_FIELD_SEARCHED, N_ ("Short name"),
         .hint = N_ ("Abbreviation in everyday use, such as BNN")),
  FIELD (kind, CHOICE, PUBLIC, 0, N_ ("Kind"), .hint = N_ ("What sort of institution it is"),
         .choices = sel_partner_kinds),
  FIELD (parent, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Parent institution"),
         .hint = N_ ("The institution that it belongs to"), .refers_to = &sel_partner_type),
  FIELD (region, TEXT, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Region"),
         .hint = N_ ("Region code of the Ministry of Home Affairs, such as 63.72"),
         .form = &sel_form_region),
  FIELD (address, TEXT, PUBLIC, SEL_FIELD_OPTIONAL | SEL_FIELD_MULTILINE, N_ ("Address"),
         .hint = N_ ("Street, number and town")),
  FIELD (contact, TEXT, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Contact"),
         .hint = N_ ("Name and office of the person to speak to")),
  FIELD (phone, TEXT, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Phone"),
         .hint = N_ ("Number of the office or the contact")),
  FIELD (email, TEXT, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("E-mail"),
         .hint = N_ ("Address of the office or the contact")),
};

static void
check (gconstpointer record, G_GNUC_UNUSED const GDate *today, SelFindings *findings)
{
  const SelPartner *self = record;

  sel_findings_check_region (findings, "region", self->region);
  if (self->record.id && self->parent == self->record.id)
    sel_findings_add (findings, "parent", SEL_ERROR,
                      _ ("A partner cannot be its own parent institution."));
}

const SelRecordType sel_partner_type =
  SEL_RECORD_TYPE ("partner", N_ ("Partner"), N_ ("Partners"), check);
