/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/schedule/session-view.h"

#include <glib/gi18n-lib.h>

#include "store/owned.h"
#include "store/record.h"
#include "store/session-detail.h"
#include "store/title.h"
#include "ui/reading.h"
#include "ui/record-actions.h"
#include "ui/line-layout.h"
#include "ui/records/field-group.h"
#include "ui/records/record-view.h"
#include "ui/records/row-group.h"
#include "ui/schedule/session-block.h"
#include "ui/seats.h"

struct _SelSessionView
{
  GtkWidget parent_instance;

  SelRecordView *view;
  SelRowGroup *warnings;
  SelRowGroup *facts;
  SelRowGroup *instructors;
  SelRowGroup *people;
  SelRowGroup *history;

  SelOffice *office;
  gint64 id;
  GCancellable *reading; /* the newest question */
  gboolean is_closable;
};

G_DEFINE_FINAL_TYPE (SelSessionView, sel_session_view, GTK_TYPE_WIDGET)

enum
{
  PROP_CLOSABLE = 1,
};

static void
append_warning (SelSessionView *self, const char *text)
{
  GtkWidget *row = sel_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  gtk_widget_add_css_class (icon, "warning");
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), icon);
  sel_row_group_append (self->warnings, row);
}

static void
show_warnings (SelSessionView *self, const SelScheduleSession *session)
{
  sel_row_group_clear (self->warnings);
  for (guint i = 0; session->clashes && i < session->clashes->len; i++)
    {
      g_autofree char *text =
        sel_schedule_clash_dup_message (&g_array_index (session->clashes, SelScheduleClash, i));

      append_warning (self, text);
    }
  for (guint bit = 1; bit && bit <= (guint) session->warnings; bit <<= 1)
    if (session->warnings & bit)
      append_warning (self, sel_planning_warning_message (bit));

  gtk_widget_set_visible (GTK_WIDGET (self->warnings), session->clashes || session->warnings);
}

static void
show_facts (SelSessionView *self, const SelScheduleSession *session)
{
  g_autofree char *date = sel_date_dup_display (&session->starts_at.date);
  g_autofree char *times = sel_schedule_session_dup_times (session);
  g_autofree char *when = g_strdup_printf ("%s, %s", date, times);
  g_autofree char *seats = sel_seats_dup_display (session->filled, session->capacity);

  sel_row_group_clear (self->facts);
  sel_row_group_append (self->facts, sel_value_row_new (_ ("Time"), when));
  sel_row_group_append (self->facts, sel_link_row_new (session->cohort_name, session->course_name,
                                                       &sel_cohort_type, session->cohort));
  if (session->venue_name)
    sel_row_group_append (self->facts, sel_value_row_new (_ ("Venue"), session->venue_name));
  if (session->topic)
    sel_row_group_append (self->facts, sel_value_row_new (_ ("Topic"), session->topic));
  sel_row_group_append (self->facts, sel_value_row_new (_ ("Seats"), seats));
}

static void
append_instructor (SelSessionView *self, SelConnection *connection, gint64 id)
{
  SelSessionInstructor *record =
    sel_record_load (connection, &sel_session_instructor_type, id, NULL);
  g_autofree char *name = NULL;

  if (record)
    name = sel_title_dup (connection, &sel_instructor_type, record->instructor, NULL);
  if (name)
    sel_row_group_append (
      self->instructors,
      sel_part_row_new (self->office, &sel_session_instructor_type, id, name, NULL));

  sel_record_free (&sel_session_instructor_type, record);
}

static void
show_instructors (SelSessionView *self, SelConnection *connection, gint64 id)
{
  g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (SelOwned));

  sel_row_group_clear (self->instructors);
  if (sel_owned_append_parts (connection, &sel_session_type, id, parts, NULL))
    for (guint i = 0; i < parts->len; i++)
      if (g_array_index (parts, SelOwned, i).type == &sel_session_instructor_type)
        append_instructor (self, connection, g_array_index (parts, SelOwned, i).id);
  sel_row_group_set_empty (self->instructors, _ ("No instructor yet."));
}

static void
add_instructor_action (GtkWidget *widget,
                       G_GNUC_UNUSED const char *action,
                       G_GNUC_UNUSED GVariant *parameter)
{
  SelSessionView *self = SEL_SESSION_VIEW (widget);
  SelSessionInstructor *instructor = sel_record_new (&sel_session_instructor_type);

  instructor->session = self->id;
  sel_record_add (widget, self->office, &sel_session_instructor_type, instructor);
}

