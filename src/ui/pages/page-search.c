/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-search.h"

#include <glib/gi18n-lib.h>

/* So many readers may end while they look for the same words. */
#define MOST_STOPS 3

struct _SelPageSearch
{
  GtkWidget parent_instance;

  GtkWidget *bar;
  GtkSearchEntry *entry;
  GtkLabel *count;
  GtkWidget *steps;

  SelPageView *view;         /* not owned: all are in one document view */
  SelThumbnails *thumbnails; /* not owned */
  SelPageHits *list;         /* not owned */
  SelPdf *pdf;
  GCancellable *searching;
  GArray *hits; /* SelPdfHit; NULL when nothing was looked for */
  guint current;
  guint n_stops; /* how often the reader has ended meanwhile */
  gboolean is_stopped;
};

G_DEFINE_FINAL_TYPE (SelPageSearch, sel_page_search, GTK_TYPE_WIDGET)

enum
{
  PROP_ACTIVE = 1,
  N_PROPS,
};

enum
{
  SIGNAL_FAILED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_count (SelPageSearch *self)
{
  g_autofree char *text = NULL;

  if (self->hits && self->hits->len >= SEL_PDF_MAX_HITS)
    /* Translators: as "3 of 17", where the search has stopped after so many */
    text = g_strdup_printf (_ ("%u of more than %u"), self->current + 1, self->hits->len - 1);
  else if (self->hits && self->hits->len > 0)
    /* Translators: which of the places where words were found is looked at: "3 of 17" */
    text = g_strdup_printf (_ ("%u of %u"), self->current + 1, self->hits->len);

  gtk_label_set_text (self->count, text ? text : self->hits ? _ ("Not found")
                                                            : "");
  gtk_widget_set_sensitive (self->steps, text != NULL);
}

static void
take_hits (SelPageSearch *self, GArray *hits)
{
  g_clear_pointer (&self->hits, g_array_unref);
  self->hits = hits;
  self->current = 0;
  sel_page_view_set_hits (self->view, hits);
  sel_thumbnails_set_hits (self->thumbnails, hits);
  sel_page_hits_set (self->list, hits);
  update_count (self);
}

static void
show_current (SelPageSearch *self)
{
  sel_page_view_show_hit (self->view, self->current);
  sel_page_hits_select (self->list, self->current);
  update_count (self);
}

/* Begins with the first place that is not above the page one is reading. */
static void
show_nearest (SelPageSearch *self)
{
  const guint page = sel_page_view_get_page (self->view) - 1;

  for (guint i = 0; i < self->hits->len; i++)
    if (g_array_index (self->hits, SelPdfHit, i).page >= page)
      {
        self->current = i;
        break;
      }

  if (self->hits->len > 0)
    show_current (self);
}

static void
found_cb (GObject *pdf, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelPageSearch) self = user_data;
  g_autoptr (GError) error = NULL;
  GArray *hits = sel_pdf_search_finish (SEL_PDF (pdf), result, &error);

  if (hits)
    {
      g_clear_object (&self->searching);
      take_hits (self, hits);
      show_nearest (self);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      self->n_stops++;
      self->is_stopped = TRUE;
      g_clear_object (&self->searching);
      gtk_label_set_text (self->count, _ ("The search stopped"));
      g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
    }
}

static void
stop (SelPageSearch *self)
{
  g_cancellable_cancel (self->searching);
  g_clear_object (&self->searching);
}

static void
search (SelPageSearch *self)
{
  const char *words = gtk_editable_get_text (GTK_EDITABLE (self->entry));

  stop (self);
  self->is_stopped = FALSE;
  if (self->pdf == NULL || *words == '\0')
    {
      take_hits (self, NULL);
      return;
    }

  gtk_label_set_text (self->count, "…");
  self->searching = g_cancellable_new ();
  sel_pdf_search_async (self->pdf, words, self->searching, found_cb, g_object_ref (self));
}

static void
search_changed_cb (SelPageSearch *self)
{
  self->n_stops = 0;
  search (self);
}

static void
chosen_cb (SelPageSearch *self, guint chosen)
{
  self->current = chosen;
  show_current (self);
}

static void
next_cb (SelPageSearch *self)
{
  sel_page_search_step (self, 1);
}

static void
previous_cb (SelPageSearch *self)
{
  sel_page_search_step (self, -1);
}

