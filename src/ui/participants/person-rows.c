/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/participants/person-rows.h"

#include <math.h>

#include <glib/gi18n-lib.h>

#include "ui/records/field-group.h"

static void
append_date (GString *text, const char *label, const GDate *date)
{
  g_autofree char *display = g_date_valid (date) ? sel_date_dup_display (date) : NULL;

  sel_fact_append (text, label, display);
}

static void
append_score (GString *text, const char *label, double score)
{
  g_autofree char *display = isnan (score) ? NULL : sel_number_dup_display (score);

  sel_fact_append (text, label, display);
}

/* Appends what a field of an enrolment says, or that it is masked. The fields that are go to @masked;
 * where that is NULL, none is. */
static void
append_field (GString *facts,
              GPtrArray *masked,
              const char *label,
              const char *name,
              const char *value)
{
  const SelField *field = sel_record_type_field (&sel_enrolment_type, name);
  g_autofree char *dots = NULL;

  if (masked && value && field->sensitivity >= SEL_PERSONAL)
    {
      g_ptr_array_add (masked, (gpointer) field);
      dots = sel_text_dup_masked (value);
    }
  sel_fact_append (facts, label, dots ? dots : value);
}

static char *
dup_facts (const SelPersonEnrolment *enrolment, GPtrArray *masked)
{
  GString *facts = g_string_new (NULL);

  sel_fact_append (facts, NULL, enrolment->course_name);
  sel_fact_append (facts, NULL, enrolment->cohort_name);
  append_field (facts, masked, C_ ("enrolment", "referred by"), "referrer",
                enrolment->referrer_name);
  append_date (facts, C_ ("enrolment", "referred on"), &enrolment->referred_on);
  append_score (facts, C_ ("enrolment", "written test"), enrolment->test_score);
  append_score (facts, C_ ("enrolment", "interview"), enrolment->interview_score);
  sel_fact_append (facts, NULL, enrolment->priority ? C_ ("enrolment", "priority") : NULL);
  append_date (facts, C_ ("enrolment", "decided on"), &enrolment->decided_on);
  append_field (facts, masked, C_ ("enrolment", "reason"), "reason", enrolment->reason);

  return g_string_free (facts, FALSE);
}

static void
append_enrolment (SelRowGroup *group, SelOffice *office, const SelPersonEnrolment *enrolment)
{
  g_autoptr (GString) title =
    g_string_new (sel_choice_label (&sel_enrolment_stages[enrolment->stage - 1]));
  g_autoptr (GPtrArray) masked = g_ptr_array_new ();
  g_autofree char *facts = dup_facts (enrolment, masked);
  g_autofree char *all = dup_facts (enrolment, NULL);
  GtkWidget *row;

  sel_fact_append (title, NULL, enrolment->programme_name);
  row = sel_part_row_new (office, &sel_enrolment_type, enrolment->id, title->str, facts);
  if (masked->len)
    sel_part_row_add_eye (row, office, masked, all);
  sel_row_group_append (group, row);
}

static void
append_follow_up (SelRowGroup *group, SelOffice *office, const SelPersonFollowUp *follow_up)
{
  const SelChoice *outcome = follow_up->outcome ? &sel_outcomes[follow_up->outcome - 1] : NULL;
  g_autofree char *title =
    g_strdup_printf ("%s: %s", _ (sel_follow_up_type.label),
                     outcome ? sel_choice_label (outcome) : _ ("not known yet"));
  g_autoptr (GString) facts = g_string_new (NULL);

  if (g_date_valid (&follow_up->held_on))
    append_date (facts, NULL, &follow_up->held_on);
  else
    append_date (facts, C_ ("follow-up", "due on"), &follow_up->due_on);
  sel_fact_append (facts, NULL, follow_up->employer);
  sel_fact_append (facts, NULL, follow_up->note);

  sel_row_group_append (
    group, sel_part_row_new (office, &sel_follow_up_type, follow_up->id, title, facts->str));
}

