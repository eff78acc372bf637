/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between finder.c, which says which records are found, and find.c, which says what they are. */
#pragma once

#include "store/find.h"

G_BEGIN_DECLS

typedef enum
{
  SEL_FINDER_AGREEMENTS,
  SEL_FINDER_PARTNERS,
  SEL_FINDER_INSTRUCTORS,
  SEL_FINDER_COHORTS,
  SEL_FINDER_PROGRAMMES,
} SelFinderType;

#define SEL_N_FINDER_TYPES (SEL_FINDER_PROGRAMMES + 1)

GArray *sel_finder_list (SelFinder *self,
                         SelFinderType type,
                         GPtrArray *query,
                         guint most,
                         gboolean *has_more);

G_END_DECLS
