/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/thumbnails.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "ui/pages/page-rows.h"

/* The largest page has one of these sides, in pixels; rows are as high for every page. */
#define MOST_WIDTH 100
#define MOST_HEIGHT 132
#define LABEL_HEIGHT 24

struct _SelThumbnails
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkListView *view;
  GtkAdjustment *adjustment;

  SelPageCache *pages;
  GSignalGroup *arrivals;
  GtkSingleSelection *selection;
  GHashTable *rows; /* GtkWidget * by the page that it shows, from 0 */
  double scale;     /* pixels for each point */
  int row_height;
  guint page;   /* from 1; 0 for none */
  GArray *hits; /* SelPdfHit */
  guint wish_source;
};

G_DEFINE_FINAL_TYPE (SelThumbnails, sel_thumbnails, GTK_TYPE_WIDGET)

enum
{
  PROP_PAGE = 1,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

static GtkPicture *
picture_of (GtkWidget *row)
{
  return GTK_PICTURE (gtk_widget_get_first_child (row));
}

static guint
count_hits (SelThumbnails *self, guint page)
{
  guint n = 0;

  for (guint i = 0; self->hits && i < self->hits->len; i++)
    if (g_array_index (self->hits, SelPdfHit, i).page == page)
      n++;

  return n;
}

static void
update_label (SelThumbnails *self, GtkWidget *row, guint page)
{
  const guint n_hits = count_hits (self, page);
  GtkWidget *label = gtk_widget_get_last_child (row);
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), page + 1);
  g_autofree char *found = g_strdup_printf (ngettext ("%u found", "%u found", n_hits), n_hits);
  g_autoptr (GString) shown = g_string_new (NULL);
  g_autoptr (GString) spoken = g_string_new (name);

  g_string_append_printf (shown, "%u", page + 1);
  gtk_widget_remove_css_class (label, "found");
  if (n_hits > 0)
    {
      g_string_append_printf (shown, " · %s", found);
      g_string_append_printf (spoken, ", %s", found);
      gtk_widget_add_css_class (label, "found");
    }

  gtk_label_set_text (GTK_LABEL (label), shown->str);
  gtk_accessible_update_property (GTK_ACCESSIBLE (label), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  spoken->str, -1);
}

/* The page as large as it is to be seen, however many pixels it has. */
static GdkPaintable *
new_paintable (GdkTexture *texture, const graphene_size_t *size)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT (0, 0, size->width, size->height));
  return gtk_snapshot_free_to_paintable (snapshot, size);
}

static void
update_picture (SelThumbnails *self, GtkWidget *row, guint page)
{
  GdkTexture *texture = sel_page_cache_get_texture (self->pages, page);
  g_autoptr (GdkPaintable) paintable = NULL;
  double width, height;

  sel_pdf_get_page_size (sel_page_cache_get_pdf (self->pages), page, &width, &height);
  width = MAX (1, floor (width * self->scale));
  height = MAX (1, floor (height * self->scale));
  if (texture)
    paintable = new_paintable (texture, &GRAPHENE_SIZE_INIT ((float) width, (float) height));

  gtk_widget_set_size_request (GTK_WIDGET (picture_of (row)), (int) width, (int) height);
  gtk_picture_set_paintable (picture_of (row), paintable);
}

/* Rows are as high as each other, so the adjustment tells which are seen. */
static gboolean
wish_cb (gpointer user_data)
{
  SelThumbnails *self = user_data;
  const double upper = gtk_adjustment_get_upper (self->adjustment);
  const double top = gtk_adjustment_get_value (self->adjustment);
  const double bottom = top + gtk_adjustment_get_page_size (self->adjustment);
  const guint n_pages = g_list_model_get_n_items (G_LIST_MODEL (self->selection));

  self->wish_source = 0;
  if (self->pages && gtk_widget_get_mapped (GTK_WIDGET (self)) && upper > 0)
    {
      const guint first = (guint) (top / upper * n_pages);
      const guint last = (guint) (bottom / upper * n_pages);

      sel_page_cache_wish (self->pages, MIN (first, n_pages - 1), MIN (last, n_pages - 1),
                           self->scale * gtk_widget_get_scale_factor (GTK_WIDGET (self)));
    }
  return G_SOURCE_REMOVE;
}

/* Once the list has settled: it scrolls in the middle of being laid out. */
static void
queue_wish (SelThumbnails *self)
{
  if (self->wish_source == 0)
    self->wish_source = g_idle_add (wish_cb, self);
}

static void
arrived_cb (SelThumbnails *self, guint page)
{
  GtkWidget *row = g_hash_table_lookup (self->rows, GUINT_TO_POINTER (page));

  if (row)
    update_picture (self, row, page);
}

