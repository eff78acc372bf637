/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/pdf-file.h"

#include <glib/gi18n-lib.h>

#include "store/content.h"

static void
loaded_cb (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  GBytes *bytes = g_file_load_bytes_finish (G_FILE (file), result, NULL, &error);

  if (bytes)
    g_task_return_pointer (task, bytes, (GDestroyNotify) g_bytes_unref);
  else
    g_task_return_error (task, error);
}

/* A file that is too large is refused before it is read. */
static void
queried_cb (GObject *file, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (GTask) task = user_data;
  GError *error = NULL;
  g_autoptr (GFileInfo) info = g_file_query_info_finish (G_FILE (file), result, &error);

  if (info == NULL)
    g_task_return_error (task, error);
  else if (g_file_info_get_size (info) > (goffset) SEL_CONTENT_MOST_MEBIBYTES << 20)
    g_task_return_new_error (
      task, G_IO_ERROR, G_IO_ERROR_NO_SPACE,
      _ ("“%s” is larger than %u MiB, which is more than the register keeps."),
      g_file_info_get_display_name (info), SEL_CONTENT_MOST_MEBIBYTES);
  else
    g_file_load_bytes_async (G_FILE (file), NULL, loaded_cb, g_steal_pointer (&task));
}

void
sel_pdf_file_load_async (GFile *file, GAsyncReadyCallback callback, gpointer user_data)
{
  GTask *task = g_task_new (file, NULL, callback, user_data);

  g_file_query_info_async (
    file, G_FILE_ATTRIBUTE_STANDARD_SIZE "," G_FILE_ATTRIBUTE_STANDARD_DISPLAY_NAME,
    G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL, queried_cb, task);
}

/**
 * sel_pdf_file_load_finish:
 *
 * Returns: (transfer full) (nullable): the bytes of the file
 */
GBytes *
sel_pdf_file_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}

/* What it is called, as UTF-8 for the register and the screen. Free with g_free(). */
char *
sel_pdf_file_dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);

  return g_filename_display_name (name);
}
