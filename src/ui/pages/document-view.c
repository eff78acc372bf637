/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/document-view.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "confined/pdf.h"
#include "ui/dialogs.h"
#include "ui/pages/document-contents.h"
#include "ui/pages/document-copy.h"
#include "ui/pages/page-actions.h"
#include "ui/pages/page-toolbar.h"

/* Bytes of drawn pages that are kept. */
#define MOST_PAGES ((gsize) 96 << 20)
#define MOST_PREVIEWS ((gsize) 16 << 20)

/* Most documents are there before this many milliseconds; a spinner would only flash. */
#define PATIENCE 300

/* In a view as wide as this, small pages leave enough for the large ones. */
#define WIDE 640

struct _SelDocumentView
{
  GtkWidget parent_instance;

  GtkWidget *box;
  SelPageToolbar *toolbar;
  SelPageSearch *search;
  GtkStack *stack;
  SelThumbnails *thumbnails;
  SelDocumentContents *contents;
  SelPageView *page_view;
  GtkSpinner *spinner;
  AdwStatusPage *password_page;
  GtkEditable *password_entry;
  AdwStatusPage *trouble_page;

  SelOffice *office;
  GActionGroup *page_actions; /* inserted where there are pages, or soon will be */
  guint spinner_source;
  guint warm_up_source;
  gboolean was_wide;

  GBytes *bytes;
  char *name;
  char *password;
  GCancellable *opening;
  SelPdf *pdf;
  SelPageCache *previews;
};

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
  g_cancellable_cancel (self->opening);
  g_clear_object (&self->opening);
  if (self->pdf)
    sel_pdf_close (self->pdf);
  g_clear_object (&self->pdf);
  g_clear_object (&self->previews);
  sel_thumbnails_set_document (self->thumbnails, NULL);
  sel_page_search_set_document (self->search, NULL);
}

static void
forget_document (SelDocumentView *self)
{
  close_document (self);
  g_object_set (self->search, "active", FALSE, NULL);
  sel_page_view_set_document (self->page_view, NULL, NULL);
  sel_document_contents_set_document (self->contents, NULL, NULL);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->password, g_free);
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
  if (self->password)
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

/* The last document may fail when this one is already open. */
static void
cache_failed_cb (SelDocumentView *self, const GError *error, SelPageCache *cache)
{
  if (sel_page_cache_get_pdf (cache) == self->pdf)
    fail (self, error);
}

static SelPageCache *
new_cache (SelDocumentView *self, gsize most_bytes)
{
  SelPageCache *cache = sel_page_cache_new (self->pdf, most_bytes);

  g_signal_connect_object (cache, "failed", G_CALLBACK (cache_failed_cb), self, G_CONNECT_SWAPPED);
  return cache;
}

static void
opened_cb (G_GNUC_UNUSED GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelDocumentView) self = user_data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SelPdf) pdf = sel_pdf_open_finish (result, &error);
  g_autoptr (SelPageCache) pages = NULL;

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  if (pdf == NULL)
    {
      fail (self, error);
      return;
    }

  self->pdf = g_steal_pointer (&pdf);
  pages = new_cache (self, MOST_PAGES);
  self->previews = new_cache (self, MOST_PREVIEWS);
  sel_page_view_set_document (self->page_view, pages, self->previews);
  sel_page_search_set_document (self->search, self->pdf);
  gtk_editable_set_text (self->password_entry, "");
  show_state (self, "pages");
}

/* The rest can wait until there is a page to look at. */
static void
drawn_cb (SelDocumentView *self)
{
  stop_waiting (self);
  sel_thumbnails_set_document (self->thumbnails, self->previews);
  g_signal_emit (self, signals[SIGNAL_DRAWN], 0);
}

static void
open_document (SelDocumentView *self)
{
  start_waiting (self);
  self->opening = g_cancellable_new ();
  sel_pdf_open_async (self->bytes, self->name, self->password, self->opening, opened_cb,
                      g_object_ref (self));
}

