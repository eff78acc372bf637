/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window only arranges sections; it never loads, saves or decides anything. */
#include "ui/window.h"

#include <glib/gi18n-lib.h>

#include "ui/agreements/agreements-page.h"
#include "ui/dialogs.h"
#include "ui/exchange/exchange-page.h"
#include "ui/exchange/to-decide.h"
#include "ui/overview/overview-page.h"
#include "ui/participants/participants-page.h"
#include "ui/partners/partners-page.h"
#include "ui/preferences.h"
#include "ui/record-actions.h"
#include "ui/schedule/schedule-page.h"
#include "ui/search/search-dialog.h"
#include "ui/section.h"

struct _SelWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *overlay;
  GtkPaned *paned;
  GtkMenuButton *menu_button;
  GtkListBox *sections;
  GtkStack *stack;
  GtkLabel *waiting;
  SelToDecide *to_decide;

  SelOffice *office;
  guint32 attached; /* sections: 1 << their place among them */
  guint drawn_source;
  guint reader_source;
  SelSearcher *searcher;
  SelPageReader *reader;
  gboolean was_drawn;
  AdwToast *toast; /* weak: the one that offers to undo */
};

G_DEFINE_FINAL_TYPE (SelWindow, sel_window, ADW_TYPE_APPLICATION_WINDOW)

static void
waiting_changed_cb (SelWindow *self, G_GNUC_UNUSED GParamSpec *pspec, GObject *overview)
{
  g_autofree char *count = NULL;
  guint waiting;

  g_object_get (overview, "waiting", &waiting, NULL);
  count = sel_number_dup_display (waiting);
  gtk_label_set_text (self->waiting, count);
  gtk_widget_set_visible (GTK_WIDGET (self->waiting), waiting > 0);
}

/* The pages of the stack are empty until their section is wanted, and the first frame waits neither
 * for sections that are not seen in it nor for what stands in the one that is. */
static const struct
{
  const char *name;
  GType (*get_type) (void);
} sections[] = {
  { "overview", sel_overview_page_get_type },
  { "agreements", sel_agreements_page_get_type },
  { "partners", sel_partners_page_get_type },
  { "participants", sel_participants_page_get_type },
  { "schedule", sel_schedule_page_get_type },
  { "exchange", sel_exchange_page_get_type },
};

static guint
find_section (const char *name)
{
  guint i = 0;

  while (!g_str_equal (sections[i].name, name))
    i++;

  return i;
}

/* The section as it looks without anything in it. */
static SelSection *
make_section (SelWindow *self, const char *name)
{
  AdwBin *page = ADW_BIN (gtk_stack_get_child_by_name (self->stack, name));

  if (adw_bin_get_child (page) == NULL)
    adw_bin_set_child (page, g_object_new (sections[find_section (name)].get_type (), NULL));

  return SEL_SECTION (adw_bin_get_child (page));
}

static SelSection *
get_section (SelWindow *self, const char *name)
{
  SelSection *section = make_section (self, name);
  guint32 bit = 1u << find_section (name);

  if (self->attached & bit)
    return section;

  self->attached |= bit;
  if (SEL_IS_OVERVIEW_PAGE (section))
    g_signal_connect_object (section, "notify::waiting", G_CALLBACK (waiting_changed_cb), self,
                             G_CONNECT_SWAPPED);
  sel_section_attach (section, self->office);
  return section;
}

static SelSection *
visible_section (SelWindow *self)
{
  return get_section (self, gtk_stack_get_visible_child_name (self->stack));
}

/* The rows of the sidebar are named as the pages of the stack. */
static GtkListBoxRow *
row_of_section (SelWindow *self, const char *name)
{
  GtkListBoxRow *row;

  for (int i = 0; (row = gtk_list_box_get_row_at_index (self->sections, i)); i++)
    if (g_str_equal (gtk_widget_get_name (GTK_WIDGET (row)), name))
      return row;

  return NULL;
}

static void
show_section (SelWindow *self, const char *name)
{
  GtkListBoxRow *row = row_of_section (self, name);

  gtk_list_box_select_row (self->sections,
                           row ? row : gtk_list_box_get_row_at_index (self->sections, 0));
}

