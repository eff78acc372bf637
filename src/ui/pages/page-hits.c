/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-hits.h"

#include <glib/gi18n-lib.h>

#include "ui/pages/page-rows.h"

struct _SelPageHits
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkListView *list;

  GtkSingleSelection *rows;
  GArray *hits; /* SelPdfHit, or NULL */
  gboolean is_following;
};

G_DEFINE_FINAL_TYPE (SelPageHits, sel_page_hits, GTK_TYPE_WIDGET)

enum
{
  SIGNAL_CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const SelPdfHit *
get_hit (SelPageHits *self, guint i)
{
  return &g_array_index (self->hits, SelPdfHit, i);
}

static void
setup_cb (G_GNUC_UNUSED SelPageHits *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *page = gtk_label_new (NULL);
  GtkWidget *words = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (page), 0);
  gtk_widget_add_css_class (page, "caption-heading");
  gtk_widget_add_css_class (page, "numeric");
  gtk_label_set_xalign (GTK_LABEL (words), 0);
  gtk_label_set_wrap (GTK_LABEL (words), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (words), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (words), 3);
  gtk_label_set_ellipsize (GTK_LABEL (words), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (words, "caption");
  gtk_box_append (GTK_BOX (row), page);
  gtk_box_append (GTK_BOX (row), words);
  gtk_list_item_set_child (item, row);
}

/* The page stands above the first of its hits. */
static gboolean
begins_page (SelPageHits *self, guint i)
{
  return i == 0 || get_hit (self, i - 1)->page != get_hit (self, i)->page;
}

static void
bind_cb (SelPageHits *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *page = gtk_widget_get_first_child (row);
  GtkWidget *words = gtk_widget_get_last_child (row);
  const guint i = gtk_list_item_get_position (item);
  const SelPdfHit *hit = get_hit (self, i);
  g_autofree char *name = g_strdup_printf (_ ("Page %u"), hit->page + 1);
  g_autofree char *spoken = g_strdup_printf ("%s: %s", name, hit->context ? hit->context : "");
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);

  bold->start_index = hit->begin;
  bold->end_index = hit->end;
  pango_attr_list_insert (attributes, bold);
  gtk_label_set_text (GTK_LABEL (words), hit->context && *hit->context ? hit->context : "…");
  gtk_label_set_attributes (GTK_LABEL (words), attributes);
  gtk_accessible_update_property (GTK_ACCESSIBLE (words), GTK_ACCESSIBLE_PROPERTY_LABEL, spoken,
                                  -1);
  gtk_label_set_text (GTK_LABEL (page), name);
  gtk_widget_set_visible (page, begins_page (self, i));
}

static void
selected_cb (SelPageHits *self)
{
  const guint selected = gtk_single_selection_get_selected (self->rows);

  if (!self->is_following && self->hits && selected < self->hits->len)
    g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, selected);
}

static void
sel_page_hits_dispose (GObject *object)
{
  SelPageHits *self = SEL_PAGE_HITS (object);

  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->hits, g_array_unref);

  G_OBJECT_CLASS (sel_page_hits_parent_class)->dispose (object);
}

static void
sel_page_hits_class_init (SelPageHitsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_page_hits_dispose;
  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", SEL_TYPE_PAGE_HITS, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/pages/page-hits.ui");
  gtk_widget_class_bind_template_child (widget_class, SelPageHits, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SelPageHits, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sel_page_hits_init (SelPageHits *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = sel_page_rows_new (self->list);
  g_signal_connect_object (self->rows, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sel_page_hits_set:
 * @hits: (nullable) (element-type SelPdfHit): in the order of the pages
 */
void
sel_page_hits_set (SelPageHits *self, GArray *hits)
{
  const guint n = hits ? hits->len : 0;

  sel_page_rows_set_n (self->rows, 0);
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits ? g_array_ref (hits) : NULL;
  sel_page_rows_set_n (self->rows, n);
  gtk_widget_set_visible (GTK_WIDGET (self), n > 0);
}

/* Marks the place that is looked at. */
void
sel_page_hits_select (SelPageHits *self, guint current)
{
  self->is_following = TRUE;
  sel_page_rows_select (self->rows, self->list, current);
  self->is_following = FALSE;
}
