/* SPDX-License-Identifier: GPL-3.0-or-later */
/* selaras list and selaras schedule: files for a spreadsheet and for another calendar. */
#pragma once

#include <gio/gio.h>

#include "application/answer.h"
#include "store/list-query.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  char *name;      /* of the list, as sel_list_by_name() knows it, or what is for paper; NULL in
                    * other commands */
  char *agreement; /* of which there is a page, by its UID, number or title; NULL otherwise */
  char *search;    /* NULL for all */
  gboolean replaces;
} SelListWords;

typedef struct
{
  char *cohort; /* a UID, or what people call it; NULL for all */
  gboolean replaces;
} SelScheduleWords;

void sel_save_fail (SelAnswer *answer, const GError *error);
const SelListQuery *sel_list_by_name (const char *name);
void sel_list_words_add_entries (SelListWords *self, GOptionContext *context);
void sel_schedule_words_add_entries (SelScheduleWords *self, GOptionContext *context);

void sel_list_save (SelStore *store,
                    const SelListWords *words,
                    const char *path,
                    const GDate *today,
                    guint notice_days,
                    GCancellable *cancellable,
                    SelAnswer *answer);
void sel_schedule_save (SelStore *store,
                        const SelScheduleWords *words,
                        const char *path,
                        const GDate *today,
                        GCancellable *cancellable,
                        SelAnswer *answer);

G_END_DECLS
