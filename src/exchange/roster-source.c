/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "exchange/roster-source.h"

#include <glib/gi18n-lib.h>

#include "confined/error.h"
#include "exchange/ims-source.h"
#include "exchange/roster-look.h"
#include "exchange/roster-row.h"

typedef struct
{
  const SelMapping *mapping; /* borrowed */
  char *name;                /* of the file, for sentences */
  SelSheetStream *stream;
  SelItemQueue queue;
  SelSenderNames *names;
  SelRosterRows *rows;
  GPtrArray *first; /* of SelLookRow: those that were read to find the header … */
  guint n_taken;    /* … and how many of them are done */
} Source;

static void
free_source (gpointer data)
{
  Source *self = data;

  sel_roster_rows_free (self->rows);
  sel_sender_names_free (self->names);
  sel_item_queue_clear (&self->queue);
  g_clear_pointer (&self->stream, sel_sheet_stream_free);
  g_clear_pointer (&self->first, g_ptr_array_unref);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Source, free_source)

static gboolean
read_first (Source *self, GCancellable *cancellable, GError **error)
{
  SelSheetRow row = { .number = 1 };

  self->first = g_ptr_array_new_with_free_func (sel_look_row_free);
  while (row.number && self->first->len < SEL_ROSTER_LOOK_ROWS)
    {
      if (!sel_sheet_stream_next (self->stream, &row, cancellable, error))
        return FALSE;
      if (row.number)
        g_ptr_array_add (self->first, sel_look_row_new (&row));
    }

  return TRUE;
}

static gboolean
fail_columns (Source *self, const char *missing, GError **error)
{
  g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED,
               /* Translators: a file's name, and names of columns */
               _ ("“%s” does not have these columns of the mapping: %s. Choose the right sheet, or "
                  "make the mapping anew."),
               self->name, missing);
  return FALSE;
}

/* Finds each column of the mapping in the header. */
static gboolean
place_columns (Source *self, const SelLookRow *header, GError **error)
{
  g_autoptr (GString) missing = g_string_new (NULL);
  const SelRosterColumn *column;

  for (guint i = 0; (column = sel_roster_column_at (self->mapping->kind, i)); i++)
    {
      const char *text = g_hash_table_lookup (self->mapping->headers, column->name);
      const int cell = text ? sel_roster_find_cell (header, text) : -1;

      if (cell >= 0)
        sel_roster_rows_set_cell (self->rows, column, (guint) cell);
      else if (text)
        g_string_append_printf (missing, "%s“%s”", missing->len ? ", " : "", text);
    }

  return missing->len == 0 || fail_columns (self, missing->str, error);
}

/* A file in which every NIK lost its last digit has no row that is right. */
static gboolean
check_niks (Source *self, guint header, GError **error)
{
  const char *text = g_hash_table_lookup (self->mapping->headers, "nik");
  const int cell =
    text ? sel_roster_find_cell (g_ptr_array_index (self->first, header), text) : -1;

  if (cell < 0 || !sel_roster_niks_are_cut (self->first, header, cell))
    return TRUE;

  g_set_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_REFUSED,
               /* Translators: a file's name, and that of a column */
               _ ("“%s”: every NIK in the column “%s” ends in 0. A spreadsheet kept them as "
                  "numbers, which have no more than 15 digits, and the sixteenth is lost. Format "
                  "the column as text, enter the NIK again, and save the file."),
               self->name, text);
  return FALSE;
}

static gboolean
find_header (Source *self, GError **error)
{
  const guint header = sel_roster_find_header (self->first, self->mapping);

  if (header == self->first->len)
    {
      g_autoptr (GString) all = g_string_new (NULL);
      GHashTableIter iter;
      gpointer text;

      g_hash_table_iter_init (&iter, self->mapping->headers);
      while (g_hash_table_iter_next (&iter, NULL, &text))
        g_string_append_printf (all, "%s“%s”", all->len ? ", " : "", (const char *) text);
      return fail_columns (self, all->str, error);
    }

  self->n_taken = header + 1;
  return place_columns (self, g_ptr_array_index (self->first, header), error) &&
         check_niks (self, header, error);
}

