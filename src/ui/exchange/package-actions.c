/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the exchange section does about a package that is encrypted: it asks for the passphrase, and
 * goes on where it was. */
#include "ui/exchange/exchange-page-private.h"

#include <glib/gi18n-lib.h>

#include "ui/dialogs.h"

/* Goes on with the package, unless another file was opened meanwhile. */
static void
entered_cb (const char *passphrase, gpointer user_data)
{
  SelExchangePage *self = user_data;

  if (self->office == NULL || sel_import_progress_is_running (self->progress) ||
      g_strcmp0 (self->locked, self->path) != 0)
    return;

  sel_import_progress_take_passphrase (self->progress, g_strdup (passphrase));
  sel_exchange_page_run (self, self->flags);
}

/* Asks for the passphrase if that is what @error is about: one is needed, or was wrong. */
gboolean
sel_exchange_page_ask_passphrase (SelExchangePage *self, const GError *error)
{
  g_autofree char *file = NULL;
  g_autofree char *heading = NULL;

  if (!g_error_matches (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_NEEDS_PASSPHRASE) &&
      !g_error_matches (error, SEL_PACKAGE_ERROR, SEL_PACKAGE_ERROR_WRONG_PASSPHRASE))
    return FALSE;

  /* The dialog stands before what was there before, which is where it is left for. */
  if (self->notes)
    sel_exchange_page_show (self, "report");
  else
    sel_exchange_page_show_past (self);

  g_free (self->locked);
  self->locked = g_strdup (self->path);
  file = g_filename_display_basename (self->path);
  heading = g_strdup_printf (_ ("Passphrase of “%s”"), file);
  if (gtk_widget_get_root (GTK_WIDGET (self)))
    sel_dialog_ask_passphrase (GTK_WIDGET (self), heading, error->message, entered_cb, self);
  return TRUE;
}
