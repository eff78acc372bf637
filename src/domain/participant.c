/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/participant.h"

#include <glib/gi18n-lib.h>

#include "domain/findings.h"
#include "domain/partner.h"
#include "domain/form.h"

typedef SelParticipant RECORD;

const SelChoice sel_participant_kinds[] = {
  { "rehabilitation_client", NC_ ("choice", "Rehabilitation client") },
  { "post_rehabilitation_client", NC_ ("choice", "Post-rehabilitation client") },
  { "convict", NC_ ("choice", "Convict") },
  { "detainee", NC_ ("choice", "Detainee") },
  { "juvenile", NC_ ("choice", "Juvenile") },
  { "bapas_client", NC_ ("choice", "Probation client") },
  { "job_seeker", NC_ ("choice", "Job seeker") },
  { "tks", NC_ ("choice", "Volunteer companion (TKS)") },
  { "tkm", NC_ ("choice", "Independent worker (TKM)") },
  { "companion", NC_ ("choice", "Companion or officer") },
  { "unstated", NC_ ("choice", "Not stated") },
  { NULL },
};

const SelChoice sel_sexes[] = {
  { "male", NC_ ("choice", "Male") },
  { "female", NC_ ("choice", "Female") },
  { NULL },
};

const SelChoice sel_educations[] = {
  { "none", NC_ ("choice", "None") },
  { "primary", NC_ ("choice", "Primary school") },
  { "junior", NC_ ("choice", "Junior secondary school") },
  { "senior", NC_ ("choice", "Senior secondary school") },
  { "vocational", NC_ ("choice", "Vocational secondary school") },
  { "diploma", NC_ ("choice", "Diploma") },
  { "bachelor", NC_ ("choice", "Bachelor") },
  { "master", NC_ ("choice", "Master") },
  { "doctor", NC_ ("choice", "Doctor") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (nik, TEXT, PERSONAL, SEL_FIELD_OPTIONAL, N_ ("NIK"),
         .hint = N_ ("Number of the identity card, 16 digits"), .form = &sel_form_nik),
  FIELD (name, TEXT, INTERNAL, SEL_FIELD_SEARCHED, N_ ("Name"),
         .hint = N_ ("Name as on the identity card"), .most = 200),
  FIELD (sex, CHOICE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Sex"),
         .hint = N_ ("As on the identity card"), .choices = sel_sexes),
  FIELD (birth_date, DATE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Birth date"),
         .hint = N_ ("As on the identity card")),
  FIELD (birth_place, TEXT, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Birth place"),
         .hint = N_ ("As on the identity card"), .most = 200),
  FIELD (region, TEXT, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Region"),
         .hint = N_ ("Region code of the place of residence"), .form = &sel_form_region),
  FIELD (address, TEXT, PERSONAL, SEL_FIELD_OPTIONAL | SEL_FIELD_MULTILINE, N_ ("Address"),
         .hint = N_ ("Street, number and village")),
  FIELD (phone, TEXT, PERSONAL, SEL_FIELD_OPTIONAL, N_ ("Phone"), .hint = N_ ("Telephone number"),
         .most = 50),
  FIELD (education, CHOICE, INTERNAL, SEL_FIELD_OPTIONAL, N_ ("Education"),
         .hint = N_ ("Highest level completed"), .choices = sel_educations),
  FIELD (kind, CHOICE, SPECIFIC, 0, N_ ("Kind"),
         .hint = N_ ("In what capacity the person takes part"), .choices = sel_participant_kinds,
         .stand_in = "unstated"),
  /* A prison or a rehabilitation office tells the kind. */
  FIELD (referrer, REFERENCE, SPECIFIC, SEL_FIELD_OPTIONAL, N_ ("Referred by"),
         .hint = N_ ("The institution that sent the person"), .refers_to = &sel_partner_type),
};

/* NIK and birth date: domain/nik.h. A warning lets the record through. */
static void
check (gconstpointer record, const GDate *today, SelFindings *findings)
{
  const SelParticipant *self = record;

  if (g_date_valid (&self->birth_date) && g_date_compare (&self->birth_date, today) > 0)
    sel_findings_add (findings, "birth_date", SEL_ERROR, _ ("The birth date lies in the future."));

  sel_findings_check_region (findings, "region", self->region);
  if (self->nik)
    sel_findings_check_nik (findings, "nik", self->nik, self->sex == SEL_SEX_FEMALE, self->sex != 0,
                            &self->birth_date);
}

const SelRecordType sel_participant_type =
  SEL_RECORD_TYPE ("participant", N_ ("Participant"), N_ ("Participants"), check);
