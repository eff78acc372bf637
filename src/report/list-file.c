/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-file.h"

#include <errno.h>

#include <glib/gi18n-lib.h>

#include "confined/whole.h"
#include "domain/file-name.h"
#include "exchange/export-files.h"
#include "exchange/export-result.h"
#include "report/csv.h"
#include "report/list-cell.h"
#include "report/list-paper.h"
#include "report/list-sheet.h"

/* By this mark spreadsheets see that a file is UTF-8. */
#define UTF8_MARK "\357\273\277"

#define MOST_PENDING (256 * 1024)

typedef struct
{
  const SelListOrder *order;
  const char *name;
  const char *folder; /* where rows of XLSX wait */
  SelExportFiles *files;
  SelListProgressFunc progress;
  gpointer user_data;
  GCancellable *cancellable;

  SelListSheet *sheet; /* of XLSX … */
  SelListPaper *paper; /* … or of PDF … */
  GString *csv;        /* … or what is not written yet of CSV */
  int file;
} Writing;

static void
writing_clear (Writing *self)
{
  g_clear_pointer (&self->sheet, sel_list_sheet_free);
  g_clear_pointer (&self->paper, sel_list_paper_free);
  if (self->csv)
    g_string_free (self->csv, TRUE);
  g_clear_pointer (&self->files, sel_export_files_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Writing, writing_clear)

/* Begins the file, under another name. */
static gboolean
begin_file (Writing *self, GError **error)
{
  self->file = sel_export_files_begin (self->files, self->name, error);
  return self->file >= 0;
}

static gboolean
flush_csv (Writing *self, GError **error)
{
  if (!sel_write_whole (self->file, self->csv->str, self->csv->len))
    return sel_export_files_fail (self->name, errno, error);

  g_string_truncate (self->csv, 0);
  return TRUE;
}

static gboolean
begin_csv (gpointer user_data,
           G_GNUC_UNUSED SelConnection *connection,
           G_GNUC_UNUSED guint n_rows,
           GError **error)
{
  Writing *self = user_data;
  const char *cells[SEL_MOST_COLUMNS];

  if (!begin_file (self, error))
    return FALSE;

  self->csv = g_string_sized_new (MOST_PENDING);
  g_string_append (self->csv, UTF8_MARK);
  for (guint i = 0; i < self->order->n_columns; i++)
    cells[i] = _ (sel_list_order_get_column (self->order, i)->label);
  sel_csv_append_row (self->csv, cells, self->order->n_columns);
  return TRUE;
}

static gboolean
add_csv_row (gpointer user_data, SelRow *row, GError **error)
{
  Writing *self = user_data;
  const SelListOrder *order = self->order;
  char *cells[SEL_MOST_COLUMNS];

  for (guint i = 0; i < order->n_columns; i++)
    cells[i] = sel_list_cell_dup_text (sel_list_order_get_column (order, i),
                                       sel_row_get_text (row, order->columns[i]),
                                       order->with_personal);
  sel_csv_append_row (self->csv, (const char *const *) cells, order->n_columns);
  for (guint i = 0; i < order->n_columns; i++)
    g_free (cells[i]);

  return self->csv->len < MOST_PENDING || flush_csv (self, error);
}

static gboolean
end_csv (gpointer user_data, GError **error)
{
  return flush_csv (user_data, error);
}

static gboolean
begin_sheet (gpointer user_data,
             G_GNUC_UNUSED SelConnection *connection,
             guint n_rows,
             GError **error)
{
  Writing *self = user_data;

  if (n_rows > SEL_SHEET_MOST_ROWS)
    {
      g_autofree char *most = sel_number_dup_display (SEL_SHEET_MOST_ROWS);
      g_autofree char *shown = sel_number_dup_display (n_rows);

      g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED,
                   /* Translators: how many rows fit, and how many there are */
                   _ ("A spreadsheet has at most %s rows, and the list has %s. Save it as CSV, or "
                      "narrow it down by a search or a filter."),
                   most, shown);
      return FALSE;
    }

  if (begin_file (self, error))
    self->sheet = sel_list_sheet_new (self->order, self->file, self->name, self->folder, error);
  return self->sheet != NULL;
}

static gboolean
add_sheet_row (gpointer user_data, SelRow *row, GError **error)
{
  return sel_list_sheet_add_row (((Writing *) user_data)->sheet, row, error);
}

static gboolean
end_sheet (gpointer user_data, GError **error)
{
  return sel_list_sheet_end (((Writing *) user_data)->sheet, error);
}

static gboolean
begin_paper (gpointer user_data, SelConnection *connection, guint n_rows, GError **error)
{
  Writing *self = user_data;

  self->paper = sel_list_paper_new (self->order, connection, n_rows, error);
  return self->paper && begin_file (self, error);
}

static gboolean
add_paper_row (gpointer user_data, SelRow *row, G_GNUC_UNUSED GError **error)
{
  sel_list_paper_add_row (((Writing *) user_data)->paper, row);
  return TRUE;
}

/* To draw the pages takes as long as to lay them out. */
static void
note_drawn (guint n, guint n_all, gpointer user_data)
{
  const Writing *self = user_data;

  if (self->progress)
    self->progress (n_all + n, 2 * n_all, self->user_data);
}

static gboolean
end_paper (gpointer user_data, GError **error)
{
  Writing *self = user_data;
  g_autoptr (SelPrintout) printout = sel_list_paper_end (self->paper);

  return sel_printout_write_pdf (printout, self->file, self->name, note_drawn, self,
                                 self->cancellable, error);
}

static void
note_rows (guint n, guint n_all, gpointer user_data)
{
  const Writing *self = user_data;

  if (self->progress)
    self->progress (n, self->paper ? 2 * n_all : n_all, self->user_data);
}

static const struct
{
  const char *end; /* of a name */
  SelListWriter writer;
} formats[] = {
  { ".xlsx", { begin_sheet, add_sheet_row, end_sheet } },
  { ".csv", { begin_csv, add_csv_row, end_csv } },
  { ".pdf", { begin_paper, add_paper_row, end_paper } },
};

static const SelListWriter *
find_writer (const char *name, GError **error)
{
  g_autofree char *shown = g_filename_display_name (name);

  for (guint i = 0; i < G_N_ELEMENTS (formats); i++)
    if (sel_file_name_ends (name, formats[i].end))
      return &formats[i].writer;

  g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED,
               _ ("“%s” does not say how to save the list. End it with .xlsx, .csv or .pdf."),
               shown);
  return NULL;
}

/**
 * sel_list_file_write:
 * @path: ends in .csv, .xlsx or .pdf
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
  /* The register lies on a disk of this computer, where there is room for what waits. */
  g_autofree char *waiting = g_path_get_dirname (sel_store_get_path (store));
  const SelListWriter *writer = find_writer (name, error);
  g_autoptr (GArray) ids = NULL;
  g_auto (Writing) self = { order, name, waiting, NULL, progress, user_data, cancellable };

  if (writer == NULL || !(self.files = sel_export_files_new (folder, order->replaces, error)) ||
      !sel_export_files_check (self.files, name, error) ||
      !(ids = sel_list_order_write (order, store, writer, &self, note_rows, cancellable, error)) ||
      !sel_export_files_end (self.files, error) ||
      !sel_list_order_record (order, store, ids, receipt, cancellable, error) ||
      !sel_export_files_publish (self.files, error))
    return FALSE;

  sel_export_files_keep (self.files);
  return TRUE;
}
