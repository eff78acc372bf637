/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/summary.h"

#include <glib/gi18n-lib.h>

#include "report/text-table.h"
#include "store/targets.h"

static void
append_heading (GString *page, const char *heading)
{
  g_string_append_printf (page, "\n%s\n", heading);
}

static void
append_counts (GString *page, const SelSummary *summary)
{
  g_autoptr (SelTextTable) table = sel_text_table_new (2, 1);

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    {
      sel_text_table_add (table, _ (sel_record_types[i]->plural));
      sel_text_table_add_number (table, summary->counts[i]);
    }

  append_heading (page, _ ("Records"));
  sel_text_table_append_to (table, page);
}

static void
append_kinds (GString *page, const char *heading, const GArray *kinds, const SelChoice *choices)
{
  g_autoptr (SelTextTable) table = sel_text_table_new (3, 1);

  if (kinds->len == 0)
    return;

  sel_text_table_add (table, _ ("Kind"));
  sel_text_table_add (table, C_ ("how many", "Number"));
  sel_text_table_add (table, _ ("Provinces"));
  for (guint i = 0; i < kinds->len; i++)
    {
      const SelSummaryKind *kind = &g_array_index (kinds, SelSummaryKind, i);

      sel_text_table_add (table, sel_choice_label (&choices[kind->kind - 1]));
      sel_text_table_add_number (table, kind->n);
      sel_text_table_add_number (table, kind->n_provinces);
    }

  append_heading (page, heading);
  sel_text_table_append_to (table, page);
}

static char *
dup_parties (const SelSummaryAgreement *agreement)
{
  GString *names = g_string_new (NULL);

  for (guint i = 0; i < agreement->parties->len; i++)
    {
      const SelSummaryParty *party = &g_array_index (agreement->parties, SelSummaryParty, i);

      g_string_append_printf (names, "%s%s", i ? ", " : "",
                              party->short_name ? party->short_name : party->name);
    }

  return g_string_free (names, FALSE);
}

static void
add_agreement (SelTextTable *table, const SelSummaryAgreement *agreement)
{
  g_autofree char *ends_on = g_date_valid (&agreement->terms.ends_on)
                               ? sel_date_dup_display (&agreement->terms.ends_on)
                               : NULL;
  g_autofree char *parties = dup_parties (agreement);

  sel_text_table_add (table, sel_agreement_state_label (agreement->state));
  sel_text_table_add (table, ends_on);
  sel_text_table_add (table, agreement->number);
  sel_text_table_add (table, parties);
  sel_text_table_add (table, agreement->title);
}

static void
append_agreements (GString *page, const SelSummary *summary)
{
  g_autoptr (SelTextTable) table = sel_text_table_new (5, 5);

  if (summary->agreements->len == 0)
    return;

  sel_text_table_add (table, _ ("State"));
  sel_text_table_add (table, _ ("Ends"));
  sel_text_table_add (table, _ ("Number"));
  sel_text_table_add (table, _ ("Partners"));
  sel_text_table_add (table, _ ("Title"));
  for (guint i = 0; i < summary->agreements->len; i++)
    add_agreement (table, &g_array_index (summary->agreements, SelSummaryAgreement, i));

  append_heading (page, _ ("Agreements"));
  sel_text_table_append_to (table, page);
}

/* The choices that were counted: one line each. */
static void
add_steps (SelTextTable *table, const SelChoice *choices, const gint64 *counts)
{
  for (guint i = 0; choices[i].code; i++)
    if (counts[i + 1])
      {
        g_autofree char *label = g_strconcat ("  ", sel_choice_label (&choices[i]), NULL);

        sel_text_table_add (table, label);
        sel_text_table_add (table, NULL);
        sel_text_table_add_number (table, counts[i + 1]);
      }
}

static void
append_programmes (GString *page, const SelSummary *summary)
{
  g_autoptr (SelTextTable) table = sel_text_table_new (3, 1);

  if (summary->programmes->len == 0)
    return;

  sel_text_table_add (table, _ ("Programme"));
  sel_text_table_add (table, _ ("Target"));
  sel_text_table_add (table, _ ("Actual"));
  for (guint i = 0; i < summary->programmes->len; i++)
    {
      const SelTarget *target = &g_array_index (summary->programmes, SelTarget, i);

      sel_text_table_add (table, target->name);
      if (target->target == SEL_NO_INTEGER)
        sel_text_table_add (table, NULL);
      else
        sel_text_table_add_number (table, target->target);
      sel_text_table_add_number (table, sel_target_actual (target));
      add_steps (table, sel_enrolment_stages, target->by_stage);
      add_steps (table, sel_outcomes, target->by_outcome);
    }

  append_heading (page, _ ("Programmes"));
  sel_text_table_append_to (table, page);
}

/* For a person, in the user's language. Free with g_free(). */
char *
sel_summary_dup_text (const SelSummary *summary)
{
  GString *page = g_string_new (NULL);
  g_autofree char *today = sel_date_dup_display (&summary->today);

  /* Translators: %s is a date */
  g_string_append_printf (page, _ ("The register on %s"), today);
  g_string_append_c (page, '\n');
  append_counts (page, summary);
  append_kinds (page, _ ("Partners"), summary->partner_kinds, sel_partner_kinds);
  append_kinds (page, _ ("Participants"), summary->participant_kinds, sel_participant_kinds);
  append_agreements (page, summary);
  append_programmes (page, summary);

  return g_string_free (page, FALSE);
}
