/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/agreement-rows.h"

#include <glib/gi18n-lib.h>

#include "domain/agreement-family.h"
#include "store/agreement-link.h"
#include "ui/line-layout.h"
#include "ui/lists/cell.h"
#include "ui/records/field-group.h"
#include "ui/relative-date.h"
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

/* "● In force · Cooperation agreement · ends in 41 days". Free with g_free(). */
char *
sel_agreement_dup_subtitle (const SelAgreement *agreement,
                            const SelAgreementView *view,
                            const GDate *today)
{
  g_autofree char *state = dup_state (view->state);
  const char *kind = agreement->alias
                       ? agreement->alias
                       : sel_choice_label (&sel_agreement_kinds[agreement->kind - 1]);
  g_autofree char *end = dup_end (agreement, view, today);

  return g_strdup_printf ("%s · %s%s%s", state, kind, end ? " · " : "", end ? end : "");
}

static SelAgreementSpan
span_of (const SelAgreementLink *link)
{
  const SelAgreementTerms *terms = &link->terms;

  return (SelAgreementSpan){ g_date_valid (&terms->starts_on) ? terms->starts_on : link->signed_on,
                             terms->ends_on };
}

/* The one of which there is at most one; NULL without. */
static const SelAgreementLink *
only_link (const SelAgreementView *view, SelAgreementRelation relation)
{
  const GArray *links = view->relations[relation];

  return links->len ? &g_array_index (links, SelAgreementLink, 0) : NULL;
}

/* What the rules find in the agreement, and in how it fits those that it is tied to. */
static SelFindings *
find_warnings (const SelAgreement *agreement, const SelAgreementView *view, const GDate *today)
{
  const SelAgreementLink *parent = only_link (view, SEL_RELATION_PARENT);
  const SelAgreementLink *renews = only_link (view, SEL_RELATION_RENEWS);
  const SelAgreementSpan self = { g_date_valid (&agreement->starts_on) ? agreement->starts_on
                                                                       : agreement->signed_on,
                                  view->ends_on };
  const gboolean has_umbrella = parent && agreement->kind != SEL_AGREEMENT_ADDENDUM;
  const SelAgreementSpan umbrella = has_umbrella ? span_of (parent) : (SelAgreementSpan){ 0 };
  const SelAgreementSpan predecessor = renews ? span_of (renews) : (SelAgreementSpan){ 0 };
  SelFindings *findings = sel_findings_new ();

  sel_record_check (&sel_agreement_type, agreement, today, findings);
  sel_agreement_check_family (&self, has_umbrella ? &umbrella : NULL, renews ? &predecessor : NULL,
                              findings);
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

void
sel_agreement_show_parties (SelRowGroup *group, SelOffice *office, const SelAgreementView *view)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < view->parties->len; i++)
    {
      const SelAgreementParty *party = &g_array_index (view->parties, SelAgreementParty, i);
      g_autofree char *title =
        g_strdup_printf ("%d. %s", (int) party->position, party->partner_name);
      g_autoptr (GString) facts = g_string_new (NULL);

      sel_fact_append (facts, party->number ? C_ ("party", "No.") : NULL,
                       party->number ? party->number : _ ("number missing"));
      sel_fact_append (facts, NULL, party->signatory);
      sel_fact_append (facts, NULL, party->office);
      sel_fact_append (facts, C_ ("party", "on behalf of"), party->on_behalf_of);
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

static char *
dup_article (const char *article)
{
  /* Translators: an article of an agreement; the paper itself says Pasal */
  return article ? g_strdup_printf (_ ("Article %s"), article) : NULL;
}

/* Gives a row a button that goes to its article on the page. */
static void
add_article_button (GtkWidget *row, const char *number)
{
  g_autofree char *verb = NULL;
  GtkWidget *button;

  if (number == NULL)
    return;

  /* Translators: an article of an agreement; the paper itself says Pasal */
  verb = g_strdup_printf (_ ("Show article %s on the page"), number);
  button = gtk_button_new_from_icon_name ("find-location-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, verb, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "agreements.show-article");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", number);
  sel_part_row_add_tool (row, button);
}

void
sel_agreement_show_scope (SelRowGroup *group, SelOffice *office, const SelAgreementView *view)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < view->scope_items->len; i++)
    {
      const SelAgreementScopeItem *item =
        &g_array_index (view->scope_items, SelAgreementScopeItem, i);
      g_autofree char *article = dup_article (item->article);
      g_autoptr (GString) facts = g_string_new (NULL);
      GtkWidget *row;

      sel_fact_append (facts, NULL, sel_choice_label (&sel_scope_topics[item->topic - 1]));
      sel_fact_append (facts, NULL, article);
      row = sel_part_row_new (office, &sel_scope_item_type, item->id, item->text, facts->str);
      add_article_button (row, item->article);
      sel_row_group_append (group, row);
    }
  sel_row_group_set_empty (group, _ ("No scope item yet."));
}

void
sel_agreement_show_obligations (SelRowGroup *group, SelOffice *office, const SelAgreementView *view)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < view->obligations->len; i++)
    {
      const SelAgreementObligation *obligation =
        &g_array_index (view->obligations, SelAgreementObligation, i);
      g_autofree char *article = dup_article (obligation->article);
      g_autofree char *due =
        g_date_valid (&obligation->next_due) ? sel_date_dup_display (&obligation->next_due) : NULL;
      g_autoptr (GString) facts = g_string_new (sel_obligation_state_label (obligation->state));
      GtkWidget *row;

      sel_fact_append (facts, NULL, due);
      sel_fact_append (facts, NULL,
                       obligation->partner_name ? obligation->partner_name : _ ("all parties"));
      sel_fact_append (facts, NULL, article);
      row = sel_part_row_new (office, &sel_obligation_type, obligation->id, obligation->text,
                              facts->str);
      add_article_button (row, obligation->article);
      sel_row_group_append (group, row);
    }
  sel_row_group_set_empty (group, _ ("No obligation yet."));
}

static const char *
relation_label (SelAgreementRelation relation, int kind)
{
  if (kind == SEL_AGREEMENT_ADDENDUM && relation == SEL_RELATION_CHILD)
    return C_ ("relation", "Changed by");

  switch (relation)
    {
    case SEL_RELATION_PARENT:
      return C_ ("relation", "Made under");
    case SEL_RELATION_CHILD:
      return C_ ("relation", "Under it");
    case SEL_RELATION_RENEWS:
      return C_ ("relation", "Renews");
    case SEL_RELATION_RENEWED_BY:
    default:
      return C_ ("relation", "Renewed by");
    }
}

/* Parent and children, predecessor and successor, as links. */
void
sel_agreement_show_relations (SelRowGroup *group, const SelAgreementView *view)
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
          g_strdup_printf ("%s · %s · %s", relation_label (relation, link->kind),
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