static void
section_selected_cb (SelWindow *self, GtkListBoxRow *row)
{
  const char *name = row ? gtk_widget_get_name (GTK_WIDGET (row)) : NULL;

  if (name == NULL || self->office == NULL)
    return;

  if (self->was_drawn)
    get_section (self, name);
  else
    make_section (self, name);
  gtk_stack_set_visible_child_name (self->stack, name);
  g_settings_set_string (sel_office_get_settings (self->office), "section", name);
}

/* Tab leads past the list: from row to row it would go through the sections one by one. */
static gboolean
sections_key_cb (SelWindow *self, guint key)
{
  if (key == GDK_KEY_Tab || key == GDK_KEY_KP_Tab)
    return gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack),
                                   GTK_DIR_TAB_FORWARD);
  return key == GDK_KEY_ISO_Left_Tab && gtk_widget_grab_focus (GTK_WIDGET (self->menu_button));
}

static void
said_cb (SelWindow *self, const char *message, gboolean can_undo)
{
  g_autofree char *escaped = g_markup_escape_text (message, -1);
  AdwToast *toast = adw_toast_new (escaped);

  /* What was last done is what counts, and all that the button undoes. */
  if (self->toast)
    adw_toast_dismiss (self->toast);
  g_set_weak_pointer (&self->toast, toast);
  if (can_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->overlay, toast);
}

/* One dialog at a time: what fails while one is open stays below it as a toast. */
static void
failed_cb (SelWindow *self, const char *message)
{
  g_autofree char *escaped = NULL;
  AdwToast *toast;

  if (gtk_window_is_active (GTK_WINDOW (self)))
    {
      sel_dialog_tell (GTK_WIDGET (self), _ ("This could not be done"), message);
      return;
    }

  escaped = g_markup_escape_text (message, -1);
  toast = adw_toast_new (escaped);
  adw_toast_set_timeout (toast, 0);
  adw_toast_overlay_add_toast (self->overlay, toast);
}

/* Whoever asks by keyboard works on in the section, below its header bar. */
static void
show_section_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *name)
{
  SelWindow *self = SEL_WINDOW (widget);

  GtkWidget *box;

  show_section (self, g_variant_get_string (name, NULL));
  box = gtk_widget_get_first_child (GTK_WIDGET (visible_section (self)));
  if (GTK_IS_OVERLAY (box))
    box = gtk_overlay_get_child (GTK_OVERLAY (box));
  gtk_widget_child_focus (gtk_widget_get_last_child (box), GTK_DIR_TAB_FORWARD);
}

/* Shows a record in the first section that knows how to. */
static void
open_record_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  SelWindow *self = SEL_WINDOW (widget);
  const SelRecordType *type;
  const char *name;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &name, &id);
  type = sel_record_type_by_name (name);
  g_return_if_fail (type != NULL);

  for (guint i = 0; i < G_N_ELEMENTS (sections); i++)
    if (sel_section_show_record (get_section (self, sections[i].name), type, id))
      {
        show_section (self, sections[i].name);
        return;
      }

  /* What no section shows, such as a course, is all in its form. */
  sel_record_edit (widget, self->office, type, id);
}

/* The people of a programme or cohort. */
static void
show_people_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  SelWindow *self = SEL_WINDOW (widget);
  const char *name;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &name, &id);
  sel_participants_page_show_people (SEL_PARTICIPANTS_PAGE (get_section (self, "participants")),
                                     sel_record_type_by_name (name), id);
  show_section (self, "participants");
}

/* The overview has nothing to search in; agreements are what is looked for most. */
static void
search_action (GtkWidget *widget,
               G_GNUC_UNUSED const char *action,
               G_GNUC_UNUSED GVariant *parameter)
{
  SelWindow *self = SEL_WINDOW (widget);

  if (sel_section_search (visible_section (self)))
    return;

  show_section (self, "agreements");
  sel_section_search (visible_section (self));
}

