/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/lists/list-printing.h"

#include <glib/gi18n-lib.h>

#include "report/list-cell.h"
#include "report/list-paper.h"
#include "ui/printing.h"

static SelPrintout *
make (SelStore *store,
      gconstpointer order,
      int *done,
      GCancellable *cancellable,
      GError **error)
{
  return sel_list_printout_new (store, order, done, cancellable, error);
}

static const SelPaperKind list_kind = {
  .waiting = N_ ("The list is being made ready to print"),
  .make = make,
  .free_order = (GDestroyNotify) sel_list_order_free,
};

/* Makes the pages of a list, and asks for a printer. */
void
sel_list_print (GtkWidget *widget, SelOffice *office, SelListOrder *take_order)
{
  sel_paper_print (widget, office, &list_kind, take_order, sel_list_label (take_order->query));
}
