/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lists of the program. The enums name the places of columns and filters. */
#pragma once

#include "store/list-query.h"

G_BEGIN_DECLS

enum
{
  SEL_AGREEMENTS_NUMBER,
  SEL_AGREEMENTS_TITLE,
  SEL_AGREEMENTS_KIND,
  SEL_AGREEMENTS_PARTNERS,
  SEL_AGREEMENTS_SIGNED_ON,
  SEL_AGREEMENTS_ENDS_ON,
  SEL_AGREEMENTS_STATE,
  SEL_AGREEMENTS_STARTS_ON,
  SEL_AGREEMENTS_NOTICE_BY,
  SEL_AGREEMENTS_UMBRELLA,
  SEL_AGREEMENTS_TERMINATED_ON,
  SEL_AGREEMENTS_N_COLUMNS,
};

enum
{
  SEL_AGREEMENTS_BY_KIND,
  SEL_AGREEMENTS_BY_STATE,
  SEL_AGREEMENTS_BY_PARTNER,
  SEL_AGREEMENTS_BY_TOPIC,
  SEL_AGREEMENTS_BY_YEAR,
  SEL_AGREEMENTS_BY_END,
  SEL_AGREEMENTS_BY_LACK,
};

enum
{
  SEL_PARTICIPANTS_BY_KIND,
  SEL_PARTICIPANTS_BY_STAGE,
  SEL_PARTICIPANTS_BY_PROGRAMME,
  SEL_PARTICIPANTS_BY_COHORT,
  SEL_PARTICIPANTS_BY_PARTNER,
};

enum
{
  SEL_COHORTS_NAME,
  SEL_COHORTS_FILLED,
  SEL_COHORTS_CAPACITY,
  SEL_COHORTS_STARTS_ON,
  SEL_COHORTS_ENDS_ON,
  SEL_COHORTS_COURSE,
  SEL_COHORTS_PROGRAMME,
};

extern const SelListQuery sel_agreements_list;
extern const SelListQuery sel_partners_list;
extern const SelListQuery sel_participants_list;
extern const SelListQuery sel_cohorts_list;
extern const SelListQuery sel_exchanges_list;
extern const SelListQuery sel_exports_list;

G_END_DECLS
