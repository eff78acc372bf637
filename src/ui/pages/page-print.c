/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-print.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "confined/protocol.h"
#include "ui/pages/print-preview.h"

/* Pixels an inch: letters of print, while a sheet of A4 still is but 33 MiB. */
#define RESOLUTION 300.0

/* A little less than is drawn at once, since sides are rounded. */
#define MOST_PIXELS (0.95 * SEL_PDF_MAX_PIXELS)
#define MOST_PIXELS_A_SIDE (0.95 * SEL_PDF_MAX_SIDE_PIXELS)

/* A page that is being drawn, and the sheet that waits for it. */
typedef struct
{
  GtkPrintOperation *operation;
  GtkPrintContext *context;
  double width, height; /* of the page, in points */
} Sheet;

static void
sheet_free (Sheet *self)
{
  g_object_unref (self->operation);
  g_object_unref (self->context);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Sheet, sheet_free)

/* How much smaller the page is to be than it is. */
static double
find_fit (const Sheet *self)
{
  const double across = gtk_print_context_get_width (self->context) / self->width;
  const double down = gtk_print_context_get_height (self->context) / self->height;

  return MIN (1, MIN (across, down));
}

static void
draw_pixels (const Sheet *self, SelPixels *pixels)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (self->context);
  const double fit = find_fit (self);
  const double width = gtk_print_context_get_width (self->context);
  const double height = gtk_print_context_get_height (self->context);
  cairo_surface_t *surface = cairo_image_surface_create_for_data (
    (guint8 *) g_bytes_get_data (pixels->bytes, NULL), CAIRO_FORMAT_ARGB32, (int) pixels->width,
    (int) pixels->height, (int) pixels->stride);

  cairo_save (cairo);
  cairo_translate (cairo, (width - self->width * fit) / 2, (height - self->height * fit) / 2);
  cairo_scale (cairo, self->width * fit / pixels->width, self->height * fit / pixels->height);
  cairo_set_source_surface (cairo, surface, 0, 0);
  cairo_pattern_set_filter (cairo_get_source (cairo), CAIRO_FILTER_GOOD);
  cairo_paint (cairo);
  cairo_restore (cairo);

  /* The paper may outlive the pixels. */
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
}

static void
draw_sentence (const Sheet *self, const char *sentence)
{
  cairo_t *cairo = gtk_print_context_get_cairo_context (self->context);
  g_autoptr (PangoLayout) layout = gtk_print_context_create_pango_layout (self->context);
  const double width = gtk_print_context_get_width (self->context);

  pango_layout_set_text (layout, sentence, -1);
  pango_layout_set_width (layout, (int) (width * 0.6) * PANGO_SCALE);
  cairo_move_to (cairo, width * 0.2, 96);
  pango_cairo_show_layout (cairo, layout);
}

static void
rendered_cb (GObject *pdf, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Sheet) sheet = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SelPixels) pixels = sel_pdf_render_finish (SEL_PDF (pdf), result, &error);

  if (pixels)
    draw_pixels (sheet, pixels);
  else
    draw_sentence (sheet, error->message);
  gtk_print_operation_draw_page_finish (sheet->operation);
  sel_print_preview_drawn (sheet->operation);
}

/* Pixels a point: those of a printer, or of a sheet larger than A2 as many as are drawn at once. */
static double
find_scale (const Sheet *self)
{
  const double most = sqrt (MOST_PIXELS / (self->width * self->height));
  const double most_a_side = MOST_PIXELS_A_SIDE / MAX (self->width, self->height);

  return MIN (find_fit (self) * RESOLUTION / 72, MIN (most, most_a_side));
}

static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, SelPdf *pdf)
{
  Sheet *sheet = g_new0 (Sheet, 1);

  sheet->operation = g_object_ref (operation);
  sheet->context = g_object_ref (context);
  sel_pdf_get_page_size (pdf, (guint) page, &sheet->width, &sheet->height);
  gtk_print_operation_set_defer_drawing (operation);
  sel_pdf_render_part_async (pdf, (guint) page, find_scale (sheet), SEL_PDF_PRINTED, NULL, NULL,
                             rendered_cb, sheet);
}

/* A page that is wider than it is high lies across its sheet. */
static void
page_setup_cb (G_GNUC_UNUSED GtkPrintOperation *operation,
               G_GNUC_UNUSED GtkPrintContext *context,
               int page,
               GtkPageSetup *setup,
               SelPdf *pdf)
{
  double width, height;

  sel_pdf_get_page_size (pdf, (guint) page, &width, &height);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);
}

/**
 * sel_page_print_new:
 * @name: of the file
 * @page: that "the current page" means, from 1
 *
 * Returns: (transfer full): what prints @pdf, once it is run
 */
GtkPrintOperation *
sel_page_print_new (SelPdf *pdf, const char *name, guint page)
{
  GtkPrintOperation *operation = gtk_print_operation_new ();

  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_n_pages (operation, (int) sel_pdf_get_n_pages (pdf));
  gtk_print_operation_set_current_page (operation, (int) page - 1);
  gtk_print_operation_set_use_full_page (operation, TRUE); /* the page has margins of its own */
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_set_show_progress (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  g_signal_connect_object (operation, "request-page-setup", G_CALLBACK (page_setup_cb), pdf, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), pdf, 0);
  g_signal_connect (operation, "preview", G_CALLBACK (sel_print_preview_cb), NULL);
  g_object_set_data_full (G_OBJECT (operation), "pdf", g_object_ref (pdf), g_object_unref);
  return operation;
}

/* What a document waits for that is opened to be printed. */
typedef struct
{
  GtkWidget *parent;
  SelOffice *office;
  char *name;
  guint page;
} Job;

static void
job_free (Job *self)
{
  g_object_unref (self->parent);
  g_object_unref (self->office);
  g_free (self->name);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Job, job_free)

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, Job *job)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *message = NULL;

  sel_pdf_close (g_object_get_data (G_OBJECT (operation), "pdf"));
  if (sel_print_preview_is_wanted (operation))
    gtk_widget_activate_action (job->parent, "document.print", NULL);
  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;

  gtk_print_operation_get_error (operation, &error);
  /* Translators: the first %s is a file's name, the second the system's reason. */
  message = g_strdup_printf (_ ("“%s” was not printed: %s"), job->name, error->message);
  sel_office_say (job->office, message);
}

static void
opened_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (Job) job = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SelPdf) pdf = sel_pdf_open_finish (result, &error);
  g_autoptr (GtkPrintOperation) operation = NULL;
  GtkRoot *window = gtk_widget_get_root (job->parent);

  if (pdf == NULL)
    {
      sel_office_say (job->office, error->message);
      return;
    }

  operation = sel_page_print_new (pdf, job->name, job->page);
  g_signal_connect_data (operation, "done", G_CALLBACK (done_cb), g_steal_pointer (&job),
                         (GClosureNotify) (GCallback) job_free, 0);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                           window ? GTK_WINDOW (window) : NULL, NULL);
}

/**
 * sel_page_print:
 * @page: that "the current page" means, from 1
 *
 * Asks how to print the document, and prints it. A reader of its own draws it, so that it goes on
 * when the user looks at something else.
 */
void
sel_page_print (GtkWidget *parent, const SelOpenDocument *document, guint page)
{
  Job *job = g_new0 (Job, 1);

  job->parent = g_object_ref (parent);
  job->office = g_object_ref (document->office);
  job->name = g_strdup (document->name);
  job->page = page;
  sel_pdf_open_async (document->bytes, document->name, document->password, NULL, opened_cb, job);
}
