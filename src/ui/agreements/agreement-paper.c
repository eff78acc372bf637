/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/agreement-paper.h"

#include <glib/gi18n-lib.h>

#include "application/settings.h"
#include "report/agreement-summary.h"
#include "report/register-book.h"
#include "store/title.h"
#include "ui/printing.h"

typedef SelAgreementSummaryOrder SummaryOrder;

/* The thread gets a copy of the order, which knows where its progress is looked at. */
static SelRegisterOrder
watched (const SelRegisterOrder *order, int *done)
{
  SelRegisterOrder copy = *order;

  copy.done = done;
  return copy;
}

static SelPrintout *
make_register (SelStore *store,
               gconstpointer order,
               int *done,
               GCancellable *cancellable,
               GError **error)
{
  const SelRegisterOrder its = watched (order, done);
  guint n;

  return sel_register_paper_new (store, &its, &n, cancellable, error);
}

/* The dialog has asked whether a file that is there may give way. */
static gboolean
write_register (SelStore *store,
                gconstpointer order,
                const char *path,
                int *done,
                GCancellable *cancellable,
                GError **error)
{
  const SelRegisterOrder its = watched (order, done);
  guint n;

  return sel_register_write (store, &its, path, TRUE, &n, cancellable, error);
}

static SelPrintout *
make_summary (SelStore *store,
              gconstpointer order,
              G_GNUC_UNUSED int *done,
              G_GNUC_UNUSED GCancellable *cancellable,
              GError **error)
{
  return sel_agreement_summary_paper_new (store, order, error);
}

static gboolean
write_summary (SelStore *store,
               gconstpointer order,
               const char *path,
               G_GNUC_UNUSED int *done,
               G_GNUC_UNUSED GCancellable *cancellable,
               GError **error)
{
  return sel_agreement_summary_write (store, order, path, TRUE, error);
}

static const SelPaperKind register_kind = {
  .waiting = N_ ("The register is being made"),
  .saved = N_ ("The register was saved as “%s”"),
  .title = N_ ("Save the register"),
  .make = make_register,
  .write = write_register,
  .free_order = (GDestroyNotify) sel_register_order_free,
};

static const SelPaperKind summary_kind = {
  .waiting = N_ ("The summary is being made"),
  .saved = N_ ("The summary was saved as “%s”"),
  .title = N_ ("Save the summary"),
  .make = make_summary,
  .write = write_summary,
  .free_order = (GDestroyNotify) sel_agreement_summary_order_free,
};

static SelRegisterOrder *
order_register (SelOffice *office, const SelListRequest *request)
{
  g_autofree char *name = sel_office_name_dup ();

  return sel_register_order_new (request, name, sel_office_get_today (office),
                                 sel_office_get_notice_days (office));
}

static SummaryOrder *
order_summary (SelOffice *office, gint64 agreement)
{
  g_autofree char *name = sel_office_name_dup ();

  return sel_agreement_summary_order_new (agreement, name, sel_office_get_today (office),
                                          sel_office_get_notice_days (office));
}

/* Saves the agreements that @request finds in their list as a book, to a file that is asked for. */
void
sel_register_ask_and_save (GtkWidget *widget, SelOffice *office, const SelListRequest *request)
{
  sel_paper_ask_and_save (widget, office, &register_kind, order_register (office, request),
                          _ ("Register of agreements"));
}

/* Prints them. */
void
sel_register_print (GtkWidget *widget, SelOffice *office, const SelListRequest *request)
{
  sel_paper_print (widget, office, &register_kind, order_register (office, request),
                   _ ("Register of agreements"));
}

/* Saves the agreement called @title on one page, to a file that is asked for. */
void
sel_agreement_ask_and_save (GtkWidget *widget,
                            SelOffice *office,
                            gint64 agreement,
                            const char *title)
{
  g_autofree char *words = sel_title_dup_first_words (title);
  /* Translators: the name of a file; %s is the beginning of an agreement's title */
  g_autofree char *name = g_strdup_printf (_ ("Summary, %s"), g_strdelimit (words, "/", '-'));

  sel_paper_ask_and_save (widget, office, &summary_kind, order_summary (office, agreement), name);
}

/* Prints it. */
void
sel_agreement_print (GtkWidget *widget, SelOffice *office, gint64 agreement)
{
  sel_paper_print (widget, office, &summary_kind, order_summary (office, agreement),
                   _ ("Summary of an agreement"));
}
