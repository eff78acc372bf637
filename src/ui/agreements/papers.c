/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/papers.h"

#include "confined/pdf.h"

void
sel_papers_free (SelPapers *self)
{
  g_clear_pointer (&self->comparison, sel_comparison_free);
  for (guint i = 0; i < 2; i++)
    g_clear_pointer (&self->papers[i], sel_paper_free);
  g_free (self);
}

static void
sources_free (gpointer data)
{
  SelPaperSource *sources = data;

  for (guint i = 0; i < 2; i++)
    {
      g_bytes_unref (sources[i].bytes);
      g_free (sources[i].name);
    }
  g_free (sources);
}

static void
read_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  const SelPaperSource *sources = task_data;
  g_autoptr (SelPapers) self = g_new0 (SelPapers, 1);
  GError *error = NULL;

  for (guint i = 0; i < 2; i++)
    {
      g_autoptr (GPtrArray) pages = NULL;

      if (!sel_pdf_read_pages (sources[i].bytes, sources[i].name, cancellable, &pages, &error))
        {
          g_task_return_error (task, error);
          return;
        }
      self->papers[i] = sel_paper_new (pages);
    }
  if (self->papers[0]->length && self->papers[1]->length)
    self->comparison = sel_comparison_new (self->papers[0], self->papers[1]);
  g_task_return_pointer (task, g_steal_pointer (&self), (GDestroyNotify) sel_papers_free);
}

void
sel_papers_read_async (const SelPaperSource sources[2],
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  SelPaperSource *copies = g_new (SelPaperSource, 2);

  for (guint i = 0; i < 2; i++)
    copies[i] = (SelPaperSource){ g_bytes_ref (sources[i].bytes), g_strdup (sources[i].name) };
  g_task_set_task_data (task, copies, sources_free);
  g_task_run_in_thread (task, read_in_thread);
}

SelPapers *
sel_papers_read_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
