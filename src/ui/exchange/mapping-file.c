/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/mapping-file.h"

typedef struct
{
  SelMapping *mapping;
  char *name;
} Keeping;

static void
keeping_free (gpointer data)
{
  Keeping *self = data;

  sel_mapping_free (self->mapping);
  g_free (self->name);
  g_free (self);
}

static void
keep_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                gpointer task_data,
                G_GNUC_UNUSED GCancellable *cancellable)
{
  const Keeping *keeping = task_data;
  GError *error = NULL;

  if (sel_mapping_save (keeping->mapping, keeping->name, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

/* As sel_mapping_save(), on a thread of its own. @source is the source object of @callback. */
void
sel_mapping_file_keep_async (const SelMapping *mapping,
                             const char *name,
                             gpointer source,
                             GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, NULL, callback, NULL);
  Keeping *keeping = g_new0 (Keeping, 1);

  keeping->mapping = sel_mapping_copy (mapping);
  keeping->name = g_strdup (name);
  g_task_set_task_data (task, keeping, keeping_free);
  g_task_run_in_thread (task, keep_in_thread);
}

gboolean
sel_mapping_file_keep_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}
