/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-file.h"

#include <errno.h>
#include <string.h>

#include <glib/gi18n-lib.h>

#include "confined/whole.h"
#include "domain/file-name.h"
#include "exchange/export-files.h"
#include "exchange/export-result.h"
#include "report/csv.h"
#include "report/list-cell.h"
#include "report/list-sheet.h"
#include "store/reveal.h"
#include "store/runs.h"

/* By this mark spreadsheets see that a file is UTF-8. */
#define UTF8_MARK "\357\273\277"

#define MOST_PENDING (256 * 1024)

typedef struct
{
  const SelListOrder *order;
  const char *name;
  SelExportFiles *files;
  GArray *ids;
  SelListProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;

  SelListSheet *sheet; /* of XLSX … */
  GString *csv;        /* … and what is not written yet of CSV */
  int file;
} Writing;

SelListOrder *
sel_list_order_new (const SelListQuery *query, const SelListRequest *request)
{
  SelListOrder *self = g_new0 (SelListOrder, 1);

  self->query = query;
  self->request = sel_list_request_copy (request);
  for (guint i = 0; i < query->n_columns; i++)
    if (!query->columns[i].is_extra)
      self->columns[self->n_columns++] = i;
  return self;
}

void
sel_list_order_free (SelListOrder *self)
{
  if (self == NULL)
    return;

  sel_list_request_free (self->request);
  g_clear_pointer (&self->ids, g_array_unref);
  g_free (self);
}

static const SelListColumn *
get_column (const SelListOrder *order, guint place)
{
  return &order->query->columns[order->columns[place]];
}

static gboolean
flush_csv (Writing *self, GError **error)
{
  if (!sel_write_whole (self->file, self->csv->str, self->csv->len))
    return sel_export_files_fail (self->name, errno, error);

  g_string_truncate (self->csv, 0);
  return TRUE;
}

static void
add_csv_header (Writing *self)
{
  const char *cells[SEL_MOST_COLUMNS];

  g_string_append (self->csv, UTF8_MARK);
  for (guint i = 0; i < self->order->n_columns; i++)
    cells[i] = _ (get_column (self->order, i)->label);
  sel_csv_append_row (self->csv, cells, self->order->n_columns);
}

static gboolean
add_csv_row (Writing *self, SelRow *row, GError **error)
{
  const SelListOrder *order = self->order;
  char *cells[SEL_MOST_COLUMNS];

  for (guint i = 0; i < order->n_columns; i++)
    cells[i] = sel_list_cell_dup_text (get_column (order, i),
                                       sel_row_get_text (row, order->columns[i]),
                                       order->with_personal);
  sel_csv_append_row (self->csv, (const char *const *) cells, order->n_columns);
  for (guint i = 0; i < order->n_columns; i++)
    g_free (cells[i]);

  return self->csv->len < MOST_PENDING || flush_csv (self, error);
}

static SelRow *
find_row (GPtrArray *rows, gint64 id)
{
  for (guint i = 0; i < rows->len; i++)
    if (sel_row_get_id (g_ptr_array_index (rows, i)) == id)
      return g_ptr_array_index (rows, i);

  return NULL;
}

/* Adds the rows from @first on that are read with one statement. */
static gboolean
add_page (Writing *self, SelConnection *connection, guint first, GError **error)
{
  const gint64 *ids = &g_array_index (self->ids, gint64, first);
  guint n = MIN (SEL_LIST_PAGE, self->ids->len - first);
  g_autoptr (GPtrArray) rows = sel_list_query_read_rows (self->order->query, self->order->request,
                                                         connection, ids, n, error);

  if (rows == NULL)
    return FALSE;

  for (guint i = 0; i < n; i++)
    {
      SelRow *row = find_row (rows, ids[i]);

      if (row == NULL) /* it was deleted after it was selected */
        {
          g_array_index (self->ids, gint64, first + i) = 0;
          continue;
        }
      if (self->sheet ? !sel_list_sheet_add_row (self->sheet, row, error)
                      : !add_csv_row (self, row, error))
        return FALSE;
    }

  if (self->progress)
    self->progress (first + n, self->ids->len, self->user_data);
  return !g_cancellable_set_error_if_cancelled (self->cancellable, error);
}

/* What is told of the file, and logged, is what is in it. */
static void
drop_gone (GArray *ids)
{
  guint n = 0;

  for (guint i = 0; i < ids->len; i++)
    if (g_array_index (ids, gint64, i))
      g_array_index (ids, gint64, n++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, n);
}

static gboolean
write_rows (Writing *self, SelConnection *connection, GError **error)
{
  for (guint first = 0; first < self->ids->len; first += SEL_LIST_PAGE)
    if (!add_page (self, connection, first, error))
      return FALSE;

  drop_gone (self->ids);
  return self->sheet ? sel_list_sheet_end (self->sheet, error) : flush_csv (self, error);
}

static gboolean
fits_sheet (guint n_rows, GError **error)
{
  g_autofree char *most = sel_number_dup_display (SEL_SHEET_MOST_ROWS);
  g_autofree char *shown = sel_number_dup_display (n_rows);

  if (n_rows <= SEL_SHEET_MOST_ROWS)
    return TRUE;

  g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED,
               /* Translators: how many rows fit, and how many there are */
               _ ("A spreadsheet has at most %s rows, and the list has %s. Save it as CSV, or "
                  "narrow it down by a search or a filter."),
               most, shown);
  return FALSE;
}