static void
setup_cb (G_GNUC_UNUSED SelThumbnails *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 4);
  GtkWidget *picture = g_object_new (GTK_TYPE_PICTURE, "accessible-role",
                                     GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
  GtkWidget *label = gtk_label_new (NULL);

  gtk_widget_set_halign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_valign (picture, GTK_ALIGN_CENTER);
  gtk_widget_set_vexpand (picture, TRUE);
  gtk_widget_add_css_class (picture, "paper");
  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, "caption");

  gtk_box_append (GTK_BOX (row), picture);
  gtk_box_append (GTK_BOX (row), label);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (SelThumbnails *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  const guint page = gtk_list_item_get_position (item);

  gtk_widget_set_size_request (row, -1, self->row_height);
  g_hash_table_insert (self->rows, GUINT_TO_POINTER (page), row);
  update_picture (self, row, page);
  update_label (self, row, page);
}

static gboolean
is_row (G_GNUC_UNUSED gpointer page, gpointer value, gpointer row)
{
  return value == row;
}

static void
unbind_cb (SelThumbnails *self, GtkListItem *item)
{
  g_hash_table_foreach_remove (self->rows, is_row, gtk_list_item_get_child (item));
}

static void
set_page (SelThumbnails *self, guint page)
{
  if (self->page == page)
    return;

  self->page = page;
  sel_page_rows_select (self->selection, self->view, page - 1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
selected_cb (SelThumbnails *self)
{
  const guint selected = gtk_single_selection_get_selected (self->selection);

  if (selected != GTK_INVALID_LIST_POSITION)
    set_page (self, selected + 1);
}

static void
sel_thumbnails_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (sel_thumbnails_parent_class)->map (widget);
  queue_wish (SEL_THUMBNAILS (widget));
}

static void
sel_thumbnails_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PAGE)
    g_value_set_uint (value, SEL_THUMBNAILS (object)->page);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sel_thumbnails_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_PAGE)
    set_page (SEL_THUMBNAILS (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sel_thumbnails_dispose (GObject *object)
{
  SelThumbnails *self = SEL_THUMBNAILS (object);

  g_clear_handle_id (&self->wish_source, g_source_remove);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->arrivals);
  g_clear_object (&self->pages);
  g_clear_object (&self->selection);
  g_clear_pointer (&self->hits, g_array_unref);

  G_OBJECT_CLASS (sel_thumbnails_parent_class)->dispose (object);
}

static void
sel_thumbnails_finalize (GObject *object)
{
  g_hash_table_unref (SEL_THUMBNAILS (object)->rows);

  G_OBJECT_CLASS (sel_thumbnails_parent_class)->finalize (object);
}

static void
sel_thumbnails_class_init (SelThumbnailsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sel_thumbnails_get_property;
  object_class->set_property = sel_thumbnails_set_property;
  object_class->dispose = sel_thumbnails_dispose;
  object_class->finalize = sel_thumbnails_finalize;
  widget_class->map = sel_thumbnails_map;

  /* The page that is marked, from 1; selecting another sets it. */
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                               G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/pages/thumbnails.ui");
  gtk_widget_class_bind_template_child (widget_class, SelThumbnails, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SelThumbnails, view);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sel_thumbnails_init (SelThumbnails *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  self->rows = g_hash_table_new (NULL, NULL);
  self->arrivals = g_signal_group_new (SEL_TYPE_PAGE_CACHE);
  g_signal_group_connect_swapped (self->arrivals, "arrived", G_CALLBACK (arrived_cb), self);

  self->selection = sel_page_rows_new (self->view);
  g_signal_connect_object (self->selection, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);

  self->adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled));
  g_signal_connect_object (self->adjustment, "value-changed", G_CALLBACK (queue_wish), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->adjustment, "changed", G_CALLBACK (queue_wish), self,
                           G_CONNECT_SWAPPED);
}

static void
set_scale (SelThumbnails *self, SelPdf *pdf, guint n_pages)
{
  double widest = 1, highest = 1;

  for (guint i = 0; i < n_pages; i++)
    {
      double width, height;

      sel_pdf_get_page_size (pdf, i, &width, &height);
      widest = MAX (widest, width);
      highest = MAX (highest, height);
    }

  self->scale = MIN (MOST_WIDTH / widest, MOST_HEIGHT / highest);
  self->row_height = (int) (highest * self->scale) + LABEL_HEIGHT;
}

/**
 * sel_thumbnails_set_document:
 * @pages: (nullable): of a cache that has no other use
 */
void
sel_thumbnails_set_document (SelThumbnails *self, SelPageCache *pages)
{
  sel_page_rows_set_n (self->selection, 0);
  g_set_object (&self->pages, pages);
  g_signal_group_set_target (self->arrivals, pages);

  if (pages)
    {
      SelPdf *pdf = sel_page_cache_get_pdf (pages);
      const guint n_pages = sel_pdf_get_n_pages (pdf);

      set_scale (self, pdf, n_pages);
      sel_page_rows_set_n (self->selection, n_pages);
      sel_page_rows_select (self->selection, self->view, self->page - 1);
    }
}

/**
 * sel_thumbnails_set_hits:
 * @hits: (nullable) (element-type SelPdfHit): each page says how many of them it has
 */
void
sel_thumbnails_set_hits (SelThumbnails *self, GArray *hits)
{
  GHashTableIter iter;
  gpointer page, row;

  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits ? g_array_ref (hits) : NULL;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &page, &row))
    update_label (self, row, GPOINTER_TO_UINT (page));
}
