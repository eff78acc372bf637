/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How an obligation stands on a day: computed from dates, never stored. */
#pragma once

#include "domain/obligation.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_OBLIGATION_OPEN, /* no day is set, or it is far off */
  SEL_OBLIGATION_DUE,
  SEL_OBLIGATION_OVERDUE,
  SEL_OBLIGATION_DONE,   /* nothing more is owed */
  SEL_OBLIGATION_LAPSED, /* its agreement ended before it was done */
} SelObligationState;

/* What the state depends on; an invalid date means none. */
typedef struct
{
  GDate due_on;
  int recurrence;      /* SelRecurrence; 0: it is owed once */
  GDate done_on;       /* the last time */
  GDate ends_on;       /* the last day of its agreement */
  GDate terminated_on; /* the first day on which a terminated agreement is no longer in force */
} SelObligationTerms;

SelObligationState sel_obligation_state_on (const SelObligationTerms *terms,
                                            const GDate *today,
                                            guint soon_days,
                                            GDate *next_due);
guint sel_recurrence_get_months (SelRecurrence recurrence);
const char *sel_obligation_state_label (SelObligationState state);
const char *sel_obligation_state_hint (SelObligationState state);

G_END_DECLS