/* Writes the list under another name, on one view of the register. */
static gboolean
write_list (Writing *self, SelConnection *connection, gboolean as_sheet, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (sel_connection_get_path (connection));
  gboolean is_done;

  self->ids =
    self->order->ids
      ? g_array_copy (self->order->ids)
      : sel_list_query_read_ids (self->order->query, self->order->request, connection, error);
  if (self->ids == NULL || (as_sheet && !fits_sheet (self->ids->len, error)) ||
      (self->file = sel_export_files_begin (self->files, self->name, error)) < 0)
    return FALSE;

  /* The register lies on a disk of this computer, where there is room for what waits. */
  if (as_sheet &&
      !(self->sheet = sel_list_sheet_new (self->order, self->file, self->name, folder, error)))
    return FALSE;
  if (!as_sheet)
    {
      self->csv = g_string_sized_new (MOST_PENDING);
      add_csv_header (self);
    }

  is_done = write_rows (self, connection, error) && sel_export_files_end (self->files, error);
  g_clear_pointer (&self->sheet, sel_list_sheet_free);
  return is_done;
}

static gboolean
write_list_of (Writing *self, SelStore *store, gboolean as_sheet, GError **error)
{
  g_autoptr (SelReading) reading =
    sel_reading_begin_cancellable (store, self->cancellable, error);
  gboolean is_done;

  if (reading == NULL || !sel_connection_execute (reading->connection, "BEGIN", error))
    return FALSE;

  is_done = write_list (self, reading->connection, as_sheet, error);
  /* Who cancels may interrupt this too. */
  if (!sel_connection_execute (reading->connection, "COMMIT", NULL))
    sel_connection_execute (reading->connection, "ROLLBACK", NULL);
  return is_done;
}

/* The fields that the file tells of everyone in it and that a screen would mask: columns as they
 * are, and that all have what a filter is set to. */
static GPtrArray *
list_told_fields (const SelListOrder *order)
{
  const SelListQuery *query = order->query;
  g_autoptr (GPtrArray) fields = g_ptr_array_new ();

  for (guint i = 0; order->with_personal && i < order->n_columns; i++)
    if (get_column (order, i)->sensitivity >= SEL_PERSONAL)
      g_ptr_array_add (fields, (gpointer) sel_record_type_field (query->type,
                                                                 get_column (order, i)->name));
  for (guint i = 0; query->type && i < query->n_filters; i++)
    {
      const SelListFilter *filter = &query->filters[i];
      const SelField *field =
        sel_record_type_field (query->type, filter->tells ? filter->tells : filter->name);

      if (order->request->filters[i] && field && field->sensitivity >= SEL_PERSONAL)
        g_ptr_array_add (fields, (gpointer) field);
    }

  return g_steal_pointer (&fields);
}

typedef struct
{
  Writing *writing;
  GPtrArray *fields;
} Leaving;

static gboolean
log_in_act (SelAct *act, gpointer user_data, GError **error)
{
  Leaving *self = user_data;
  Writing *writing = self->writing;
  g_autoptr (GArray) runs = sel_runs_new ();

  for (guint i = 0; i < writing->ids->len; i++)
    sel_runs_add (runs, g_array_index (writing->ids, gint64, i));
  sel_runs_settle (runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const SelRun *run = &g_array_index (runs, SelRun, i);

      if (!sel_reveal_note (act, writing->order->query->type, run->first, run->last,
                            self->fields, error))
        return FALSE;
    }

  return TRUE;
}

/* Keeps in the log what leaves, and then lets it: no file is there that the log does not know. */
static gboolean
leave (Writing *self, SelStore *store, SelListReceipt *receipt, GError **error)
{
  g_autoptr (GPtrArray) fields = list_told_fields (self->order);
  Leaving leaving = { self, fields };

  receipt->n_rows = self->ids->len;
  receipt->is_recorded = fields->len > 0 && self->ids->len > 0;
  if ((receipt->is_recorded &&
       !sel_store_write_cancellable (store, SEL_ACT_REVEAL, log_in_act, &leaving,
                                     self->cancellable, NULL, error)) ||
      !sel_export_files_publish (self->files, error))
    return FALSE;

  sel_export_files_keep (self->files);
  return TRUE;
}

/**
 * sel_list_file_write:
 * @path: ends in .csv or .xlsx
 * @receipt: (out): what was written
 *
 * Writes the list. What is masked on the screen is masked in the file unless the order says
 * otherwise; that it left as it is, or that everyone in the list has a sensitive trait, is kept in
 * the log. Waits, on whatever thread calls. On error, and when cancelled, nothing is left behind.
 */
gboolean
sel_list_file_write (SelStore *store,
                     const SelListOrder *order,
                     const char *path,
                     SelListReceipt *receipt,
                     SelListProgressFunc progress,
                     gpointer user_data,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean as_sheet = sel_file_name_ends (name, ".xlsx");
  g_autoptr (SelExportFiles) files = NULL;
  Writing self = { order, name, .progress = progress, user_data, cancellable };
  gboolean is_done;

  if (!as_sheet && !sel_file_name_ends (name, ".csv"))
    {
      g_autofree char *shown = g_filename_display_name (name);

      g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED,
                   _ ("“%s” is no name of a table. End it with .xlsx or .csv."), shown);
      return FALSE;
    }

  self.files = files = sel_export_files_new (folder, order->replaces, error);
  is_done = files && sel_export_files_check (files, name, error) &&
            write_list_of (&self, store, as_sheet, error) &&
            leave (&self, store, receipt, error);
  if (self.csv)
    g_string_free (self.csv, TRUE);
  g_clear_pointer (&self.ids, g_array_unref);
  return is_done;
}
