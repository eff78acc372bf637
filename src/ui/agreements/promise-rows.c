/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/agreements/promise-rows.h"

#include <glib/gi18n-lib.h>

#include "domain/relative-date.h"
#include "ui/records/field-group.h"

static char *
dup_article (const char *article)
{
  /* Translators: an article of an agreement; the paper itself says Pasal */
  return article ? g_strdup_printf (_ ("Article %s"), article) : NULL;
}

/* Gives a row whose article nobody has said yet a button that says it: the one that is read. */
static void
add_anchor_button (GtkWidget *row, const SelRecordType *type, gint64 id, const char *title)
{
  const char *verb = _ ("Anchor to the article that is read on the page");
  GtkWidget *button = gtk_button_new_from_icon_name ("insert-link-symbolic");
  g_autofree char *name = g_strdup_printf ("%s: %s", verb, title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, verb);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "agreements.anchor");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(sx)", type->name, id);
  sel_part_row_add_tool (row, button);
}

/* Whether there is a page that an article can be shown on. */
static gboolean
has_page (const SelAgreementView *view)
{
  for (guint i = 0; i < view->documents->len; i++)
    if (g_array_index (view->documents, SelAgreementDocument, i).has_content)
      return TRUE;

  return FALSE;
}

/* Gives a row a button that goes to its article on the page. */
static void
add_article_button (GtkWidget *row,
                    const SelAgreementView *view,
                    const SelRecordType *type,
                    gint64 id,
                    const char *title,
                    const char *number)
{
  g_autofree char *verb = NULL;
  GtkWidget *button;

  if (!has_page (view))
    return;
  if (number == NULL)
    {
      add_anchor_button (row, type, id, title);
      return;
    }

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

/* Gives the row a button that writes down what was done. */
static void
add_realise_button (GtkWidget *row, const char *title, gint64 scope_item, gint64 obligation)
{
  GtkWidget *button = gtk_button_new_from_icon_name ("object-select-symbolic");
  g_autofree char *name = g_strdup_printf ("%s: %s", _ ("Write down what was done"), title);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, _ ("Write down what was done"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "agreements.realise");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "(xx)", scope_item, obligation);
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
      g_autofree char *done = sel_agreement_view_dup_scope_done (view, item);
      g_autoptr (GString) facts = g_string_new (NULL);
      GtkWidget *row;

      sel_fact_append (facts, NULL, sel_choice_label (&sel_scope_topics[item->topic - 1]));
      sel_fact_append (facts, NULL, article);
      sel_fact_append (facts, NULL, done);
      row = sel_part_row_new (office, &sel_scope_item_type, item->id, item->text, facts->str);
      add_article_button (row, view, &sel_scope_item_type, item->id, item->text, item->article);
      add_realise_button (row, item->text, item->id, 0);
      sel_row_group_append (group, row);
    }
  sel_row_group_set_empty (group, _ ("No scope item yet."));
}

static char *
dup_obligation_facts (const SelAgreementView *view, const SelAgreementObligation *obligation)
{
  const int recurrence = obligation->terms.recurrence;
  g_autofree char *article = dup_article (obligation->article);
  g_autofree char *due =
    g_date_valid (&obligation->next_due) ? sel_date_dup_display (&obligation->next_due) : NULL;
  g_autofree char *done = sel_agreement_view_dup_obligation_done (view, obligation);
  g_autoptr (GString) facts = g_string_new (sel_obligation_state_label (obligation->state));

  sel_fact_append (facts, NULL, due);
  if (recurrence)
    sel_fact_append (facts, NULL, sel_choice_label (&sel_recurrences[recurrence - 1]));
  sel_fact_append (facts, NULL,
                   obligation->partner_name ? obligation->partner_name : _ ("all parties"));
  sel_fact_append (facts, NULL, article);
  /* Translators: who in the office sees to an obligation */
  sel_fact_append (facts, C_ ("obligation", "seen to by"), obligation->responsible);
  sel_fact_append (facts, NULL, done);
  return g_string_free (g_steal_pointer (&facts), FALSE);
}

