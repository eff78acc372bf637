/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-view-private.h"

#include "ui/pages/page-input.h"
#include "ui/pages/page-menu.h"

G_DEFINE_FINAL_TYPE (SelPageView, sel_page_view, SEL_TYPE_SCROLL_AREA)

enum
{
  PROP_PAGE = 1,
  PROP_N_PAGES,
  PROP_ZOOM,
  PROP_PERCENT,
  PROP_SINGLE,
  PROP_DARK,
  N_PROPS,
};

enum
{
  SIGNAL_DRAWN,
  SIGNAL_LINK,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* Without a size nothing is seen, and nothing is asked for. */
gboolean
sel_page_view_is_laid_out (SelPageView *self)
{
  return self->layout && self->layout->view_width > 0;
}

void
sel_page_view_set_current (SelPageView *self, guint page)
{
  if (self->page == page)
    return;

  self->page = page;
  sel_page_view_update_accessible (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
show_visible (SelPageView *self)
{
  const double scale = self->layout->scale * self->layout->scale_factor;
  guint first, last;

  sel_page_layout_get_visible (self->layout, &first, &last);
  sel_page_cache_wish (self->pages, first, last, scale);
  for (guint page = first; page <= last; page++)
    {
      SelPdfPart part;

      if (!sel_page_cache_is_whole (self->pages, page, scale) &&
          sel_page_layout_find_seen_part (self->layout, page, &part))
        sel_page_cache_wish_part (self->pages, page, &part);
    }
  sel_page_links_wish (self->links, first, last);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/* Scrolls to the place again, after whatever moved it. */
static void
go_to_place (SelPageView *self)
{
  SelPageLayout *layout = self->layout;
  guint first, last;

  if (!sel_page_view_is_laid_out (self))
    return;

  sel_page_layout_go_to_place (layout, &self->place);
  sel_scroll_area_go_to (SEL_SCROLL_AREA (self), layout->x, layout->y,
                         sel_page_layout_get_width (layout), sel_page_layout_get_height (layout));

  sel_page_layout_get_visible (layout, &first, &last);
  if (self->page < first || self->page > last)
    sel_page_view_set_current (self, sel_page_layout_find_most_visible (layout));
  show_visible (self);
}

static void
lay_out (SelPageView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);

  if (self->layout == NULL || width == 0 || height == 0)
    return;

  self->layout->current = self->place.page; /* which may have a scale of its own */
  sel_page_layout_fit (self->layout, &self->zoom, width, height,
                       gtk_widget_get_scale_factor (widget));
  go_to_place (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERCENT]);
}

static void
sel_page_view_scrolled (SelScrollArea *area, double x, double y)
{
  SelPageView *self = SEL_PAGE_VIEW (area);

  if (!sel_page_view_is_laid_out (self))
    return;

  self->layout->x = x;
  self->layout->y = y;
  self->place = sel_page_layout_find_place (self->layout, 0.5, 0);
  sel_page_view_set_current (self, sel_page_layout_find_most_visible (self->layout));
  show_visible (self);
}

static void
set_zoom (SelPageView *self, SelPageZoom zoom)
{
  g_autofree char *old = sel_page_zoom_dup_text (&self->zoom);
  g_autofree char *new = sel_page_zoom_dup_text (&zoom);

  self->zoom = zoom;
  lay_out (self);
  if (!g_str_equal (old, new))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

static gboolean
thaw_cb (gpointer user_data)
{
  g_object_thaw_notify (user_data);
  return G_SOURCE_REMOVE;
}

/* Who is told of a page or zoom may want another size, which cannot be asked for while sizes are
 * being given: they are told afterwards. */
static void
sel_page_view_size_allocate (GtkWidget *widget,
                             G_GNUC_UNUSED int width,
                             G_GNUC_UNUSED int height,
                             G_GNUC_UNUSED int baseline)
{
  g_object_freeze_notify (G_OBJECT (widget));
  lay_out (SEL_PAGE_VIEW (widget));
  sel_page_menu_allocate (SEL_PAGE_VIEW (widget));
  g_idle_add_full (G_PRIORITY_HIGH_IDLE, thaw_cb, g_object_ref (widget), g_object_unref);
}

static void
arrived_cb (SelPageView *self, guint page)
{
  if (page == self->page)
    sel_page_view_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
set_single (SelPageView *self, gboolean is_single)
{
  if (self->is_single == is_single)
    return;

  self->is_single = is_single;
  if (self->layout)
    {
      self->layout->is_single = is_single;
      self->place = (SelPagePlace){ .page = self->page, .lead = SEL_PAGE_GAP };
      lay_out (self);
    }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SINGLE]);
}

static void
apply_style (SelPageView *self, SelPageCache *cache)
{
  if (cache)
    sel_page_cache_set_style (cache, self->is_dark ? SEL_PDF_DARK : SEL_PDF_PLAIN);
}

static void
set_dark (SelPageView *self, gboolean is_dark)
{
  if (self->is_dark == is_dark)
    return;

  self->is_dark = is_dark;
  apply_style (self, self->pages);
  apply_style (self, self->previews);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DARK]);
}

