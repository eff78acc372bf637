/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/overview/cards.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "domain/relative-date.h"
#include "store/schedule.h"
#include "store/targets.h"
#include "ui/line-layout.h"
#include "ui/records/field-group.h"

/* Lines of one kind; the others are shown when they are asked for. */
#define MOST_LINES 6

static void
clear (GtkBox *column)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (column))))
    gtk_box_remove (column, child);
}

static AdwPreferencesGroup *
add_group (GtkBox *column, const char *title)
{
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  gtk_box_append (column, group);
  return ADW_PREFERENCES_GROUP (group);
}

/* A line that says that all is well, or how much more there is. */
static void
add_remark (AdwPreferencesGroup *group, const char *text)
{
  GtkWidget *row = sel_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  gtk_widget_add_css_class (row, "empty-row");
  adw_preferences_group_add (group, row);
}

static const char *
agenda_title (SelAgendaKind kind)
{
  switch (kind)
    {
    case SEL_AGENDA_EXPIRING:
      return _ ("Agreements that expire soon");
    case SEL_AGENDA_NOTICE:
      return _ ("Notice to be given");
    case SEL_AGENDA_EXPIRED:
      return _ ("Expired agreements");
    case SEL_AGENDA_OBLIGATION:
      return _ ("Obligations due");
    case SEL_AGENDA_NUMBER:
      return _ ("Missing document numbers");
    case SEL_AGENDA_REVIEW:
      return _ ("Drafts with a reviewer");
    case SEL_AGENDA_AUTHORITY:
      return _ ("Missing authority to sign");
    case SEL_AGENDA_COHORT:
      return _ ("Cohorts about to start");
    case SEL_AGENDA_FOLLOW_UP:
      return _ ("Follow-ups due");
    case SEL_AGENDA_OPEN_ENDED:
    default:
      return _ ("Open-ended agreements");
    }
}

static GtkWidget *
new_side_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (label, "numeric");
  gtk_widget_add_css_class (label, css_class);
  return label;
}

static const char *
agenda_class (SelAgendaKind kind, int days)
{
  if (kind == SEL_AGENDA_EXPIRED ||
      ((kind == SEL_AGENDA_OBLIGATION || kind == SEL_AGENDA_FOLLOW_UP ||
        kind == SEL_AGENDA_NOTICE) &&
       days < 0))
    return "error";

  return kind == SEL_AGENDA_EXPIRING || kind == SEL_AGENDA_NOTICE ? "warning" : "dim-label";
}

static void
add_agenda_line (AdwPreferencesGroup *group, SelAgendaKind kind, const SelAgendaItem *item)
{
  g_autofree char *when = sel_relative_date_dup (&item->date, item->days);
  g_autofree char *subtitle = NULL;
  GtkWidget *row;

  if (item->partner && item->context)
    subtitle = g_strdup_printf ("%s · %s", item->partner, item->context);
  else
    subtitle = g_strdup (item->partner ? item->partner : item->context);

  row = sel_link_row_new (item->title, subtitle, sel_agenda_kind_opens (kind), item->id);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  sel_link_row_add_side (row, new_side_label (when, agenda_class (kind, item->days)));
  adw_preferences_group_add (group, row);
}

/* Beyond what is read there is only a number. */
static void
add_rest (AdwPreferencesGroup *card, guint n_more)
{
  g_autofree char *number = sel_number_dup_display (n_more);
  g_autofree char *more = g_strdup_printf (ngettext ("and %s more", "and %s more", n_more), number);

  add_remark (card, more);
}

/* The lines that were held back; they belong to the row that shows them. */
typedef struct
{
  AdwPreferencesGroup *card; /* borrowed: the row is in it */
  SelAgendaKind kind;
  GArray *items; /* of SelAgendaItem: those of the agenda */
  guint n_all;
} Rest;

static void
rest_free (gpointer data, G_GNUC_UNUSED GClosure *closure)
{
  g_array_unref (((Rest *) data)->items);
  g_free (data);
}

static void
show_rest_cb (GtkWidget *row, gpointer user_data)
{
  Rest *rest = user_data;
  AdwPreferencesGroup *card = rest->card;
  GtkWidget *first;

  for (guint i = MOST_LINES; i < rest->items->len; i++)
    add_agenda_line (card, rest->kind, &g_array_index (rest->items, SelAgendaItem, i));
  if (rest->n_all > rest->items->len)
    add_rest (card, rest->n_all - rest->items->len);

  /* The focus goes to the first of the new lines, not out of the card. */
  first = gtk_widget_get_next_sibling (row);
  adw_preferences_group_remove (card, row);
  gtk_widget_grab_focus (first);
}

static void
add_rest_row (AdwPreferencesGroup *card, SelAgendaKind kind, const SelAgendaGroup *group)
{
  guint n_more = (guint) group->n_all - MOST_LINES;
  g_autofree char *number = sel_number_dup_display (n_more);
  g_autofree char *title =
    g_strdup_printf (ngettext ("Show %s more", "Show %s more", n_more), number);
  GtkWidget *row = sel_action_row_new ();
  Rest *rest = g_new (Rest, 1);

  *rest = (Rest){ card, kind, g_array_ref (group->items), (guint) group->n_all };
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_data (row, "activated", G_CALLBACK (show_rest_cb), rest, rest_free, 0);
  adw_preferences_group_add (card, row);
}

