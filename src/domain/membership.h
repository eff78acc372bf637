/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_MEMBERSHIP_CHAIR = 1,
  SEL_MEMBERSHIP_MEMBER,
} SelMembershipRole;

/* A person in a group. */
typedef struct
{
  SelRecord record;
  gint64 group;
  gint64 participant;
  int role; /* SelMembershipRole */
} SelMembership;

extern const SelChoice sel_membership_roles[];
extern const SelRecordType sel_membership_type;

G_END_DECLS
