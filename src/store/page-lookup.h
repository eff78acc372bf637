/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What of the register a PDF means: partners by their names, agreements by their numbers, and itself by
 * its content. */
#pragma once

#include "domain/found-agreement.h"
#include "store/connection.h"

G_BEGIN_DECLS

/* An agreement of the register that the page speaks of. */
typedef struct
{
  gint64 id;    /* 0 for none, or more than one … */
  guint number; /* … and the first of the numbers by which it is meant */
} SelPageCited;

typedef struct
{
  GArray *partners;     /* gint64, one for each party that was found; 0 for one that is not known */
  SelPageCited parent;  /* the umbrella, or what an addendum changes */
  SelPageCited renews;  /* the one before it, of the same kind */
  SelPageCited alike;   /* that has the number of a party, which is therefore not new */
  char *same;           /* (nullable): what the agreement is called that has this very file */
} SelPageLookup;

SelPageLookup *sel_page_lookup_new (SelConnection *connection,
                                    const SelFoundAgreement *found,
                                    const char *sha256,
                                    GError **error);
void sel_page_lookup_free (SelPageLookup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelPageLookup, sel_page_lookup_free)

G_END_DECLS
