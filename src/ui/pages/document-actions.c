/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/document-actions.h"

#include <glib/gi18n-lib.h>

#include "ui/file-dialogs.h"
#include "ui/pages/document-copy.h"
#include "ui/pages/document-view.h"
#include "ui/pages/page-fullscreen.h"
#include "ui/pages/page-print.h"

static void
file_chosen_cb (const char *path, gpointer user_data)
{
  SelDocumentView *view = user_data;
  const SelOpenDocument *document = sel_document_view_get_document (view);

  if (document)
    sel_document_save_copy (GTK_WIDGET (view), document->office, document->bytes, path);
}

static void
save_copy_action (GtkWidget *widget,
                  G_GNUC_UNUSED const char *action,
                  G_GNUC_UNUSED GVariant *parameter)
{
  const SelOpenDocument *document = sel_document_view_get_document (SEL_DOCUMENT_VIEW (widget));

  if (document)
    sel_dialog_save_file (widget, _ ("Save a copy"), document->name, file_chosen_cb, widget);
}

static void
open_elsewhere_action (GtkWidget *widget,
                       G_GNUC_UNUSED const char *action,
                       G_GNUC_UNUSED GVariant *parameter)
{
  const SelOpenDocument *document = sel_document_view_get_document (SEL_DOCUMENT_VIEW (widget));

  if (document)
    sel_document_open_elsewhere (widget, document->office, document->bytes, document->name);
}

static void
print_action (GtkWidget *widget,
              G_GNUC_UNUSED const char *action,
              G_GNUC_UNUSED GVariant *parameter)
{
  SelDocumentView *view = SEL_DOCUMENT_VIEW (widget);
  const SelOpenDocument *document = sel_document_view_get_document (view);

  if (document && sel_document_view_get_page (view) > 0)
    sel_page_print (widget, document, sel_document_view_get_page (view));
}

static void
fullscreen_action (GtkWidget *widget,
                   G_GNUC_UNUSED const char *action,
                   G_GNUC_UNUSED GVariant *parameter)
{
  if (sel_document_view_get_document (SEL_DOCUMENT_VIEW (widget)))
    sel_page_set_fullscreen (widget, !sel_page_is_fullscreen (widget));
}

/* Escape means other things where nothing is on the whole screen. */
static gboolean
escape_cb (GtkWidget *widget,
           G_GNUC_UNUSED GVariant *arguments,
           G_GNUC_UNUSED gpointer user_data)
{
  if (!sel_page_is_fullscreen (widget))
    return FALSE;

  sel_page_set_fullscreen (widget, FALSE);
  return TRUE;
}

/* For the class of SelDocumentView. */
void
sel_document_actions_install (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "document.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "document.open-elsewhere", NULL,
                                   open_elsewhere_action);
  gtk_widget_class_install_action (widget_class, "document.print", NULL, print_action);
  gtk_widget_class_install_action (widget_class, "document.fullscreen", NULL, fullscreen_action);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_p, GDK_CONTROL_MASK, "document.print",
                                       NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F11, 0, "document.fullscreen", NULL);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
}
