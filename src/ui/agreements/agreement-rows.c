/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/agreement-rows.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement-family.h"
#include "domain/relative-date.h"
#include "report/relation-label.h"
#include "store/agreement-link.h"
#include "ui/line-layout.h"
#include "ui/lists/cell.h"
#include "ui/records/field-group.h"
#include "ui/seats.h"

static char *
dup_state (SelAgreementState state)
{
  return g_strdup_printf ("%s %s", sel_state_mark (sel_agreement_state_code (state)),
                          sel_agreement_state_label (state));
}

static gboolean
is_same_day (const GDate *one, const GDate *other)
{
  return g_date_valid (one) == g_date_valid (other) &&
         (!g_date_valid (one) || g_date_compare (one, other) == 0);
}

/* "ends in 41 days", and whether an addendum has set that. NULL where it does not end. */
static char *
dup_end (const SelAgreement *agreement, const SelAgreementView *view, const GDate *today)
{
  const gboolean is_changed = !is_same_day (&agreement->ends_on, &view->ends_on);
  g_autofree char *when = NULL;
  g_autofree char *end = NULL;
  int days;

  if (!g_date_valid (&view->ends_on))
    return is_changed ? g_strdup (_ ("open-ended by an addendum")) : NULL;

  days = g_date_days_between (today, &view->ends_on);
  when = sel_relative_date_dup (&view->ends_on, days);
  /* Translators: %s is a date, "in 41 days" or "3 days ago" */
  end = g_strdup_printf (days < 0 ? _ ("ended %s") : _ ("ends %s"), when);
  /* Translators: %s is “ends in 41 days” or the like */
  return is_changed ? g_strdup_printf (_ ("%s by an addendum"), end) : g_steal_pointer (&end);
}

/* "notice by 30 Sep 2025", or how long ago that was. NULL where none is due. */
static char *
dup_notice (const SelAgreementView *view, const GDate *today)
{
  g_autofree char *when = NULL;

  if (!g_date_valid (&view->notice_by) || !sel_agreement_state_is_in_force (view->state))
    return NULL;

  when = sel_relative_date_dup (&view->notice_by, g_date_days_between (today, &view->notice_by));
  /* Translators: until when a party can say whether it renews: a date, "in 41 days", "3 days ago" */
  return g_strdup_printf (_ ("last day for notice %s"), when);
}

/* "● In force · Cooperation agreement · ends in 41 days". Free with g_free(). */
char *
sel_agreement_dup_subtitle (const SelAgreement *agreement,
                            const SelAgreementView *view,
                            const GDate *today)
{
  g_autofree char *state = dup_state (view->state);
  g_autofree char *end = dup_end (agreement, view, today);
  g_autofree char *notice = dup_notice (view, today);
  const char *kind = sel_choice_label (&sel_agreement_kinds[agreement->kind - 1]);
  g_autoptr (GString) facts = g_string_new (state);

  sel_fact_append (facts, NULL, agreement->alias ? agreement->alias : kind);
  for (guint i = 0; i < view->parties->len; i++)
    sel_fact_append (facts, C_ ("party", "No."),
                     g_array_index (view->parties, SelAgreementParty, i).number);
  sel_fact_append (facts, NULL, end);
  sel_fact_append (facts, NULL, notice);
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

/* What the rules find in the agreement, and in how it fits those that it is tied to. */
static SelFindings *
find_warnings (const SelAgreement *agreement, const SelAgreementView *view, const GDate *today)
{
  const SelAgreementLink *parent = sel_agreement_view_get_only (view, SEL_RELATION_PARENT);
  const SelAgreementLink *renews = sel_agreement_view_get_only (view, SEL_RELATION_RENEWS);
  const SelAgreementSpan self =
    sel_agreement_span (&agreement->starts_on, &agreement->signed_on, &view->ends_on);
  const gboolean has_umbrella = parent && agreement->kind != SEL_AGREEMENT_ADDENDUM;
  const SelAgreementSpan umbrella =
    has_umbrella ? sel_agreement_link_get_span (parent) : (SelAgreementSpan){ 0 };
  const SelAgreementSpan predecessor =
    renews ? sel_agreement_link_get_span (renews) : (SelAgreementSpan){ 0 };
  SelFindings *findings = sel_findings_new ();

  sel_record_check (&sel_agreement_type, agreement, today, findings);
  sel_agreement_check_family (&self, has_umbrella ? &umbrella : NULL, renews ? &predecessor : NULL,
                              findings);
  sel_agreement_check_parties (agreement->stage, view->parties->len, findings);
  return findings;
}

/* Warnings, and the reason that the office has recorded for what is an exception. */
void
sel_agreement_show_findings (SelRowGroup *group,
                             const SelAgreement *agreement,
                             const SelAgreementView *view,
                             const GDate *today)
{
  g_autoptr (SelFindings) findings = find_warnings (agreement, view, today);
  const guint n = sel_findings_get_n (findings);

  sel_row_group_clear (group);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *row = sel_action_row_new ();
      GtkWidget *mark = gtk_image_new_from_icon_name ("dialog-warning-symbolic");

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                     sel_findings_get (findings, i)->message);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      gtk_widget_add_css_class (mark, agreement->exception_why ? "dim-label" : "warning");
      adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
      sel_row_group_append (group, row);
    }

  adw_preferences_group_set_description (
    ADW_PREFERENCES_GROUP (group),
    agreement->exception_why ? _ ("The office has recorded why this is right all the same; see the "
                                  "reason above.")
                             : _ ("Put it right, or record in the agreement why it is right all the "
                                  "same."));
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
}

