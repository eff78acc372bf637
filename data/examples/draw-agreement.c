/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Draws the text of an agreement as a PDF, laid out as Indonesian offices lay theirs out.
 *
 *   draw-agreement TEXT PDF
 *
 * What a text looks like stands in agreement-text.h. */
#include "agreement-text.h"
#include "sheet.h"

#include <cairo-pdf.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)

#define NAME_WIDTH 160.0
#define FORM_WIDTH 70.0
#define CELL_PADDING 4.0
#define EMBLEM_RADIUS 30.0

G_GNUC_PRINTF (1, 2)
G_NORETURN static void
fail (const char *format, ...)
{
  va_list args;

  va_start (args, format);
  vfprintf (stderr, format, args);
  fputc ('\n', stderr);
  va_end (args);
  exit (1);
}

/* Centred lines, or at the left; a heading keeps room for the start of its article. */
static void
show_title (Sheet *self, const AgreementBlock *block, gboolean is_heading)
{
  g_auto (GStrv) pieces = agreement_block_pieces (block);
  g_autofree char *lines = g_strjoinv ("\n", pieces);
  g_autofree char *markup = is_heading ? g_strdup_printf ("<b>%s</b>", lines) : g_strdup (lines);
  g_auto (Row) row = { 0 };

  row_add (&row, self, markup, self->left, self->width,
           agreement_block_has_mark (block, "<") ? PANGO_ALIGN_LEFT : PANGO_ALIGN_CENTER);
  if (self->y > MARGIN_TOP)
    self->y += GAP;
  sheet_ensure_room (self, is_heading ? row.height + 5 * GAP + STEP : row.height);
  sheet_show_row (self, &row);
  self->y += is_heading ? GAP : 2 * GAP;
}

/* The komparisi: number, name, colon, and what the official stands for. */
static void
show_official (Sheet *self, const AgreementBlock *block)
{
  g_auto (GStrv) pieces = agreement_block_pieces (block);
  g_autofree char *name = g_strdup_printf ("<b>%s</b>", pieces[0]);
  g_auto (Row) row = { 0 };
  double x = MARGIN_LEFT + STEP;
  double text_x = x + NAME_WIDTH + STEP;

  row_add (&row, self, block->mark, MARGIN_LEFT, STEP, PANGO_ALIGN_LEFT);
  row_add (&row, self, name, x, NAME_WIDTH, PANGO_ALIGN_LEFT);
  row_add (&row, self, ":", x + NAME_WIDTH + STEP / 3, STEP / 2, PANGO_ALIGN_LEFT);
  row_add (&row, self, pieces[1], text_x, PAGE_WIDTH - MARGIN_RIGHT - text_x, PANGO_ALIGN_LEFT);

  sheet_ensure_room (self, row.height);
  sheet_show_row (self, &row);
  self->y += GAP;
}

/* A row of a form: "Jabatan : Kepala …". */
static void
show_form_row (Sheet *self, const AgreementBlock *block)
{
  g_auto (GStrv) pieces = agreement_block_pieces (block);
  g_auto (Row) row = { 0 };
  const double x = self->left + STEP;
  const double text_x = x + FORM_WIDTH + STEP / 2;

  row_add (&row, self, pieces[0], x, FORM_WIDTH, PANGO_ALIGN_LEFT);
  row_add (&row, self, ":", x + FORM_WIDTH, STEP / 2, PANGO_ALIGN_LEFT);
  row_add (&row, self, pieces[1], text_x, self->left + self->width - text_x, PANGO_ALIGN_LEFT);
  sheet_ensure_room (self, row.height);
  sheet_show_row (self, &row);
}

/* Both languages of a pair. */
static void
show_pair (Sheet *self, const AgreementBlock *block)
{
  g_auto (GStrv) pieces = agreement_block_pieces (block);
  const double width = (self->width - STEP) / 2;
  g_auto (Row) row = { 0 };

  row_add (&row, self, pieces[0], self->left, width, PANGO_ALIGN_LEFT);
  row_add (&row, self, pieces[1], self->left + width + STEP, width, PANGO_ALIGN_LEFT);
  sheet_ensure_room (self, row.height);
  sheet_show_row (self, &row);
  self->y += GAP;
}

