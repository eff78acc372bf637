/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/book-file.h"

#include <glib/gi18n-lib.h>

#include "domain/file-name.h"
#include "exchange/export-files.h"
#include "exchange/export-result.h"

static gboolean
write_sheet (int file,
             const char *name,
             const char *folder,
             const SelBookContent *content,
             gpointer user_data,
             GError **error)
{
  g_autoptr (SelBookSheet) sheet = sel_book_sheet_new (file, name, folder, error);

  return sheet && content->fill_sheet (user_data, sheet, error) &&
         sel_book_sheet_end (sheet, error);
}

/* To draw the pages takes as long as to lay them out. */
static void
note_drawn (guint n, guint n_pages, gpointer done)
{
  g_atomic_int_set ((int *) done, (int) (500 + 500 * n / n_pages));
}

static gboolean
write_paper (int file,
             const char *name,
             const SelBookContent *content,
             gpointer user_data,
             int *done,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (SelPrintout) paper = content->make_paper (user_data, error);

  return paper && sel_printout_write_pdf (paper, file, name, done ? note_drawn : NULL, done,
                                          cancellable, error);
}

/**
 * sel_book_file_write:
 * @path: ends in .pdf or .xlsx
 * @replaces: whether a file that is there gives way
 * @done: (nullable): gets how many thousandths are done, for whoever looks on
 */
gboolean
sel_book_file_write (const char *path,
                     gboolean replaces,
                     const SelBookContent *content,
                     gpointer user_data,
                     int *done,
                     GCancellable *cancellable,
                     GError **error)
{
  g_autofree char *name = g_path_get_basename (path);
  g_autofree char *folder = g_path_get_dirname (path);
  gboolean as_sheet = sel_file_name_ends (name, ".xlsx");
  g_autoptr (SelExportFiles) files = NULL;
  int file;

  if (!as_sheet && !sel_file_name_ends (name, ".pdf"))
    {
      g_autofree char *shown = g_filename_display_name (name);

      g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED,
                   _ ("“%s” is neither paper nor a table. End it with .pdf or .xlsx."), shown);
      return FALSE;
    }

  if (!(files = sel_export_files_new (folder, replaces, error)) ||
      !sel_export_files_check (files, name, error) ||
      (file = sel_export_files_begin (files, name, error)) < 0 ||
      !(as_sheet ? write_sheet (file, name, folder, content, user_data, error)
                 : write_paper (file, name, content, user_data, done, cancellable, error)) ||
      !sel_export_files_end (files, error) || !sel_export_files_publish (files, error))
    return FALSE;

  sel_export_files_keep (files);
  return TRUE;
}
