/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The way of a person, as rows: from referral to outcome, attendance, group and mentor. */
#pragma once

#include "store/person.h"
#include "ui/records/row-group.h"

G_BEGIN_DECLS

void sel_person_show_timeline (SelRowGroup *group, SelOffice *office, const SelPerson *person);
void sel_person_show_attendance (SelRowGroup *group, SelOffice *office, const SelPerson *person);
void sel_person_show_groups (SelRowGroup *group, const SelPerson *person);

G_END_DECLS
