/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as it is shown, written to a file for a spreadsheet: CSV or XLSX, as the end of its name
 * says. It is read from one view of the register, a few rows at a time. */
#pragma once

#include <gio/gio.h>

#include "store/list-query.h"
#include "store/store.h"

G_BEGIN_DECLS

/* What is asked for. */
typedef struct
{
  const SelListQuery *query;
  SelListRequest *request;
  guint columns[SEL_MOST_COLUMNS]; /* their places in the query, in the order of the file */
  guint n_columns;
  GArray *ids;            /* (nullable): of gint64; these rows only, in this order */
  gboolean replaces;      /* a file that is there gives way */
  gboolean with_personal; /* what a list masks stands there as it is */
} SelListOrder;

typedef struct
{
  guint n_rows;
  gboolean is_recorded; /* it stands in the history of each record that it left */
} SelListReceipt;

/* @n of @n_rows are written; called from time to time on the thread that writes. */
typedef void (*SelListProgressFunc) (guint n, guint n_rows, gpointer user_data);

SelListOrder *sel_list_order_new (const SelListQuery *query, const SelListRequest *request);
void sel_list_order_free (SelListOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelListOrder, sel_list_order_free)

gboolean sel_list_file_write (SelStore *store,
                              const SelListOrder *order,
                              const char *path,
                              SelListReceipt *receipt,
                              SelListProgressFunc progress,
                              gpointer user_data,
                              GCancellable *cancellable,
                              GError **error);

G_END_DECLS
