/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ids as runs without a gap: a million people who came in with one file are one of them. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gint64 first;
  gint64 last;
} SelRun;

GArray *sel_runs_new (void);
void sel_runs_add (GArray *runs, gint64 id);
void sel_runs_settle (GArray *runs);
guint64 sel_runs_get_n (const GArray *runs);

G_END_DECLS
