/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/printout.h"

#include <errno.h>

#include <cairo-pdf.h>
#include <glib/gi18n-lib.h>
#include <pango/pangocairo.h>

#include "confined/whole.h"
#include "exchange/export-files.h"

G_DEFINE_AUTOPTR_CLEANUP_FUNC (PangoContext, g_object_unref)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_t, cairo_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_surface_t, cairo_surface_destroy)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (cairo_font_options_t, cairo_font_options_destroy)

#define MARGIN 36.0
#define CELL_PADDING 5.0 /* to the sides … */
#define ROW_PADDING 3.0  /* … and above and below */
#define GAP 6.0

/* A heading of a group is not the last on its page. */
#define ROOM_BELOW_BAND 60.0

#define PALE 0.92

/* A text at its place, or a line or a pale area where there is none. */
typedef struct
{
  char *text;
  double x, y, width, height;
  double font_size;
  int most_lines; /* 0 for as many as it takes */
  PangoAlignment alignment;
} Mark;

struct _SelPrintout
{
  double width, height;
  double font_size;
  char *title;
  char *left;
  char *right;
  PangoContext *context; /* while it is laid out */

  GPtrArray *pages; /* of GArray of Mark */
  double y;         /* where the next thing goes on the last page */

  /* A heading below which nothing stands yet. */
  char *band; /* NULL for none */
  guint band_from;

  int most_lines; /* of a cell; 0 for as many as it takes */
  GStrv labels;   /* of the table that is being made; NULL without one, or where it has none */
  double widths[SEL_PRINTOUT_MOST_COLUMNS];
  gboolean is_figures[SEL_PRINTOUT_MOST_COLUMNS];
  guint n_columns;
};

static void
clear_mark (gpointer data)
{
  g_free (((Mark *) data)->text);
}

/* Glyphs stand where they were measured, whatever they are drawn on. */
static void
set_up_context (PangoContext *context)
{
  g_autoptr (cairo_font_options_t) options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  pango_cairo_context_set_font_options (context, options);
  pango_cairo_context_set_resolution (context, 72);
}

/* @width is that of the paper as it is read. */
SelPrintout *
sel_printout_new (double width, double height, double font_size)
{
  SelPrintout *self = g_new0 (SelPrintout, 1);

  self->width = width;
  self->height = height;
  self->font_size = font_size;
  self->pages = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  self->context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  set_up_context (self->context);
  return self;
}

void
sel_printout_free (SelPrintout *self)
{
  if (self == NULL)
    return;

  g_clear_object (&self->context);
  g_ptr_array_unref (self->pages);
  g_strfreev (self->labels);
  g_free (self->band);
  g_free (self->title);
  g_free (self->left);
  g_free (self->right);
  g_free (self);
}