void
sel_agreement_show_obligations (SelRowGroup *group, SelOffice *office, const SelAgreementView *view)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < view->obligations->len; i++)
    {
      const SelAgreementObligation *obligation =
        &g_array_index (view->obligations, SelAgreementObligation, i);
      g_autofree char *facts = dup_obligation_facts (view, obligation);
      GtkWidget *row = sel_part_row_new (office, &sel_obligation_type, obligation->id,
                                         obligation->text, facts);

      gtk_widget_set_tooltip_text (row, sel_obligation_state_hint (obligation->state));
      add_article_button (row, view, &sel_obligation_type, obligation->id, obligation->text,
                          obligation->article);
      add_realise_button (row, obligation->text, 0, obligation->id);
      sel_row_group_append (group, row);
    }
  sel_row_group_set_empty (group, _ ("No obligation yet."));
}

void
sel_agreement_show_realisations (SelRowGroup *group,
                                 SelOffice *office,
                                 const SelAgreementView *view)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < view->realisations->len; i++)
    {
      const SelAgreementRealisation *done =
        &g_array_index (view->realisations, SelAgreementRealisation, i);
      g_autofree char *day = sel_date_dup_display (&done->done_on);
      g_autofree char *quantity = done->quantity == SEL_NO_INTEGER
                                    ? NULL
                                    : sel_number_dup_display ((double) done->quantity);
      g_autoptr (GString) facts = g_string_new (day);

      sel_fact_append (facts, C_ ("realisation", "quantity"), quantity);
      sel_fact_append (facts, C_ ("realisation", "for"), done->carries_out);
      sel_fact_append (facts, C_ ("realisation", "cohort"), done->cohort_name);
      sel_fact_append (facts, C_ ("realisation", "document"), done->document_title);
      sel_row_group_append (group, sel_part_row_new (office, &sel_realisation_type, done->id,
                                                     done->text, facts->str));
    }
  sel_row_group_set_empty (group, _ ("Nothing is written down yet. The check mark beside a scope item "
                                     "or an obligation does that."));
}

void
sel_agreement_show_reviews (SelRowGroup *group,
                            SelOffice *office,
                            const SelAgreementView *view,
                            const GDate *today)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < view->reviews->len; i++)
    {
      const SelAgreementReview *review = &g_array_index (view->reviews, SelAgreementReview, i);
      g_autofree char *sent =
        g_date_valid (&review->sent_on) ? sel_date_dup_display (&review->sent_on) : NULL;
      g_autofree char *decided =
        g_date_valid (&review->decided_on) ? sel_date_dup_display (&review->decided_on) : NULL;
      g_autofree char *due =
        !review->decision && g_date_valid (&review->due_on)
          ? sel_relative_date_dup (&review->due_on, g_date_days_between (today, &review->due_on))
          : NULL;
      g_autoptr (GString) facts =
        g_string_new (review->decision ? sel_choice_label (&sel_review_decisions[review->decision - 1])
                                       : _ ("No answer yet"));

      sel_fact_append (facts, NULL, decided);
      sel_fact_append (facts, C_ ("review", "due"), due);
      sel_fact_append (facts, C_ ("review", "sent on"), sent);
      sel_fact_append (facts, NULL, review->remarks);
      sel_row_group_append (group, sel_part_row_new (office, &sel_review_type, review->id,
                                                     review->reviewer, facts->str));
    }
  sel_row_group_set_empty (group, _ ("No review is recorded."));
}

/* Its own where it is an addendum, which can be edited there; links to those that change it. */
void
sel_agreement_show_amendments (SelRowGroup *group,
                               SelOffice *office,
                               const SelAgreementView *view,
                               gint64 agreement)
{
  sel_row_group_clear (group);
  for (guint i = 0; i < view->amendments->len; i++)
    {
      const SelAgreementAmendment *amendment =
        &g_array_index (view->amendments, SelAgreementAmendment, i);
      g_autofree char *article = dup_article (amendment->article);
      g_autofree char *title = g_strdup_printf ("%s: %s", article, amendment->text);

      if (amendment->addendum == agreement)
        sel_row_group_append (group, sel_part_row_new (office, &sel_amendment_type, amendment->id,
                                                       title, NULL));
      else
        sel_row_group_append (group, sel_link_row_new (title, amendment->title,
                                                       &sel_agreement_type, amendment->addendum));
    }
  sel_row_group_set_empty (group, _ ("No article is named yet that this addendum changes."));
}
