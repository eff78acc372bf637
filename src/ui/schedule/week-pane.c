/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/schedule/week-pane.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/record.h"
#include "store/schedule.h"
#include "ui/reading.h"
#include "ui/schedule/session-view.h"
#include "ui/schedule/week-view.h"
#include "ui/split.h"

/* What a new session is set to until the user says otherwise: 08.00 to 11.00. */
#define USUAL_START (8 * 60)
#define USUAL_END (11 * 60)

struct _SelWeekPane
{
  GtkWidget parent_instance;

  SelSplit *split;
  GtkLabel *period;
  SelWeekView *week;
  GtkStack *stack;
  SelSessionView *detail;

  SelOffice *office;
  GDate monday;
  gint64 session;        /* that was chosen; 0 for none */
  GCancellable *reading; /* the newest question */
};

G_DEFINE_FINAL_TYPE (SelWeekPane, sel_week_pane, GTK_TYPE_WIDGET)

static gpointer
read_week (SelConnection *connection, gpointer monday, GError **error)
{
  GDate sunday = *(GDate *) monday;

  g_date_add_days (&sunday, 6);
  return sel_schedule_read (connection, monday, &sunday, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelWeekPane *self = SEL_WEEK_PANE (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) sessions = sel_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->office == NULL)
    return;
  if (sessions == NULL)
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  sel_week_view_show (self->week, &self->monday, sel_office_get_today (self->office), sessions);
  sel_week_view_select (self->week, self->session);
  gtk_stack_set_visible_child_name (self->stack, sessions->len ? "week" : "empty");
}

/* "17 – 23 November 2025"; months and years that differ are said twice. */
static char *
dup_period (const GDate *monday)
{
  GDate sunday = *monday;
  g_autofree char *last = NULL;
  g_autofree char *first = NULL;

  g_date_add_days (&sunday, 6);
  last = sel_date_dup_display (&sunday);
  if (g_date_get_month (monday) != g_date_get_month (&sunday))
    first = sel_date_dup_display (monday);
  else
    first = g_strdup_printf ("%u", g_date_get_day (monday));

  return g_strdup_printf ("%s – %s", first, last);
}

static void
reload (SelWeekPane *self)
{
  g_autofree char *period = dup_period (&self->monday);

  gtk_label_set_text (self->period, period);
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  self->reading = g_cancellable_new ();
  sel_read_async (sel_office_get_store (self->office), read_week,
                  g_memdup2 (&self->monday, sizeof (GDate)), g_free, (GDestroyNotify) g_array_unref,
                  self->reading, self, read_cb);
}

static void
show_week_of (SelWeekPane *self, const GDate *day)
{
  self->monday = *day;
  g_date_subtract_days (&self->monday, g_date_get_weekday (day) - G_DATE_MONDAY);
  reload (self);
}

static void
step_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  SelWeekPane *self = SEL_WEEK_PANE (widget);
  int weeks = g_variant_get_int32 (parameter);
  GDate day = self->monday;

  if (weeks == 0)
    day = *sel_office_get_today (self->office);
  else if (weeks > 0)
    g_date_add_days (&day, 7);
  else
    g_date_subtract_days (&day, 7);
  show_week_of (self, &day);
}

/* Keys for the week work wherever the focus is, but only while a week is shown. */
static gboolean
step_shortcut_cb (GtkWidget *widget, GVariant *weeks, G_GNUC_UNUSED gpointer user_data)
{
  if (!gtk_widget_get_mapped (widget))
    return FALSE;

  gtk_widget_activate_action (widget, "week.step", "i", g_variant_get_int32 (weeks));
  return TRUE;
}

static void
add_shortcuts (SelWeekPane *self)
{
  static const struct
  {
    guint key;
    int weeks;
  } shortcuts[] = {
    { GDK_KEY_Page_Up, -1 },
    { GDK_KEY_Page_Down, 1 },
    { GDK_KEY_t, 0 },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    {
      GtkShortcut *shortcut =
        gtk_shortcut_new (gtk_keyval_trigger_new (shortcuts[i].key, GDK_CONTROL_MASK),
                          gtk_callback_action_new (step_shortcut_cb, NULL, NULL));

      gtk_shortcut_set_arguments (shortcut, g_variant_new_int32 (shortcuts[i].weeks));
      gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
    }
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
session_activated_cb (SelWeekPane *self, gint64 id)
{
  self->session = id;
  sel_week_view_select (self->week, id);
  sel_session_view_show (self->detail, id);
  sel_split_show_detail (self->split, TRUE);
}

static void
changed_cb (SelWeekPane *self)
{
  reload (self);
  if (self->session)
    sel_session_view_show (self->detail, self->session);
}

static void
sel_week_pane_dispose (GObject *object)
{
  SelWeekPane *self = SEL_WEEK_PANE (object);

  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
  if (self->split)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->split)));
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_week_pane_parent_class)->dispose (object);
}

static void
sel_week_pane_class_init (SelWeekPaneClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_week_pane_dispose;

  g_type_ensure (SEL_TYPE_SPLIT);
  g_type_ensure (SEL_TYPE_WEEK_VIEW);
  g_type_ensure (SEL_TYPE_SESSION_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/schedule/week-pane.ui");
  gtk_widget_class_bind_template_child (widget_class, SelWeekPane, split);
  gtk_widget_class_bind_template_child (widget_class, SelWeekPane, period);
  gtk_widget_class_bind_template_child (widget_class, SelWeekPane, week);
  gtk_widget_class_bind_template_child (widget_class, SelWeekPane, stack);
  gtk_widget_class_bind_template_child (widget_class, SelWeekPane, detail);
  gtk_widget_class_bind_template_callback (widget_class, session_activated_cb);

  gtk_widget_class_install_action (widget_class, "week.step", "i", step_action);
}

static void
sel_week_pane_init (SelWeekPane *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcuts (self);
}

/* Shows this week. Called once. */
void
sel_week_pane_attach (SelWeekPane *self, SelOffice *office)
{
  self->office = g_object_ref (office);
  sel_split_attach (self->split, sel_office_get_settings (office), "week");
  sel_session_view_attach (self->detail, office);
  g_signal_connect_object (sel_office_get_store (office), "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (office, "day-changed", G_CALLBACK (reload), self, G_CONNECT_SWAPPED);
  show_week_of (self, sel_office_get_today (office));
}

/* Goes to the week of the session and shows its details. */
void
sel_week_pane_show_session (SelWeekPane *self, gint64 id)
{
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), NULL);
  SelSession *session =
    reading ? sel_record_load (reading->connection, &sel_session_type, id, NULL) : NULL;

  session_activated_cb (self, id);
  if (session)
    show_week_of (self, &session->starts_at.date);
  sel_record_free (&sel_session_type, session);
}

/* The first day of the week that is shown. */
const GDate *
sel_week_pane_get_monday (SelWeekPane *self)
{
  return &self->monday;
}

/* A session that is not stored yet, in the week that is shown; the caller frees it. */
gpointer
sel_week_pane_new_session (SelWeekPane *self)
{
  SelSession *session = sel_record_new (&sel_session_type);
  const GDate *today = sel_office_get_today (self->office);
  int days = g_date_days_between (&self->monday, today);

  session->starts_at.date = days >= 0 && days < 7 ? *today : self->monday;
  session->starts_at.minutes = USUAL_START;
  session->ends_at.date = session->starts_at.date;
  session->ends_at.minutes = USUAL_END;
  return session;
}