static void
password_cb (SelDocumentView *self)
{
  g_free (self->password);
  self->password = g_strdup (gtk_editable_get_text (self->password_entry));
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
file_chosen_cb (const char *path, gpointer user_data)
{
  SelDocumentView *self = user_data;

  if (self->bytes)
    sel_document_save_copy (GTK_WIDGET (self), self->office, self->bytes, path);
}

static void
save_copy_action (GtkWidget *widget,
                  G_GNUC_UNUSED const char *action,
                  G_GNUC_UNUSED GVariant *parameter)
{
  SelDocumentView *self = SEL_DOCUMENT_VIEW (widget);

  if (self->bytes)
    sel_dialog_save_file (widget, _ ("Save a copy"), self->name, file_chosen_cb, self);
}

static void
open_elsewhere_action (GtkWidget *widget,
                       G_GNUC_UNUSED const char *action,
                       G_GNUC_UNUSED GVariant *parameter)
{
  SelDocumentView *self = SEL_DOCUMENT_VIEW (widget);

  if (self->bytes)
    sel_document_open_elsewhere (widget, self->office, self->bytes, self->name);
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
  g_clear_object (&self->page_actions);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_document_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  g_type_ensure (SEL_TYPE_DOCUMENT_CONTENTS);
  g_type_ensure (SEL_TYPE_PAGE_SEARCH);
  g_type_ensure (SEL_TYPE_PAGE_TOOLBAR);
  g_type_ensure (SEL_TYPE_PAGE_VIEW);
  g_type_ensure (SEL_TYPE_THUMBNAILS);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/pages/document-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, box);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, toolbar);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, search);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, stack);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, thumbnails);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, contents);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, page_view);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, spinner);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, password_page);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, password_entry);
  gtk_widget_class_bind_template_child (widget_class, SelDocumentView, trouble_page);
  gtk_widget_class_bind_template_callback (widget_class, fail);
  gtk_widget_class_bind_template_callback (widget_class, sel_document_view_show_places);
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
  gtk_widget_class_install_action (widget_class, "document.save-copy", NULL, save_copy_action);
  gtk_widget_class_install_action (widget_class, "document.open-elsewhere", NULL,
                                   open_elsewhere_action);
  sel_page_actions_add_keys (widget_class);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_F7, 0, "page.contents", NULL);
}

static void
sel_document_view_init (SelDocumentView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  sel_page_toolbar_attach (self->toolbar, self->page_view);
  sel_page_search_attach (self->search, self->page_view, self->thumbnails);
  self->page_actions = sel_page_actions_new (self->page_view, self->search, self->thumbnails);
  sel_document_contents_add_action (self->contents, G_ACTION_MAP (self->page_actions));
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
  g_return_if_fail (self->office == NULL);

  self->office = g_object_ref (office);
  self->warm_up_source = g_idle_add_full (G_PRIORITY_LOW, warm_up_cb, self, NULL);
  g_settings_bind (sel_office_get_settings (office), "page-zoom", self->page_view, "zoom",
                   G_SETTINGS_BIND_DEFAULT);
}

/* Small pages are shown where there is room for them, unless the user wanted it otherwise. */
static void
choose_thumbnails (SelDocumentView *self)
{
  GtkWidget *thumbnails = GTK_WIDGET (self->thumbnails);

  if (gtk_widget_get_visible (thumbnails) != self->was_wide)
    return;

  self->was_wide = gtk_widget_get_width (GTK_WIDGET (self)) >= WIDE;
  gtk_widget_set_visible (thumbnails, self->was_wide);
}

/* Another document is on its way: shows no page of the last one, and soon that it takes a while. */
void
sel_document_view_set_loading (SelDocumentView *self)
{
  forget_document (self);
  choose_thumbnails (self);
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
  if (pdf && self->bytes && g_str_equal (name, self->name) && g_bytes_equal (pdf, self->bytes))
    return;

  forget_document (self);
  stop_waiting (self);
  if (pdf == NULL)
    {
      show_state (self, "empty");
      return;
    }

  self->bytes = g_bytes_ref (pdf);
  self->name = g_strdup (name);
  sel_document_contents_set_document (self->contents, pdf, name);
  choose_thumbnails (self);
  show_state (self, "pages");
  open_document (self);
}

/* Marks places, of SelPlace, on the pages, and brings the first into sight. */
void
sel_document_view_show_places (SelDocumentView *self, GArray *places)
{
  if (self->pdf == NULL || places->len == 0)
    return;

  g_object_set (self->search, "active", FALSE, NULL);
  sel_page_search_set_document (self->search, self->pdf); /* its marks give way to these */
  sel_document_contents_mark (places, self->page_view);
}

/* Goes to an article of the document that is shown, as soon as its text is read. */
void
sel_document_view_show_article (SelDocumentView *self, const char *number)
{
  sel_document_contents_show_article (self->contents, number);
}

/* Opens the bar in which words are looked for, if there are pages. */
void
sel_document_view_find (SelDocumentView *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "page.find", NULL);
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
