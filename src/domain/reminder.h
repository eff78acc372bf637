/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When a person is reminded of a day that comes near. Reminders stop when it has passed; that it has is
 * then a state that stays. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  SEL_DEADLINE_NOTICE,     /* the last day to say whether an agreement is renewed */
  SEL_DEADLINE_END,        /* the last day of an agreement */
  SEL_DEADLINE_OBLIGATION, /* the day on which something is due */
  SEL_DEADLINE_REVIEW,     /* the day by which a reviewer is to answer */
} SelDeadlineKind;

#define SEL_N_DEADLINE_KINDS (SEL_DEADLINE_REVIEW + 1)

/* How far off a reminder may be, in days, and how many there may be of one day. */
#define SEL_REMINDER_FARTHEST 3660
#define SEL_REMINDER_MOST 12

const char *sel_deadline_kind_code (SelDeadlineKind kind);
const char *sel_deadline_kind_label (SelDeadlineKind kind);

GArray *sel_reminder_parse (const char *text);
gboolean sel_reminder_falls (GArray *distances,
                             const GDate *deadline,
                             const GDate *last_look,
                             const GDate *today);

G_END_DECLS
