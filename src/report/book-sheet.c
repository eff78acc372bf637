/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/book-sheet.h"

#include <errno.h>

#include <xlsxwriter.h>

#include "exchange/export-files.h"
#include "exchange/plain-numbers.h"
#include "report/list-sheet.h"

/* Days are counted from here on. */
#define FIRST_YEAR 1900

struct _SelBookSheet
{
  const char *name; /* borrowed, of the file */
  SelPlainNumbers *plain;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *formats[SEL_BOOK_BOLD + 1];
  lxw_format *date;
  lxw_row_t row;     /* the next one */
  lxw_row_t heads;   /* whose filter is set at the end */
  guint n_columns;   /* of them; 0 for none */
  gboolean has_lost; /* a cell that could not be kept */
};

static lxw_format *
add_format (SelBookSheet *self)
{
  lxw_format *format = workbook_add_format (self->book);

  format_set_text_wrap (format);
  format_set_align (format, LXW_ALIGN_VERTICAL_TOP);
  return format;
}

/**
 * sel_book_sheet_new:
 * @file: a descriptor for what becomes of it
 * @name: of the file, for messages; it lives as long as the sheet
 * @folder: where it is packed
 */
SelBookSheet *
sel_book_sheet_new (int file, const char *name, const char *folder, GError **error)
{
  g_autoptr (SelBookSheet) self = g_new0 (SelBookSheet, 1);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  lxw_workbook_options options = { .tmpdir = (char *) folder };

  self->plain = sel_plain_numbers_begin ();
  self->name = name;
  errno = 0;
  self->book = workbook_new_opt (path, &options);
  if (self->book)
    self->sheet = workbook_add_worksheet (self->book, NULL);
  if (self->sheet == NULL)
    {
      sel_export_files_fail (name, errno ? errno : EIO, error);
      return NULL;
    }

  worksheet_set_landscape (self->sheet);
  worksheet_set_paper (self->sheet, 9); /* A4, as Excel counts them */
  worksheet_fit_to_pages (self->sheet, 1, 0);
  self->formats[SEL_BOOK_TEXT] = add_format (self);
  self->formats[SEL_BOOK_BOLD] = add_format (self);
  format_set_bold (self->formats[SEL_BOOK_BOLD]);
  self->date = add_format (self);
  format_set_num_format (self->date, "d mmm yyyy");
  return g_steal_pointer (&self);
}

void
sel_book_sheet_free (SelBookSheet *self)
{
  if (self == NULL)
    return;

  lxw_workbook_free (self->book);
  sel_plain_numbers_end (self->plain);
  g_free (self);
}

void
sel_book_sheet_set_width (SelBookSheet *self, guint column, double characters)
{
  worksheet_set_column (self->sheet, (lxw_col_t) column, (lxw_col_t) column, characters, NULL);
}

void
sel_book_sheet_put (SelBookSheet *self, guint column, const char *text, SelBookStyle style)
{
  g_autofree char *held = text ? sel_sheet_dup_text (text) : NULL;

  if (held && *held &&
      worksheet_write_string (self->sheet, self->row, (lxw_col_t) column, held,
                              self->formats[style]) != LXW_NO_ERROR)
    self->has_lost = TRUE;
}

void
sel_book_sheet_put_number (SelBookSheet *self, guint column, double number)
{
  worksheet_write_number (self->sheet, self->row, (lxw_col_t) column, number,
                          self->formats[SEL_BOOK_TEXT]);
}

/* Nothing where @date is not valid. */
void
sel_book_sheet_put_date (SelBookSheet *self, guint column, const GDate *date)
{
  if (!g_date_valid (date))
    return;

  if (g_date_get_year (date) < FIRST_YEAR)
    {
      char text[11];

      g_date_strftime (text, sizeof text, "%Y-%m-%d", date);
      sel_book_sheet_put (self, column, text, SEL_BOOK_TEXT);
    }
  else
    {
      lxw_datetime cell = { .year = g_date_get_year (date),
                            .month = (int) g_date_get_month (date),
                            .day = g_date_get_day (date) };

      worksheet_write_datetime (self->sheet, self->row, (lxw_col_t) column, &cell, self->date);
    }
}

void
sel_book_sheet_next_row (SelBookSheet *self)
{
  self->row++;
}

/* The row that is done last has the heads of @n_columns: it stays in sight, is printed on every
 * page, and has a filter. */
void
sel_book_sheet_end_heads (SelBookSheet *self, guint n_columns)
{
  self->heads = self->row - 1;
  self->n_columns = n_columns;
  worksheet_freeze_panes (self->sheet, self->row, 0);
  worksheet_repeat_rows (self->sheet, self->heads, self->heads);
}

/* Packs the workbook into the file. */
gboolean
sel_book_sheet_end (SelBookSheet *self, GError **error)
{
  lxw_error failure;

  if (self->n_columns)
    worksheet_autofilter (self->sheet, self->heads, 0, MAX (self->row - 1, self->heads + 1),
                          (lxw_col_t) (self->n_columns - 1));
  errno = 0;
  failure = workbook_close (self->book);
  self->book = NULL;
  return (failure == LXW_NO_ERROR && !self->has_lost) ||
         sel_export_files_fail (self->name, errno ? errno : EIO, error);
}
