/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "report/summary.h"
#include "support/fixture.h"

/* A register with an agreement in each of two states, and a programme with one person who
 * completed it and works. */
static SelSummary *
read_summary (SelFixture *fixture)
{
  g_autoptr (GError) error = NULL;
  SelAct *act = sel_fixture_begin (fixture);
  SelSummary *summary;
  GDate today = sel_fixture_date ("2025-11-22");

  sel_fixture_add (act, "partner", "name", "Badan Narkotika Nasional", "short_name", "BNN", "kind",
                   "agency", "region", "31", NULL);
  sel_fixture_add (act, "partner", "name", "BLK Kalimantan Selatan", "kind", "training_centre",
                   "region", "63.72", NULL);
  sel_fixture_add (act, "agreement", "kind", "cooperation", "title", "Pelatihan, kerja", "stage",
                   "signed", "signed_on", "2025-10-11", "starts_on", "2025-10-11", "ends_on",
                   "2028-10-10", NULL);
  sel_fixture_add (act, "agreement", "kind", "memorandum", "title", "=Rencana", "stage", "draft",
                   NULL);
  sel_fixture_add (act, "party", "agreement", "1", "position", "1", "partner", "1", "number",
                   "PKS/12/2025", NULL);
  sel_fixture_add (act, "party", "agreement", "1", "position", "2", "partner", "2", NULL);
  sel_fixture_add (act, "programme", "name", "Pascarehabilitasi", "target", "1000", "target_stage",
                   "working", NULL);
  sel_fixture_add (act, "participant", "name", "Siti Contoh", "kind", "tks", NULL);
  sel_fixture_add (act, "enrolment", "participant", "1", "programme", "1", "stage", "completed",
                   NULL);
  sel_fixture_add (act, "follow_up", "enrolment", "1", "due_on", "2025-11-01", "held_on",
                   "2025-11-02", "outcome", "employed", NULL);
  sel_fixture_end (act);

  summary = sel_summary_read (fixture->connection, &today, 90, &error);
  g_assert_no_error (error);
  return summary;
}

static void
test_json (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelSummary) summary = read_summary (fixture);
  g_autofree char *json = sel_summary_dup_json (summary);

  g_assert_cmpstr (json, ==,
                   "{\n"
                   "  \"date\" : \"2025-11-22\",\n"
                   "  \"counts\" : {\n"
                   "    \"partner\" : 2,\n"
                   "    \"agreement\" : 2,\n"
                   "    \"document\" : 0,\n"
                   "    \"amendment\" : 0,\n"
                   "    \"review\" : 0,\n"
                   "    \"party\" : 2,\n"
                   "    \"witness\" : 0,\n"
                   "    \"scope_item\" : 0,\n"
                   "    \"obligation\" : 0,\n"
                   "    \"programme\" : 1,\n"
                   "    \"programme_agreement\" : 0,\n"
                   "    \"course\" : 0,\n"
                   "    \"venue\" : 0,\n"
                   "    \"instructor\" : 0,\n"
                   "    \"cohort\" : 0,\n"
                   "    \"realisation\" : 0,\n"
                   "    \"session\" : 0,\n"
                   "    \"session_instructor\" : 0,\n"
                   "    \"participant\" : 1,\n"
                   "    \"group\" : 0,\n"
                   "    \"membership\" : 0,\n"
                   "    \"mentoring\" : 0,\n"
                   "    \"enrolment\" : 1,\n"
                   "    \"attendance\" : 0,\n"
                   "    \"follow_up\" : 1\n"
                   "  },\n"
                   "  \"partners\" : {\n"
                   "    \"agency\" : {\n"
                   "      \"count\" : 1,\n"
                   "      \"provinces\" : 1\n"
                   "    },\n"
                   "    \"training_centre\" : {\n"
                   "      \"count\" : 1,\n"
                   "      \"provinces\" : 1\n"
                   "    }\n"
                   "  },\n"
                   "  \"participants\" : {\n"
                   "    \"tks\" : {\n"
                   "      \"count\" : 1,\n"
                   "      \"provinces\" : 0\n"
                   "    }\n"
                   "  },\n"
                   "  \"agreements\" : {\n"
                   "    \"draft\" : [\n"
                   "      {\n"
                   "        \"number\" : null,\n"
                   "        \"title\" : \"=Rencana\",\n"
                   "        \"kind\" : \"memorandum\",\n"
                   "        \"parties\" : [],\n"
                   "        \"signed_on\" : null,\n"
                   "        \"starts_on\" : null,\n"
                   "        \"ends_on\" : null\n"
                   "      }\n"
                   "    ],\n"
                   "    \"under_review\" : [],\n"
                   "    \"not_yet\" : [],\n"
                   "    \"in_force\" : [\n"
                   "      {\n"
                   "        \"number\" : \"PKS/12/2025\",\n"
                   "        \"title\" : \"Pelatihan, kerja\",\n"
                   "        \"kind\" : \"cooperation\",\n"
                   "        \"parties\" : [\n"
                   "          \"Badan Narkotika Nasional\",\n"
                   "          \"BLK Kalimantan Selatan\"\n"
                   "        ],\n"
                   "        \"signed_on\" : \"2025-10-11\",\n"
                   "        \"starts_on\" : \"2025-10-11\",\n"
                   "        \"ends_on\" : \"2028-10-10\"\n"
                   "      }\n"
                   "    ],\n"
                   "    \"notice_due\" : [],\n"
                   "    \"expiring\" : [],\n"
                   "    \"expired\" : [],\n"
                   "    \"terminated\" : [],\n"
                   "    \"renewed\" : []\n"
                   "  },\n"
                   "  \"programmes\" : [\n"
                   "    {\n"
                   "      \"name\" : \"Pascarehabilitasi\",\n"
                   "      \"target\" : 1000,\n"
                   "      \"counted_when\" : \"working\",\n"
                   "      \"actual\" : 1,\n"
                   "      \"people\" : 1,\n"
                   "      \"by_stage\" : {\n"
                   "        \"referred\" : 0,\n"
                   "        \"tested\" : 0,\n"
                   "        \"interviewed\" : 0,\n"
                   "        \"accepted\" : 0,\n"
                   "        \"waiting\" : 0,\n"
                   "        \"rejected\" : 0,\n"
                   "        \"in_training\" : 0,\n"
                   "        \"completed\" : 1,\n"
                   "        \"dropped\" : 0\n"
                   "      },\n"
                   "      \"by_outcome\" : {\n"
                   "        \"employed\" : 1,\n"
                   "        \"own_business\" : 0,\n"
                   "        \"further_training\" : 0,\n"
                   "        \"not_working\" : 0,\n"
                   "        \"not_reached\" : 0\n"
                   "      }\n"
                   "    }\n"
                   "  ]\n"
                   "}\n");
}

