/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window only arranges sections; it never loads, saves or decides anything. */
#include "ui/window.h"

#include <glib/gi18n-lib.h>

#include "ui/agreements/agreements-page.h"
#include "ui/exchange/exchange-page.h"
#include "ui/overview/overview-page.h"
#include "ui/participants/participants-page.h"
#include "ui/partners/partners-page.h"
#include "ui/preferences.h"
#include "ui/schedule/schedule-page.h"
#include "ui/section.h"

struct _SelWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *overlay;
  GtkPaned *paned;
  GtkListBox *sections;
  GtkStack *stack;
  GtkLabel *waiting;

  SelOffice *office;
};

G_DEFINE_FINAL_TYPE (SelWindow, sel_window, ADW_TYPE_APPLICATION_WINDOW)

static SelSection *
visible_section (SelWindow *self)
{
  return SEL_SECTION (gtk_stack_get_visible_child (self->stack));
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

  gtk_list_box_select_row (self->sections, row ? row : gtk_list_box_get_row_at_index (self->sections, 0));
}

static void
section_selected_cb (SelWindow *self, GtkListBoxRow *row)
{
  if (row == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, gtk_widget_get_name (GTK_WIDGET (row)));
  if (self->office)
    g_settings_set_string (sel_office_get_settings (self->office), "section", gtk_widget_get_name (GTK_WIDGET (row)));
}

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

static void
said_cb (SelWindow *self, const char *message, gboolean can_undo)
{
  AdwToast *toast = adw_toast_new (message);

  if (can_undo)
    {
      adw_toast_set_button_label (toast, _ ("_Undo"));
      adw_toast_set_action_name (toast, "win.undo");
    }
  adw_toast_overlay_add_toast (self->overlay, toast);
}

/* Whoever asks by keyboard works on in the section. */
static void
show_section_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *name)
{
  SelWindow *self = SEL_WINDOW (widget);

  show_section (self, g_variant_get_string (name, NULL));
  gtk_widget_child_focus (gtk_stack_get_visible_child (self->stack), GTK_DIR_TAB_FORWARD);
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

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page; page = gtk_widget_get_next_sibling (page))
    if (sel_section_show_record (SEL_SECTION (page), type, id))
      {
        show_section (self, gtk_stack_page_get_name (gtk_stack_get_page (self->stack, page)));
        return;
      }
}

/* The people of a programme or cohort. */
static void
show_people_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  SelWindow *self = SEL_WINDOW (widget);
  const char *name;
  gint64 id;

  g_variant_get (parameter, "(&sx)", &name, &id);
  sel_participants_page_show_people (SEL_PARTICIPANTS_PAGE (gtk_stack_get_child_by_name (self->stack, "participants")), sel_record_type_by_name (name), id);
  show_section (self, "participants");
}

static void
search_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  sel_section_search (visible_section (SEL_WINDOW (widget)));
}

static void
add_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  sel_section_add (visible_section (SEL_WINDOW (widget)));
}

static void
preferences_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, G_GNUC_UNUSED GVariant *parameter)
{
  SelWindow *self = SEL_WINDOW (widget);

  sel_preferences_present (GTK_WINDOW (self), self->office);
}

static void
undone_cb (GObject *store, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (SelWindow) self = user_data;
  g_autoptr (GError) error = NULL;

  if (sel_store_write_finish (SEL_STORE (store), result, &error) < 0)
    sel_office_say (self->office, error->message);
  else
    sel_office_say (self->office, _ ("Done"));
}

/* While a text is being typed, the keys undo the typing. */
static gboolean
undo_typing (SelWindow *self, gboolean redo)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));

  return (GTK_IS_TEXT (focus) || GTK_IS_TEXT_VIEW (focus)) &&
         gtk_widget_activate_action (focus, redo ? "text.redo" : "text.undo", NULL);
}

static void
undo (SelWindow *self, gboolean redo)
{
  SelStore *store = sel_office_get_store (self->office);

  if (undo_typing (self, redo))
    return;
  if (redo ? sel_store_can_redo (store) : sel_store_can_undo (store))
    sel_store_undo_async (store, redo, undone_cb, g_object_ref (self));
  else
    sel_office_say (self->office, redo ? _ ("There is nothing to redo") : _ ("There is nothing to undo"));
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

static void
sel_window_dispose (GObject *object)
{
  g_clear_object (&SEL_WINDOW (object)->office);

  G_OBJECT_CLASS (sel_window_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.section", "s", show_section_action);
  gtk_widget_class_install_action (widget_class, "win.open-record", "(sx)", open_record_action);
  gtk_widget_class_install_action (widget_class, "win.show-people", "(sx)", show_people_action);
  gtk_widget_class_install_action (widget_class, "win.search", NULL, search_action);
  gtk_widget_class_install_action (widget_class, "win.add", NULL, add_action);
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

  g_type_ensure (SEL_TYPE_OVERVIEW_PAGE);
  g_type_ensure (SEL_TYPE_AGREEMENTS_PAGE);
  g_type_ensure (SEL_TYPE_PARTNERS_PAGE);
  g_type_ensure (SEL_TYPE_PARTICIPANTS_PAGE);
  g_type_ensure (SEL_TYPE_SCHEDULE_PAGE);
  g_type_ensure (SEL_TYPE_EXCHANGE_PAGE);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/selaras/Selaras/ui/window.ui");
  gtk_widget_class_bind_template_child (widget_class, SelWindow, overlay);
  gtk_widget_class_bind_template_child (widget_class, SelWindow, paned);
  gtk_widget_class_bind_template_child (widget_class, SelWindow, sections);
  gtk_widget_class_bind_template_child (widget_class, SelWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, SelWindow, waiting);
  gtk_widget_class_bind_template_callback (widget_class, waiting_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, section_selected_cb);
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
  gtk_window_set_default_size (GTK_WINDOW (self), g_settings_get_int (settings, "window-width"), g_settings_get_int (settings, "window-height"));
  if (g_settings_get_boolean (settings, "window-maximized"))
    gtk_window_maximize (GTK_WINDOW (self));
  gtk_paned_set_position (self->paned, g_settings_get_int (settings, "sidebar-width"));

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (self->stack)); page; page = gtk_widget_get_next_sibling (page))
    sel_section_attach (SEL_SECTION (page), office);
  g_signal_connect_object (office, "said", G_CALLBACK (said_cb), self, G_CONNECT_SWAPPED);

  show_section (self, section);
  return self;
}

/* Shows what importing the exchange file would do. */
void
sel_window_open_file (SelWindow *self, GFile *file)
{
  show_section (self, "exchange");
  sel_exchange_page_open (SEL_EXCHANGE_PAGE (gtk_stack_get_child_by_name (self->stack, "exchange")), file);
}
