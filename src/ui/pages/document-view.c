/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/document-view-private.h"

#include <glib/gi18n-lib.h>

#include "confined/pdf.h"
#include "ui/pages/document-actions.h"
#include "ui/pages/page-actions.h"
#include "ui/pages/page-follow.h"

/* Bytes of drawn pages that are kept. */
#define MOST_PAGES ((gsize) 96 << 20)
#define MOST_PREVIEWS ((gsize) 16 << 20)

/* Most documents are there before this many milliseconds; a spinner would only flash. */
#define PATIENCE 300

G_DEFINE_FINAL_TYPE (SelDocumentView, sel_document_view, GTK_TYPE_WIDGET)

enum
{
  PROP_PAGE = 1,
  PROP_N_PAGES,
  N_PROPS,
};

enum
{
  SIGNAL_DRAWN,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
stop_waiting (SelDocumentView *self)
{
  g_clear_handle_id (&self->spinner_source, g_source_remove);
  gtk_spinner_set_spinning (self->spinner, FALSE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), FALSE);
}

static gboolean
spin_cb (gpointer user_data)
{
  SelDocumentView *self = user_data;

  self->spinner_source = 0;
  gtk_spinner_set_spinning (self->spinner, TRUE);
  gtk_widget_set_visible (GTK_WIDGET (self->spinner), TRUE);
  return G_SOURCE_REMOVE;
}

static void
start_waiting (SelDocumentView *self)
{
  if (self->spinner_source == 0 && !gtk_widget_get_visible (GTK_WIDGET (self->spinner)))
    self->spinner_source = g_timeout_add (PATIENCE, spin_cb, self);
}

static void
show_state (SelDocumentView *self, const char *state)
{
  const gboolean is_pages = g_str_equal (state, "pages");

  gtk_stack_set_visible_child_name (self->stack, state);
  gtk_widget_set_visible (GTK_WIDGET (self->toolbar), is_pages);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "page", is_pages ? self->page_actions : NULL);
  if (!is_pages)
    g_object_set (self->search, "active", FALSE, NULL);
}

/* Forgets the open document, but not which one it was, nor where one was in it. */
static void
close_document (SelDocumentView *self)
{
  sel_document_reader_close (self->reader);
  g_clear_object (&self->previews);
  sel_thumbnails_set_document (self->thumbnails, NULL);
  sel_page_outline_set_document (self->outline, NULL);
  sel_page_signatures_set_document (self->signatures, NULL);
  sel_page_search_set_document (self->search, NULL);
}

static void
forget_document (SelDocumentView *self)
{
  close_document (self);
  g_object_set (self->search, "active", FALSE, NULL);
  sel_page_view_set_document (self->page_view, NULL, NULL);
  sel_document_contents_set_document (self->contents, NULL, NULL);
  g_clear_pointer (&self->document.bytes, g_bytes_unref);
  g_clear_pointer (&self->document.name, g_free);
  g_clear_pointer (&self->document.password, g_free);
  g_clear_pointer (&self->wanted_words, g_free);
  self->wanted_page = 0;
  gtk_editable_set_text (self->password_entry, "");
}

static gboolean
is_reader_gone (const GError *error)
{
  return g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DIED) ||
         g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TIMEOUT) ||
         g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_PROTOCOL);
}

/* A status page takes markup; names of files are none. */
static void
describe (AdwStatusPage *page, const char *sentence)
{
  g_autofree char *escaped = g_markup_escape_text (sentence, -1);

  adw_status_page_set_description (page, escaped);
}

static void
ask_password (SelDocumentView *self, const char *why)
{
  describe (self->password_page, why);
  show_state (self, "password");
  if (self->document.password)
    gtk_widget_grab_focus (GTK_WIDGET (self->password_entry));
}