static void
show_people (SelSessionView *self, const SelSessionDetail *detail)
{
  sel_row_group_clear (self->people);
  for (guint i = 0; i < detail->people->len; i++)
    {
      const SelSessionPerson *person = &g_array_index (detail->people, SelSessionPerson, i);
      const SelChoice *status =
        person->status ? &sel_attendance_statuses[person->status - 1] : NULL;
      g_autofree char *subtitle =
        g_strdup (status ? sel_choice_label (status) : _ ("Not marked yet"));

      sel_row_group_append (
        self->people,
        sel_link_row_new (person->name, subtitle, &sel_participant_type, person->participant));
    }
  sel_row_group_set_empty (self->people, _ ("Nobody is in this cohort yet."));
}

static void
show_detail (SelSessionView *self, const SelSessionDetail *detail)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), &error);

  if (reading == NULL)
    {
      sel_office_fail (self->office, error->message);
      return;
    }

  sel_record_view_show (self->view, self->id, detail->session->cohort_name,
                        detail->session->course_name);
  show_warnings (self, detail->session);
  show_facts (self, detail->session);
  show_instructors (self, reading->connection, self->id);
  show_people (self, detail);
  sel_row_group_show_history (self->history, self->office, &sel_session_type, self->id);
}

static gpointer
read_detail (SelConnection *connection, gpointer id, GError **error)
{
  return sel_session_detail_read (connection, *(gint64 *) id, error);
}

static void
read_cb (GObject *source, GAsyncResult *result, G_GNUC_UNUSED gpointer user_data)
{
  SelSessionView *self = SEL_SESSION_VIEW (source);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelSessionDetail) detail = sel_read_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->view == NULL)
    return;
  if (detail)
    {
      show_detail (self, detail);
      return;
    }

  sel_record_view_clear (self->view);
  if (!g_error_matches (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND))
    sel_office_fail (self->office, error->message);
}

static void
stop_reading (SelSessionView *self)
{
  g_cancellable_cancel (self->reading);
  g_clear_object (&self->reading);
}

/* Shows the session; one that is no longer there leaves the pane empty. What clashes with it is
 * looked for among all that overlap, which may be a month. */
void
sel_session_view_show (SelSessionView *self, gint64 id)
{
  stop_reading (self);
  self->id = id;
  self->reading = g_cancellable_new ();
  sel_read_async (sel_office_get_store (self->office), read_detail, g_memdup2 (&id, sizeof id),
                  g_free, (GDestroyNotify) sel_session_detail_free, self->reading, self, read_cb);
}

static void
sel_session_view_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_CLOSABLE)
    g_value_set_boolean (value, SEL_SESSION_VIEW (object)->is_closable);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
sel_session_view_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  SelSessionView *self = SEL_SESSION_VIEW (object);

  if (id != PROP_CLOSABLE)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }

  self->is_closable = g_value_get_boolean (value);
  g_object_set (self->view, "closable", self->is_closable, NULL);
}

static void
sel_session_view_dispose (GObject *object)
{
  SelSessionView *self = SEL_SESSION_VIEW (object);

  stop_reading (self);
  if (self->view)
    gtk_widget_unparent (GTK_WIDGET (g_steal_pointer (&self->view)));
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_session_view_parent_class)->dispose (object);
}

static void
sel_session_view_class_init (SelSessionViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = sel_session_view_get_property;
  object_class->set_property = sel_session_view_set_property;
  object_class->dispose = sel_session_view_dispose;
  g_object_class_install_property (
    object_class, PROP_CLOSABLE,
    g_param_spec_boolean ("closable", NULL, NULL, FALSE,
                          G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS));

  g_type_ensure (SEL_TYPE_RECORD_VIEW);
  g_type_ensure (SEL_TYPE_ROW_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/schedule/session-view.ui");
  gtk_widget_class_bind_template_child (widget_class, SelSessionView, view);
  gtk_widget_class_bind_template_child (widget_class, SelSessionView, warnings);
  gtk_widget_class_bind_template_child (widget_class, SelSessionView, facts);
  gtk_widget_class_bind_template_child (widget_class, SelSessionView, instructors);
  gtk_widget_class_bind_template_child (widget_class, SelSessionView, people);
  gtk_widget_class_bind_template_child (widget_class, SelSessionView, history);
  gtk_widget_class_install_action (widget_class, "session.add-instructor", NULL,
                                   add_instructor_action);
}

static void
sel_session_view_init (SelSessionView *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/* Called once. */
void
sel_session_view_attach (SelSessionView *self, SelOffice *office)
{
  self->office = g_object_ref (office);
  sel_record_view_attach (self->view, office, &sel_session_type);
}
