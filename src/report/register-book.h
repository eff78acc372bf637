/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register book (buku register perjanjian): the agreements of a list, by the year of their
 * signature, on paper or in a workbook. */
#pragma once

#include "report/printout.h"
#include "store/list-query.h"
#include "store/store.h"

G_BEGIN_DECLS

typedef struct
{
  SelListRequest *request; /* of the list of agreements: those that it finds are in the book */
  char *office;            /* whose book it is; NULL where that is not known */
  GDate today;
  guint notice_days;
  int *done; /* (nullable): gets how many thousandths are done, for whoever looks on */
} SelRegisterOrder;

SelRegisterOrder *sel_register_order_new (const SelListRequest *request,
                                          const char *office,
                                          const GDate *today,
                                          guint notice_days);
void sel_register_order_free (SelRegisterOrder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SelRegisterOrder, sel_register_order_free)

SelPrintout *sel_register_paper_new (SelStore *store,
                                     const SelRegisterOrder *order,
                                     guint *n_agreements,
                                     GCancellable *cancellable,
                                     GError **error);
gboolean sel_register_write (SelStore *store,
                             const SelRegisterOrder *order,
                             const char *path,
                             gboolean replaces,
                             guint *n_agreements,
                             GCancellable *cancellable,
                             GError **error);

G_END_DECLS