static void
show_table_row (Sheet *self, const AgreementBlock *block, GStrv columns, gboolean is_head)
{
  g_auto (GStrv) pieces = agreement_block_pieces (block);
  g_auto (Row) row = { 0 };
  double x = MARGIN_LEFT;

  for (guint i = 0; pieces[i] && columns[i]; i++)
    {
      double width = g_ascii_strtod (columns[i], NULL) / 100 * TEXT_WIDTH;
      g_autofree char *markup = NULL;

      markup = g_strdup_printf (is_head ? "<small><b>%s</b></small>" : "<small>%s</small>",
                                pieces[i]);
      row_add (&row,
               self,
               markup,
               x + CELL_PADDING,
               width - 2 * CELL_PADDING,
               is_head ? PANGO_ALIGN_CENTER : PANGO_ALIGN_LEFT);
      x += width;
    }

  row.height += 2 * CELL_PADDING;
  sheet_ensure_room (self, is_head ? 2 * row.height : row.height);
  cairo_set_line_width (self->cairo, 0.6);
  for (guint i = 0; i < row.n; i++)
    cairo_rectangle (self->cairo,
                     row.x[i] - CELL_PADDING,
                     self->y,
                     row.width[i] + 2 * CELL_PADDING,
                     row.height);
  cairo_stroke (self->cairo);

  self->y += CELL_PADDING;
  sheet_show_row (self, &row);
  self->y -= CELL_PADDING;
}

/* @n signatures side by side: who signs, the mark of a signed copy, and the name. */
static void
show_signatures (Sheet *self, AgreementBlock **blocks, guint n)
{
  double width = TEXT_WIDTH / n;
  g_auto (Row) heads = { 0 };
  g_auto (Row) marks = { 0 };
  g_auto (Row) names = { 0 };

  for (guint i = 0; i < n; i++)
    {
      g_auto (GStrv) pieces = agreement_block_pieces (blocks[i]);
      guint last = g_strv_length (pieces) - 1;
      g_autofree char *name = g_strdup_printf ("<b>%s</b>", pieces[last]);
      g_autofree char *head = NULL;
      double x = MARGIN_LEFT + i * width + CELL_PADDING;

      g_clear_pointer (&pieces[last], g_free);
      head = g_strjoinv ("\n", pieces);
      row_add (&heads, self, head, x, width - 2 * CELL_PADDING, PANGO_ALIGN_CENTER);
      row_add (&marks, self, "ttd.", x, width - 2 * CELL_PADDING, PANGO_ALIGN_CENTER);
      row_add (&names, self, name, x, width - 2 * CELL_PADDING, PANGO_ALIGN_CENTER);
    }

  self->y += GAP;
  sheet_ensure_room (self, heads.height + marks.height + names.height + 8 * GAP);
  sheet_show_row (self, &heads);
  self->y += 3 * GAP;
  sheet_show_row (self, &marks);
  self->y += 3 * GAP;
  sheet_show_row (self, &names);
  self->y += GAP;
}

static void
trace_polygon (cairo_t *cairo, double x, double y, double radius, guint sides)
{
  cairo_new_path (cairo);
  for (guint i = 0; i < sides; i++)
    cairo_line_to (cairo,
                   x + radius * sin (2 * G_PI * i / sides),
                   y - radius * cos (2 * G_PI * i / sides));
  cairo_close_path (cairo);
}

/* Not the arms of anyone: a polygon with a ring and a kernel. */
static void
show_emblem (Sheet *self, const char *emblem, double x)
{
  double y = self->y + EMBLEM_RADIUS;
  guint sides = (guint) g_ascii_strtoull (emblem, NULL, 10);
  const char *colour = strchr (emblem, '#');
  PangoColor rgb;

  if (sides < 3 || !colour || !pango_color_parse (&rgb, colour))
    fail ("“%s” is not an emblem: write its sides and its colour, such as 5 #1f4e79", emblem);

  cairo_save (self->cairo);
  cairo_set_source_rgb (self->cairo,
                        rgb.red / 65535.0,
                        rgb.green / 65535.0,
                        rgb.blue / 65535.0);
  trace_polygon (self->cairo, x, y, EMBLEM_RADIUS, sides);
  cairo_fill (self->cairo);

  cairo_set_source_rgb (self->cairo, 1, 1, 1);
  cairo_set_line_width (self->cairo, 2);
  trace_polygon (self->cairo, x, y, EMBLEM_RADIUS * 0.62, sides);
  cairo_stroke (self->cairo);
  cairo_arc (self->cairo, x, y, EMBLEM_RADIUS * 0.26, 0, 2 * G_PI);
  cairo_stroke (self->cairo);
  cairo_restore (self->cairo);
}

