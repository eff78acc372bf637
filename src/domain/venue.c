/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/venue.h"

#include <glib/gi18n-lib.h>

#include "domain/findings.h"
#include "domain/partner.h"
#include "domain/form.h"

typedef SelVenue RECORD;

const SelChoice sel_zones[] = {
  { "WIB", NC_ ("choice", "WIB (UTC+7)") },
  { "WITA", NC_ ("choice", "WITA (UTC+8)") },
  { "WIT", NC_ ("choice", "WIT (UTC+9)") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (name, TEXT, PUBLIC, SEL_FIELD_SEARCHED, N_ ("Name"), .hint = N_ ("Building and room")),
  FIELD (partner, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Partner"), .hint = N_ ("Whose it is"),
         .refers_to = &sel_partner_type),
  FIELD (address, TEXT, PUBLIC, SEL_FIELD_OPTIONAL | SEL_FIELD_MULTILINE, N_ ("Address"),
         .hint = N_ ("Street, number and town")),
  FIELD (region, TEXT, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Region"),
         .hint = N_ ("Region code of the Ministry of Home Affairs, such as 63.72"),
         .form = &sel_form_region),
  FIELD (capacity, INTEGER, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Capacity"),
         .hint = N_ ("How many people it holds"), .least = 1, .most = 100000),
  FIELD (zone, CHOICE, PUBLIC, 0, N_ ("Time zone"), .hint = N_ ("Its civil time"),
         .choices = sel_zones),
};

static void
check (gconstpointer record, G_GNUC_UNUSED const GDate *today, SelFindings *findings)
{
  const SelVenue *self = record;

  sel_findings_check_region (findings, "region", self->region);
}

const SelRecordType sel_venue_type =
  SEL_RECORD_TYPE ("venue", N_ ("Venue"), N_ ("Venues"), check);