static void
search_everywhere_action (GtkWidget *widget,
                          G_GNUC_UNUSED const char *action,
                          GVariant *parameter)
{
  SelWindow *self = SEL_WINDOW (widget);

  if (self->reader_source)
    {
      g_clear_handle_id (&self->reader_source, g_source_remove);
      sel_page_reader_start (self->reader);
    }
  sel_search_dialog_present (GTK_WINDOW (self), self->office, self->searcher, self->reader,
                             parameter ? g_variant_get_string (parameter, NULL) : "");
}

/* A page of a PDF of an agreement, and words on it. */
static void
open_page_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  SelWindow *self = SEL_WINDOW (widget);
  const char *sha256, *file, *words;
  gint64 agreement;
  guint page;

  g_variant_get (parameter, "(x&s&su&s)", &agreement, &sha256, &file, &page, &words);
  show_section (self, "agreements");
  sel_agreements_page_show_page (SEL_AGREEMENTS_PAGE (get_section (self, "agreements")), agreement,
                                 sha256, file, page, words);
}

static void
add_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  sel_section_add (visible_section (SEL_WINDOW (widget)));
}

/* A file to be imported, from wherever the user is. */
static void
open_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  SelWindow *self = SEL_WINDOW (widget);

  show_section (self, "exchange");
  gtk_widget_activate_action (GTK_WIDGET (visible_section (self)), "exchange.choose", NULL);
}

static void
preferences_action (GtkWidget *widget,
                    G_GNUC_UNUSED const char *action,
                    G_GNUC_UNUSED GVariant *parameter)
{
  SelWindow *self = SEL_WINDOW (widget);

  sel_preferences_present (GTK_WINDOW (self), self->office);
}

static void
finish_undo (SelWindow *self, GObject *store, GAsyncResult *result, const char *message)
{
  g_autoptr (GError) error = NULL;
  gboolean is_done = sel_store_write_finish (SEL_STORE (store), result, &error) >= 0;

  if (self->office && is_done)
    sel_office_say (self->office, message);
  else if (self->office)
    sel_office_fail (self->office, error->message);
}

static void
undone_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelWindow) self = user_data;

  finish_undo (self, store, result, _ ("Undone"));
}

static void
redone_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelWindow) self = user_data;

  finish_undo (self, store, result, _ ("Redone"));
}

/* While a text is being typed, the keys undo the typing. GTK would take them in an entry that is
 * empty too, such as a search where nothing was looked for. */
static gboolean
undo_typing (SelWindow *self, gboolean redo)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return GTK_IS_TEXT (focus) && *gtk_editable_get_text (GTK_EDITABLE (focus)) != '\0' &&
         gtk_widget_activate_action (focus, redo ? "text.redo" : "text.undo", NULL);
}

static void
undo (SelWindow *self, gboolean redo)
{
  SelStore *store = sel_office_get_store (self->office);

  if (undo_typing (self, redo))
    return;
  if (redo ? sel_store_can_redo (store) : sel_store_can_undo (store))
    sel_store_undo_async (store, redo, redo ? redone_cb : undone_cb, g_object_ref (self));
  else
    sel_office_say (self->office,
                    redo ? _ ("There is nothing to redo") : _ ("There is nothing to undo"));
}

static void
undo_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  undo (SEL_WINDOW (widget), FALSE);
}

static void
redo_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  undo (SEL_WINDOW (widget), TRUE);
}

static gboolean
sel_window_close_request (GtkWindow *window)
{
  SelWindow *self = SEL_WINDOW (window);
  GSettings *settings = sel_office_get_settings (self->office);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_settings_set_int (settings, "window-width", width);
  g_settings_set_int (settings, "window-height", height);
  g_settings_set_boolean (settings, "window-maximized", gtk_window_is_maximized (window));
  g_settings_set_int (settings, "sidebar-width", gtk_paned_get_position (self->paned));

  return GTK_WINDOW_CLASS (sel_window_parent_class)->close_request (window);
}

/* Until then, the window has better things to do. */
#define SECONDS_BEFORE_READING 5

