/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list as it is shown, on its way out of the register: what is asked for, and its rows, which are
 * read from one view of the register, a few at a time. */
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
  guint columns[SEL_MOST_COLUMNS]; /* their places in the query, in the order that is shown */
  guint n_columns;
  GArray *ids;            /* (nullable): of gint64; these rows only, in this order */
  char *office;           /* whose list it is; NULL where that is not known */
  gboolean replaces;      /* a file that is there gives way */
  gboolean with_personal; /* what a list masks stands there as it is */
} SelListOrder;

typedef struct
{
  guint n_rows;
  gboolean is_recorded; /* it stands in the history of each record that it left */
} SelListReceipt;

/* @n of @n_all are done; called from time to time on the thread that does it. */
typedef void (*SelListProgressFunc) (guint n, guint n_all, gpointer user_data);

/* What becomes of the rows, of the same @user_data; each fails with an error. */
typedef struct
{
  gboolean (*begin) (gpointer user_data, SelConnection *connection, guint n_rows, GError **error);
  gboolean (*add_row) (gpointer user_data, SelRow *row, GError **error);
  gboolean (*end) (gpointer user_data, GError **error);
} SelListWriter;

SelListOrder *sel_list_order_new (const SelListQuery *query, const SelListRequest *request);
void sel_list_order_free (SelListOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelListOrder, sel_list_order_free)

const SelListColumn *sel_list_order_get_column (const SelListOrder *self, guint place);
GArray *sel_list_order_write (const SelListOrder *self,
                              SelStore *store,
                              const SelListWriter *writer,
                              gpointer user_data,
                              SelListProgressFunc progress,
                              GCancellable *cancellable,
                              GError **error);
gboolean sel_list_order_record (const SelListOrder *self,
                                SelStore *store,
                                const GArray *ids,
                                SelListReceipt *receipt,
                                GCancellable *cancellable,
                                GError **error);

G_END_DECLS
