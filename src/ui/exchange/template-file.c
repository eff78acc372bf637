/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/template-file.h"

#include <glib/gi18n-lib.h>

#include "exchange/template.h"
#include "ui/file-dialogs.h"

typedef struct
{
  SelRosterKind kind;
  char *path;
} Writing;

static void
writing_free (gpointer data)
{
  Writing *self = data;

  g_free (self->path);
  g_free (self);
}

static void
write_in_thread (GTask *task,
                 G_GNUC_UNUSED gpointer source,
                 gpointer task_data,
                 G_GNUC_UNUSED GCancellable *cancellable)
{
  const Writing *writing = task_data;
  GError *error = NULL;

  /* The dialog has asked whether it replaces what is there. */
  if (sel_template_write (writing->kind, writing->path, TRUE, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

static void
written_cb (GObject *office, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  const Writing *writing = g_task_get_task_data (G_TASK (result));
  g_autofree char *display = g_filename_display_basename (writing->path);
  g_autofree char *message = NULL;
  g_autoptr (GError) error = NULL;

  g_application_release (g_application_get_default ());
  if (g_task_propagate_boolean (G_TASK (result), &error))
    {
      message = g_strdup_printf (_ ("The template was saved as “%s”"), display);
      sel_office_say (SEL_OFFICE (office), message);
      return;
    }

  message = g_strdup_printf (_ ("The template was not saved: %s"), error->message);
  sel_office_fail (SEL_OFFICE (office), message);
}

static void
chosen_cb (const char *path, gpointer user_data)
{
  SelOffice *office = g_object_get_data (user_data, "office");
  g_autoptr (GTask) task = g_task_new (office, NULL, written_cb, NULL);
  Writing *writing = g_new0 (Writing, 1);

  writing->kind = GPOINTER_TO_UINT (g_object_get_data (user_data, "kind"));
  writing->path = g_strdup (path);
  g_task_set_task_data (task, writing, writing_free);
  g_application_hold (g_application_get_default ());
  g_task_run_in_thread (task, write_in_thread);
}

/* Asks where to save a template of @kind, writes it, and tells when that is done or why not. The
 * program stays until then. */
void
sel_template_file_save (GtkWidget *parent, SelRosterKind kind, SelOffice *office)
{
  g_autoptr (GObject) request = g_object_new (G_TYPE_OBJECT, NULL);
  g_autofree char *name = g_strconcat (sel_roster_kind_label (kind), ".xlsx", NULL);

  g_object_set_data_full (request, "office", g_object_ref (office), g_object_unref);
  g_object_set_data (request, "kind", GUINT_TO_POINTER (kind));
  sel_dialog_save_file (parent, _ ("Save the template"), name, chosen_cb, request);
}
