/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may leave the office, to whom. People are sent to a partner only under an agreement that is
 * in force, that the partner is a party to, and whose scope has the exchange of data; what that
 * line of scope lets travel decides about every field. */
#pragma once

#include "domain/agreement-state.h"
#include "domain/field.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_EXPORT_AGREEMENTS = 1, /* the partner’s agreements with their parts */
  SEL_EXPORT_ROSTER,         /* who takes part in a programme or a cohort */
  SEL_EXPORT_SCHEDULE,       /* cohorts and their sessions */
  SEL_EXPORT_OUTCOMES,       /* who takes part, and what became of them */
  SEL_EXPORT_EVERYTHING,
} SelExportKind;

extern const SelChoice sel_export_kinds[];
extern const SelChoice sel_sensitivities[]; /* by their values */

/* What the gate looks at. */
typedef struct
{
  SelExportKind kind;
  const char *purpose;      /* NULL, or as it was typed */
  gboolean has_agreement;   /* one is named; the rest is about it */
  gboolean is_party;        /* the partner is one of its parties */
  SelAgreementState state;  /* today */
  guint carries;            /* of its lines about the exchange of data: 1 << SelScopeCarries each, and
                               1 << 0 for one that does not say */
  guint64 n_elsewhere;      /* cohorts whose people would leave, held under an agreement that is
                               neither this one nor in line with it … */
  gboolean takes_elsewhere; /* … which someone answers for */
} SelExportTerms;

/* Why nothing may leave. */
typedef enum
{
  SEL_EXPORT_ALLOWED,
  SEL_EXPORT_NO_PURPOSE,
  SEL_EXPORT_NO_AGREEMENT,
  SEL_EXPORT_NOT_A_PARTY,
  SEL_EXPORT_NOT_IN_FORCE,
  SEL_EXPORT_NO_DATA_EXCHANGE,
  SEL_EXPORT_NO_PERSONAL_DATA,
  SEL_EXPORT_HELD_ELSEWHERE,
} SelExportObstacle;

gboolean sel_export_has_people (SelExportKind kind);
SelSensitivity sel_export_most_of_scope (guint carries);
gboolean sel_export_carries (SelSensitivity most, const SelField *field);
SelExportObstacle sel_export_test (const SelExportTerms *terms, SelSensitivity *most);
const char *sel_export_obstacle_message (SelExportObstacle obstacle);
char *sel_export_elsewhere_dup_message (guint64 n_elsewhere);

G_END_DECLS
