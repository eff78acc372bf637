/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-sheet.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/statvfs.h>

#include <glib/gi18n-lib.h>
#include <xlsxwriter.h>

#include "exchange/export-files.h"
#include "exchange/plain-numbers.h"
#include "report/list-cell.h"

/* What a cell holds, counted as Excel counts. */
#define MOST_UNITS 32767

/* Of the column that takes the room that is left on the screen. */
#define WIDE 40

/* Beside the text of a header stands the arrow of its filter. */
#define ARROW 4

/* Days are counted from here on. */
#define FIRST_YEAR 1900

#define BYTES_TO_SPARE (1 << 20)

struct _SelListSheet
{
  const SelListOrder *order; /* borrowed, as are the names */
  const char *name;
  const char *folder;
  SelPlainNumbers *plain;
  lxw_workbook *book;
  lxw_worksheet *sheet;
  lxw_format *date;
  lxw_format *instant;
  lxw_row_t row; /* the next one */
};

/* What XML cannot hold gives way to a character that says so. */
static gunichar
make_holdable (gunichar character)
{
  gboolean is_good = character >= 0x20 ? character != 0xfffe && character != 0xffff
                                       : character == '\t' || character == '\n';

  return is_good ? character : 0xfffd;
}

/* Whether Excel would read "_x0041_" as a character that could not be written otherwise. */
static gboolean
is_like_escape (const char *text)
{
  return text[0] == '_' && text[1] == 'x' &&
         strspn (text + 2, "0123456789abcdefABCDEF") >= 4 && text[6] == '_';
}

/* @text as a cell can hold it: longer ones end with "…". Free with g_free(). */
char *
sel_sheet_dup_text (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autoptr (GString) held = g_string_new (NULL);
  gsize n_fitting = 0; /* bytes that leave room for the mark */
  guint n_units = 0;

  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    {
      gunichar character = make_holdable (g_utf8_get_char (at));

      n_units += character > 0xffff ? 2 : 1;
      if (is_like_escape (at))
        n_units += strlen ("x005F_");
      if (n_units > MOST_UNITS)
        {
          g_string_truncate (held, n_fitting);
          g_string_append (held, "…");
          break;
        }
      g_string_append_unichar (held, character);
      if (is_like_escape (at))
        g_string_append (held, "x005F_");
      if (n_units < MOST_UNITS)
        n_fitting = held->len;
    }

  return g_string_free (g_steal_pointer (&held), FALSE);
}

static gboolean
fail (const SelListSheet *self, GError **error)
{
  return sel_export_files_fail (self->name, errno ? errno : EIO, error);
}

static void
add_header (SelListSheet *self)
{
  lxw_format *bold = workbook_add_format (self->book);

  format_set_bold (bold);
  for (guint i = 0; i < self->order->n_columns; i++)
    {
      const SelListColumn *column = sel_list_order_get_column (self->order, i);
      guint width = (guint) g_utf8_strlen (_ (column->label), -1) + ARROW;

      width = MAX (width, column->width ? column->width : WIDE);
      worksheet_set_column (self->sheet, (lxw_col_t) i, (lxw_col_t) i, width, NULL);
      worksheet_write_string (self->sheet, 0, (lxw_col_t) i, _ (column->label), bold);
    }
  worksheet_freeze_panes (self->sheet, 1, 0);
  self->row = 1;
}

/**
 * sel_list_sheet_new:
 * @order: what is written; it lives as long as the sheet, as do the texts
 * @file: a descriptor for what becomes of it
 * @name: of the file, for messages
 * @folder: where rows wait until the sheet is packed, in a file without a name
 */
SelListSheet *
sel_list_sheet_new (const SelListOrder *order,
                    int file,
                    const char *name,
                    const char *folder,
                    GError **error)
{
  g_autoptr (SelListSheet) self = g_new0 (SelListSheet, 1);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", file);
  lxw_workbook_options options = { .constant_memory = LXW_TRUE, .tmpdir = (char *) folder };
  const char *label = sel_list_label (order->query);

  self->plain = sel_plain_numbers_begin ();
  errno = 0;
  self->order = order;
  self->name = name;
  self->folder = folder;
  self->book = workbook_new_opt (path, &options);
  if (self->book && workbook_validate_sheet_name (self->book, label) != LXW_NO_ERROR)
    label = NULL;
  if (self->book)
    self->sheet = workbook_add_worksheet (self->book, label);
  if (self->sheet == NULL)
    {
      fail (self, error);
      return NULL;
    }

  /* Spreadsheets name the months in the language of who reads. */
  self->date = workbook_add_format (self->book);
  format_set_num_format (self->date, "d mmm yyyy");
  self->instant = workbook_add_format (self->book);
  format_set_num_format (self->instant, "d mmm yyyy hh:mm");
  add_header (self);
  return g_steal_pointer (&self);
}