static PangoLayout *
new_layout (PangoContext *context, const Mark *mark)
{
  PangoLayout *layout = pango_layout_new (context);
  PangoFontDescription *font = pango_font_description_from_string ("Sans");

  pango_font_description_set_size (font, (int) (mark->font_size * PANGO_SCALE));
  pango_layout_set_font_description (layout, font);
  pango_font_description_free (font);
  pango_layout_set_width (layout, (int) (mark->width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_alignment (layout, mark->alignment);
  if (mark->most_lines)
    {
      pango_layout_set_height (layout, -mark->most_lines);
      pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
    }
  pango_layout_set_markup (layout, mark->text, -1);
  return layout;
}

static GArray *
last_page (SelPrintout *self)
{
  return g_ptr_array_index (self->pages, self->pages->len - 1);
}

static void
measure (SelPrintout *self, Mark *mark)
{
  g_autoptr (PangoLayout) layout = new_layout (self->context, mark);
  PangoRectangle size;

  pango_layout_get_extents (layout, NULL, &size);
  mark->height = (double) size.height / PANGO_SCALE;
}

static Mark
make_text (SelPrintout *self, const char *text, double x, double width, double font_size)
{
  Mark mark = { .text = g_strdup (text), .x = x, .width = width, .font_size = font_size };

  mark.most_lines = self->most_lines;

  measure (self, &mark);
  return mark;
}

static void
add_mark (SelPrintout *self, Mark mark, double y)
{
  mark.y = y;
  g_array_append_val (last_page (self), mark);
}

static void
add_line (SelPrintout *self, double y)
{
  add_mark (self, (Mark){ .x = MARGIN, .width = self->width - 2 * MARGIN }, y);
}

static double
body_width (SelPrintout *self)
{
  return self->width - 2 * MARGIN;
}

static double
body_end (SelPrintout *self)
{
  return self->height - MARGIN - self->font_size * 2;
}

/* Draws a row of texts from @y on, and says how high it is. */
static double
add_texts (SelPrintout *self, char *const *texts, double y, gboolean is_head)
{
  double x = MARGIN, height = 0;

  for (guint i = 0; i < self->n_columns; i++)
    {
      const gboolean is_figures = self->is_figures[i];
      g_autofree char *styled =
        is_head      ? g_strdup_printf ("<b>%s</b>", texts[i])
        : is_figures ? g_strdup_printf ("<span font_features='tnum=1'>%s</span>", texts[i])
                     : NULL;
      Mark mark = make_text (self, styled ? styled : texts[i], x + CELL_PADDING,
                             self->widths[i] - 2 * CELL_PADDING, self->font_size);

      mark.alignment = is_figures ? PANGO_ALIGN_RIGHT : PANGO_ALIGN_LEFT;
      add_mark (self, mark, y + ROW_PADDING);
      height = MAX (height, mark.height);
      x += self->widths[i];
    }

  return height + 2 * ROW_PADDING;
}

static void
add_heads (SelPrintout *self)
{
  GArray *page = last_page (self);
  const guint area = page->len;
  double height;

  add_mark (self, (Mark){ .x = MARGIN, .width = body_width (self) }, self->y);
  height = add_texts (self, self->labels, self->y, TRUE);
  g_array_index (page, Mark, area).height = height; /* known only now, and drawn first */
  self->y += height;
  add_line (self, self->y);
}

/* The title, and what is said to its left and right below. */
static void
begin_page (SelPrintout *self)
{
  GArray *page = g_array_new (FALSE, FALSE, sizeof (Mark));
  g_autofree char *title = g_markup_printf_escaped ("<b>%s</b>", self->title);
  Mark mark, aside;

  g_array_set_clear_func (page, clear_mark);
  g_ptr_array_add (self->pages, page);
  mark = make_text (self, title, MARGIN, body_width (self), self->font_size * 1.6);
  add_mark (self, mark, MARGIN);
  self->y = MARGIN + mark.height + 2;

  mark = make_text (self, self->left, MARGIN, body_width (self) * 0.7, self->font_size);
  add_mark (self, mark, self->y);
  aside = make_text (self, self->right, MARGIN + body_width (self) * 0.7, body_width (self) * 0.3,
                     self->font_size);
  aside.alignment = PANGO_ALIGN_RIGHT;
  add_mark (self, aside, self->y);
  self->y += MAX (mark.height, aside.height) + GAP;
  if (self->labels)
    add_heads (self);
}

static void
place_band (SelPrintout *self)
{
  g_autofree char *bold = g_strdup_printf ("<b>%s</b>", self->band);
  Mark mark =
    make_text (self, bold, MARGIN + CELL_PADDING, body_width (self), self->font_size * 1.1);

  self->band_from = last_page (self)->len;
  add_mark (self, mark, self->y + GAP);
  self->y += mark.height + GAP + ROW_PADDING;
  if (self->labels)
    add_line (self, self->y);
}

/* A heading that would be the last on its page goes with what comes after it. */
static void
turn_page (SelPrintout *self)
{
  if (self->band)
    g_array_set_size (last_page (self), self->band_from);
  begin_page (self);
  if (self->band)
    place_band (self);
}

/* What every page has on top: @title, and below it @left and @right; these are markup. */
void
sel_printout_begin (SelPrintout *self, const char *title, const char *left, const char *right)
{
  self->title = g_strdup (title);
  self->left = g_strdup (left);
  self->right = g_strdup (right);
  begin_page (self);
}

/* From now on, what takes more lines than @lines ends with "…"; 0 for never. */
void
sel_printout_set_most_lines (SelPrintout *self, int lines)
{
  self->most_lines = lines;
}

/* A table with such columns. The labels, if there are any, are repeated on every page. */
void
sel_printout_begin_table (SelPrintout *self, const SelPrintoutColumn *columns, guint n_columns)
{
  const gboolean has_labels = columns[0].label != NULL;
  double all = 0;

  g_return_if_fail (n_columns <= SEL_PRINTOUT_MOST_COLUMNS);

  sel_printout_end_table (self);
  self->labels = has_labels ? g_new0 (char *, n_columns + 1) : NULL;
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    all += columns[i].share;
  for (guint i = 0; i < n_columns; i++)
    {
      if (has_labels)
        self->labels[i] = g_markup_escape_text (columns[i].label, -1);
      self->widths[i] = body_width (self) * columns[i].share / all;
      self->is_figures[i] = columns[i].is_figures;
    }
  if (self->y + ROOM_BELOW_BAND > body_end (self))
    turn_page (self);
  else if (has_labels)
    add_heads (self);
}

void
sel_printout_end_table (SelPrintout *self)
{
  if (self->n_columns)
    self->y += GAP;
  self->n_columns = 0;
  g_clear_pointer (&self->labels, g_strfreev);
}

/* A row of the table, which goes to the next page when it does not fit here any more. One that is
 * higher than a page goes on below its end: let rows be short. */
void
sel_printout_add_row (SelPrintout *self, char *const *cells)
{
  GArray *page = last_page (self);
  const guint n_marks = page->len;
  double height = add_texts (self, cells, self->y, FALSE);

  if (self->y + height > body_end (self))
    {
      g_array_set_size (page, n_marks);
      turn_page (self);
      height = add_texts (self, cells, self->y, FALSE);
    }

  g_clear_pointer (&self->band, g_free);
  self->y += height;
  add_line (self, self->y);
}

/* The heading of a group of rows, or of a part of the text. */
void
sel_printout_add_band (SelPrintout *self, const char *text)
{
  g_free (self->band);
  self->band = g_strdup (text);
  if (self->y + ROOM_BELOW_BAND > body_end (self))
    begin_page (self);
  place_band (self);
}

void
sel_printout_add_text (SelPrintout *self, const char *text)
{
  Mark mark =
    make_text (self, text, MARGIN + CELL_PADDING, body_width (self) - 2 * CELL_PADDING,
               self->font_size);

  if (self->y + mark.height > body_end (self))
    turn_page (self);
  g_clear_pointer (&self->band, g_free);
  add_mark (self, mark, self->y);
  self->y += mark.height + ROW_PADDING;
}

/* Says on each page which of how many it is. */
void
sel_printout_end (SelPrintout *self)
{
  sel_printout_end_table (self);
  for (guint i = 0; i < self->pages->len; i++)
    {
      /* Translators: of a printed document */
      g_autofree char *text = g_strdup_printf (_ ("Page %u of %u"), i + 1, self->pages->len);
      Mark mark = make_text (self, text, MARGIN, body_width (self), self->font_size);

      mark.alignment = PANGO_ALIGN_CENTER;
      mark.y = self->height - MARGIN - mark.height;
      g_array_append_val (((GArray *) g_ptr_array_index (self->pages, i)), mark);
    }
  g_clear_object (&self->context);
}

const char *
sel_printout_get_title (SelPrintout *self)
{
  return self->title;
}

double
sel_printout_get_width (SelPrintout *self)
{
  return self->width;
}

double
sel_printout_get_height (SelPrintout *self)
{
  return self->height;
}

guint
sel_printout_get_n_pages (SelPrintout *self)
{
  return self->pages->len;
}

static void
draw_mark (const Mark *mark, PangoContext *context, cairo_t *cairo)
{
  if (mark->text)
    {
      g_autoptr (PangoLayout) layout = new_layout (context, mark);

      cairo_move_to (cairo, mark->x, mark->y);
      pango_cairo_show_layout (cairo, layout);
      return;
    }

  cairo_save (cairo);
  if (mark->height > 0)
    {
      cairo_set_source_rgb (cairo, PALE, PALE, PALE);
      cairo_rectangle (cairo, mark->x, mark->y, mark->width, mark->height);
      cairo_fill (cairo);
    }
  else
    {
      cairo_set_source_rgb (cairo, 0.6, 0.6, 0.6);
      cairo_set_line_width (cairo, 0.5);
      cairo_move_to (cairo, mark->x, mark->y);
      cairo_line_to (cairo, mark->x + mark->width, mark->y);
      cairo_stroke (cairo);
    }
  cairo_restore (cairo);
}

/* Draws a page, from 0, of paper that was ended. */
void
sel_printout_draw (SelPrintout *self, guint page, cairo_t *cairo)
{
  const GArray *marks = g_ptr_array_index (self->pages, page);
  g_autoptr (PangoContext) context = pango_cairo_create_context (cairo);

  set_up_context (context);
  cairo_set_source_rgb (cairo, 0, 0, 0);
  for (guint i = 0; i < marks->len; i++)
    draw_mark (&g_array_index (marks, Mark, i), context, cairo);
}

static cairo_status_t
write_cb (void *file, const unsigned char *data, unsigned int length)
{
  return sel_write_whole (*(int *) file, (gconstpointer) data, length)
           ? CAIRO_STATUS_SUCCESS
           : CAIRO_STATUS_WRITE_ERROR;
}

/**
 * sel_printout_write_pdf:
 * @file: a descriptor
 * @name: of the file, for messages
 * @progress: (nullable): called after each page
 */
gboolean
sel_printout_write_pdf (SelPrintout *self,
                        int file,
                        const char *name,
                        SelPrintoutProgressFunc progress,
                        gpointer user_data,
                        GCancellable *cancellable,
                        GError **error)
{
  g_autoptr (cairo_surface_t) surface =
    cairo_pdf_surface_create_for_stream (write_cb, &file, self->width, self->height);
  g_autoptr (cairo_t) cairo = cairo_create (surface);
  int number = 0;

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, self->title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "Selaras");
  for (guint i = 0; i < self->pages->len; i++)
    {
      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      sel_printout_draw (self, i, cairo);
      cairo_show_page (cairo);
      if (progress)
        progress (i + 1, self->pages->len, user_data);
    }

  errno = 0;
  cairo_surface_finish (surface);
  number = errno;
  if (cairo_surface_status (surface) != CAIRO_STATUS_SUCCESS ||
      cairo_status (cairo) != CAIRO_STATUS_SUCCESS)
    return sel_export_files_fail (name, number ? number : EIO, error);
  return TRUE;
}
