/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/print-preview.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* Pixels a point: a sheet of A4 fills the height of a large screen. */
#define SCALE 1.5

#define KEY "print-preview"
#define WANTED_KEY "print-preview-wanted"

#define SEL_TYPE_PRINT_PREVIEW (sel_print_preview_get_type ())
G_DECLARE_FINAL_TYPE (SelPrintPreview, sel_print_preview, SEL, PRINT_PREVIEW, AdwWindow)

struct _SelPrintPreview
{
  AdwWindow parent_instance;

  GtkPicture *picture;
  GtkLabel *place;
  GtkWidget *previous;
  GtkWidget *next;

  GtkPrintOperation *operation;
  GtkPrintOperationPreview *preview; /* the same object */
  GtkPrintContext *context;
  cairo_surface_t *surface;
  guint sheet; /* from 0 */
  guint n_sheets;
  gboolean is_drawing;
  gboolean is_wanted; /* on paper, as it was seen */
  gboolean is_closed; /* while it draws: it ends when that is done */
};

G_DEFINE_FINAL_TYPE (SelPrintPreview, sel_print_preview, ADW_TYPE_WINDOW)

static void
use_surface (SelPrintPreview *self, int width, int height)
{
  cairo_t *cairo;

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  self->surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo = cairo_create (self->surface);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  gtk_print_context_set_cairo_context (self->context, cairo, 72 * SCALE, 72 * SCALE);
  cairo_destroy (cairo);
}

static void
update (SelPrintPreview *self)
{
  /* Translators: which sheet of paper is seen, and how many will be printed */
  g_autofree char *place = g_strdup_printf (_ ("Sheet %u of %u"), self->sheet + 1, self->n_sheets);

  gtk_label_set_text (self->place, place);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->picture), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  place, -1);
  gtk_widget_set_sensitive (self->previous, !self->is_drawing && self->sheet > 0);
  gtk_widget_set_sensitive (self->next, !self->is_drawing && self->sheet + 1 < self->n_sheets);
}

static void
show_sheet (SelPrintPreview *self, guint sheet)
{
  self->sheet = sheet;
  self->is_drawing = TRUE;
  update (self);
  gtk_print_operation_preview_render_page (self->preview, (int) sheet);
}

static void
end (SelPrintPreview *self)
{
  g_object_set_data (G_OBJECT (self->operation), KEY, NULL);
  g_object_set_data (G_OBJECT (self->operation), WANTED_KEY, GINT_TO_POINTER (self->is_wanted));
  gtk_print_operation_preview_end_preview (self->preview);
  gtk_window_destroy (GTK_WINDOW (self));
}

static void
turn (SelPrintPreview *self, int n)
{
  const gint64 sheet = (gint64) self->sheet + n;

  if (!self->is_drawing && sheet >= 0 && sheet < self->n_sheets)
    show_sheet (self, (guint) sheet);
}

static void
previous_cb (SelPrintPreview *self)
{
  turn (self, -1);
}

static void
next_cb (SelPrintPreview *self)
{
  turn (self, 1);
}

static void
print_cb (SelPrintPreview *self)
{
  if (self->is_drawing)
    return;

  self->is_wanted = TRUE;
  end (self);
}

static gboolean
key_cb (GtkWidget *widget, GVariant *arguments, G_GNUC_UNUSED gpointer user_data)
{
  int n;

  g_variant_get (arguments, "(i)", &n);
  turn (SEL_PRINT_PREVIEW (widget), n);
  return TRUE;
}

/* A sheet that is being drawn cannot be left alone. */
static gboolean
sel_print_preview_close_request (GtkWindow *window)
{
  SelPrintPreview *self = SEL_PRINT_PREVIEW (window);

  if (self->is_drawing)
    {
      self->is_closed = TRUE;
      gtk_widget_set_visible (GTK_WIDGET (window), FALSE);
    }
  else
    end (self);
  return TRUE;
}

static void
ready_cb (SelPrintPreview *self)
{
  int n;

  g_object_get (self->operation, "n-pages-to-print", &n, NULL);
  self->n_sheets = (guint) MAX (1, n);
  show_sheet (self, 0);
}

static void
got_page_size_cb (SelPrintPreview *self,
                  G_GNUC_UNUSED GtkPrintContext *context,
                  GtkPageSetup *setup)
{
  use_surface (self, (int) (gtk_page_setup_get_paper_width (setup, GTK_UNIT_POINTS) * SCALE),
               (int) (gtk_page_setup_get_paper_height (setup, GTK_UNIT_POINTS) * SCALE));
}

static void
sel_print_preview_dispose (GObject *object)
{
  SelPrintPreview *self = SEL_PRINT_PREVIEW (object);

  g_clear_pointer (&self->surface, cairo_surface_destroy);
  g_clear_object (&self->operation);
  g_clear_object (&self->context);

  G_OBJECT_CLASS (sel_print_preview_parent_class)->dispose (object);
}

static void
sel_print_preview_class_init (SelPrintPreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_print_preview_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sel_print_preview_close_request;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/pages/print-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, SelPrintPreview, picture);
  gtk_widget_class_bind_template_child (widget_class, SelPrintPreview, place);
  gtk_widget_class_bind_template_child (widget_class, SelPrintPreview, previous);
  gtk_widget_class_bind_template_child (widget_class, SelPrintPreview, next);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, print_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Up, 0, key_cb, "(i)", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Page_Down, 0, key_cb, "(i)", 1);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
sel_print_preview_init (SelPrintPreview *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * sel_print_preview_cb:
 *
 * Shows how it would be printed: for the signal "preview" of an operation, which calls
 * sel_print_preview_drawn() after each sheet.
 */
gboolean
sel_print_preview_cb (GtkPrintOperation *operation,
                      GtkPrintOperationPreview *preview,
                      GtkPrintContext *context,
                      GtkWindow *parent)
{
  SelPrintPreview *self = g_object_new (SEL_TYPE_PRINT_PREVIEW, "transient-for", parent, NULL);

  self->operation = g_object_ref (operation);
  self->preview = preview;
  self->context = g_object_ref (context);
  use_surface (self, 1, 1);
  g_object_set_data (G_OBJECT (operation), KEY, self);
  g_signal_connect_object (preview, "ready", G_CALLBACK (ready_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (preview, "got-page-size", G_CALLBACK (got_page_size_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (self));
  return TRUE;
}

/* Whether the user has seen a preview and wants to go on to print it. */
gboolean
sel_print_preview_is_wanted (GtkPrintOperation *operation)
{
  return g_object_get_data (G_OBJECT (operation), WANTED_KEY) != NULL;
}

/* Shows the sheet that was drawn last, if it was for a preview. */
void
sel_print_preview_drawn (GtkPrintOperation *operation)
{
  SelPrintPreview *self = g_object_get_data (G_OBJECT (operation), KEY);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GdkTexture) texture = NULL;
  int width, height, stride;

  if (self == NULL)
    return;

  self->is_drawing = FALSE;
  if (self->is_closed)
    {
      end (self);
      return;
    }

  cairo_surface_flush (self->surface);
  width = cairo_image_surface_get_width (self->surface);
  height = cairo_image_surface_get_height (self->surface);
  stride = cairo_image_surface_get_stride (self->surface);
  bytes = g_bytes_new (cairo_image_surface_get_data (self->surface), (gsize) (stride * height));
  texture = gdk_memory_texture_new (width, height, GDK_MEMORY_B8G8R8A8_PREMULTIPLIED, bytes,
                                    (gsize) stride);
  gtk_picture_set_paintable (self->picture, GDK_PAINTABLE (texture));
  update (self);
}