void
sel_list_sheet_free (SelListSheet *self)
{
  if (self == NULL)
    return;

  /* A workbook that is not closed leaves this one open. */
  if (self->sheet)
    fclose (self->sheet->optimize_tmpfile);
  lxw_workbook_free (self->book);
  sel_plain_numbers_end (self->plain);
  g_free (self);
}

static void
add_moment (SelListSheet *self, lxw_col_t place, GDateTime *moment, lxw_format *format)
{
  lxw_datetime cell = {
    .year = g_date_time_get_year (moment),
    .month = g_date_time_get_month (moment),
    .day = g_date_time_get_day_of_month (moment),
    .hour = g_date_time_get_hour (moment),
    .min = g_date_time_get_minute (moment),
    .sec = g_date_time_get_second (moment),
  };

  worksheet_write_datetime (self->sheet, self->row, place, &cell, format);
}

static GDateTime *
parse_date (const char *text)
{
  g_autofree char *midnight = g_strconcat (text, "T00:00:00Z", NULL);

  return g_date_time_new_from_iso8601 (midnight, NULL);
}

static void
add_cell (SelListSheet *self, lxw_col_t place, const SelListColumn *column, const char *text)
{
  gboolean is_masked = column->sensitivity >= SEL_PERSONAL && !self->order->with_personal;
  g_autoptr (GDateTime) moment = NULL;
  g_autofree char *shown = NULL;
  g_autofree char *held = NULL;

  if (*text == '\0')
    return;
  if (!is_masked)
    moment =
      column->kind == SEL_COLUMN_DATE ? parse_date (text) : sel_list_cell_dup_moment (column, text);
  if (moment && g_date_time_get_year (moment) >= FIRST_YEAR)
    {
      add_moment (self, place, moment,
                  column->kind == SEL_COLUMN_DATE ? self->date : self->instant);
      return;
    }
  if (column->kind == SEL_COLUMN_NUMBER && !is_masked)
    {
      worksheet_write_number (self->sheet, self->row, place, g_ascii_strtod (text, NULL), NULL);
      return;
    }

  shown = sel_list_cell_dup_text (column, text, self->order->with_personal);
  held = sel_sheet_dup_text (shown);
  worksheet_write_string (self->sheet, self->row, place, held, NULL);
}

/* There are at most SEL_SHEET_MOST_ROWS. */
gboolean
sel_list_sheet_add_row (SelListSheet *self, SelRow *row, GError **error)
{
  errno = 0;
  for (guint i = 0; i < self->order->n_columns; i++)
    {
      guint column = self->order->columns[i];

      add_cell (self, (lxw_col_t) i, &self->order->query->columns[column],
                sel_row_get_text (row, column));
    }
  self->row++;
  return ferror (self->sheet->optimize_tmpfile) == 0 || fail (self, error);
}

/* Packing copies the rows once more, and would not say that there is no room for that. */
static gboolean
has_room (const SelListSheet *self)
{
  FILE *rows = self->sheet->optimize_tmpfile;
  struct stat about;
  struct statvfs room;

  if (fflush (rows) != 0 || fstat (fileno (rows), &about) != 0 ||
      statvfs (self->folder, &room) != 0)
    return FALSE;

  errno = ENOSPC;
  return (guint64) room.f_bavail * room.f_frsize > (guint64) about.st_size + BYTES_TO_SPARE;
}

/* Packs what was added into the file. */
gboolean
sel_list_sheet_end (SelListSheet *self, GError **error)
{
  lxw_error failure;

  errno = 0;
  if (!has_room (self))
    return fail (self, error);

  worksheet_autofilter (self->sheet, 0, 0, MAX (self->row - 1, 1),
                        (lxw_col_t) (self->order->n_columns - 1));
  errno = 0;
  failure = workbook_close (self->book);
  self->sheet = NULL;
  self->book = NULL;
  return failure == LXW_NO_ERROR || fail (self, error);
}
