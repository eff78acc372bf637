/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/agreement-page.h"

#include <glib/gi18n-lib.h>

#include "report/relation-label.h"
#include "store/record.h"

static void
part_free (gpointer data)
{
  SelAgreementPart *self = data;

  g_ptr_array_unref (self->rows);
  g_free (self);
}

void
sel_agreement_page_clear (SelAgreementPage *self)
{
  if (self->agreement)
    sel_record_free (&sel_agreement_type, self->agreement);
  sel_agreement_view_free (self->view);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
}

/* A column of a part, and how much of the width it takes beside the others. */
typedef struct
{
  const char *label;
  double share;
} Column;

static SelAgreementPart *
add_part (SelAgreementPage *page, const char *title, const Column *columns, guint n_columns)
{
  SelAgreementPart *part = g_new0 (SelAgreementPart, 1);

  part->title = title;
  part->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    part->columns[i] = (SelPrintoutColumn){
      .label = title ? _ (columns[i].label) : NULL,
      .share = columns[i].share,
    };
  part->rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  g_ptr_array_add (page->parts, part);
  return part;
}

/* Adds a row of as many texts as there are columns; these are taken, and may be NULL. */
static void
add_row (SelAgreementPart *part, char *first, ...)
{
  char **cells = g_new0 (char *, part->n_columns + 1);
  va_list texts;

  va_start (texts, first);
  cells[0] = first ? first : g_strdup ("");
  for (guint i = 1; i < part->n_columns; i++)
    {
      char *text = va_arg (texts, char *);

      cells[i] = text ? text : g_strdup ("");
    }
  va_end (texts);
  g_ptr_array_add (part->rows, cells);
}

static char *
dup_day (const GDate *day)
{
  return g_date_valid (day) ? sel_date_dup_display (day) : NULL;
}

/* A fact, unless nothing is known of it. */
static void
add_fact (SelAgreementPart *part, const char *label, char *take_text)
{
  if (take_text && *take_text)
    add_row (part, g_strdup (label), take_text);
  else
    g_free (take_text);
}

static char *
dup_state (SelAgreementState state)
{
  return g_strdup_printf ("%s %s", sel_agreement_state_mark (sel_agreement_state_code (state)),
                          sel_agreement_state_label (state));
}

static char *
dup_ends_on (const SelAgreementPage *page)
{
  const GDate *own = &page->agreement->ends_on;
  const GDate *ends_on = &page->view->ends_on;
  g_autofree char *day = dup_day (ends_on);
  gboolean is_same = g_date_valid (own) == g_date_valid (ends_on) &&
                     (day == NULL || g_date_compare (own, ends_on) == 0);

  if (day == NULL && is_same && !page->agreement->open_ended)
    return g_strdup (_ ("not recorded"));
  if (day == NULL)
    return g_strdup (is_same ? _ ("open-ended") : _ ("open-ended by an addendum"));
  /* Translators: the last day of an agreement */
  return is_same ? g_steal_pointer (&day) : g_strdup_printf (_ ("%s by an addendum"), day);
}

static char *
dup_witnesses (const GArray *witnesses)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < witnesses->len; i++)
    {
      const SelAgreementWitness *witness = &g_array_index (witnesses, SelAgreementWitness, i);

      g_string_append_printf (text, "%s%s%s%s", i ? "; " : "", witness->name,
                              witness->office ? ", " : "", witness->office ? witness->office : "");
    }

  return g_strdup (text->str);
}