static void
fail (SelDocumentView *self, const GError *error)
{
  stop_waiting (self);
  close_document (self);
  if (g_error_matches (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_ENCRYPTED))
    {
      ask_password (self, error->message);
      return;
    }

  adw_status_page_set_title (self->trouble_page, is_reader_gone (error)
                                                   ? _ ("The PDF reader stopped unexpectedly")
                                                   : _ ("This PDF cannot be shown"));
  describe (self->trouble_page, error->message);
  show_state (self, "trouble");
}

/* Everybody who asked a reader is told when it ends. */
static void
cache_failed_cb (SelDocumentView *self, const GError *error, SelPageCache *cache)
{
  sel_document_reader_note_end (self->reader, sel_page_cache_get_pdf (cache), error);
}

static void
search_failed_cb (SelDocumentView *self, const GError *error)
{
  sel_document_reader_note_end (self->reader, sel_document_reader_get_pdf (self->reader), error);
}

static void
revived_cb (SelDocumentView *self)
{
  SelPdf *pdf = sel_document_reader_get_pdf (self->reader);

  sel_page_view_renew (self->page_view, pdf);
  sel_page_search_renew (self->search, pdf);
  sel_page_outline_renew (self->outline, pdf);
  sel_page_signatures_renew (self->signatures, pdf);
}