/* From referral to outcome, the latest first. */
void
sel_person_show_timeline (SelRowGroup *group, SelOffice *office, const SelPerson *person)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < person->enrolments->len; i++)
    {
      const SelPersonEnrolment *enrolment =
        &g_array_index (person->enrolments, SelPersonEnrolment, i);

      append_enrolment (group, office, enrolment);
      for (guint j = 0; j < enrolment->follow_ups->len; j++)
        append_follow_up (group, office,
                          &g_array_index (enrolment->follow_ups, SelPersonFollowUp, j));
    }
  sel_row_group_set_empty (group, _ ("Not in any programme yet."));
}

static char *
dup_figures (const SelAttendanceFigures *figures)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; sel_attendance_statuses[i].code; i++)
    if (figures->n_by_status[i + 1])
      {
        g_autofree char *count = g_strdup_printf ("%u", figures->n_by_status[i + 1]);

        sel_fact_append (text, sel_choice_label (&sel_attendance_statuses[i]), count);
      }
  if (figures->n_by_status[0])
    {
      g_autofree char *count = g_strdup_printf ("%u", figures->n_by_status[0]);

      sel_fact_append (text, C_ ("attendance", "still to come or not marked"), count);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* For each cohort the share attended, over all its sessions, those to come included. */
void
sel_person_show_attendance (SelRowGroup *group, SelOffice *office, const SelPerson *person)
{
  guint hour = sel_office_get_training_hour (office);
  /* Translators: JP is a training hour (jam pelajaran) */
  g_autofree char *tooltip =
    g_strdup_printf (_ ("1 JP is counted as %u minutes (see Preferences)"), hour);
  guint n = 0;

  sel_row_group_clear (group);
  for (guint i = 0; i < person->enrolments->len; i++)
    {
      const SelPersonEnrolment *enrolment =
        &g_array_index (person->enrolments, SelPersonEnrolment, i);
      const SelAttendanceFigures *figures = &enrolment->attendance;
      g_autofree char *details = NULL;
      g_autofree char *share = NULL;
      g_autofree char *attended = NULL;
      g_autofree char *all = NULL;
      GtkWidget *row;

      if (figures->n_sessions == 0 || enrolment->cohort_name == NULL)
        continue;

      attended =
        sel_number_dup_display (floor (sel_training_hours (figures->minutes_attended, hour)));
      all = sel_number_dup_display (floor (sel_training_hours (figures->minutes, hour)));
      /* Translators: share of attendance, training hours attended, training hours in all */
      share = g_strdup_printf (_ ("%.0f %% (%s of %s JP)"),
                               100 * sel_attendance_figures_share (figures), attended, all);
      details = dup_figures (figures);
      row = sel_value_row_new (enrolment->cohort_name, share);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), details);
      gtk_widget_set_tooltip_text (row, tooltip);
      sel_row_group_append (group, row);
      n++;
    }
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
}

/* The groups of the person with their mentors, and those in the person's own care. */
void
sel_person_show_groups (SelRowGroup *group, const SelPerson *person)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < person->groups->len; i++)
    {
      const SelPersonGroup *one = &g_array_index (person->groups, SelPersonGroup, i);
      g_autoptr (GString) facts =
        g_string_new (sel_choice_label (&sel_membership_roles[one->role - 1]));
      GtkWidget *row;

      sel_fact_append (facts, NULL, one->business);
      sel_fact_append (facts, C_ ("group", "mentor:"), one->mentor_name);
      row = one->mentor
              ? sel_link_row_new (one->name, facts->str, &sel_participant_type, one->mentor)
              : sel_value_row_new (one->name, facts->str);
      sel_row_group_append (group, row);
    }

  for (guint i = 0; i < person->mentorings->len; i++)
    {
      const SelPersonMentoring *one = &g_array_index (person->mentorings, SelPersonMentoring, i);
      g_autofree char *number = sel_number_dup_display ((double) one->n_members);
      g_autofree char *members =
        g_strdup_printf (ngettext ("%s member", "%s members", (gulong) one->n_members), number);
      g_autoptr (GString) facts = g_string_new (members);
      GtkWidget *row;

      sel_fact_append (facts, NULL, one->business);
      append_date (facts, C_ ("mentoring", "since"), &one->starts_on);
      /* Translators: a group in the care of this volunteer companion */
      row = sel_value_row_new (C_ ("mentoring", "In their care"), one->name);
      adw_action_row_set_subtitle (ADW_ACTION_ROW (row), facts->str);
      sel_row_group_append (group, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (group), person->groups->len + person->mentorings->len > 0);
}