static void
add_facts (SelAgreementPage *page)
{
  const SelAgreement *agreement = page->agreement;
  static const Column columns[] = {
    { NULL, 1 },
    { NULL, 4 },
  };
  SelAgreementPart *part = add_part (page, NULL, columns, G_N_ELEMENTS (columns));

  add_fact (part, _ ("State"), dup_state (page->view->state));
  add_fact (part, _ ("Kind"),
            g_strdup (agreement->alias
                        ? agreement->alias
                        : sel_choice_label (&sel_agreement_kinds[agreement->kind - 1])));
  add_fact (part, _ ("Signed on"), dup_day (&agreement->signed_on));
  add_fact (part, _ ("Signed at"), g_strdup (agreement->signed_at));
  add_fact (part, _ ("Starts on"), dup_day (&agreement->starts_on));
  add_fact (part, _ ("Ends on"), dup_ends_on (page));
  add_fact (part, _ ("Terminated on"), dup_day (&agreement->terminated_on));
  add_fact (part, _ ("Reason"), g_strdup (agreement->terminated_why));
  add_fact (part, _ ("Witnesses"), dup_witnesses (page->view->witnesses));
  add_fact (part, _ ("Note"), g_strdup (agreement->note));
}

static void
add_parties (SelAgreementPage *page)
{
  static const Column columns[] = {
    { N_ ("Partner"), 8 },
    { N_ ("Number"), 6 },
    { N_ ("Signatory"), 5 },
    { N_ ("Office"), 7 },
  };
  SelAgreementPart *part = add_part (page, _ ("Parties"), columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < page->view->parties->len; i++)
    {
      const SelAgreementParty *party = &g_array_index (page->view->parties, SelAgreementParty, i);

      add_row (part, g_strdup_printf ("%u. %s", i + 1, party->partner_name),
               g_strdup (party->number ? party->number : _ ("number missing")),
               g_strdup (party->signatory), g_strdup (party->office));
    }
}

static void
add_scope (SelAgreementPage *page)
{
  static const Column columns[] = {
    { N_ ("Text"), 13 },
    { N_ ("Topic"), 6 },
    { N_ ("Article"), 3 },
    { N_ ("What was done"), 11 },
  };
  SelAgreementPart *part = add_part (page, _ ("Scope"), columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < page->view->scope_items->len; i++)
    {
      const SelAgreementScopeItem *item =
        &g_array_index (page->view->scope_items, SelAgreementScopeItem, i);

      add_row (part, g_strdup (item->text),
               g_strdup (sel_choice_label (&sel_scope_topics[item->topic - 1])),
               g_strdup (item->article),
               sel_agreement_view_dup_scope_done (page->view, item));
    }
}

static void
add_obligations (SelAgreementPage *page)
{
  static const Column columns[] = {
    { N_ ("Text"), 10 },
    { N_ ("Owed by"), 7 },
    { N_ ("Next due"), 5 },
    { N_ ("State"), 4.5 },
    { N_ ("Article"), 3.2 },
    { N_ ("What was done"), 6.5 },
  };
  SelAgreementPart *part = add_part (page, _ ("Obligations"), columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < page->view->obligations->len; i++)
    {
      const SelAgreementObligation *obligation =
        &g_array_index (page->view->obligations, SelAgreementObligation, i);

      add_row (
        part, g_strdup (obligation->text),
        g_strdup (obligation->partner_name ? obligation->partner_name : _ ("all parties")),
        dup_day (&obligation->next_due),
        g_strdup (sel_obligation_state_label (obligation->state)), g_strdup (obligation->article),
        sel_agreement_view_dup_obligation_done (page->view, obligation));
    }
}

/* What somebody wrote down beside what is counted. */
static void
add_realisations (SelAgreementPage *page)
{
  static const Column columns[] = {
    { N_ ("Text"), 12 },
    { N_ ("Done on"), 4 },
    { N_ ("Quantity"), 3 },
    { N_ ("Scope item or obligation"), 10 },
  };
  SelAgreementPart *part = add_part (page, _ ("What was done"), columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < page->view->realisations->len; i++)
    {
      const SelAgreementRealisation *done =
        &g_array_index (page->view->realisations, SelAgreementRealisation, i);

      add_row (part, g_strdup (done->text), dup_day (&done->done_on),
               done->quantity == SEL_NO_INTEGER ? NULL
                                                : sel_number_dup_display ((double) done->quantity),
               g_strdup (done->carries_out));
    }
}

