/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "report/summary.h"

#include "report/csv.h"
#include "store/targets.h"

/* One table for all, so that one header serves: what a row is about stands in its first cell. */
enum
{
  SECTION,
  NAME,
  CODE, /* of a state, a kind, a stage or an outcome */
  NUMBER,
  PARTIES,
  ENDS_ON,
  TARGET,
  COUNT,
  N_CELLS,
};

static const char *const header[N_CELLS] = {
  [SECTION] = "section",
  [NAME] = "name",
  [CODE] = "code",
  [NUMBER] = "number",
  [PARTIES] = "parties",
  [ENDS_ON] = "ends_on",
  [TARGET] = "target",
  [COUNT] = "count",
};

static void
append_count (GString *csv, const char *section, const char *name, const char *code, gint64 count)
{
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, count);
  const char *const cells[N_CELLS] = {
    [SECTION] = section, [NAME] = name, [CODE] = code, [COUNT] = number
  };

  sel_csv_append_row (csv, cells, N_CELLS);
}

static void
append_kinds (GString *csv, const char *section, const GArray *kinds, const SelChoice *choices)
{
  for (guint i = 0; i < kinds->len; i++)
    {
      const SelSummaryKind *kind = &g_array_index (kinds, SelSummaryKind, i);

      append_count (csv, section, NULL, choices[kind->kind - 1].code, kind->n);
    }
}

static void
append_agreement (GString *csv, const SelSummaryAgreement *agreement)
{
  g_autofree char *ends_on =
    g_date_valid (&agreement->terms.ends_on) ? sel_date_dup_text (&agreement->terms.ends_on) : NULL;
  g_autoptr (GString) parties = g_string_new (NULL);
  const char *cells[N_CELLS] = { [SECTION] = "agreement",
                                 [NAME] = agreement->title,
                                 [NUMBER] = agreement->number,
                                 [ENDS_ON] = ends_on };

  for (guint i = 0; i < agreement->parties->len; i++)
    g_string_append_printf (parties, "%s%s", i ? "; " : "",
                            g_array_index (agreement->parties, SelSummaryParty, i).name);

  cells[CODE] = sel_agreement_state_code (agreement->state);
  cells[PARTIES] = parties->str;
  sel_csv_append_row (csv, cells, N_CELLS);
}

static void
append_programme (GString *csv, const SelTarget *target)
{
  g_autofree char *goal =
    target->target == SEL_NO_INTEGER ? NULL : g_strdup_printf ("%" G_GINT64_FORMAT, target->target);
  g_autofree char *actual = g_strdup_printf ("%" G_GINT64_FORMAT, sel_target_actual (target));
  const char *const cells[N_CELLS] = {
    [SECTION] = "programme", [NAME] = target->name, [TARGET] = goal, [COUNT] = actual
  };

  sel_csv_append_row (csv, cells, N_CELLS);
  for (guint i = 0; sel_enrolment_stages[i].code; i++)
    append_count (csv, "programme_stage", target->name, sel_enrolment_stages[i].code,
                  target->by_stage[i + 1]);
  for (guint i = 0; sel_outcomes[i].code; i++)
    append_count (csv, "programme_outcome", target->name, sel_outcomes[i].code,
                  target->by_outcome[i + 1]);
}

/* For spreadsheets, by RFC 4180. Free with g_free(). */
char *
sel_summary_dup_csv (const SelSummary *summary)
{
  GString *csv = g_string_new (NULL);

  sel_csv_append_row (csv, header, N_CELLS);
  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    append_count (csv, "count", sel_record_types[i]->name, NULL, summary->counts[i]);
  append_kinds (csv, "partner_kind", summary->partner_kinds, sel_partner_kinds);
  append_kinds (csv, "participant_kind", summary->participant_kinds, sel_participant_kinds);
  for (guint i = 0; i < summary->agreements->len; i++)
    append_agreement (csv, &g_array_index (summary->agreements, SelSummaryAgreement, i));
  for (guint i = 0; i < summary->programmes->len; i++)
    append_programme (csv, &g_array_index (summary->programmes, SelTarget, i));

  return g_string_free (csv, FALSE);
}