/* Needs attention: what lapses, is due, is missing, is about to start. */
void
sel_cards_show_agenda (GtkBox *column, const SelAgenda *agenda)
{
  clear (column);
  for (SelAgendaKind kind = 0; kind < SEL_N_AGENDA_KINDS; kind++)
    {
      const SelAgendaGroup *group = &agenda->groups[kind];
      AdwPreferencesGroup *card;

      if (group->n_all == 0)
        continue;

      card = add_group (column, agenda_title (kind));
      for (guint i = 0; i < MIN (group->items->len, MOST_LINES); i++)
        add_agenda_line (card, kind, &g_array_index (group->items, SelAgendaItem, i));
      if (group->n_all > MOST_LINES)
        add_rest_row (card, kind, group);
    }

  if (gtk_widget_get_first_child (GTK_WIDGET (column)) == NULL)
    add_remark (add_group (column, _ ("Needs attention")), _ ("All is well: nothing is due."));
}

static char *
dup_day (const GDate *date)
{
  g_autoptr (GDateTime) day = g_date_time_new_utc (
    g_date_get_year (date), (int) g_date_get_month (date), g_date_get_day (date), 0, 0, 0);

  /* Translators: a day of this week: "Monday, 17 November" */
  return g_date_time_format (day, _ ("%A, %-d %B"));
}

static void
add_session (AdwPreferencesGroup *group, const SelScheduleSession *session)
{
  g_autofree char *times = sel_schedule_session_dup_times (session);
  g_autofree char *subtitle =
    g_strdup_printf ("%s%s%s", session->course_name, session->venue_name ? " · " : "",
                     session->venue_name ? session->venue_name : "");
  GtkWidget *row =
    sel_link_row_new (session->cohort_name, subtitle, &sel_session_type, session->id);

  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 1);
  if (session->clashes)
    {
      GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      gtk_widget_add_css_class (mark, "warning");
      gtk_widget_set_tooltip_text (mark, _ ("Clashes with another session"));
      gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                      _ ("Clashes with another session"), -1);
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
    }
  sel_link_row_add_side (row, new_side_label (times, "dim-label"));
  adw_preferences_group_add (group, row);
}

/* Within a day, what clashes comes first. */
static void
add_day (AdwPreferencesGroup *card, GArray *sessions, guint first, guint last)
{
  for (int pass = 0; pass < 2; pass++)
    for (guint i = first; i < last; i++)
      {
        const SelScheduleSession *session = &g_array_index (sessions, SelScheduleSession, i);

        if ((session->clashes != NULL) == (pass == 0))
          add_session (card, session);
      }
}

/* This week: its sessions by day. */
void
sel_cards_show_week (GtkBox *column, GArray *sessions)
{
  guint first = 0;

  clear (column);
  while (first < sessions->len)
    {
      const GDate *day = &g_array_index (sessions, SelScheduleSession, first).starts_at.date;
      g_autofree char *title = dup_day (day);
      guint last = first;

      while (last < sessions->len &&
             g_date_compare (&g_array_index (sessions, SelScheduleSession, last).starts_at.date,
                             day) == 0)
        last++;
      add_day (add_group (column, title), sessions, first, last);
      first = last;
    }

  if (sessions->len == 0)
    add_remark (add_group (column, _ ("This week")), _ ("No session this week."));
}

static const char *
target_format (const SelTarget *target)
{
  switch (target->target_stage ? target->target_stage : SEL_TARGET_STAGE_DEFAULT)
    {
    case SEL_TARGET_COMPLETED:
      /* Translators: people who completed training, of a target: "12 of 20 completed" */
      return target->target == SEL_NO_INTEGER ? _ ("%s completed") : _ ("%s of %s completed");
    case SEL_TARGET_WORKING:
      return target->target == SEL_NO_INTEGER ? _ ("%s working") : _ ("%s of %s working");
    case SEL_TARGET_ENROLLED:
    default:
      return target->target == SEL_NO_INTEGER ? _ ("%s enrolled") : _ ("%s of %s enrolled");
    }
}

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
static char *
dup_target (const SelTarget *target)
{
  g_autofree char *actual = sel_number_dup_display ((double) sel_target_actual (target));
  g_autofree char *all = sel_number_dup_display ((double) target->target);

  return target->target == SEL_NO_INTEGER ? g_strdup_printf (target_format (target), actual)
                                          : g_strdup_printf (target_format (target), actual, all);
}
#pragma GCC diagnostic pop

static GtkWidget *
new_bar (const SelTarget *target, const char *text)
{
  GtkWidget *bar = gtk_level_bar_new_for_interval (0, (double) target->target);

  gtk_widget_set_valign (bar, GTK_ALIGN_CENTER);
  gtk_widget_set_size_request (bar, 96, -1);
  gtk_level_bar_set_value (GTK_LEVEL_BAR (bar),
                           (double) MIN (sel_target_actual (target), target->target));
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_LOW);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_HIGH);
  gtk_level_bar_remove_offset_value (GTK_LEVEL_BAR (bar), GTK_LEVEL_BAR_OFFSET_FULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (bar), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  return bar;
}

static void
add_target (AdwPreferencesGroup *card, const SelTarget *target)
{
  g_autofree char *text = dup_target (target);
  GtkWidget *row = sel_people_row_new (target->name, text, &sel_programme_type, target->id);

  gtk_widget_set_tooltip_text (row, _ ("Show the people"));
  if (target->target != SEL_NO_INTEGER)
    sel_link_row_add_side (row, new_bar (target, text));
  adw_preferences_group_add (card, row);
}

/* Targets: what each programme should reach, and has. */
void
sel_cards_show_targets (GtkBox *column, GArray *targets)
{
  AdwPreferencesGroup *card;

  clear (column);
  card = add_group (column, _ ("Targets"));
  for (guint i = 0; i < targets->len; i++)
    add_target (card, &g_array_index (targets, SelTarget, i));
  if (targets->len == 0)
    add_remark (card, _ ("No programme yet."));
}
