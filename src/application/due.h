/* SPDX-License-Identifier: GPL-3.0-or-later */
/* selaras due: what is due, as a table, for another calendar, or as a notification of the desktop. */
#pragma once

#include <gio/gio.h>

#include "application/answer.h"
#include "report/format.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean notifies; /* what is to be reminded of since it last was */
  int within;        /* only what is overdue or due in so many days is printed; below 0: all */
  gboolean replaces; /* a file of the same name */
} SelDueWords;

void sel_due_words_add_entries (SelDueWords *self, GOptionContext *context);

void sel_due_run (SelStore *store,
                  const SelDueWords *words,
                  const char *path,
                  SelFormat format,
                  guint width,
                  const GDate *today,
                  GCancellable *cancellable,
                  SelAnswer *answer);

G_END_DECLS