static void
sel_page_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SelPageView *self = SEL_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, sel_page_view_get_page (self));
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, sel_page_view_get_n_pages (self));
      break;
    case PROP_ZOOM:
      g_value_take_string (value, sel_page_zoom_dup_text (&self->zoom));
      break;
    case PROP_PERCENT:
      g_value_set_double (value, sel_page_view_get_percent (self));
      break;
    case PROP_SINGLE:
      g_value_set_boolean (value, self->is_single);
      break;
    case PROP_DARK:
      g_value_set_boolean (value, self->is_dark);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sel_page_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SelPageView *self = SEL_PAGE_VIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      if (g_value_get_uint (value) != sel_page_view_get_page (self))
        sel_page_view_set_page (self, g_value_get_uint (value));
      break;
    case PROP_ZOOM:
      set_zoom (self, sel_page_zoom_from_text (g_value_get_string (value)));
      break;
    case PROP_SINGLE:
      set_single (self, g_value_get_boolean (value));
      break;
    case PROP_DARK:
      set_dark (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sel_page_view_dispose (GObject *object)
{
  SelPageView *self = SEL_PAGE_VIEW (object);

  g_clear_handle_id (&self->drawn_source, g_source_remove);
  g_clear_object (&self->arrivals);
  g_clear_object (&self->pages);
  g_clear_object (&self->previews);
  g_clear_pointer (&self->layout, sel_page_layout_free);
  g_clear_pointer (&self->hits, g_array_unref);
  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->links, sel_page_links_free);
  g_clear_pointer (&self->selection, sel_page_selection_free);

  G_OBJECT_CLASS (sel_page_view_parent_class)->dispose (object);
}

