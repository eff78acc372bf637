/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/group.h"

#include <glib/gi18n-lib.h>

#include "domain/findings.h"
#include "domain/form.h"
#include "domain/programme.h"

typedef SelGroup RECORD;

static const SelField fields[] = {
  FIELD (name, TEXT, PUBLIC, SEL_FIELD_SEARCHED, N_ ("Name"), .hint = N_ ("What it is called")),
  FIELD (programme, REFERENCE, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Programme"),
         .hint = N_ ("The programme it belongs to"), .refers_to = &sel_programme_type),
  FIELD (business, TEXT, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Business"),
         .hint = N_ ("What it makes or sells")),
  FIELD (region, TEXT, PUBLIC, SEL_FIELD_OPTIONAL, N_ ("Region"),
         .hint = N_ ("Region code of the Ministry of Home Affairs, such as 63.72"),
         .form = &sel_form_region),
};

static void
check (gconstpointer record, G_GNUC_UNUSED const GDate *today, SelFindings *findings)
{
  const SelGroup *self = record;

  sel_findings_check_region (findings, "region", self->region);
}

const SelRecordType sel_group_type =
  SEL_RECORD_TYPE ("group", N_ ("Group"), N_ ("Groups"), check);
