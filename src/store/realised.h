/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was done under an agreement, and under what is made under it, counted from the records
 * themselves. */
#pragma once

#include "domain/scope-item.h"
#include "store/connection.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_REALISED_SENT,       /* exports that rest on it */
  SEL_REALISED_RECEIVED,   /* exchange files that rest on it, and were not taken back */
  SEL_REALISED_COHORTS,    /* that have begun */
  SEL_REALISED_ENROLLED,   /* people who held a seat in them */
  SEL_REALISED_TRAINED,    /* people who completed one */
  SEL_REALISED_WORKING,    /* of them, those whose last known outcome is work or an own business */
  SEL_REALISED_FOLLOW_UPS, /* that were held */
} SelRealised;

#define SEL_N_REALISED (SEL_REALISED_FOLLOW_UPS + 1)

gint64 *sel_realised_count (SelConnection *connection,
                            gint64 agreement,
                            const GDate *today,
                            GError **error);
char *sel_realised_dup_text (const gint64 *counts, gint64 n_entries);
char *sel_realised_dup_text_of_topic (const gint64 *counts,
                                      int topic,
                                      guint n_promises,
                                      gint64 n_entries);

G_END_DECLS
