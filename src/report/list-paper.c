/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/list-paper.h"

#include <glib/gi18n-lib.h>

#include "domain/typed.h"
#include "exchange/export-result.h"
#include "report/list-cell.h"
#include "report/list-heading.h"

#define FONT_SIZE 8.0
#define SMALL_FONT_SIZE 7.0

/* Of the column that takes the room that is left on the screen. */
#define WIDE 40

/* Characters that upright paper has room for, and such as lies on its side. */
#define UPRIGHT_WIDTH 100
#define LYING_WIDTH 160

/* What a label, which is bold, takes beside its characters. */
#define LABEL_WIDTH(n) ((n) *5 / 4 + 3)

/* A row is never higher than a page. */
#define MOST_LINES 20

struct _SelListPaper
{
  const SelListOrder *order; /* borrowed */
  SelPrintout *printout;
  guint n_rows;
};

static gboolean
fits (guint n_rows, GError **error)
{
  g_autofree char *most = sel_number_dup_display (SEL_PAPER_MOST_ROWS);
  g_autofree char *shown = sel_number_dup_display (n_rows);

  if (n_rows <= SEL_PAPER_MOST_ROWS)
    return TRUE;

  g_set_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED,
               /* Translators: how many rows fit, and how many there are */
               _ ("On paper a list has at most %s rows, and this one has %s. Narrow it down by a "
                  "search or a filter, or save it as XLSX or CSV."),
               most, shown);
  return FALSE;
}

/* Says how wide the columns are in characters, and returns how wide all are. */
static guint
describe_columns (const SelListOrder *order, SelPrintoutColumn *columns)
{
  guint all = 0;

  for (guint i = 0; i < order->n_columns; i++)
    {
      const SelListColumn *column = sel_list_order_get_column (order, i);
      const char *label = _ (column->label);
      const guint label_width = LABEL_WIDTH ((guint) g_utf8_strlen (label, -1));
      const guint width = MAX (label_width, column->width ? column->width : WIDE);

      columns[i] = (SelPrintoutColumn){ label, width, column->kind == SEL_COLUMN_NUMBER };
      all += width;
    }

  return all;
}

static gboolean
put_heading (SelListPaper *self, SelConnection *connection, GError **error)
{
  const SelListOrder *order = self->order;
  const gboolean is_narrowed = order->ids || sel_list_request_is_narrowed (order->request);
  g_autofree char *narrowed = sel_list_narrowed_dup (order->query, order->request, connection);
  g_autofree char *count = NULL;
  gint64 total;
  GDate today;

  if (!sel_list_query_count (order->query, connection, &total, error))
    return FALSE;

  g_date_clear (&today, 1);
  sel_typed_date (order->request->today, &today);
  count = sel_list_count_dup (self->n_rows, total, is_narrowed);
  sel_list_heading_put (self->printout, sel_list_label (order->query), order->office, &today,
                        narrowed, count);
  return TRUE;
}

/* Begins a list of @n_rows; the order lives as long. */
SelListPaper *
sel_list_paper_new (const SelListOrder *order,
                    SelConnection *connection,
                    guint n_rows,
                    GError **error)
{
  g_autoptr (SelListPaper) self = g_new0 (SelListPaper, 1);
  SelPrintoutColumn columns[SEL_MOST_COLUMNS];
  const guint width = describe_columns (order, columns);
  const gboolean is_upright = width <= UPRIGHT_WIDTH;

  self->order = order;
  self->n_rows = n_rows;
  self->printout = sel_printout_new (is_upright ? SEL_PRINTOUT_A4_SHORT : SEL_PRINTOUT_A4_LONG,
                                     is_upright ? SEL_PRINTOUT_A4_LONG : SEL_PRINTOUT_A4_SHORT,
                                     width > LYING_WIDTH ? SMALL_FONT_SIZE : FONT_SIZE);
  if (!fits (n_rows, error) || !put_heading (self, connection, error))
    return NULL;

  sel_printout_set_most_lines (self->printout, MOST_LINES);
  sel_printout_begin_table (self->printout, columns, order->n_columns);
  if (n_rows == 0)
    sel_printout_add_text (self->printout, _ ("Nothing found"));
  return g_steal_pointer (&self);
}

void
sel_list_paper_free (SelListPaper *self)
{
  if (self == NULL)
    return;

  g_clear_pointer (&self->printout, sel_printout_free);
  g_free (self);
}

void
sel_list_paper_add_row (SelListPaper *self, SelRow *row)
{
  const SelListOrder *order = self->order;
  g_auto (GStrv) cells = g_new0 (char *, order->n_columns + 1);

  for (guint i = 0; i < order->n_columns; i++)
    {
      g_autofree char *text = sel_list_cell_dup_display (sel_list_order_get_column (order, i),
                                                         sel_row_get_text (row, order->columns[i]),
                                                         order->with_personal);

      cells[i] = g_markup_escape_text (text, -1);
    }
  sel_printout_add_row (self->printout, cells);
}

/* The pages, ready to be drawn. */
SelPrintout *
sel_list_paper_end (SelListPaper *self)
{
  sel_printout_end (self->printout);
  return g_steal_pointer (&self->printout);
}

typedef struct
{
  const SelListOrder *order;
  SelListPaper *paper;
  int *done;
} Printing;

static gboolean
begin_paper (gpointer user_data, SelConnection *connection, guint n_rows, GError **error)
{
  Printing *self = user_data;

  self->paper = sel_list_paper_new (self->order, connection, n_rows, error);
  return self->paper != NULL;
}

static gboolean
add_row (gpointer user_data, SelRow *row, G_GNUC_UNUSED GError **error)
{
  sel_list_paper_add_row (((Printing *) user_data)->paper, row);
  return TRUE;
}

static gboolean
end_paper (G_GNUC_UNUSED gpointer user_data, G_GNUC_UNUSED GError **error)
{
  return TRUE;
}

static void
note_progress (guint n, guint n_all, gpointer user_data)
{
  const Printing *self = user_data;

  if (self->done)
    g_atomic_int_set (self->done, (int) ((guint64) n * 1000 / n_all));
}

/**
 * sel_list_printout_new:
 * @done: (nullable): gets how many thousandths are done, for whoever looks on
 *
 * The list, ready to be drawn. What sel_list_file_write() would keep in the log is kept there.
 * Waits, on whatever thread calls.
 */
SelPrintout *
sel_list_printout_new (SelStore *store,
                       const SelListOrder *order,
                       int *done,
                       GCancellable *cancellable,
                       GError **error)
{
  static const SelListWriter writer = { begin_paper, add_row, end_paper };
  Printing self = { order, NULL, done };
  g_autoptr (GArray) ids =
    sel_list_order_write (order, store, &writer, &self, note_progress, cancellable, error);
  g_autoptr (SelListPaper) paper = self.paper;
  SelListReceipt receipt;

  return ids && sel_list_order_record (order, store, ids, &receipt, cancellable, error)
           ? sel_list_paper_end (paper)
           : NULL;
}