static void
add_cohorts (SelAgreementPage *page)
{
  static const Column columns[] = {
    { N_ ("Cohort"), 8 },
    { N_ ("Course"), 8 },
    { N_ ("Starts"), 5 },
    { N_ ("Filled"), 5 },
  };
  SelAgreementPart *part = add_part (page, _ ("Cohorts under it"), columns, G_N_ELEMENTS (columns));

  for (guint i = 0; i < page->view->cohorts->len; i++)
    {
      const SelAgreementCohort *cohort =
        &g_array_index (page->view->cohorts, SelAgreementCohort, i);
      g_autofree char *filled = sel_number_dup_display ((double) cohort->filled);
      g_autofree char *capacity = sel_number_dup_display ((double) cohort->capacity);

      add_row (part, g_strdup (cohort->name), g_strdup (cohort->course_name),
               dup_day (&cohort->starts_on), g_strdup_printf (_ ("%s of %s"), filled, capacity));
    }
}

static void
add_family (SelAgreementPage *page)
{
  static const Column columns[] = {
    { N_ ("Relation"), 4 },
    { N_ ("Number"), 6 },
    { N_ ("Title"), 12 },
    { N_ ("State"), 5 },
  };
  SelAgreementPart *part = add_part (page, _ ("Family"), columns, G_N_ELEMENTS (columns));

  for (SelAgreementRelation relation = 0; relation < SEL_N_AGREEMENT_RELATIONS; relation++)
    for (guint i = 0; i < page->view->relations[relation]->len; i++)
      {
        const SelAgreementLink *link =
          &g_array_index (page->view->relations[relation], SelAgreementLink, i);

        add_row (part, g_strdup (sel_relation_label (relation, page->agreement->kind, link->kind)),
                 g_strdup (link->number), g_strdup (link->title), dup_state (link->state));
      }
}

static void
add_documents (SelAgreementPage *page)
{
  static const Column columns[] = {
    { N_ ("Title"), 6 },
    { N_ ("Kind"), 3 },
    { N_ ("SHA-256"), 16 },
  };
  SelAgreementPart *part = add_part (page, _ ("Documents"), columns, G_N_ELEMENTS (columns));

  part->small_column = 2; /* a hash is read as one */
  for (guint i = 0; i < page->view->documents->len; i++)
    {
      const SelAgreementDocument *document =
        &g_array_index (page->view->documents, SelAgreementDocument, i);

      add_row (part, g_strdup (document->title),
               g_strdup (sel_choice_label (&sel_document_kinds[document->kind - 1])),
               g_strdup (document->sha256));
    }
}

/* Reads all that is on the page, on whatever thread calls. What it fills is to be cleared also
 * when it fails. */
gboolean
sel_agreement_page_read (SelAgreementPage *self,
                         SelStore *store,
                         const SelAgreementSummaryOrder *order,
                         GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, error);

  self->parts = g_ptr_array_new_with_free_func (part_free);
  if (reading == NULL || !sel_connection_execute (reading->connection, "BEGIN", error))
    return FALSE;

  self->agreement =
    sel_record_load (reading->connection, &sel_agreement_type, order->agreement, error);
  if (self->agreement)
    self->view = sel_agreement_view_read (reading->connection, order->agreement, &order->today,
                                          order->notice_days, error);
  if (self->view)
    self->view->realised =
      sel_realised_count (reading->connection, order->agreement, &order->today, error);
  sel_connection_execute (reading->connection, "COMMIT", NULL);
  if (self->view == NULL || self->view->realised == NULL)
    return FALSE;

  add_facts (self);
  add_parties (self);
  add_scope (self);
  add_obligations (self);
  add_realisations (self);
  add_cohorts (self);
  add_family (self);
  add_documents (self);
  return TRUE;
}