/* "by Decree KEP/12/I/2019 of 15 Jan 2019 (PDF)"; what is missing of it is said. Free with g_free(). */
static char *
dup_authority (const SelAgreementParty *party)
{
  g_autoptr (GString) text = g_string_new (NULL);

  if (party->authority == 0)
    return g_strdup (_ ("authority missing"));

  g_string_append (text, sel_choice_label (&sel_authorities[party->authority - 1]));
  if (party->authority_number)
    g_string_append_printf (text, " %s", party->authority_number);
  else if (party->authority != SEL_AUTHORITY_OFFICE)
    g_string_append_printf (text, " (%s)", _ ("number missing"));
  if (g_date_valid (&party->authority_date))
    {
      g_autofree char *day = sel_date_dup_display (&party->authority_date);

      /* Translators: of a decree or a power of attorney: the day it was given */
      g_string_append_printf (text, _ (" of %s"), day);
    }
  if (party->has_authority_document)
    g_string_append (text, " · PDF");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

void
sel_agreement_show_parties (SelRowGroup *group, SelOffice *office, const SelAgreementView *view)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < view->parties->len; i++)
    {
      const SelAgreementParty *party = &g_array_index (view->parties, SelAgreementParty, i);
      g_autofree char *label = sel_party_dup_label (party->label, party->position);
      g_autofree char *title = g_strdup_printf ("%s · %s", label, party->partner_name);
      g_autofree char *authority = dup_authority (party);
      g_autoptr (GString) facts = g_string_new (NULL);

      sel_fact_append (facts, NULL, party->unit);
      sel_fact_append (facts, party->number ? C_ ("party", "No.") : NULL,
                       party->number ? party->number : _ ("number missing"));
      sel_fact_append (facts, NULL, party->signatory);
      sel_fact_append (facts, NULL, party->office);
      sel_fact_append (facts, C_ ("party", "on behalf of"), party->on_behalf_of);
      sel_fact_append (facts, NULL, authority);
      sel_row_group_append (
        group, sel_part_row_new (office, &sel_party_type, party->id, title, facts->str));
    }
  sel_row_group_set_empty (group, _ ("No party is named yet."));
}

void
sel_agreement_show_witnesses (SelRowGroup *group, SelOffice *office, const SelAgreementView *view)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < view->witnesses->len; i++)
    {
      const SelAgreementWitness *witness = &g_array_index (view->witnesses, SelAgreementWitness, i);

      sel_row_group_append (group, sel_part_row_new (office, &sel_witness_type, witness->id,
                                                     witness->name, witness->office));
    }
  sel_row_group_set_empty (group, _ ("No witness is named."));
}

/* Parent and children, predecessor and successor, as links. */
void
sel_agreement_show_relations (SelRowGroup *group,
                              const SelAgreement *agreement,
                              const SelAgreementView *view)
{
  guint n = 0;

  sel_row_group_clear (group);
  for (SelAgreementRelation relation = 0; relation < SEL_N_AGREEMENT_RELATIONS; relation++)
    for (guint i = 0; i < view->relations[relation]->len; i++)
      {
        const SelAgreementLink *link =
          &g_array_index (view->relations[relation], SelAgreementLink, i);
        g_autofree char *state = dup_state (link->state);
        g_autofree char *subtitle =
          g_strdup_printf ("%s · %s · %s",
                           sel_relation_label (relation, agreement->kind, link->kind),
                           sel_choice_label (&sel_agreement_kinds[link->kind - 1]), state);

        sel_row_group_append (
          group, sel_link_row_new (link->title, subtitle, &sel_agreement_type, link->id));
        n++;
      }
  gtk_widget_set_visible (GTK_WIDGET (group), n > 0);
}

/* The programmes that run under the agreement, and the cohorts that hang on it. */
void
sel_agreement_show_programmes (SelRowGroup *group, const SelAgreementView *view)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < view->programmes->len; i++)
    {
      const SelAgreementProgramme *programme =
        &g_array_index (view->programmes, SelAgreementProgramme, i);
      g_autofree char *target = programme->target == SEL_NO_INTEGER
                                  ? NULL
                                  : sel_number_dup_display ((double) programme->target);
      /* Translators: the target of a programme, a number of people */
      g_autofree char *subtitle =
        target ? g_strdup_printf (_ ("Programme · target %s"), target) : g_strdup (_ ("Programme"));

      sel_row_group_append (
        group, sel_people_row_new (programme->name, subtitle, &sel_programme_type, programme->id));
    }

  for (guint i = 0; i < view->cohorts->len; i++)
    {
      const SelAgreementCohort *cohort = &g_array_index (view->cohorts, SelAgreementCohort, i);
      g_autofree char *starts = sel_date_dup_display (&cohort->starts_on);
      g_autofree char *seats = sel_seats_dup_display (cohort->filled, cohort->capacity);
      g_autofree char *subtitle =
        g_strdup_printf ("%s · %s · %s", cohort->course_name, starts, seats);

      sel_row_group_append (
        group, sel_link_row_new (cohort->name, subtitle, &sel_cohort_type, cohort->id));
    }
  gtk_widget_set_visible (GTK_WIDGET (group), view->programmes->len + view->cohorts->len > 0);
}
