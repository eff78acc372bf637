/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/summary.h"

#include "report/json.h"
#include "store/targets.h"

static void
add_counts (JsonBuilder *builder, const SelSummary *summary)
{
  json_builder_set_member_name (builder, "counts");
  json_builder_begin_object (builder);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    sel_json_add_number (builder, sel_record_types[i]->name, summary->counts[i]);
  json_builder_end_object (builder);
}

static void
add_kinds (JsonBuilder *builder, const char *name, const GArray *kinds, const SelChoice *choices)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint i = 0; i < kinds->len; i++)
    {
      const SelSummaryKind *kind = &g_array_index (kinds, SelSummaryKind, i);

      json_builder_set_member_name (builder, choices[kind->kind - 1].code);
      json_builder_begin_object (builder);
      sel_json_add_number (builder, "count", kind->n);
      sel_json_add_number (builder, "provinces", kind->n_provinces);
      json_builder_end_object (builder);
    }
  json_builder_end_object (builder);
}

static void
add_agreement (JsonBuilder *builder, const SelSummaryAgreement *agreement)
{
  json_builder_begin_object (builder);
  sel_json_add_text (builder, "number", agreement->number);
  sel_json_add_text (builder, "title", agreement->title);
  sel_json_add_text (builder, "kind", sel_agreement_kinds[agreement->kind - 1].code);
  json_builder_set_member_name (builder, "parties");
  json_builder_begin_array (builder);
  for (guint i = 0; i < agreement->parties->len; i++)
    json_builder_add_string_value (builder,
                                   g_array_index (agreement->parties, SelSummaryParty, i).name);
  json_builder_end_array (builder);
  sel_json_add_date (builder, "signed_on", &agreement->signed_on);
  sel_json_add_date (builder, "starts_on", &agreement->terms.starts_on);
  sel_json_add_date (builder, "ends_on", &agreement->terms.ends_on);
  json_builder_end_object (builder);
}

static void
add_agreements (JsonBuilder *builder, const SelSummary *summary)
{
  guint i = 0;

  json_builder_set_member_name (builder, "agreements");
  json_builder_begin_object (builder);
  for (guint state = 0; state < SEL_N_AGREEMENT_STATES; state++)
    {
      json_builder_set_member_name (builder, sel_agreement_state_code (state));
      json_builder_begin_array (builder);
      while (i < summary->agreements->len &&
             g_array_index (summary->agreements, SelSummaryAgreement, i).state == state)
        add_agreement (builder, &g_array_index (summary->agreements, SelSummaryAgreement, i++));
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);
}

/* All choices, so that whoever reads it need not ask what is there. */
static void
add_steps (JsonBuilder *builder, const char *name, const SelChoice *choices, const gint64 *counts)
{
  json_builder_set_member_name (builder, name);
  json_builder_begin_object (builder);
  for (guint i = 0; choices[i].code; i++)
    sel_json_add_number (builder, choices[i].code, counts[i + 1]);
  json_builder_end_object (builder);
}

static void
add_programme (JsonBuilder *builder, const SelTarget *target)
{
  guint stage = target->target_stage ? (guint) target->target_stage : SEL_TARGET_STAGE_DEFAULT;

  json_builder_begin_object (builder);
  sel_json_add_text (builder, "name", target->name);
  sel_json_add_number (builder, "target", target->target);
  sel_json_add_text (builder, "counted_when", sel_target_stages[stage - 1].code);
  sel_json_add_number (builder, "actual", sel_target_actual (target));
  sel_json_add_number (builder, "people", target->people);
  add_steps (builder, "by_stage", sel_enrolment_stages, target->by_stage);
  add_steps (builder, "by_outcome", sel_outcomes, target->by_outcome);
  json_builder_end_object (builder);
}

/* For other programs: names and codes as in the XSD, dates as ISO 8601. Free with g_free(). */
char *
sel_summary_dup_json (const SelSummary *summary)
{
  g_autoptr (JsonBuilder) builder = json_builder_new ();
  GString *page = g_string_new (NULL);

  json_builder_begin_object (builder);
  sel_json_add_date (builder, "date", &summary->today);
  add_counts (builder, summary);
  add_kinds (builder, "partners", summary->partner_kinds, sel_partner_kinds);
  add_kinds (builder, "participants", summary->participant_kinds, sel_participant_kinds);
  add_agreements (builder, summary);
  json_builder_set_member_name (builder, "programmes");
  json_builder_begin_array (builder);
  for (guint i = 0; i < summary->programmes->len; i++)
    add_programme (builder, &g_array_index (summary->programmes, SelTarget, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  sel_json_append_to (builder, page);
  return g_string_free (page, FALSE);
}
