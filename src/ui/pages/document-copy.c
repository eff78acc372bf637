/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/document-copy.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "ui/dialogs.h"

typedef struct
{
  GtkWidget *parent;
  SelOffice *office;
  GBytes *bytes;
  char *name;
} Copy;

static Copy *
copy_new (GtkWidget *parent, SelOffice *office, GBytes *bytes, const char *name)
{
  Copy *self = g_new0 (Copy, 1);

  self->parent = g_object_ref (parent);
  self->office = g_object_ref (office);
  self->bytes = g_bytes_ref (bytes);
  self->name = g_strdup (name);
  return self;
}

static void
copy_free (Copy *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->office);
  g_bytes_unref (self->bytes);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static gboolean
write_whole (const char *path, GBytes *bytes, int mode, GError **error)
{
  return g_file_set_contents_full (path, g_bytes_get_data (bytes, NULL),
                                   (gssize) g_bytes_get_size (bytes),
                                   G_FILE_SET_CONTENTS_CONSISTENT, mode, error);
}

/* What is to be written; no widget is known to the thread that writes. */
typedef struct
{
  GBytes *bytes;
  char *path; /* or, of a private file, its name */
} Writing;

static void
writing_free (gpointer data)
{
  Writing *writing = data;

  g_bytes_unref (writing->bytes);
  g_free (writing->path);
  g_free (writing);
}

/* A task for @callback, which is given @copy, with what its thread needs. */
static GTask *
new_task (Copy *copy, const char *path, GAsyncReadyCallback callback)
{
  GTask *task = g_task_new (NULL, NULL, callback, copy);
  Writing *writing = g_new0 (Writing, 1);

  writing->bytes = g_bytes_ref (copy->bytes);
  writing->path = g_strdup (path);
  g_task_set_task_data (task, writing, writing_free);
  return task;
}

static void
saved_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  if (!g_task_propagate_boolean (G_TASK (result), &error))
    {
      sel_dialog_tell (copy->parent, _ ("The copy was not saved"), error->message);
      return;
    }

  /* Translators: %s is the name of a file. */
  message = g_strdup_printf (_ ("Saved as “%s”"), copy->name);
  sel_office_say (copy->office, message);
}

/* Whoever could read the file that was there can read the new one. */
static void
save_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                gpointer task_data,
                G_GNUC_UNUSED GCancellable *cancellable)
{
  const Writing *writing = task_data;
  GError *error = NULL;
  GStatBuf before;
  const int mode = g_stat (writing->path, &before) == 0 ? (int) (before.st_mode & 0777) : 0666;

  if (write_whole (writing->path, writing->bytes, mode, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* Writes @bytes to @path, over what was there: all of it, or what was there stays. */
void
sel_document_save_copy (GtkWidget *parent, SelOffice *office, GBytes *bytes, const char *path)
{
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (GTask) task = new_task (copy_new (parent, office, bytes, name), path, saved_cb);

  g_task_run_in_thread (task, save_in_thread);
}

/* A file of that name which nobody else can read, in a folder of its own. The system empties the
 * place when the user logs out. */
static GFile *
write_private (const char *name, GBytes *bytes, GError **error)
{
  g_autofree char *base = g_path_get_basename (name);
  g_autofree char *place = g_build_filename (g_get_user_runtime_dir (), "selaras", NULL);
  g_autofree char *folder = g_build_filename (place, "XXXXXX", NULL);
  g_autofree char *path = NULL;
  g_autofree char *named = NULL;

  /* The ending decides which program opens it, and the name came from outside. */
  named = g_str_has_suffix (base, ".pdf") ? g_strdup (base) : g_strconcat (base, ".pdf", NULL);
  if (g_mkdir_with_parents (place, 0700) != 0 || !g_mkdtemp (folder))
    {
      const int number = errno;

      g_set_error_literal (error, G_FILE_ERROR, g_file_error_from_errno (number),
                           g_strerror (number));
      return NULL;
    }

  path = g_build_filename (folder, named, NULL);
  if (!write_whole (path, bytes, 0600, error))
    return NULL;
  return g_file_new_for_path (path);
}

static void
write_in_thread (GTask *task,
                 G_GNUC_UNUSED gpointer source,
                 gpointer task_data,
                 G_GNUC_UNUSED GCancellable *cancellable)
{
  const Writing *writing = task_data;
  GError *error = NULL;
  GFile *file = write_private (writing->path, writing->bytes, &error);

  if (file)
    g_task_return_pointer (task, file, g_object_unref);
  else
    g_task_return_error (task, error);
}

static void
say_not_opened (const Copy *copy, const GError *error)
{
  g_autofree char *message =
    /* Translators: the first %s is a file's name, the second the system's reason. */
    g_strdup_printf (_ ("“%s” could not be opened in another program: %s"), copy->name,
                     error->message);

  sel_office_say (copy->office, message);
}

static void
launched_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;

  if (!g_app_info_launch_default_for_uri_finish (result, &error))
    say_not_opened (copy, error);
}

static void
written_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Copy) copy = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = g_task_propagate_pointer (G_TASK (result), &error);
  g_autoptr (GdkAppLaunchContext) context = NULL;
  g_autofree char *uri = NULL;

  if (file == NULL)
    {
      say_not_opened (copy, error);
      return;
    }

  uri = g_file_get_uri (file);
  context = gdk_display_get_app_launch_context (gtk_widget_get_display (copy->parent));
  g_app_info_launch_default_for_uri_async (
    uri, G_APP_LAUNCH_CONTEXT (context), NULL, launched_cb,
    copy_new (copy->parent, copy->office, copy->bytes, copy->name));
}

/* Hands a copy to the program that the user has chosen for such files. */
void
sel_document_open_elsewhere (GtkWidget *parent, SelOffice *office, GBytes *bytes, const char *name)
{
  g_autoptr (GTask) task = new_task (copy_new (parent, office, bytes, name), name, written_cb);

  g_task_run_in_thread (task, write_in_thread);
}
