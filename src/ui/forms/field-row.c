/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/forms/field-row.h"

#include <glib/gi18n-lib.h>

#include "domain/typed.h"
#include "ui/forms/reference-row.h"
#include "ui/forms/region-finder.h"
#include "ui/forms/text-row.h"

#define SWITCH_KEY "sel-switch"
#define CHECKS_KEY "sel-checks"
#define SHOWING_KEY "sel-showing" /* on a calendar while it is set to what was typed */

typedef struct
{
  GtkWidget *row;
  SelFieldRowFunc func;
  gpointer user_data;
} Listener;

static void
notify_cb (Listener *listener)
{
  listener->func (listener->row, listener->user_data);
}

/* Tells @listener, which lives as long as its row, of @signal of @object. */
static void
listen (Listener *listener, gpointer object, const char *signal)
{
  g_signal_connect_swapped (object, signal, G_CALLBACK (notify_cb), listener);
}

/* The day may be chosen by changing the month or the year alone. */
static void
calendar_changed_cb (GtkCalendar *calendar, G_GNUC_UNUSED GParamSpec *pspec, gpointer row)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (calendar);
  g_autofree char *text = g_date_time_format (day, "%d/%m/%Y");

  if (g_object_get_data (G_OBJECT (calendar), SHOWING_KEY) == NULL)
    gtk_editable_set_text (GTK_EDITABLE (row), text);
}

/* A click on the day that is selected already changes nothing, and chooses it all the same. */
static void
day_released_cb (GtkGestureClick *gesture, G_GNUC_UNUSED int n, double x, double y, gpointer row)
{
  GtkWidget *calendar = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkWidget *picked = gtk_widget_pick (calendar, x, y, GTK_PICK_DEFAULT);

  if (picked == NULL || !gtk_widget_has_css_class (picked, "day-number"))
    return;

  calendar_changed_cb (GTK_CALENDAR (calendar), NULL, row);
  gtk_popover_popdown (GTK_POPOVER (gtk_widget_get_ancestor (calendar, GTK_TYPE_POPOVER)));
}

/* What is typed is shown, and stays as it was typed until another day is chosen. */
static void
calendar_shown_cb (GtkPopover *popover, gpointer row)
{
  GtkWidget *calendar = gtk_popover_get_child (popover);
  g_autoptr (GDateTime) day = NULL;
  GDate date;

  if (!sel_typed_date (gtk_editable_get_text (GTK_EDITABLE (row)), &date))
    return;

  day = g_date_time_new_utc (g_date_get_year (&date),
                             (int) g_date_get_month (&date),
                             g_date_get_day (&date),
                             0,
                             0,
                             0);
  g_object_set_data (G_OBJECT (calendar), SHOWING_KEY, calendar);
  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_object_set_data (G_OBJECT (calendar), SHOWING_KEY, NULL);
}

static void
add_popover (GtkWidget *row, const char *icon, const char *label, GtkWidget *popover)
{
  GtkWidget *button = gtk_menu_button_new ();

  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), icon);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (row), button);
}

static void
add_calendar (GtkWidget *row)
{
  GtkWidget *popover = gtk_popover_new ();
  GtkWidget *calendar = gtk_calendar_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_popover_set_child (GTK_POPOVER (popover), calendar);
  g_signal_connect_object (popover, "show", G_CALLBACK (calendar_shown_cb), row, 0);
  g_signal_connect_object (calendar, "notify::day", G_CALLBACK (calendar_changed_cb), row, 0);
  g_signal_connect_object (calendar, "notify::month", G_CALLBACK (calendar_changed_cb), row, 0);
  g_signal_connect_object (calendar, "notify::year", G_CALLBACK (calendar_changed_cb), row, 0);
  g_signal_connect_object (click, "released", G_CALLBACK (day_released_cb), row, 0);
  gtk_widget_add_controller (calendar, GTK_EVENT_CONTROLLER (click));

  add_popover (row, "x-office-calendar-symbolic", _ ("Choose a day"), popover);
}

static void
add_switch (GtkWidget *row, Listener *listener)
{
  GtkWidget *toggle = gtk_switch_new ();

  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  g_object_set_data (G_OBJECT (row), SWITCH_KEY, toggle);
  listen (listener, toggle, "notify::active");
}

/* The first item of a choice is "nothing was said", as 0 is in the record. */
static void
fill_choices (GtkWidget *row, const SelField *field, Listener *listener)
{
  g_autoptr (GtkStringList) labels = gtk_string_list_new (NULL);

  gtk_string_list_append (labels, field->flags & SEL_FIELD_OPTIONAL ? C_ ("choice", "Not said")
                                                                    : C_ ("choice", "Choose…"));
  for (guint i = 0; field->choices[i].code; i++)
    gtk_string_list_append (labels, sel_choice_label (&field->choices[i]));

  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (labels));
  listen (listener, row, "notify::selected");
}

static void
add_checks (GtkWidget *row, const SelField *field, Listener *listener)
{
  GPtrArray *checks = g_ptr_array_new ();

  for (guint i = 0; field->choices[i].code; i++)
    {
      GtkWidget *choice = adw_action_row_new ();
      GtkWidget *check = gtk_check_button_new ();

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (choice),
                                     sel_choice_label (&field->choices[i]));
      adw_action_row_add_prefix (ADW_ACTION_ROW (choice), check);
      adw_action_row_set_activatable_widget (ADW_ACTION_ROW (choice), check);
      adw_expander_row_add_row (ADW_EXPANDER_ROW (row), choice);
      g_ptr_array_add (checks, check);
      listen (listener, check, "notify::active");
    }

  g_object_set_data_full (G_OBJECT (row), CHECKS_KEY, checks, (GDestroyNotify) g_ptr_array_unref);
}

