/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is made of records is printed, or saved to a file. It is made on a thread of its own; what
 * takes longer than a moment says so, and can be stopped. */
#pragma once

#include <gtk/gtk.h>

#include "report/printout.h"
#include "ui/office.h"

G_BEGIN_DECLS

/* How a kind of paper is made; its sentences are untranslated. The functions run on a thread and
 * get the order that it was asked for with, and where to note how many thousandths are done. */
typedef struct
{
  const char *waiting; /* says that it is being made */
  const char *saved;   /* says under which name it was saved, as is title … */
  const char *title;   /* … of the dialog that asks where; NULL: it is only printed */
  SelPrintout *(*make) (SelStore *store,
                        gconstpointer order,
                        int *done,
                        GCancellable *cancellable,
                        GError **error);
  gboolean (*write) (SelStore *store,
                     gconstpointer order,
                     const char *path,
                     int *done,
                     GCancellable *cancellable,
                     GError **error);
  GDestroyNotify free_order;
} SelPaperKind;

void sel_paper_print (GtkWidget *widget,
                      SelOffice *office,
                      const SelPaperKind *kind,
                      gpointer take_order,
                      const char *name);
void sel_paper_ask_and_save (GtkWidget *widget,
                             SelOffice *office,
                             const SelPaperKind *kind,
                             gpointer take_order,
                             const char *what);

G_END_DECLS