static void
install_properties (GObjectClass *object_class)
{
  /* The page of which most is seen, or that was gone to. */
  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                               G_PARAM_STATIC_STRINGS);
  properties[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* What was asked for, as page-zoom.h has it, … */
  properties[PROP_ZOOM] = g_param_spec_string (
    "zoom", NULL, NULL, NULL, G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  /* … and how large the pages are for it. */
  properties[PROP_PERCENT] = g_param_spec_double ("percent", NULL, NULL, 0, G_MAXDOUBLE, 0,
                                                  G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  /* Whether one page is seen at a time, instead of all below each other. */
  properties[PROP_SINGLE] = g_param_spec_boolean ("single", NULL, NULL, FALSE,
                                                  G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                    G_PARAM_STATIC_STRINGS);
  /* Whether letters are light, on dark paper. */
  properties[PROP_DARK] = g_param_spec_boolean ("dark", NULL, NULL, FALSE,
                                                G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY |
                                                  G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
sel_page_view_class_init (SelPageViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sel_page_view_get_property;
  object_class->set_property = sel_page_view_set_property;
  object_class->dispose = sel_page_view_dispose;
  widget_class->size_allocate = sel_page_view_size_allocate;
  widget_class->snapshot = sel_page_view_snapshot;
  widget_class->focus = sel_page_view_focus;
  SEL_SCROLL_AREA_CLASS (klass)->scrolled = sel_page_view_scrolled;

  install_properties (object_class);

  /* A page of the document is on the screen, as sharp as it will be; told once. */
  signals[SIGNAL_DRAWN] = g_signal_new ("drawn", SEL_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);
  /* A link is to be followed: to this SelPdfTarget, lent for the call. */
  signals[SIGNAL_LINK] = g_signal_new ("link", SEL_TYPE_PAGE_VIEW, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                       NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  sel_page_input_add_keys (widget_class);
  sel_page_menu_add_keys (widget_class);
  gtk_widget_class_set_css_name (widget_class, "page-view");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
sel_page_view_init (SelPageView *self)
{
  self->place = (SelPagePlace){ .lead = SEL_PAGE_GAP };
  self->links = sel_page_links_new (GTK_WIDGET (self));
  self->selection = sel_page_selection_new (GTK_WIDGET (self));
  self->arrivals = g_signal_group_new (SEL_TYPE_PAGE_CACHE);
  g_signal_group_connect_swapped (self->arrivals, "arrived", G_CALLBACK (arrived_cb), self);

  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  g_signal_connect (self, "notify::scale-factor", G_CALLBACK (lay_out), NULL);
  sel_page_input_add_gestures (self);
  sel_page_menu_add (self);
  sel_page_view_update_accessible (self);
}

/**
 * sel_page_view_set_document:
 * @pages: (nullable): its pages
 * @previews: (nullable): small ones, to be shown until a page is there
 *
 * Shows a document from its top, or none. In the place of another it begins where that one was:
 * the same document, opened anew.
 */
void
sel_page_view_set_document (SelPageView *self, SelPageCache *pages, SelPageCache *previews)
{
  g_clear_pointer (&self->layout, sel_page_layout_free);
  g_set_object (&self->pages, pages);
  g_set_object (&self->previews, previews);
  g_signal_group_set_target (self->arrivals, pages);
  g_clear_handle_id (&self->drawn_source, g_source_remove);
  self->was_drawn = FALSE;
  sel_page_view_set_hits (self, NULL);
  sel_page_view_set_notes (self, NULL);
  sel_page_links_set_document (self->links, pages ? sel_page_cache_get_pdf (pages) : NULL);
  sel_page_selection_set_document (self->selection, pages ? sel_page_cache_get_pdf (pages) : NULL);
  apply_style (self, pages);
  apply_style (self, previews);

  if (pages)
    {
      const guint last = sel_pdf_get_n_pages (sel_page_cache_get_pdf (pages)) - 1;

      self->layout = sel_page_layout_new (sel_page_cache_get_pdf (pages));
      self->layout->is_single = self->is_single;
      self->place.page = MIN (self->place.page, last);
      self->page = MIN (self->page, last);
      lay_out (self);
    }
  else
    {
      self->place = (SelPagePlace){ .lead = SEL_PAGE_GAP };
      self->page = 0;
    }

  sel_page_view_update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
  for (guint i = PROP_PAGE; i < N_PROPS; i++)
    if (i != PROP_ZOOM)
      g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

guint
sel_page_view_get_n_pages (SelPageView *self)
{
  return self->layout ? self->layout->n_pages : 0;
}

guint
sel_page_view_get_page (SelPageView *self)
{
  return self->layout ? self->page + 1 : 0;
}

/* Goes to the top of @page, or of the nearest that there is. */
void
sel_page_view_set_page (SelPageView *self, guint page)
{
  SelPagePlace place;

  if (self->layout == NULL)
    return;

  place = sel_page_layout_find_place (self->layout, 0.5, 0);
  place.page = CLAMP (page, 1, sel_page_view_get_n_pages (self)) - 1;
  place.y = 0;
  place.lead = SEL_PAGE_GAP;
  sel_page_links_drop_focus (self->links);
  sel_page_view_go_to_place (self, &place);
  sel_page_view_update_accessible (self);
}

/* Goes to a place, and its page is the current one. */
void
sel_page_view_go_to_place (SelPageView *self, const SelPagePlace *place)
{
  const gboolean is_other = self->layout->current != place->page;

  self->place = *place;
  sel_page_view_set_current (self, place->page);
  if (self->is_single && is_other)
    lay_out (self);
  else
    go_to_place (self);
}

/**
 * sel_page_view_show_place:
 * @page: from 1
 * @top: points from its top
 *
 * Goes to where a bookmark or a link leads.
 */
void
sel_page_view_show_place (SelPageView *self, guint page, double top)
{
  sel_page_view_set_page (self, page);
  if (top > 0 && self->layout && self->layout->n_turns == 0)
    {
      self->place.y = top;
      go_to_place (self);
    }
}

/* Turns all pages by quarters to the right; a negative number to the left. */
void
sel_page_view_rotate (SelPageView *self, int n_quarters)
{
  if (self->layout == NULL)
    return;

  sel_page_layout_turn (self->layout, self->layout->n_turns + (guint) (n_quarters % 4 + 4));
  self->place = (SelPagePlace){ .page = self->page, .lead = SEL_PAGE_GAP };
  lay_out (self);
}

/* Goes on with the same document, opened anew, as if nothing had been. */
void
sel_page_view_renew (SelPageView *self, SelPdf *pdf)
{
  sel_page_cache_renew (self->pages, pdf);
  sel_page_cache_renew (self->previews, pdf);
  sel_page_links_renew (self->links, pdf);
  sel_page_selection_renew (self->selection, pdf);
  if (sel_page_view_is_laid_out (self))
    show_visible (self);
}

/* How large the pages are, whatever decides it. */
double
sel_page_view_get_percent (SelPageView *self)
{
  return self->layout ? 100 * self->layout->scale / SEL_PAGE_ZOOM_FULL_SCALE : 0;
}

/* Zooms so that what is seen at the point @x, @y stays there. */
void
sel_page_view_zoom_around (SelPageView *self, double percent, double x, double y)
{
  if (!sel_page_view_is_laid_out (self))
    return;

  self->place = sel_page_layout_find_place (self->layout, x / self->layout->view_width,
                                            y / self->layout->view_height);
  set_zoom (self, sel_page_zoom_from_percent (percent));
}
