/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-toolbar.h"

#include <glib/gi18n-lib.h>

#define SPACING 3
#define N_GAPS 2

struct _SelPageToolbar
{
  GtkWidget parent_instance;

  GtkWidget *zoom_out;
  GtkWidget *zoom_in;
  GtkWidget *previous;
  GtkWidget *next;
  GtkEditable *page_entry;
  GtkLabel *n_pages;
  GtkMenuButton *zoom_button;
  GtkLabel *zoom_label;

  SelPageView *view; /* not owned: both are in one document view */
};

G_DEFINE_FINAL_TYPE (SelPageToolbar, sel_page_toolbar, GTK_TYPE_WIDGET)

/* Those that leave, pair after pair. */
#define N_OPTIONAL 4

static void
get_optional (SelPageToolbar *self, GtkWidget *optional[N_OPTIONAL])
{
  optional[0] = self->zoom_out;
  optional[1] = self->zoom_in;
  optional[2] = self->previous;
  optional[3] = self->next;
}

static int
get_natural_width (GtkWidget *child)
{
  int width;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &width, NULL, NULL);
  return width;
}

static void
measure_across (SelPageToolbar *self, int *minimum, int *natural)
{
  GtkWidget *optional[N_OPTIONAL];

  *natural = -SPACING;
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self)); child;
       child = gtk_widget_get_next_sibling (child))
    *natural += get_natural_width (child) + SPACING;

  get_optional (self, optional);
  *minimum = *natural;
  for (guint i = 0; i < N_OPTIONAL; i++)
    *minimum -= get_natural_width (optional[i]) + SPACING;
}

static void
sel_page_toolbar_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          G_GNUC_UNUSED int for_size,
                          int *minimum,
                          int *natural,
                          G_GNUC_UNUSED int *minimum_baseline,
                          G_GNUC_UNUSED int *natural_baseline)
{
  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    measure_across (SEL_PAGE_TOOLBAR (widget), minimum, natural);
  else
    for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
         child = gtk_widget_get_next_sibling (child))
      {
        int height;

        gtk_widget_measure (child, orientation, -1, &height, NULL, NULL, NULL);
        *minimum = *natural = MAX (*minimum, height);
      }
}

/* Hides what has no room; returns the width of the rest. */
static int
hide_optional (SelPageToolbar *self, int width)
{
  GtkWidget *optional[N_OPTIONAL];
  int minimum, needed;

  measure_across (self, &minimum, &needed);
  get_optional (self, optional);
  for (guint i = 0; i < N_OPTIONAL; i += 2)
    {
      const gboolean has_room = needed <= width;

      for (guint j = i; j < i + 2; j++)
        {
          gtk_widget_set_child_visible (optional[j], has_room);
          if (!has_room)
            needed -= get_natural_width (optional[j]) + SPACING;
        }
    }

  return needed;
}

/* The two gaps share what is left over. */
static void
sel_page_toolbar_size_allocate (GtkWidget *widget,
                                int width,
                                int height,
                                G_GNUC_UNUSED int baseline)
{
  const int left_over = MAX (0, width - hide_optional (SEL_PAGE_TOOLBAR (widget), width));
  int x = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation place = { x, 0, get_natural_width (child), height };

      if (!gtk_widget_get_child_visible (child))
        continue;
      if (gtk_widget_get_hexpand (child))
        place.width += left_over / N_GAPS;
      gtk_widget_size_allocate (child, &place, -1);
      x += place.width + SPACING;
    }
}

static void
page_changed_cb (SelPageToolbar *self)
{
  const guint n_pages = sel_page_view_get_n_pages (self->view);
  g_autofree char *page = g_strdup_printf ("%u", sel_page_view_get_page (self->view));
  /* Translators: stands after an entry with the number of a page: "2 of 5" */
  g_autofree char *of_pages = g_strdup_printf (_ ("of %u"), n_pages);

  gtk_editable_set_text (self->page_entry, n_pages ? page : "");
  gtk_label_set_text (self->n_pages, n_pages ? of_pages : "");
}

static void
percent_changed_cb (SelPageToolbar *self)
{
  const double shown = sel_page_view_get_percent (self->view);
  /* Translators: how large the page is shown */
  g_autofree char *percent = g_strdup_printf (_ ("%.0f%%"), shown);
  g_autofree char *name = g_strdup_printf (_ ("Zoom, %s"), percent);

  gtk_label_set_text (self->zoom_label, shown > 0 ? percent : "");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->zoom_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shown > 0 ? name : _ ("Zoom"), -1);
}

/* Goes to the page whose number was entered; what is no number is taken back. */
static void
page_entered_cb (SelPageToolbar *self)
{
  guint64 page;

  if (g_ascii_string_to_unsigned (gtk_editable_get_text (self->page_entry), 10, 1, G_MAXUINT, &page,
                                  NULL))
    sel_page_view_set_page (self->view, (guint) page);
  page_changed_cb (self);
}

static void
sel_page_toolbar_dispose (GObject *object)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (sel_page_toolbar_parent_class)->dispose (object);
}

static void
sel_page_toolbar_class_init (SelPageToolbarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_page_toolbar_dispose;
  widget_class->measure = sel_page_toolbar_measure;
  widget_class->size_allocate = sel_page_toolbar_size_allocate;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/pages/page-toolbar.ui");
  gtk_widget_class_bind_template_child (widget_class, SelPageToolbar, zoom_out);
  gtk_widget_class_bind_template_child (widget_class, SelPageToolbar, zoom_in);
  gtk_widget_class_bind_template_child (widget_class, SelPageToolbar, previous);
  gtk_widget_class_bind_template_child (widget_class, SelPageToolbar, next);
  gtk_widget_class_bind_template_child (widget_class, SelPageToolbar, page_entry);
  gtk_widget_class_bind_template_child (widget_class, SelPageToolbar, n_pages);
  gtk_widget_class_bind_template_child (widget_class, SelPageToolbar, zoom_button);
  gtk_widget_class_bind_template_child (widget_class, SelPageToolbar, zoom_label);
  gtk_widget_class_bind_template_callback (widget_class, page_entered_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_changed_cb);
}

static void
sel_page_toolbar_init (SelPageToolbar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Tells of the pages of @view. Called once. */
void
sel_page_toolbar_attach (SelPageToolbar *self, SelPageView *view)
{
  self->view = view;
  g_signal_connect_object (view, "notify::page", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::n-pages", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (view, "notify::percent", G_CALLBACK (percent_changed_cb), self,
                           G_CONNECT_SWAPPED);
  page_changed_cb (self);
  percent_changed_cb (self);
}
