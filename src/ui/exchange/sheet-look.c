/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/exchange/sheet-look.h"

#include "store/exchange-log.h"

typedef struct
{
  SelStore *store;
  char *path;
  SelSheetLayout layout;
  SelRosterKind *kind; /* NULL when it is to be found */
  SelMapping *mapping; /* by which it is read; NULL when it is to be found */
} Question;

static void
question_free (gpointer data)
{
  Question *self = data;

  g_object_unref (self->store);
  g_free (self->path);
  g_free (self->layout.sheet);
  g_free (self->kind);
  sel_mapping_free (self->mapping);
  g_free (self);
}

static void
offer_free (gpointer data)
{
  SelSheetOffer *offer = data;

  g_free (offer->name);
  sel_mapping_free (offer->mapping);
  g_free (offer);
}

void
sel_sheet_findings_free (SelSheetFindings *self)
{
  if (self == NULL)
    return;

  sel_roster_look_free (self->look);
  g_clear_pointer (&self->offers, g_ptr_array_unref);
  g_clear_pointer (&self->senders, g_ptr_array_unref);
  g_free (self);
}

static void
free_findings (gpointer findings)
{
  sel_sheet_findings_free (findings);
}

static gboolean
has_layout (const SelMapping *mapping)
{
  return mapping->layout.sheet || mapping->layout.delimiter || mapping->layout.encoding;
}

/* Whether the table can be read as @mapping says, be it on another sheet than the one that was
 * looked at. */
static gboolean
fits (const Question *question,
      const SelRosterLook *look,
      const SelMapping *mapping,
      GCancellable *cancellable)
{
  g_autoptr (SelRosterLook) other = NULL;

  if (sel_roster_look_fits (look, mapping))
    return TRUE;
  if (!has_layout (mapping) || (look->kind == SEL_SHEET_IMS) != (mapping->kind == SEL_ROSTER_IMS))
    return FALSE;

  other = sel_roster_look (question->path, &mapping->layout, &mapping->kind, cancellable, NULL);
  return other && sel_roster_look_fits (other, mapping);
}

static int
compare_offers (gconstpointer a, gconstpointer b)
{
  const SelSheetOffer *one = *(const SelSheetOffer *const *) a;
  const SelSheetOffer *other = *(const SelSheetOffer *const *) b;

  return (int) g_hash_table_size (other->mapping->headers) -
         (int) g_hash_table_size (one->mapping->headers);
}

/* A mapping that cannot be read is none to offer; the command line says why. */
static GPtrArray *
list_offers (const Question *question, const SelRosterLook *look, GCancellable *cancellable)
{
  g_auto (GStrv) names = sel_mapping_list ();
  GPtrArray *offers = g_ptr_array_new_with_free_func (offer_free);

  for (guint i = 0; names[i]; i++)
    {
      g_autoptr (SelMapping) mapping = sel_mapping_load (names[i], NULL);
      SelSheetOffer *offer;

      if (mapping == NULL || !fits (question, look, mapping, cancellable))
        continue;
      offer = g_new0 (SelSheetOffer, 1);
      offer->name = g_strdup (names[i]);
      offer->mapping = g_steal_pointer (&mapping);
      g_ptr_array_add (offers, offer);
    }

  g_ptr_array_sort (offers, compare_offers);
  return offers;
}

/* Reads the table as @mapping says. One that no longer fits leaves the columns as they are found,
 * with its sender and defaults. */
static gboolean
apply (const Question *question,
       SelSheetFindings *findings,
       const SelMapping *mapping,
       GCancellable *cancellable,
       GError **error)
{
  if (!sel_roster_look_fits (findings->look, mapping))
    {
      SelRosterLook *look =
        sel_roster_look (question->path, &mapping->layout, &mapping->kind, cancellable, error);

      if (look == NULL)
        return FALSE;
      sel_roster_look_free (findings->look);
      findings->look = look;
    }

  if (sel_roster_look_fits (findings->look, mapping))
    sel_roster_look_take_mapping (findings->look, mapping);
  return TRUE;
}

static void
look_in_thread (GTask *task,
                G_GNUC_UNUSED gpointer source,
                gpointer task_data,
                GCancellable *cancellable)
{
  const Question *question = task_data;
  g_autoptr (SelSheetFindings) findings = g_new0 (SelSheetFindings, 1);
  g_autoptr (SelReading) reading = NULL;
  GError *error = NULL;
  gboolean is_done;

  findings->look =
    sel_roster_look (question->path, &question->layout, question->kind, cancellable, &error);
  is_done = findings->look != NULL &&
            (question->mapping == NULL ||
             apply (question, findings, question->mapping, cancellable, &error));
  if (is_done && (reading = sel_reading_begin (question->store, &error)))
    findings->senders = sel_exchange_log_list_senders (reading->connection, &error);
  if (findings->senders)
    findings->offers = list_offers (question, findings->look, cancellable);

  if (findings->offers)
    g_task_return_pointer (task, g_steal_pointer (&findings), free_findings);
  else
    g_task_return_error (task, error);
}

/**
 * sel_sheet_look_async:
 * @layout: what is said of the file; the rest is found
 * @kind: (nullable): what the table is about
 * @mapping: (nullable): how the table is read
 * @source: the object that asks, which is the source object of @callback
 *
 * Looks at the table on a thread of its own.
 */
void
sel_sheet_look_async (SelStore *store,
                      const char *path,
                      const SelSheetLayout *layout,
                      const SelRosterKind *kind,
                      const SelMapping *mapping,
                      GCancellable *cancellable,
                      gpointer source,
                      GAsyncReadyCallback callback)
{
  g_autoptr (GTask) task = g_task_new (source, cancellable, callback, NULL);
  Question *question = g_new0 (Question, 1);

  question->store = g_object_ref (store);
  question->path = g_strdup (path);
  question->layout = *layout;
  question->layout.sheet = g_strdup (layout->sheet);
  question->kind = kind ? g_memdup2 (kind, sizeof *kind) : NULL;
  question->mapping = mapping ? sel_mapping_copy (mapping) : NULL;
  g_task_set_task_data (task, question, question_free);
  g_task_run_in_thread (task, look_in_thread);
}

SelSheetFindings *
sel_sheet_look_finish (GAsyncResult *result, GError **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
