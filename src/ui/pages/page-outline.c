/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-outline.h"

#include "confined/pdf-contents.h"
#include "ui/pages/page-rows.h"

/* Pixels that a bookmark stands to the right of the one that it is below. */
#define INDENT 14

#define MOST_LOSSES 3

struct _SelPageOutline
{
  GtkWidget parent_instance;

  GtkWidget *scrolled;
  GtkListView *list;

  SelPageView *view; /* not owned: both are in one document view */
  GtkSingleSelection *rows;
  GCancellable *asking;
  GPtrArray *bookmarks; /* SelPdfBookmark, or NULL */
  gboolean is_following;
  guint n_losses; /* readers that ended before they told */
};

G_DEFINE_FINAL_TYPE (SelPageOutline, sel_page_outline, GTK_TYPE_WIDGET)

static void
setup_cb (G_GNUC_UNUSED SelPageOutline *self, GtkListItem *item)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *page = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (page, "dim-label");
  gtk_widget_add_css_class (page, "numeric");
  gtk_box_append (GTK_BOX (row), title);
  gtk_box_append (GTK_BOX (row), page);
  gtk_list_item_set_child (item, row);
}

static void
bind_cb (SelPageOutline *self, GtkListItem *item)
{
  GtkWidget *row = gtk_list_item_get_child (item);
  GtkWidget *title = gtk_widget_get_first_child (row);
  GtkWidget *page = gtk_widget_get_last_child (row);
  const SelPdfBookmark *bookmark = self->bookmarks->pdata[gtk_list_item_get_position (item)];
  g_autofree char *number = g_strdup_printf ("%u", bookmark->target.page + 1);

  gtk_widget_set_margin_start (row, (int) bookmark->depth * INDENT);
  gtk_label_set_text (GTK_LABEL (title), bookmark->title);
  gtk_widget_set_tooltip_text (title, bookmark->title);
  gtk_label_set_text (GTK_LABEL (page),
                      bookmark->target.kind == SEL_PDF_TARGET_PAGE ? number : "");
}

static gboolean
is_before (const SelPdfBookmark *bookmark, guint page)
{
  return bookmark->target.kind == SEL_PDF_TARGET_PAGE && bookmark->target.page < page;
}

/* Marks the last bookmark that is not after the page one reads, unless that page has one of its
 * own that is marked already. */
static void
page_changed_cb (SelPageOutline *self)
{
  const guint page = sel_page_view_get_page (self->view);
  const guint selected = gtk_single_selection_get_selected (self->rows);
  guint found = GTK_INVALID_LIST_POSITION;

  if (!self->bookmarks)
    return;
  if (selected < self->bookmarks->len)
    {
      const SelPdfBookmark *bookmark = self->bookmarks->pdata[selected];

      if (bookmark->target.page + 1 == page)
        return;
    }

  for (guint i = 0; i < self->bookmarks->len; i++)
    if (is_before (self->bookmarks->pdata[i], page))
      found = i;

  self->is_following = TRUE;
  sel_page_rows_select (self->rows, self->list, found);
  self->is_following = FALSE;
}

static void
selected_cb (SelPageOutline *self)
{
  const guint selected = gtk_single_selection_get_selected (self->rows);
  const SelPdfBookmark *bookmark;

  if (self->is_following || !self->bookmarks || selected >= self->bookmarks->len)
    return;

  bookmark = self->bookmarks->pdata[selected];
  g_signal_emit_by_name (self->view, "link", &bookmark->target);
}

static void
take_bookmarks (SelPageOutline *self, GPtrArray *bookmarks)
{
  sel_page_rows_set_n (self->rows, 0);
  g_clear_pointer (&self->bookmarks, g_ptr_array_unref);
  self->bookmarks = bookmarks;
  sel_page_rows_set_n (self->rows, bookmarks ? bookmarks->len : 0);
  gtk_widget_set_visible (GTK_WIDGET (self), bookmarks && bookmarks->len > 0);
  page_changed_cb (self);
}

static void
listed_cb (GObject *pdf, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelPageOutline) self = user_data;
  g_autoptr (GError) error = NULL;
  GPtrArray *bookmarks = sel_pdf_list_finish (SEL_PDF (pdf), result, &error);

  if (bookmarks)
    take_bookmarks (self, bookmarks);
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    self->n_losses++;
}

static void
ask (SelPageOutline *self, SelPdf *pdf)
{
  g_clear_object (&self->asking);
  self->asking = g_cancellable_new ();
  sel_pdf_list_bookmarks_async (pdf, self->asking, listed_cb, g_object_ref (self));
}

static void
sel_page_outline_dispose (GObject *object)
{
  SelPageOutline *self = SEL_PAGE_OUTLINE (object);

  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  g_clear_pointer (&self->scrolled, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_pointer (&self->bookmarks, g_ptr_array_unref);

  G_OBJECT_CLASS (sel_page_outline_parent_class)->dispose (object);
}

static void
sel_page_outline_class_init (SelPageOutlineClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_page_outline_dispose;
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/pages/page-outline.ui");
  gtk_widget_class_bind_template_child (widget_class, SelPageOutline, scrolled);
  gtk_widget_class_bind_template_child (widget_class, SelPageOutline, list);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sel_page_outline_init (SelPageOutline *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = sel_page_rows_new (self->list);
  g_signal_connect_object (self->rows, "notify::selected", G_CALLBACK (selected_cb), self,
                           G_CONNECT_SWAPPED);
}

/* Its bookmarks lead to places in @view. Called once. */
void
sel_page_outline_attach (SelPageOutline *self, SelPageView *view)
{
  self->view = view;
  g_signal_connect_object (view, "notify::page", G_CALLBACK (page_changed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * sel_page_outline_set_document:
 * @pdf: (nullable): whose bookmarks are shown from now on
 */
void
sel_page_outline_set_document (SelPageOutline *self, SelPdf *pdf)
{
  g_cancellable_cancel (self->asking);
  g_clear_object (&self->asking);
  take_bookmarks (self, NULL);
  self->n_losses = 0;
  if (pdf)
    ask (self, pdf);
}

/* Asks the same document, opened anew, for what the last reader did not tell. */
void
sel_page_outline_renew (SelPageOutline *self, SelPdf *pdf)
{
  if (self->n_losses > 0 && self->n_losses < MOST_LOSSES && !self->bookmarks)
    ask (self, pdf);
}
