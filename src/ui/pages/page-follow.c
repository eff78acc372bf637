/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-follow.h"

#include <glib/gi18n-lib.h>

#include "ui/dialogs.h"

#define KEY "page-address"

static void
answered_cb (gboolean is_yes, gpointer view)
{
  const char *address = g_object_get_data (view, KEY);

  if (is_yes)
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (view)), address, GDK_CURRENT_TIME);
}

static void
ask (SelPageView *view, const char *address)
{
  GtkWidget *shown = gtk_label_new (address);

  gtk_label_set_wrap (GTK_LABEL (shown), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (shown), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_selectable (GTK_LABEL (shown), TRUE);
  g_object_set_data_full (G_OBJECT (view), KEY, g_strdup (address), g_free);
  sel_dialog_ask_form (GTK_WIDGET (view), _ ("Open this address outside Selaras?"),
                       _ ("The document leads there. What it shows is its owner’s affair."), shown,
                       _ ("_Open the address"), answered_cb, g_object_ref (view), g_object_unref);
  sel_dialog_form_set_ready (shown, TRUE);
}

static const char *
explain (const SelPdfTarget *target)
{
  switch (target->kind)
    {
    case SEL_PDF_TARGET_PROGRAM:
      return _ ("It would start a program on this computer. Documents from outside may not do "
                "that.");
    case SEL_PDF_TARGET_FILE:
      return _ ("It leads to another file, which was not sent along. Ask the sender for it.");
    default:
      return _ ("It leads to an address that is neither a page of the web nor for mail.");
    }
}

/* Goes to where a link or a bookmark leads: within the document at once, outside only when the
 * user was asked, to a program never. */
void
sel_page_follow (SelPageView *view, const SelPdfTarget *target)
{
  if (target->kind == SEL_PDF_TARGET_PAGE)
    sel_page_view_show_place (view, target->page + 1, target->top);
  else if (target->kind == SEL_PDF_TARGET_ADDRESS && target->address)
    ask (view, target->address);
  else if (target->kind != SEL_PDF_TARGET_NOWHERE)
    sel_dialog_tell (GTK_WIDGET (view), _ ("This link is not followed"), explain (target));
}
