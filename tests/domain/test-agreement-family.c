/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "domain/agreement-family.h"
#include "domain/typed.h"

static SelAgreementSpan
span_of (const char *const days[2])
{
  SelAgreementSpan span;

  sel_typed_date (days[0] ? days[0] : "", &span.first_day);
  sel_typed_date (days[1] ? days[1] : "", &span.last_day);
  return span;
}

static void
test_family (void)
{
  static const struct
  {
    const char *self[2];
    const char *umbrella[2];
    gboolean has_umbrella;
    const char *predecessor[2];
    gboolean has_predecessor;
    const char *field; /* NULL for no finding */
    const char *message;
  } rows[] = {
    { { "2025-10-11", "2028-10-10" }, { "2024-05-27", "2029-05-26" }, TRUE, { NULL }, FALSE, NULL },
    { { "2025-10-11", "2029-05-26" }, { "2024-05-27", "2029-05-26" }, TRUE, { NULL }, FALSE, NULL },
    { { "2025-10-11", "2029-05-27" }, { "2024-05-27", "2029-05-26" }, TRUE, { NULL }, FALSE, "ends_on", "It outlives the agreement that it is made under, which ends on 26 May 2029." },
    { { "2025-10-11", NULL }, { "2024-05-27", "2029-05-26" }, TRUE, { NULL }, FALSE, "ends_on", "It has no last day, but the agreement that it is made under ends on 26 May 2029." },
    { { "2025-10-11", "2030-01-01" }, { "2024-05-27", NULL }, TRUE, { NULL }, FALSE, NULL },
    { { "2025-10-11", "2028-10-10" }, { NULL }, FALSE, { "2022-10-11", "2025-10-10" }, TRUE, NULL },
    { { "2025-10-12", "2028-10-10" }, { NULL }, FALSE, { "2022-10-11", "2025-10-10" }, TRUE, "starts_on", "1 day lies between the end of the agreement that it renews and its first day." },
    { { "2019-05-16", "2022-05-15" }, { NULL }, FALSE, { "2016-02-01", "2019-01-31" }, TRUE, "starts_on", "104 days lie between the end of the agreement that it renews and its first day." },
    { { "2025-10-10", "2028-10-10" }, { NULL }, FALSE, { "2022-10-11", "2025-10-10" }, TRUE, "starts_on", "It begins 1 day before the agreement that it renews has ended." },
    { { "2025-10-01", NULL }, { NULL }, FALSE, { "2022-10-11", "2025-10-10" }, TRUE, "starts_on", "It begins 10 days before the agreement that it renews has ended." },
    { { NULL, "2028-10-10" }, { NULL }, FALSE, { "2022-10-11", "2025-10-10" }, TRUE, NULL },
    { { "2025-10-11", "2028-10-10" }, { NULL }, FALSE, { "2022-10-11", NULL }, TRUE, NULL },
    { { "2025-10-11", "2028-10-10" }, { NULL }, FALSE, { NULL }, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      const SelAgreementSpan self = span_of (rows[i].self);
      const SelAgreementSpan umbrella = span_of (rows[i].umbrella);
      const SelAgreementSpan predecessor = span_of (rows[i].predecessor);
      g_autoptr (SelFindings) findings = sel_findings_new ();

      sel_agreement_check_family (&self, rows[i].has_umbrella ? &umbrella : NULL,
                                  rows[i].has_predecessor ? &predecessor : NULL, findings);
      g_test_message ("row %u", i);
      g_assert_cmpuint (sel_findings_get_n (findings), ==, rows[i].field ? 1 : 0);
      if (rows[i].field == NULL)
        continue;
      g_assert_cmpstr (sel_findings_get (findings, 0)->field->name, ==, rows[i].field);
      g_assert_cmpstr (sel_findings_get (findings, 0)->message, ==, rows[i].message);
      g_assert_cmpint (sel_findings_get (findings, 0)->severity, ==, SEL_WARNING);
    }
}

/* A draft may still look for the other. */
static void
test_parties (void)
{
  static const struct
  {
    SelAgreementStage stage;
    guint n_parties;
    const char *message; /* NULL for no finding */
  } rows[] = {
    { SEL_AGREEMENT_STAGE_DRAFT, 0, NULL },
    { SEL_AGREEMENT_STAGE_UNDER_REVIEW, 1, NULL },
    { SEL_AGREEMENT_STAGE_SIGNED, 0, "It is signed, but no party is named." },
    { SEL_AGREEMENT_STAGE_SIGNED, 1, "It is signed, but only one party is named." },
    { SEL_AGREEMENT_STAGE_SIGNED, 2, NULL },
    { SEL_AGREEMENT_STAGE_TERMINATED, 1, "It is signed, but only one party is named." },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (SelFindings) findings = sel_findings_new ();

      sel_agreement_check_parties (rows[i].stage, rows[i].n_parties, findings);
      g_assert_cmpuint (sel_findings_get_n (findings), ==, rows[i].message ? 1 : 0);
      if (rows[i].message)
        g_assert_cmpstr (sel_findings_get (findings, 0)->message, ==, rows[i].message);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/agreement-family/family", test_family);
  g_test_add_func ("/agreement-family/parties", test_parties);
  return g_test_run ();
}
