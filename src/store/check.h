/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether everything in the register is as it should be. */
#pragma once

#include "store/store.h"

G_BEGIN_DECLS

/* More problems than this are counted, not named. */
#define SEL_CHECK_MOST_NAMED 1000

typedef struct
{
  GPtrArray *problems; /* of char *: sentences, at most SEL_CHECK_MOST_NAMED */
  guint64 n_problems;
  GPtrArray *warnings; /* of what rules warn of, which is no problem; likewise */
  guint64 n_warnings;
  guint64 n_records;
  guint64 n_documents; /* whose content was read */
} SelCheckReport;

void sel_check_report_free (SelCheckReport *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelCheckReport, sel_check_report_free)

/* @fraction of the work is done, 0 to 1; called on the thread that checks. */
typedef void (*SelCheckProgressFunc) (double fraction, gpointer user_data);

SelCheckReport *sel_check_run (SelStore *store,
                               const GDate *today,
                               SelCheckProgressFunc progress,
                               gpointer user_data,
                               GCancellable *cancellable,
                               GError **error);

G_END_DECLS