/* Enter goes on, with Shift it goes back. */
static gboolean
key_cb (SelPageSearch *self, guint key, G_GNUC_UNUSED guint code, GdkModifierType state)
{
  if ((key != GDK_KEY_Return && key != GDK_KEY_KP_Enter) || !(state & GDK_SHIFT_MASK))
    return GDK_EVENT_PROPAGATE;

  sel_page_search_step (self, -1);
  return GDK_EVENT_STOP;
}

static void
mode_changed_cb (SelPageSearch *self)
{
  const gboolean has_focus = (gtk_widget_get_state_flags (GTK_WIDGET (self)) &
                              GTK_STATE_FLAG_FOCUS_WITHIN) != 0;

  if (gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (self->bar)))
    gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  else if (has_focus)
    gtk_widget_grab_focus (GTK_WIDGET (self->view));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTIVE]);
}

static void
sel_page_search_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    g_value_set_boolean (
      value, gtk_search_bar_get_search_mode (GTK_SEARCH_BAR (SEL_PAGE_SEARCH (object)->bar)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sel_page_search_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_ACTIVE)
    gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (SEL_PAGE_SEARCH (object)->bar),
                                    g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sel_page_search_dispose (GObject *object)
{
  SelPageSearch *self = SEL_PAGE_SEARCH (object);

  stop (self);
  g_clear_pointer (&self->bar, gtk_widget_unparent);
  g_clear_object (&self->pdf);
  g_clear_pointer (&self->hits, g_array_unref);

  G_OBJECT_CLASS (sel_page_search_parent_class)->dispose (object);
}

static void
sel_page_search_class_init (SelPageSearchClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sel_page_search_get_property;
  object_class->set_property = sel_page_search_set_property;
  object_class->dispose = sel_page_search_dispose;

  /* Whether the bar is open. */
  properties[PROP_ACTIVE] = g_param_spec_boolean ("active", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  /* The reader of the document has ended, for this reason. */
  signals[SIGNAL_FAILED] = g_signal_new ("failed", SEL_TYPE_PAGE_SEARCH, G_SIGNAL_RUN_LAST, 0, NULL,
                                         NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/pages/page-search.ui");
  gtk_widget_class_bind_template_child (widget_class, SelPageSearch, bar);
  gtk_widget_class_bind_template_child (widget_class, SelPageSearch, entry);
  gtk_widget_class_bind_template_child (widget_class, SelPageSearch, count);
  gtk_widget_class_bind_template_child (widget_class, SelPageSearch, steps);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, next_cb);
  gtk_widget_class_bind_template_callback (widget_class, previous_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_cb);
  gtk_widget_class_bind_template_callback (widget_class, mode_changed_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sel_page_search_init (SelPageSearch *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_search_bar_connect_entry (GTK_SEARCH_BAR (self->bar), GTK_EDITABLE (self->entry));
}

/* What is found is marked on @view, told in @thumbnails and listed in @list. Called once. */
void
sel_page_search_attach (SelPageSearch *self,
                        SelPageView *view,
                        SelThumbnails *thumbnails,
                        SelPageHits *list)
{
  self->view = view;
  self->thumbnails = thumbnails;
  self->list = list;
  g_signal_connect_object (list, "chosen", G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  update_count (self);
}

/* Goes on in the same document, opened anew; but words that end each reader are given up. */
void
sel_page_search_renew (SelPageSearch *self, SelPdf *pdf)
{
  g_set_object (&self->pdf, pdf);
  if (self->is_stopped && self->n_stops < MOST_STOPS)
    search (self);
}

/**
 * sel_page_search_set_document:
 * @pdf: (nullable): what is searched from now on, for the same words
 */
void
sel_page_search_set_document (SelPageSearch *self, SelPdf *pdf)
{
  g_set_object (&self->pdf, pdf);
  search_changed_cb (self);
}

/* Opens the bar, if it is not open, with the words marked to be typed over. */
void
sel_page_search_open (SelPageSearch *self)
{
  gtk_search_bar_set_search_mode (GTK_SEARCH_BAR (self->bar), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}

/* Opens the bar with @words, which are looked for. */
void
sel_page_search_look_for (SelPageSearch *self, const char *words)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), words);
  sel_page_search_open (self);
}

/* Goes to the next place (@direction above 0) or the one before; after the last comes the first. */
void
sel_page_search_step (SelPageSearch *self, int direction)
{
  const guint n = self->hits ? self->hits->len : 0;

  if (n == 0)
    return;

  self->current = (self->current + (direction > 0 ? 1 : n - 1)) % n;
  show_current (self);
}
