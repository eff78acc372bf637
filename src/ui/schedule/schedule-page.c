/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/schedule/schedule-page.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "store/title.h"
#include "ui/file-dialogs.h"
#include "ui/record-actions.h"
#include "ui/sight-shortcut.h"
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

G_DEFINE_FINAL_TYPE_WITH_CODE (SelSchedulePage,
                               sel_schedule_page,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SEL_TYPE_SECTION,
                                                      sel_schedule_page_section_init))

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
chosen_cb (const char *path, gpointer user_data)
{
  SelSchedulePage *self = user_data;

  if (self->office)
    sel_schedule_file_write (path, &self->saved, self->office);
}

/* The cohort that is chosen in sight, or 0. */
static gint64
get_cohort (SelSchedulePage *self)
{
  return shows_cohorts (self) ? sel_cohorts_pane_get_shown (self->cohorts) : 0;
}

static void
update_actions (SelSchedulePage *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "schedule.save-cohort",
                                 self->office && get_cohort (self));
}

/* Lets the user choose a file for @choice, which is called @what in its proposed name. */
static void
save (SelSchedulePage *self, const SelCalendarChoice *choice, const char *what)
{
  /* Translators: the name of a calendar file: of the week of a day, or of a cohort */
  g_autofree char *name = g_strdup_printf ("%s %s.ics", _ ("Schedule"), what);

  g_strdelimit (name, G_DIR_SEPARATOR_S, '-');
  self->saved = *choice;
  sel_dialog_save_file (GTK_WIDGET (self), _ ("Save the schedule"), name, chosen_cb, self);
}

/* What is saved: "week", the one that is shown; "coming", all from today on. */
static void
save_action (GtkWidget *widget, G_GNUC_UNUSED const char *action, GVariant *parameter)
{
  SelSchedulePage *self = SEL_SCHEDULE_PAGE (widget);
  SelCalendarChoice choice = { .first = *sel_office_get_today (self->office) };
  g_autofree char *day = NULL;

  if (g_str_equal (g_variant_get_string (parameter, NULL), "week"))
    {
      choice.first = *sel_week_pane_get_monday (self->week);
      choice.last = choice.first;
      g_date_add_days (&choice.last, 6);
    }

  day = sel_date_dup_text (&choice.first);
  save (self, &choice, day);
}

static void
save_cohort_action (GtkWidget *widget,
                    G_GNUC_UNUSED const char *action,
                    G_GNUC_UNUSED GVariant *none)
{
  SelSchedulePage *self = SEL_SCHEDULE_PAGE (widget);
  const SelCalendarChoice choice = { .cohort = get_cohort (self) };
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (sel_office_get_store (self->office), &error);
  g_autofree char *title =
    reading ? sel_title_dup (reading->connection, &sel_cohort_type, choice.cohort, &error) : NULL;

  if (title)
    save (self, &choice, title);
  else
    sel_office_fail (self->office, error->message);
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
  gtk_widget_class_bind_template_callback (widget_class, update_actions);
  gtk_widget_class_install_action (widget_class, "schedule.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "schedule.save-cohort", NULL, save_cohort_action);
}

static void
sel_schedule_page_init (SelSchedulePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  /* While the cohorts are in sight the keys belong to their list. */
  sel_sight_shortcut_add (GTK_WIDGET (self->week), SEL_SAVE_KEYS, "schedule.save", "week");
  update_actions (self);
}