static SelPageCache *
new_cache (SelDocumentView *self, gsize most_bytes)
{
  SelPdf *pdf = sel_document_reader_get_pdf (self->reader);
  SelPageCache *cache = sel_page_cache_new (pdf, most_bytes);

  g_signal_connect_object (cache, "failed", G_CALLBACK (cache_failed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (cache, "arrived", G_CALLBACK (sel_document_reader_note_drawn),
                           self->reader, G_CONNECT_SWAPPED);
  return cache;
}

static void
opened_cb (SelDocumentView *self)
{
  g_autoptr (SelPageCache) pages = new_cache (self, MOST_PAGES);

  g_clear_object (&self->previews);
  self->previews = new_cache (self, MOST_PREVIEWS);
  sel_page_view_set_document (self->page_view, pages, self->previews);
  sel_page_search_set_document (self->search, sel_document_reader_get_pdf (self->reader));
  sel_document_view_note_remarks (self);
  gtk_editable_set_text (self->password_entry, "");
  show_state (self, "pages");
  sel_document_view_go_to_wanted (self);
}

/* The rest can wait until there is a page to look at. */
static void
drawn_cb (SelDocumentView *self)
{
  stop_waiting (self);
  sel_thumbnails_set_document (self->thumbnails, self->previews);
  sel_document_contents_read_at_rest (self->contents);
  sel_page_outline_set_document (self->outline, sel_document_reader_get_pdf (self->reader));
  sel_page_signatures_set_document (self->signatures, sel_document_reader_get_pdf (self->reader));
  g_signal_emit (self, signals[SIGNAL_DRAWN], 0);
}

static void
open_document (SelDocumentView *self)
{
  const SelOpenDocument *document = &self->document;

  start_waiting (self);
  sel_document_reader_open (self->reader, document->bytes, document->name, document->password);
}

static void
password_cb (SelDocumentView *self)
{
  g_free (self->document.password);
  self->document.password = g_strdup (gtk_editable_get_text (self->password_entry));
  close_document (self);
  open_document (self);
}

static void
retry_cb (SelDocumentView *self)
{
  close_document (self);
  show_state (self, "pages");
  open_document (self);
}

static void
link_cb (SelDocumentView *self, const SelPdfTarget *target)
{
  sel_page_follow (self->page_view, target);
}

static void
articles_action (GtkWidget *widget,
                 G_GNUC_UNUSED const char *action,
                 G_GNUC_UNUSED GVariant *parameter)
{
  SelDocumentView *self = SEL_DOCUMENT_VIEW (widget);

  sel_side_pane_bring_forward (self->side, GTK_WIDGET (self->contents));
}

static void
page_notify_cb (SelDocumentView *self, GParamSpec *pspec)
{
  g_object_notify (G_OBJECT (self), pspec->name);
}

static void
sel_document_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  SelDocumentView *self = SEL_DOCUMENT_VIEW (object);

  switch (id)
    {
    case PROP_PAGE:
      g_value_set_uint (value, sel_document_view_get_page (self));
      break;
    case PROP_N_PAGES:
      g_value_set_uint (value, sel_document_view_get_n_pages (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
sel_document_view_dispose (GObject *object)
{
  SelDocumentView *self = SEL_DOCUMENT_VIEW (object);

  g_clear_handle_id (&self->spinner_source, g_source_remove);
  g_clear_handle_id (&self->warm_up_source, g_source_remove);
  if (self->box)
    forget_document (self);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->reader);
  g_clear_object (&self->page_actions);
  g_clear_object (&self->document.office);

  G_OBJECT_CLASS (sel_document_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SEL_TYPE_PAGE_SEARCH);
  g_type_ensure (SEL_TYPE_PAGE_SIGNATURES);
  g_type_ensure (SEL_TYPE_PAGE_TOOLBAR);
  g_type_ensure (SEL_TYPE_PAGE_VIEW);
  g_type_ensure (SEL_TYPE_SIDE_PANE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/pages/document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, box);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, search);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, signatures);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, stack);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, side);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, page_view);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, spinner);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, password_page);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, password_entry);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, trouble_page);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, refused_page);
  gtk_widget_class_bind_template_callback (widget_class, link_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_failed_cb);
  gtk_widget_class_bind_template_callback (widget_class, drawn_cb);
  gtk_widget_class_bind_template_callback (widget_class, password_cb);
  gtk_widget_class_bind_template_callback (widget_class, retry_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_notify_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
sel_document_view_class_init (SelDocumentViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sel_document_view_get_property;
  object_class->dispose = sel_document_view_dispose;

  properties[PROP_PAGE] = g_param_spec_uint ("page", NULL, NULL, 0, G_MAXUINT, 0,
                                             G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  properties[PROP_N_PAGES] = g_param_spec_uint ("n-pages", NULL, NULL, 0, G_MAXUINT, 0,
                                                G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_DRAWN] = g_signal_new ("drawn", SEL_TYPE_DOCUMENT_VIEW, G_SIGNAL_RUN_LAST, 0, NULL,
                                        NULL, NULL, G_TYPE_NONE, 0);

  bind_template (widget_class);
  sel_document_actions_install (widget_class);
  sel_page_actions_add_keys (widget_class);
  gtk_widget_class_install_action (widget_class, "document.articles", NULL, articles_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "document.articles", NULL);
}

static void
add_lists (SelDocumentView *self)
{
  self->thumbnails = g_object_new (SEL_TYPE_THUMBNAILS, NULL);
  self->contents = g_object_new (SEL_TYPE_DOCUMENT_CONTENTS, NULL);
  self->outline = g_object_new (SEL_TYPE_PAGE_OUTLINE, NULL);
  self->hits = g_object_new (SEL_TYPE_PAGE_HITS, NULL);
  sel_side_pane_add (self->side, GTK_WIDGET (self->thumbnails), _ ("Pages"),
                     "view-grid-symbolic", SEL_SIDE_STAYS);
  sel_side_pane_add (self->side, GTK_WIDGET (self->contents), _ ("Articles, and what is worth a look"),
                     "view-list-symbolic", SEL_SIDE_STAYS);
  sel_side_pane_add (self->side, GTK_WIDGET (self->outline), _ ("Outline"),
                     "view-list-bullet-symbolic", SEL_SIDE_STAYS);
  sel_side_pane_add (self->side, GTK_WIDGET (self->hits), _ ("Found"), "edit-find-symbolic",
                     SEL_SIDE_COMES_FORWARD);
  g_object_bind_property (self->page_view, "page", self->thumbnails, "page",
                          G_BINDING_BIDIRECTIONAL);
  sel_page_outline_attach (self->outline, self->page_view);
  g_signal_connect_object (self->contents, "read", G_CALLBACK (sel_document_view_note_remarks),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->contents, "chosen", G_CALLBACK (sel_document_view_show_places),
                           self, G_CONNECT_SWAPPED);
}

static void
sel_document_view_init (SelDocumentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_lists (self);
  self->reader = sel_document_reader_new ();
  g_signal_connect_object (self->reader, "opened", G_CALLBACK (opened_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "revived", G_CALLBACK (revived_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->reader, "failed", G_CALLBACK (fail), self, G_CONNECT_SWAPPED);
  sel_page_toolbar_attach (self->toolbar, self->page_view);
  sel_page_search_attach (self->search, self->page_view, self->thumbnails, self->hits);
  self->page_actions = sel_page_actions_new (self->page_view, self->search,
                                             GTK_WIDGET (self->side));
}

static gboolean
warm_up_cb (gpointer user_data)
{
  SelDocumentView *self = user_data;

  self->warm_up_source = 0;
  sel_pdf_warm_up ();
  return G_SOURCE_REMOVE;
}

/* Called once, before anything else. */
void
sel_document_view_attach (SelDocumentView *self, SelOffice *office)
{
  static const struct
  {
    const char *key, *property;
  } remembered[] = {
    { "page-zoom", "zoom" },
    { "page-single", "single" },
    { "page-dark", "dark" },
  };

  g_return_if_fail (self->document.office == NULL);

  self->document.office = g_object_ref (office);
  self->warm_up_source = g_idle_add_full (G_PRIORITY_LOW, warm_up_cb, self, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (remembered); i++)
    g_settings_bind (sel_office_get_settings (office), remembered[i].key, self->page_view,
                     remembered[i].property, G_SETTINGS_BIND_DEFAULT);
}

/* Another document is on its way: shows no page of the last one, and soon that it takes a while. */
void
sel_document_view_set_loading (SelDocumentView *self)
{
  forget_document (self);
  sel_side_pane_choose (self->side, gtk_widget_get_width (GTK_WIDGET (self)));
  show_state (self, "pages");
  start_waiting (self);
}

/**
 * sel_document_view_show:
 * @pdf: (nullable): the file, or %NULL where there is none
 * @name: (nullable): the name of the file, for sentences and for copies of it
 *
 * Shows a document from its first page. One that is shown already stays as it is.
 */
void
sel_document_view_show (SelDocumentView *self, GBytes *pdf, const char *name)
{
  if (pdf && self->document.bytes && g_str_equal (name, self->document.name) &&
      g_bytes_equal (pdf, self->document.bytes))
    return;

  forget_document (self);
  stop_waiting (self);
  if (pdf == NULL)
    {
      show_state (self, "empty");
      return;
    }

  self->document.bytes = g_bytes_ref (pdf);
  self->document.name = g_strdup (name);
  sel_document_contents_set_document (self->contents, pdf, name);
  sel_side_pane_choose (self->side, gtk_widget_get_width (GTK_WIDGET (self)));
  show_state (self, "pages");
  open_document (self);
}

/* Says why a document is not shown, in its place; nothing can be done with it. */
void
sel_document_view_refuse (SelDocumentView *self, const char *title, const char *sentence)
{
  forget_document (self);
  stop_waiting (self);
  adw_status_page_set_title (self->refused_page, title);
  describe (self->refused_page, sentence);
  show_state (self, "refused");
}

/* Opens the bar in which words are looked for, if there are pages. */
void
sel_document_view_find (SelDocumentView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.find", NULL);
}

/**
 * sel_document_view_get_document:
 *
 * Returns: (nullable): what is shown, as long as it is
 */
const SelOpenDocument *
sel_document_view_get_document (SelDocumentView *self)
{
  return self->document.bytes ? &self->document : NULL;
}

/* The page that is read, from 1; 0 for none. */
guint
sel_document_view_get_page (SelDocumentView *self)
{
  return sel_page_view_get_page (self->page_view);
}

guint
sel_document_view_get_n_pages (SelDocumentView *self)
{
  return sel_page_view_get_n_pages (self->page_view);
}