static void
test_csv (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelSummary) summary = read_summary (fixture);
  g_autofree char *csv = sel_summary_dup_csv (summary);
  static const char head[] = "section,name,code,number,parties,ends_on,target,count\r\n"
                             "count,partner,,,,,,2\r\n"
                             "count,agreement,,,,,,2\r\n";
  static const char tail[] = "count,follow_up,,,,,,1\r\n"
                             "partner_kind,,agency,,,,,1\r\n"
                             "partner_kind,,training_centre,,,,,1\r\n"
                             "participant_kind,,tks,,,,,1\r\n"
                             "agreement,'=Rencana,draft,,,,,\r\n"
                             "agreement,\"Pelatihan, kerja\",in_force,PKS/12/2025,Badan Narkotika "
                             "Nasional; BLK Kalimantan Selatan,2028-10-10,,\r\n"
                             "programme,Pascarehabilitasi,,,,,1000,1\r\n"
                             "programme_stage,Pascarehabilitasi,referred,,,,,0\r\n";

  g_assert_true (g_str_has_prefix (csv, head));
  g_assert_nonnull (strstr (csv, tail));
  g_assert_true (
    g_str_has_suffix (csv, "programme_outcome,Pascarehabilitasi,not_reached,,,,,0\r\n"));
}

static void
test_text (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelSummary) summary = read_summary (fixture);
  g_autofree char *text = sel_summary_dup_text (summary);

  g_assert_true (g_str_has_prefix (
    text, "The register on 22 November 2025\n\nRecords\n  Partners              2\n"));
  g_assert_nonnull (strstr (
    text,
    "\nAgreements\n"
    "  State     Ends             Number       Partners                     Title\n"
    "  Draft                                                                =Rencana\n"
    "  In force  10 October 2028  PKS/12/2025  BNN, BLK Kalimantan Selatan  Pelatihan, kerja\n"));
  g_assert_true (g_str_has_suffix (text, "\nProgrammes\n"
                                         "  Programme          Target  Actual\n"
                                         "  Pascarehabilitasi    1000       1\n"
                                         "    Completed                     1\n"
                                         "    Employed                      1\n"));
}

static void
test_an_empty_register (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (GError) error = NULL;
  GDate today = sel_fixture_date ("2025-11-22");
  g_autoptr (SelSummary) summary = sel_summary_read (fixture->connection, &today, 90, &error);
  g_autofree char *json = sel_summary_dup_json (summary);
  g_autofree char *text = sel_summary_dup_text (summary);

  g_assert_no_error (error);
  g_assert_nonnull (strstr (json, "\"programmes\" : []"));
  g_assert_null (strstr (text, "Agreements\n  State"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/summary/json", test_json);
  g_test_add_func ("/summary/csv", test_csv);
  g_test_add_func ("/summary/text", test_text);
  g_test_add_func ("/summary/an-empty-register", test_an_empty_register);

  return g_test_run ();
}