static gboolean
start_reader_cb (gpointer user_data)
{
  SelWindow *self = user_data;

  self->reader_source = 0;
  sel_page_reader_start (self->reader);
  return G_SOURCE_REMOVE;
}

/* What waits is counted, whether or not its section is in front. */
static gboolean
drawn_cb (gpointer user_data)
{
  SelWindow *self = user_data;

  self->drawn_source = 0;
  self->was_drawn = TRUE;
  visible_section (self);
  get_section (self, "overview");
  sel_to_decide_attach (self->to_decide, self->office);
  self->reader_source = g_timeout_add_seconds (SECONDS_BEFORE_READING, start_reader_cb, self);
  return G_SOURCE_REMOVE;
}

/* The frame is only beginning: what is idle comes after it. */
static gboolean
first_frame_cb (GtkWidget *widget,
                G_GNUC_UNUSED GdkFrameClock *clock,
                G_GNUC_UNUSED gpointer user_data)
{
  SEL_WINDOW (widget)->drawn_source = g_idle_add (drawn_cb, widget);
  return G_SOURCE_REMOVE;
}

static void
sel_window_dispose (GObject *object)
{
  SelWindow *self = SEL_WINDOW (object);

  g_clear_handle_id (&self->drawn_source, g_source_remove);
  g_clear_handle_id (&self->reader_source, g_source_remove);
  g_clear_weak_pointer (&self->toast);
  if (self->reader)
    sel_page_reader_stop (self->reader);
  g_clear_object (&self->reader);
  g_clear_object (&self->searcher);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.section", "s", show_section_action);
  gtk_widget_class_install_action (widget_class, "win.open-record", "(sx)", open_record_action);
  gtk_widget_class_install_action (widget_class, "win.show-people", "(sx)", show_people_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.search-everywhere", NULL,
                                   search_everywhere_action);
  gtk_widget_class_install_action (widget_class, "win.search-words", "s", search_everywhere_action);
  gtk_widget_class_install_action (widget_class, "win.open-page", "(xssus)", open_page_action);
  gtk_widget_class_install_action (widget_class, "win.add", NULL, add_action);
  gtk_widget_class_install_action (widget_class, "win.open", NULL, open_action);
  gtk_widget_class_install_action (widget_class, "win.preferences", NULL, preferences_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
}

static void
sel_window_class_init (SelWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = sel_window_close_request;

  g_type_ensure (SEL_TYPE_TO_DECIDE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/selaras/Selaras/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, SelWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, SelWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, SelWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, SelWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, SelWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SelWindow, waiting);
  gtk_widget_class_bind_template_child (widget_class, SelWindow, to_decide);
  gtk_widget_class_bind_template_callback (widget_class, section_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, sections_key_cb);
  install_actions (widget_class);
}

static void
sel_window_init (SelWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

SelWindow *
sel_window_new (GtkApplication *application, SelOffice *office)
{
  SelWindow *self = g_object_new (SEL_TYPE_WINDOW, "application", application, NULL);
  GSettings *settings = sel_office_get_settings (office);
  g_autofree char *section = g_settings_get_string (settings, "section");

  self->office = g_object_ref (office);
  self->searcher = sel_searcher_new (office);
  self->reader = sel_page_reader_new (sel_office_get_store (office));
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"),
                               g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_paned_set_position (self->paned, g_settings_get_int (settings, "sidebar-width"));

  g_signal_connect_object (office, "said", G_CALLBACK (said_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "failed", G_CALLBACK (failed_cb), self, G_CONNECT_SWAPPED);

  show_section (self, section);
  gtk_window_set_focus (GTK_WINDOW (self),
                        GTK_WIDGET (gtk_list_box_get_selected_row (self->sections)));
  gtk_widget_add_tick_callback (GTK_WIDGET (self), first_frame_cb, NULL, NULL);
  return self;
}

/* Shows what importing the exchange file would do. */
void
sel_window_open_file (SelWindow *self, GFile *file)
{
  show_section (self, "exchange");
  sel_exchange_page_open (SEL_EXCHANGE_PAGE (get_section (self, "exchange")), file);
}
