/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/records.h"

const SelRecordType *const sel_record_types[SEL_N_RECORD_TYPES] = {
  &sel_partner_type,
  &sel_agreement_type,
  &sel_document_type,
  &sel_amendment_type,
  &sel_review_type,
  &sel_party_type,
  &sel_witness_type,
  &sel_scope_item_type,
  &sel_obligation_type,
  &sel_programme_type,
  &sel_programme_agreement_type,
  &sel_course_type,
  &sel_venue_type,
  &sel_instructor_type,
  &sel_cohort_type,
  &sel_realisation_type,
  &sel_session_type,
  &sel_session_instructor_type,
  &sel_participant_type,
  &sel_group_type,
  &sel_membership_type,
  &sel_mentoring_type,
  &sel_enrolment_type,
  &sel_attendance_type,
  &sel_follow_up_type,
};

/* The type whose table and XML element are called @name, or NULL. */
const SelRecordType *
sel_record_type_by_name (const char *name)
{
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (g_str_equal (sel_record_types[i]->name, name))
      return sel_record_types[i];

  return NULL;
}

/* Its place in sel_record_types. */
guint
sel_record_type_index (const SelRecordType *type)
{
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    if (sel_record_types[i] == type)
      return i;

  g_return_val_if_reached (0);
}
