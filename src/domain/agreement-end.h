/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When an agreement ends: as it says itself, or as the addenda left it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What a signed addendum says of the end. */
typedef struct
{
  gint64 id;
  GDate signed_on;     /* none: before all that have a day */
  GDate ends_on;       /* the last day that it sets; none: it sets no day … */
  gboolean open_ended; /* … or takes the day away */
} SelAgreementAddendum;

void sel_agreement_effective_end (const GDate *ends_on,
                                  const SelAgreementAddendum *addenda,
                                  guint n_addenda,
                                  GDate *end);

G_END_DECLS
