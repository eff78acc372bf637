/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/membership.h"

#include <glib/gi18n-lib.h>

#include "domain/group.h"
#include "domain/participant.h"

typedef SelMembership RECORD;

const SelChoice sel_membership_roles[] = {
  { "chair", NC_ ("choice", "Chair") },
  { "member", NC_ ("choice", "Member") },
  { NULL },
};

static const SelField fields[] = {
  FIELD (group, REFERENCE, PUBLIC, SEL_FIELD_OWNER, N_ ("Group"), .hint = N_ ("The group"),
         .refers_to = &sel_group_type),
  FIELD (participant, REFERENCE, INTERNAL, SEL_FIELD_OWNER, N_ ("Participant"),
         .hint = N_ ("The person"), .refers_to = &sel_participant_type),
  FIELD (role, CHOICE, INTERNAL, 0, N_ ("Role"), .hint = N_ ("What the person does in it"),
         .choices = sel_membership_roles),
};

const SelRecordType sel_membership_type =
  SEL_RECORD_TYPE ("membership", N_ ("Membership"), N_ ("Memberships"), NULL);
