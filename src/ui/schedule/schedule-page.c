/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/schedule/schedule-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/title.h"
#include "ui/dialogs.h"
#include "ui/record-actions.h"
#include "ui/schedule/cohorts-pane.h"
#include "ui/schedule/schedule-file.h"
#include "ui/schedule/week-pane.h"

struct _SelSchedulePage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  SelWeekPane *week;
  SelCohortsPane *cohorts;

  SelOffice *office;
  SelCalendarChoice saved; /* what is to be saved when its file is chosen */
};

static void sel_schedule_page_section_init (SelSectionInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SelSchedulePage, sel_schedule_page, GTK_TYPE_WIDGET, G_IMPLEMENT_INTERFACE (SEL_TYPE_SECTION, sel_schedule_page_section_init))

static gboolean
shows_cohorts (SelSchedulePage *self)
{
  return gtk_stack_get_visible_child (self->stack) == GTK_WIDGET (self->cohorts);
}

static void
add_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  SelSchedulePage *self = SEL_SCHEDULE_PAGE (widget);

  if (g_str_equal (g_variant_get_string (parameter, NULL), "cohort"))
    sel_record_add (widget, self->office, &sel_cohort_type, NULL);
  else
    sel_record_add (widget, self->office, &sel_session_type,
                    sel_week_pane_new_session (self->week));
}

static void
chosen_cb (GFile *file, gpointer user_data)
{
  SelSchedulePage *self = user_data;

  if (self->office)
    sel_schedule_file_write (file, &self->saved, self->office);
}

/* What is saved: "week", the one that is shown; "coming", all from today on; "cohort", all of the
 * one that was chosen. */
static void
save_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  SelSchedulePage *self = SEL_SCHEDULE_PAGE (widget);
  const char *what = g_variant_get_string (parameter, NULL);
  const GDate *today = sel_office_get_today (self->office);
  g_autofree char *day = NULL;
  g_autofree char *cohort = NULL;
  g_autofree char *name = NULL;

  self->saved = (SelCalendarChoice){ .first = *today };
  if (g_str_equal (what, "week"))
    {
      self->saved.first = *sel_week_pane_get_monday (self->week);
      self->saved.last = self->saved.first;
      g_date_add_days (&self->saved.last, 6);
    }
  else if (g_str_equal (what, "cohort"))
    {
      /* One that is chosen out of sight is not what is meant. */
      gint64 shown = shows_cohorts (self) ? sel_cohorts_pane_get_shown (self->cohorts) : 0;
      g_autoptr (SelReading) reading = NULL;

      if (shown == 0)
        {
          sel_office_say (self->office, _ ("Choose a cohort first"));
          return;
        }
      self->saved = (SelCalendarChoice){ .cohort = shown };
      reading = sel_reading_begin (sel_office_get_store (self->office), NULL);
      cohort = reading ? sel_title_dup (reading->connection, &sel_cohort_type, shown, NULL) : NULL;
    }

  day = sel_date_dup_text (g_date_valid (&self->saved.first) ? &self->saved.first : today);
  name = g_strdup_printf ("%s %s.ics", _ ("Schedule"), cohort ? cohort : day);
  g_strdelimit (name, "/", '-');
  sel_dialog_save_file (widget, _ ("Save the schedule"), name, chosen_cb, self);
}

/* While the cohorts are in sight the keys belong to their list. */
static gboolean
save_shortcut_cb (GtkWidget *widget,
                  G_GNUC_UNUSED GVariant *arguments,
                  G_GNUC_UNUSED gpointer user_data)
{
  return gtk_widget_get_mapped (widget) && !shows_cohorts (SEL_SCHEDULE_PAGE (widget)) &&
         gtk_widget_activate_action (widget, "schedule.save", "s", "week");
}

static void
add_shortcut (SelSchedulePage *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (controller),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_s, GDK_CONTROL_MASK | GDK_SHIFT_MASK),
                      gtk_callback_action_new (save_shortcut_cb, NULL, NULL)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
sel_schedule_page_attach (SelSection *section, SelOffice *office)
{
  SelSchedulePage *self = SEL_SCHEDULE_PAGE (section);

  self->office = g_object_ref (office);
  sel_week_pane_attach (self->week, office);
  sel_cohorts_pane_attach (self->cohorts, office);
}

static gboolean
sel_schedule_page_show_record (SelSection *section, const SelRecordType *type, gint64 id)
{
  SelSchedulePage *self = SEL_SCHEDULE_PAGE (section);

  if (type == &sel_session_type)
    {
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->week));
      sel_week_pane_show_session (self->week, id);
      return TRUE;
    }
  if (type == &sel_cohort_type)
    {
      gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->cohorts));
      sel_cohorts_pane_show_cohort (self->cohorts, id);
      return TRUE;
    }

  return FALSE;
}

static void
sel_schedule_page_search (SelSection *section)
{
  SelSchedulePage *self = SEL_SCHEDULE_PAGE (section);

  gtk_stack_set_visible_child (self->stack, GTK_WIDGET (self->cohorts));
  sel_cohorts_pane_search (self->cohorts);
}

static void
sel_schedule_page_add (SelSection *section)
{
  SelSchedulePage *self = SEL_SCHEDULE_PAGE (section);

  gtk_widget_activate_action (GTK_WIDGET (self), "schedule.add", "s",
                              shows_cohorts (self) ? "cohort" : "session");
}

static void
sel_schedule_page_section_init (SelSectionInterface *iface)
{
  iface->attach = sel_schedule_page_attach;
  iface->show_record = sel_schedule_page_show_record;
  iface->search = sel_schedule_page_search;
  iface->add = sel_schedule_page_add;
}

static void
sel_schedule_page_dispose (GObject *object)
{
  SelSchedulePage *self = SEL_SCHEDULE_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->office);

  G_OBJECT_CLASS (sel_schedule_page_parent_class)->dispose (object);
}

static void
sel_schedule_page_class_init (SelSchedulePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = sel_schedule_page_dispose;

  g_type_ensure (SEL_TYPE_WEEK_PANE);
  g_type_ensure (SEL_TYPE_COHORTS_PANE);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/org/selaras/Selaras/ui/schedule/schedule-page.ui");
  gtk_widget_class_bind_template_child (widget_class, SelSchedulePage, box);
  gtk_widget_class_bind_template_child (widget_class, SelSchedulePage, stack);
  gtk_widget_class_bind_template_child (widget_class, SelSchedulePage, week);
  gtk_widget_class_bind_template_child (widget_class, SelSchedulePage, cohorts);
  gtk_widget_class_install_action (widget_class, "schedule.add", "s", add_action);
  gtk_widget_class_install_action (widget_class, "schedule.save", "s", save_action);
}

static void
sel_schedule_page_init (SelSchedulePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  add_shortcut (self);
}
