/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is found everywhere in the register for a few words: records by what they are called, and
 * pages of PDFs by what stands on them. */
#pragma once

#include "domain/records.h"
#include "store/connection.h"
#include "store/page-find.h"

G_BEGIN_DECLS

/* In the order in which they are shown: pages take the most room. */
typedef enum
{
  SEL_FOUND_AGREEMENTS,
  SEL_FOUND_PARTNERS,
  SEL_FOUND_PEOPLE,  /* participants, and instructors */
  SEL_FOUND_COHORTS, /* and programmes */
  SEL_FOUND_PAGES,
} SelFoundGroup;

#define SEL_N_FOUND_GROUPS (SEL_FOUND_PAGES + 1)

typedef struct
{
  const SelRecordType *type;
  gint64 id;
  char *title;  /* markup, with what was looked for in bold */
  char *detail; /* likewise; "" for none */
  char *state;  /* of an agreement, its code; NULL otherwise */
} SelFound;

typedef struct
{
  GPtrArray *groups[SEL_N_FOUND_GROUPS]; /* of SelFound; the pages are of SelPageHit */
  gboolean has_more[SEL_N_FOUND_GROUPS];
} SelFoundAll;

SelFoundAll *sel_found_all_new (void);
void sel_found_all_free (SelFoundAll *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelFoundAll, sel_found_all_free)
guint sel_found_all_count (const SelFoundAll *self);

/* What all but the participants and the pages are called, folded; it never changes, and threads may
 * share it. */
typedef struct _SelFinder SelFinder;

SelFinder *sel_finder_read (SelConnection *connection, GError **error);
SelFinder *sel_finder_ref (SelFinder *self);
void sel_finder_unref (SelFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelFinder, sel_finder_unref)
guint32 sel_finder_depends_on (void);

SelFoundAll *sel_finder_find (SelFinder *self,
                              SelConnection *connection,
                              const char *typed,
                              const GDate *today,
                              guint notice_days,
                              GError **error);

G_END_DECLS