/* Takes the next row into the queue. @is_over: (out): there was none */
static gboolean
take_row (Source *self, gboolean *is_over, GCancellable *cancellable, GError **error)
{
  SelSheetRow row;

  *is_over = FALSE;
  if (self->n_taken < self->first->len)
    {
      const SelLookRow *first = g_ptr_array_index (self->first, self->n_taken++);

      return sel_roster_rows_take (self->rows, first->number, first->n_cells, first->cells, error);
    }

  if (!sel_sheet_stream_next (self->stream, &row, cancellable, error))
    return FALSE;
  *is_over = row.number == 0;
  return *is_over || sel_roster_rows_take (self->rows, row.number, row.n_cells, row.cells, error);
}

static gboolean
next_item (gpointer data, SelExchangeItem *item, GCancellable *cancellable, GError **error)
{
  Source *self = data;
  gboolean is_over = FALSE;

  while (!sel_item_queue_pop (&self->queue, item))
    {
      if (is_over)
        {
          *item = (SelExchangeItem){ .kind = SEL_EXCHANGE_ITEM_END,
                                     .n_records = self->queue.n_records,
                                     .n_refused = self->queue.n_refused };
          return TRUE;
        }
      if (!take_row (self, &is_over, cancellable, error))
        return FALSE;
    }

  return TRUE;
}

static double
get_progress (gpointer data)
{
  Source *self = data;

  return sel_sheet_stream_get_progress (self->stream);
}

static void
push_header (Source *self)
{
  SelQueuedItem *item = sel_item_queue_new_item (&self->queue, SEL_EXCHANGE_ITEM_HEADER, 0,
                                                 &sel_exchange_header_type);

  sel_queued_item_set_header (item, self->mapping->sender, self->mapping->sender_name,
                              sel_sheet_stream_get_modified (self->stream));
  sel_item_queue_push (&self->queue, item);
}

/**
 * sel_roster_source_new:
 * @store: (transfer none): the register, in which names are looked up
 * @mapping: (transfer none): how the table is read; it outlives the source
 * @progress: (nullable): called while the beginning is read, which may be all of the file
 *
 * Returns: (transfer full) (nullable): the items of the table, for the thread that made them; on
 *   error %SEL_CONFINED_ERROR_REFUSED when nothing in the table can be used
 */
SelItemSource *
sel_roster_source_new (SelStore *store,
                       const char *path,
                       const SelMapping *mapping,
                       SelSheetProgressFunc progress,
                       gpointer user_data,
                       GCancellable *cancellable,
                       GError **error)
{
  static const SelItemSourceClass klass = {
    .next = next_item,
    .get_progress = get_progress,
    .free = free_source,
  };
  g_autoptr (Source) self = NULL;

  if (mapping->kind == SEL_ROSTER_IMS)
    return sel_ims_source_new (store, path, mapping, progress, user_data, cancellable, error);

  self = g_new0 (Source, 1);
  sel_item_queue_init (&self->queue);
  self->mapping = mapping;
  self->name = g_filename_display_basename (path);
  if (!sel_mapping_check (mapping, error) ||
      !(self->stream = sel_sheet_stream_new_for_path (path, &mapping->layout, 0, cancellable,
                                                      error)) ||
      !(self->names = sel_sender_names_new (store, mapping->sender, &self->queue, error)))
    return NULL;

  self->rows = sel_roster_rows_new (mapping, &self->queue, self->names);
  sel_sheet_stream_set_progress (self->stream, progress, user_data);
  if (!read_first (self, cancellable, error) || !find_header (self, error))
    return NULL;

  sel_sheet_stream_set_progress (self->stream, NULL, NULL);
  push_header (self);
  return sel_item_source_new (&klass, g_steal_pointer (&self));
}
