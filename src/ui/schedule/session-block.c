/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/schedule/session-block.h"

#include <glib/gi18n-lib.h>

#include "ui/seats.h"

/* As many colours as style.css has for cohorts. */
#define N_COLOURS 8

/* What clashes, with what, when; a sentence. Free with g_free(). */
char *
sel_schedule_clash_dup_message (const SelScheduleClash *clash)
{
  g_autofree char *starts = sel_civil_time_dup_display (&clash->other_starts_at);
  g_autofree char *ends = sel_clock_dup_display (clash->other_ends_at.minutes);
  g_autofree char *when =
    g_strdup_printf ("%s–%s %s", starts, ends, sel_zone_name (clash->other_zone));

  switch (clash->kind)
    {
    case SEL_CLASH_INSTRUCTOR:
      /* Translators: an instructor, another cohort, and when it meets */
      return g_strdup_printf (_ ("%s also teaches %s, %s."), clash->name, clash->other_cohort,
                              when);
    case SEL_CLASH_VENUE:
      /* Translators: a venue, another cohort, and when it meets */
      return g_strdup_printf (_ ("%s is also used by %s, %s."), clash->name, clash->other_cohort,
                              when);
    case SEL_CLASH_PARTICIPANT:
    default:
      /* Translators: a person, another cohort, and when it meets */
      return g_strdup_printf (_ ("%s is also in %s, %s."), clash->name, clash->other_cohort, when);
    }
}

static char *
dup_tooltip (const SelScheduleSession *session)
{
  g_autofree char *times = sel_schedule_session_dup_times (session);
  g_autofree char *seats = sel_seats_dup_display (session->filled, session->capacity);
  g_autoptr (GString) text = g_string_new (session->cohort_name);

  g_string_append_printf (text, "\n%s\n%s", session->course_name, times);
  if (session->venue_name)
    g_string_append_printf (text, "\n%s", session->venue_name);
  if (session->instructors)
    g_string_append_printf (text, "\n%s", session->instructors);
  g_string_append_printf (text, "\n%s", seats);

  for (guint i = 0; session->clashes && i < session->clashes->len; i++)
    {
      g_autofree char *clash =
        sel_schedule_clash_dup_message (&g_array_index (session->clashes, SelScheduleClash, i));

      g_string_append_printf (text, "\n⚠ %s", clash);
    }
  for (guint bit = 1; bit && bit <= (guint) session->warnings; bit <<= 1)
    if (session->warnings & bit)
      g_string_append_printf (text, "\n⚠ %s", sel_planning_warning_message (bit));

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
append_line (GtkWidget *content, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (content), label);
}

/* The button of a session in the week. It names its zone when that is not @usual_zone. */
GtkWidget *
sel_session_block_new (const SelScheduleSession *session, SelZone usual_zone)
{
  g_autofree char *tooltip = dup_tooltip (session);
  g_autofree char *colour = g_strdup_printf ("cohort-%d", (int) (session->cohort % N_COLOURS));
  g_autofree char *seats =
    g_strdup_printf ("%d/%d", (int) session->filled, (int) session->capacity);
  g_autofree char *name = g_strdup_printf (
    "%s%s", session->clashes || session->warnings ? "⚠ " : "", session->cohort_name);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  append_line (content, name, "block-title");
  append_line (content, session->course_name, "block-text");
  if (session->venue_name)
    append_line (content, session->venue_name, "block-text");
  if (sel_schedule_session_zone (session) != usual_zone)
    append_line (content, sel_zone_name (sel_schedule_session_zone (session)), "block-text");
  append_line (content, seats, "block-text");

  gtk_button_set_child (GTK_BUTTON (button), content);
  gtk_widget_set_overflow (button, GTK_OVERFLOW_HIDDEN);
  gtk_widget_add_css_class (button, "session-block");
  gtk_widget_add_css_class (button, colour);
  if (session->clashes)
    gtk_widget_add_css_class (button, "clash");
  gtk_widget_set_tooltip_text (button, tooltip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tooltip,
                                  -1);
  return button;
}
