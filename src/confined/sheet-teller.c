/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "confined/sheet-teller.h"

/* How often the program hears how far the reader is. */
#define BYTES_BETWEEN_PROGRESS (1 << 20)

void
sel_sheet_teller_init (SelSheetTeller *self, SelFrameChannel *channel, gint64 n_wanted)
{
  *self = (SelSheetTeller){ .channel = channel, .n_wanted = n_wanted };
  self->text = g_string_new (NULL);
  self->cells = g_array_new (FALSE, FALSE, sizeof (SelToldCell));
}

void
sel_sheet_teller_clear (SelSheetTeller *self)
{
  if (self->text == NULL)
    return;

  g_string_free (self->text, TRUE);
  g_array_unref (self->cells);
  self->text = NULL;
}

static void
end_frame (SelSheetTeller *self)
{
  if (!sel_frame_channel_end (self->channel))
    self->is_over = TRUE;
}

/* @names: (nullable): of the sheets of a workbook */
void
sel_sheet_teller_found (SelSheetTeller *self,
                        SelSheetKind kind,
                        guint delimiter,
                        SelSheetEncoding encoding,
                        guint sheet,
                        const char *const *names)
{
  const guint n_names = names ? g_strv_length ((char **) names) : 0;
  SelFrameWriter *writer;

  if (self->is_over)
    return;

  writer = sel_frame_channel_begin (self->channel, SEL_FRAME_SHEET_FOUND);
  sel_frame_put_u32 (writer, kind);
  sel_frame_put_u32 (writer, delimiter);
  sel_frame_put_u32 (writer, encoding);
  sel_frame_put_u32 (writer, sheet);
  sel_frame_put_u32 (writer, n_names);
  for (guint i = 0; i < n_names; i++)
    sel_frame_put_text (writer, names[i]);
  end_frame (self);
}

/* Ends a cell whose text was put behind that of the others; FALSE when that was too much. */
gboolean
sel_sheet_teller_end_cell (SelSheetTeller *self, SelCellType type)
{
  const gsize begin =
    self->cells->len ? g_array_index (self->cells, SelToldCell, self->cells->len - 1).end : 0;
  const SelToldCell cell = { self->text->len > begin ? type : SEL_CELL_EMPTY, self->text->len };

  if (cell.end - begin > SEL_SHEET_MOST_CELL)
    sel_sheet_teller_stop (self, SEL_SHEET_PROBLEM_CELL_TOO_LONG, NULL);
  else if (cell.end > SEL_SHEET_MOST_ROW)
    sel_sheet_teller_stop (self, SEL_SHEET_PROBLEM_ROW_TOO_LONG, NULL);
  else if (cell.type != SEL_CELL_EMPTY && self->cells->len >= SEL_SHEET_MOST_COLUMNS)
    sel_sheet_teller_stop (self, SEL_SHEET_PROBLEM_TOO_MANY_COLUMNS, NULL);
  else if (self->cells->len < SEL_SHEET_MOST_COLUMNS)
    {
      g_array_append_val (self->cells, cell);
      if (cell.type != SEL_CELL_EMPTY)
        self->n_full = self->cells->len;
    }
  return !self->is_over;
}

gboolean
sel_sheet_teller_add_cell (SelSheetTeller *self, SelCellType type, const char *text)
{
  if (text)
    g_string_append (self->text, text);
  return sel_sheet_teller_end_cell (self, type);
}

static void
tell_row (SelSheetTeller *self)
{
  SelFrameWriter *writer = sel_frame_channel_begin (self->channel, SEL_FRAME_SHEET_ROW);
  gsize begin = 0;

  sel_frame_put_u32 (writer, self->row);
  sel_frame_put_u32 (writer, self->n_full);
  for (guint i = 0; i < self->n_full; i++)
    {
      const SelToldCell *cell = &g_array_index (self->cells, SelToldCell, i);

      sel_frame_put_u32 (writer, cell->type);
      if (cell->type != SEL_CELL_EMPTY)
        sel_frame_put_text_len (writer, self->text->str + begin, cell->end - begin);
      begin = cell->end;
    }
  end_frame (self);

  if (++self->n_told == self->n_wanted)
    sel_sheet_teller_finish (self);
}

/* Ends the row of this number, and begins the next. */
void
sel_sheet_teller_end_row (SelSheetTeller *self)
{
  if (!self->is_over && self->n_full)
    tell_row (self);
  if (!self->is_over && self->row >= SEL_SHEET_MOST_ROWS)
    sel_sheet_teller_stop (self, SEL_SHEET_PROBLEM_TOO_MANY_ROWS, NULL);

  g_string_truncate (self->text, 0);
  g_array_set_size (self->cells, 0);
  self->n_full = 0;
  self->row++;
}

/* Tells why the file cannot be read any further, or not at all. The first time counts. */
void
sel_sheet_teller_stop (SelSheetTeller *self, SelSheetProblem problem, const char *detail)
{
  SelFrameWriter *writer;

  if (self->is_over)
    return;

  writer = sel_frame_channel_begin (self->channel, SEL_FRAME_SHEET_STOPPED);
  sel_frame_put_u32 (writer, problem);
  sel_frame_put_u32 (writer, self->row);
  sel_frame_put_text (writer, detail ? detail : "");
  end_frame (self);
  self->is_over = TRUE;
}

/* Notes that more of the file was read. What takes long is never silent. */
void
sel_sheet_teller_progress (SelSheetTeller *self, gsize n_more)
{
  const gint64 before = self->n_read;
  SelFrameWriter *writer;

  self->n_read += (gint64) n_more;
  if (self->is_over || before / BYTES_BETWEEN_PROGRESS == self->n_read / BYTES_BETWEEN_PROGRESS)
    return;

  writer = sel_frame_channel_begin (self->channel, SEL_FRAME_SHEET_PROGRESS);
  sel_frame_put_i64 (writer, self->n_read);
  end_frame (self);
  if (!sel_frame_channel_flush (self->channel))
    self->is_over = TRUE;
}

void
sel_sheet_teller_finish (SelSheetTeller *self)
{
  if (self->is_over)
    return;

  sel_frame_channel_begin (self->channel, SEL_FRAME_SHEET_END);
  end_frame (self);
  self->is_over = TRUE;
}
