/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/trusted-issuers.h"

#include "confined/protocol.h"

static void
append_file (GString *all, const char *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;
  gsize length;

  if (!g_str_has_suffix (name, ".pem") || !g_file_get_contents (path, &text, &length, NULL))
    return;
  if (all->len + length + 1 > SEL_PDF_MAX_ISSUERS || !g_utf8_validate (text, (gssize) length, NULL))
    return;

  g_string_append_len (all, text, (gssize) length);
  g_string_append_c (all, '\n');
}

static void
load_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                G_GNUC_UNUSED gpointer task_data,
                G_GNUC_UNUSED GCancellable *cancellable)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "selaras", "issuers", NULL);
  g_autoptr (GDir) directory = g_dir_open (folder, 0, NULL);
  GString *all = g_string_new (NULL);
  const char *name;

  while (directory && (name = g_dir_read_name (directory)))
    append_file (all, folder, name);
  g_task_return_pointer (task, g_string_free (all, FALSE), g_free);
}

/**
 * sel_trusted_issuers_load_async:
 *
 * Reads the certificates of those whose signers the office trusts: the files of the user's folder
 * selaras/issuers that end with .pem.
 */
void
sel_trusted_issuers_load_async (GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_task_run_in_thread (task, load_in_thread);
}

/**
 * sel_trusted_issuers_load_finish:
 *
 * Returns: (transfer full) (nullable): PEM; "" if there are none
 */
char *
sel_trusted_issuers_load_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