static void
show_emblems (Sheet *self, const char *emblems)
{
  g_auto (GStrv) each = g_strsplit (emblems, ",", AGREEMENT_MAX_PIECES);
  guint n = g_strv_length (each);

  for (guint i = 0; i < n; i++)
    show_emblem (self, each[i], MARGIN_LEFT + TEXT_WIDTH * (2 * i + 1) / (2 * n));
  self->y += 2 * EMBLEM_RADIUS + 2 * GAP;
}

/* Those that follow each other, from @first on. */
static guint
count_signatures (GPtrArray *blocks, guint first)
{
  guint n = 0;

  while (first + n < blocks->len &&
         agreement_block_has_mark (g_ptr_array_index (blocks, first + n), ">"))
    n++;
  return n;
}

static void
show_blocks (Sheet *self, GPtrArray *blocks, GStrv columns)
{
  gboolean in_table = FALSE;

  for (guint i = 0; i < blocks->len; i++)
    {
      const AgreementBlock *block = g_ptr_array_index (blocks, i);
      gboolean is_head = !in_table;

      in_table = agreement_block_has_mark (block, "|");
      if (!in_table && !is_head)
        self->y += GAP;

      if (agreement_block_has_mark (block, ">"))
        {
          guint n = count_signatures (blocks, i);

          show_signatures (self, (AgreementBlock **) &g_ptr_array_index (blocks, i), n);
          i += n - 1;
        }
      else if (in_table)
        show_table_row (self, block, columns, is_head);
      else if (agreement_block_has_mark (block, ":"))
        show_form_row (self, block);
      else if (agreement_block_has_mark (block, "&"))
        show_pair (self, block);
      else if (agreement_block_has_mark (block, "#") || agreement_block_has_mark (block, "=") ||
               agreement_block_has_mark (block, "<"))
        show_title (self, block, !agreement_block_has_mark (block, "="));
      else if (g_str_equal (block->text->str, "==="))
        sheet_toggle_columns (self);
      else if (g_str_equal (block->text->str, "---"))
        sheet_new_page (self);
      else if (block->mark && strchr (block->text->str, '|'))
        show_official (self, block);
      else
        sheet_show_paragraph (self,
                              block->mark,
                              block->text->str,
                              STEP * (block->depth + (block->mark ? 1 : 0)));
    }
}

static void
set_metadata (cairo_surface_t *surface, const AgreementText *text)
{
  g_autofree char *made = g_strconcat (text->date, "T00:00:00Z", NULL);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, text->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR, text->author);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, made);
}

static void
draw (const AgreementText *text, const char *path)
{
  g_autoptr (cairo_surface_t) surface = cairo_pdf_surface_create (path, PAGE_WIDTH, PAGE_HEIGHT);
  g_autoptr (cairo_t) cairo = cairo_create (surface);
  g_auto (GStrv) columns = g_strsplit (text->columns ? text->columns : "", " ", 0);
  g_auto (Sheet) sheet = { .header = text->header,
                           .footer = text->footer,
                           .has_outlines = text->scan != NULL };

  /* Later versions pack the page tree into a stream, where the count of pages is not seen. */
  cairo_pdf_surface_restrict_to_version (surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (surface, text);

  sheet_init (&sheet, cairo, text->font);
  if (text->emblems)
    show_emblems (&sheet, text->emblems);
  show_blocks (&sheet, text->blocks, columns);

  cairo_surface_finish (surface);
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS)
    fail ("%s: %s", path, cairo_status_to_string (cairo_surface_status (surface)));
}

int
main (int argc, char **argv)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (AgreementText) text = NULL;

  /* Pango only warns of wrong markup, and leaves the paragraph out. */
  g_log_set_always_fatal (G_LOG_LEVEL_WARNING | G_LOG_LEVEL_CRITICAL);

  if (argc != 3)
    fail ("usage: draw-agreement TEXT PDF");
  if (!(text = agreement_text_read (argv[1], &error)))
    fail ("%s", error->message);

  draw (text, argv[2]);
  return 0;
}