/* Makes @row the row of @field; @func is told of every change of the user's. */
void
sel_field_row_attach (GtkWidget *row,
                      const SelField *field,
                      SelOffice *office,
                      SelFieldRowFunc func,
                      gpointer user_data)
{
  Listener *listener = g_new0 (Listener, 1);

  listener->row = row;
  listener->func = func;
  listener->user_data = user_data;
  g_object_set_data_full (G_OBJECT (row), "sel-listener", listener, g_free);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), sel_field_label (field));
  gtk_widget_set_tooltip_text (row, sel_field_hint (field));

  switch (field->kind)
    {
    case SEL_FIELD_BOOLEAN:
      add_switch (row, listener);
      break;
    case SEL_FIELD_CHOICE:
      fill_choices (row, field, listener);
      break;
    case SEL_FIELD_CHOICES:
      add_checks (row, field, listener);
      break;
    case SEL_FIELD_REFERENCE:
      sel_reference_row_attach (SEL_REFERENCE_ROW (row), office, field->refers_to,
                                (field->flags & SEL_FIELD_OPTIONAL) != 0);
      listen (listener, row, "changed");
      break;
    case SEL_FIELD_DATE:
      add_calendar (row);
      listen (listener, row, "changed");
      break;
    default:
      if (field->form == &sel_form_region)
        add_popover (row, "edit-find-symbolic", _ ("Find a region by its name"),
                     sel_region_finder_new (row));
      listen (listener, row, "changed");
      break;
    }
}

/* Shows what the field of @record says. */
void
sel_field_row_set (GtkWidget *row, const SelField *field, gconstpointer record)
{
  g_autofree char *text = NULL;
  GPtrArray *checks;

  switch (field->kind)
    {
    case SEL_FIELD_BOOLEAN:
      gtk_switch_set_active (g_object_get_data (G_OBJECT (row), SWITCH_KEY),
                             *SEL_MEMBER_CONST (gboolean, record, field));
      break;
    case SEL_FIELD_CHOICE:
      adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                                  (guint) *SEL_MEMBER_CONST (int, record, field));
      break;
    case SEL_FIELD_CHOICES:
      checks = g_object_get_data (G_OBJECT (row), CHECKS_KEY);
      for (guint i = 0; i < checks->len; i++)
        gtk_check_button_set_active (g_ptr_array_index (checks, i),
                                     (*SEL_MEMBER_CONST (guint, record, field) >> i & 1) != 0);
      break;
    case SEL_FIELD_REFERENCE:
      sel_reference_row_set_id (SEL_REFERENCE_ROW (row), *SEL_MEMBER_CONST (gint64, record, field));
      break;
    default:
      text = sel_typed_dup_field (field, record);
      if (field->flags & SEL_FIELD_MULTILINE)
        sel_text_row_set_text (SEL_TEXT_ROW (row), text);
      else
        gtk_editable_set_text (GTK_EDITABLE (row), text);
      break;
    }
}

static guint
get_checked (GtkWidget *row)
{
  GPtrArray *checks = g_object_get_data (G_OBJECT (row), CHECKS_KEY);
  guint bits = 0;

  for (guint i = 0; i < checks->len; i++)
    if (gtk_check_button_get_active (g_ptr_array_index (checks, i)))
      bits |= 1u << i;

  return bits;
}

/* Puts what the row holds into @record; the sentence of an error begins with the field's label. */
gboolean
sel_field_row_get (GtkWidget *row, const SelField *field, gpointer record, GError **error)
{
  g_autofree char *text = NULL;

  switch (field->kind)
    {
    case SEL_FIELD_BOOLEAN:
      *SEL_MEMBER (gboolean, record, field) =
        gtk_switch_get_active (g_object_get_data (G_OBJECT (row), SWITCH_KEY));
      return TRUE;
    case SEL_FIELD_CHOICE:
      *SEL_MEMBER (int, record, field) = (int) adw_combo_row_get_selected (ADW_COMBO_ROW (row));
      return TRUE;
    case SEL_FIELD_CHOICES:
      *SEL_MEMBER (guint, record, field) = get_checked (row);
      return TRUE;
    case SEL_FIELD_REFERENCE:
      *SEL_MEMBER (gint64, record, field) = sel_reference_row_get_id (SEL_REFERENCE_ROW (row));
      return TRUE;
    default:
      text = field->flags & SEL_FIELD_MULTILINE
               ? sel_text_row_dup_text (SEL_TEXT_ROW (row))
               : g_strdup (gtk_editable_get_text (GTK_EDITABLE (row)));
      return sel_typed_set_field (field, record, text, error);
    }
}

/* Marks the row as wrong, with the reason at hand for the pointer and for a screen reader; NULL
 * takes the mark away. */
void
sel_field_row_mark (GtkWidget *row, const SelField *field, const char *error)
{
  if (error)
    gtk_widget_add_css_class (row, "error");
  else
    gtk_widget_remove_css_class (row, "error");

  gtk_widget_set_tooltip_text (row, error ? error : sel_field_hint (field));
  gtk_accessible_update_state (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_STATE_INVALID,
                               error ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
}
