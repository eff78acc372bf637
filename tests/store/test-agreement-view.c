/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of an agreement and of its partners. */
#include "fixture.h"

#include "store/agreement-view.h"
#include "store/partner-view.h"

#define NOTICE_DAYS 90

/* BNN and Kemnaker: a memorandum, the agreement under it, and what was renewed. */
static void
add_agreements (SelAct *act)
{
  sel_fixture_add (act, "partner", "name", "Badan Narkotika Nasional", "short_name", "BNN",
                   "kind", "agency", NULL);
  sel_fixture_add (act, "partner", "name", "Kementerian Ketenagakerjaan",
                   "short_name", "Kemnaker", "kind", "ministry", NULL);
  sel_fixture_add (act, "partner", "name", "BNN Kota Banjarbaru", "kind", "unit", "parent", "1",
                   "region", "63.72", NULL);

  sel_fixture_add (act, "agreement", "title", "Nota Kesepahaman", "kind", "memorandum",
                   "stage", "signed", "signed_on", "2024-05-27", "starts_on", "2024-05-27",
                   "ends_on", "2029-05-26", NULL);
  sel_fixture_add (act, "agreement", "title", "Fasilitasi PTKDN", "kind", "cooperation",
                   "stage", "signed", "parent", "1", "renews", "3", "signed_on", "2025-10-11",
                   "starts_on", "2025-10-11", "ends_on", "2028-10-10", NULL);
  sel_fixture_add (act, "agreement", "title", "PKS lama", "kind", "cooperation",
                   "stage", "signed", "signed_on", "2022-10-11", "starts_on", "2022-10-11",
                   "ends_on", "2025-10-10", NULL);
  sel_fixture_add (act, "agreement", "title", "Rencana kerja", "kind", "work_plan",
                   "stage", "draft", "parent", "2", NULL);
  sel_fixture_add (act, "agreement", "title", "PKS baru", "kind", "cooperation", "stage", "draft",
                   "renews", "2", NULL);

  sel_fixture_add (act, "party", "agreement", "2", "position", "2", "partner", "2", NULL);
  sel_fixture_add (act, "party", "agreement", "2", "position", "1", "partner", "1",
                   "number", "PKS/12/X/2025", "signatory", "Dr. Bina",
                   "office", "Deputi Rehabilitasi", "on_behalf_of", "Kepala BNN", NULL);
  sel_fixture_add (act, "party", "agreement", "1", "position", "1", "partner", "1",
                   "number", "NK/7/V/2024", NULL);
}

static SelAgreementView *
read_view (SelFixture *fixture, gint64 id)
{
  g_autoptr (GError) error = NULL;
  GDate today = sel_fixture_date ("2025-11-22");
  SelAgreementView *view = NULL;

  view = sel_agreement_view_read (fixture->connection, id, &today, NOTICE_DAYS, &error);
  g_assert_no_error (error);
  return view;
}

static void
test_relations (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelAgreementView) view = NULL;
  const SelAgreementLink *link;
  SelAct *act = sel_fixture_begin (fixture);

  add_agreements (act);
  sel_fixture_end (act);

  view = read_view (fixture, 2);
  g_assert_cmpint (view->state, ==, SEL_AGREEMENT_STATE_IN_FORCE);
  for (guint i = 0; i < SEL_N_AGREEMENT_RELATIONS; i++)
    g_assert_cmpuint (view->relations[i]->len, ==, 1);

  link = &g_array_index (view->relations[SEL_RELATION_PARENT], SelAgreementLink, 0);
  g_assert_cmpint (link->id, ==, 1);
  g_assert_cmpint (link->kind, ==, SEL_AGREEMENT_MEMORANDUM);
  g_assert_cmpstr (link->title, ==, "Nota Kesepahaman");
  g_assert_cmpstr (link->number, ==, "NK/7/V/2024");
  g_assert_cmpstr (link->partners, ==, "BNN");
  g_assert_cmpint (g_date_get_year (&link->signed_on), ==, 2024);
  g_assert_cmpint (link->state, ==, SEL_AGREEMENT_STATE_IN_FORCE);

  link = &g_array_index (view->relations[SEL_RELATION_CHILD], SelAgreementLink, 0);
  g_assert_cmpstr (link->title, ==, "Rencana kerja");
  g_assert_cmpint (link->state, ==, SEL_AGREEMENT_STATE_DRAFT);
  link = &g_array_index (view->relations[SEL_RELATION_RENEWS], SelAgreementLink, 0);
  g_assert_cmpstr (link->title, ==, "PKS lama");
  g_assert_cmpint (link->state, ==, SEL_AGREEMENT_STATE_RENEWED);
  link = &g_array_index (view->relations[SEL_RELATION_RENEWED_BY], SelAgreementLink, 0);
  g_assert_cmpstr (link->title, ==, "PKS baru");
}

/* A draft gets drafts, a signed agreement its signed text, and then annexes. */
static void
test_the_next_document (void)
{
  static const char hash[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelAgreementView) draft = NULL;
  g_autoptr (SelAgreementView) bare = NULL;
  g_autoptr (SelAgreementView) complete = NULL;
  SelAct *act = sel_fixture_begin (fixture);

  add_agreements (act);
  sel_fixture_add (act, "document", "agreement", "2", "kind", "signed", "title", "Naskah", "file",
                   "naskah.pdf", "sha256", hash, NULL);
  sel_fixture_end (act);

  draft = read_view (fixture, 4);
  bare = read_view (fixture, 1);
  complete = read_view (fixture, 2);
  g_assert_cmpint (sel_agreement_view_next_document (draft), ==, SEL_DOCUMENT_DRAFT);
  g_assert_cmpint (sel_agreement_view_next_document (bare), ==, SEL_DOCUMENT_SIGNED);
  g_assert_cmpint (sel_agreement_view_next_document (complete), ==, SEL_DOCUMENT_ANNEX);
}

/* Drafts by their versions, then the signed text, then annexes; whatever came in first. */
static void
test_documents_in_their_order (void)
{
  static const char hash[] = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
  static const char *const added[][3] = {
    { "annex", "1", "Lampiran I" },
    { "signed", NULL, "Naskah" },
    { "draft", "10", "Konsep 10" },
    { "draft", "2", "Konsep 2" },
    { "draft", NULL, "Konsep" },
    { "annex", "2", "Lampiran II" },
  };
  static const char *const expected[] = { "Konsep", "Konsep 2", "Konsep 10",
                                          "Naskah", "Lampiran I", "Lampiran II" };
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelAgreementView) view = NULL;
  SelAct *act = sel_fixture_begin (fixture);

  add_agreements (act);
  for (guint i = 0; i < G_N_ELEMENTS (added); i++)
    sel_fixture_add (act, "document", "agreement", "2", "kind", added[i][0], "title", added[i][2],
                     "file", "a.pdf", "sha256", hash, added[i][1] ? "edition" : NULL, added[i][1],
                     NULL);
  sel_fixture_end (act);

  view = read_view (fixture, 2);
  g_assert_cmpuint (view->documents->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (g_array_index (view->documents, SelAgreementDocument, i).title, ==,
                     expected[i]);
}

static void
test_what_stands_on_the_page (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelAgreementView) view = NULL;
  const SelAgreementParty *party;
  const SelAgreementScopeItem *item;
  const SelAgreementWitness *witness;
  SelAct *act = sel_fixture_begin (fixture);

  add_agreements (act);
  sel_fixture_add (act, "witness", "agreement", "2", "name", "Menteri",
                   "office", "Menteri Ketenagakerjaan", NULL);
  sel_fixture_add (act, "witness", "agreement", "1", "name", "Lain", NULL);
  sel_fixture_add (act, "scope_item", "agreement", "2", "position", "2", "topic", "placement",
                   "text", "Perluasan kesempatan kerja", NULL);
  sel_fixture_add (act, "scope_item", "agreement", "2", "position", "1", "topic", "data_exchange",
                   "text", "Pertukaran data", "article", "3", NULL);
  sel_fixture_end (act);

  view = read_view (fixture, 2);
  g_assert_cmpuint (view->parties->len, ==, 2);
  party = &g_array_index (view->parties, SelAgreementParty, 0);
  g_assert_cmpint (party->id, ==, 2);
  g_assert_cmpint (party->position, ==, 1);
  g_assert_cmpint (party->partner, ==, 1);
  g_assert_cmpstr (party->partner_name, ==, "Badan Narkotika Nasional");
  g_assert_cmpstr (party->number, ==, "PKS/12/X/2025");
  g_assert_cmpstr (party->signatory, ==, "Dr. Bina");
  g_assert_cmpstr (party->office, ==, "Deputi Rehabilitasi");
  g_assert_cmpstr (party->on_behalf_of, ==, "Kepala BNN");
  party = &g_array_index (view->parties, SelAgreementParty, 1);
  g_assert_cmpint (party->partner, ==, 2);
  g_assert_null (party->number);

  g_assert_cmpuint (view->witnesses->len, ==, 1);
  witness = &g_array_index (view->witnesses, SelAgreementWitness, 0);
  g_assert_cmpstr (witness->name, ==, "Menteri");
  g_assert_cmpstr (witness->office, ==, "Menteri Ketenagakerjaan");

  g_assert_cmpuint (view->scope_items->len, ==, 2);
  item = &g_array_index (view->scope_items, SelAgreementScopeItem, 0);
  g_assert_cmpint (item->id, ==, 2);
  g_assert_cmpint (item->topic, ==, SEL_SCOPE_DATA_EXCHANGE);
  g_assert_cmpstr (item->text, ==, "Pertukaran data");
  g_assert_cmpstr (item->article, ==, "3");
}

static void
assert_done (char *take_text, const char *expected)
{
  g_autofree char *text = take_text;

  g_assert_cmpstr (text, ==, expected);
}

/* What was counted is the whole agreement's: two items of a topic do not have it each. What was
 * written down is of one item alone. */
static void
test_what_was_done_is_shared_by_a_topic (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelAgreementView) view = NULL;
  const SelAgreementScopeItem *items;
  SelAct *act = sel_fixture_begin (fixture);

  add_agreements (act);
  sel_fixture_add (act, "scope_item", "agreement", "2", "position", "1", "topic", "training",
                   "text", "Las", NULL);
  sel_fixture_add (act, "scope_item", "agreement", "2", "position", "2", "topic", "training",
                   "text", "Tata boga", NULL);
  sel_fixture_add (act, "scope_item", "agreement", "2", "position", "3", "topic", "placement",
                   "text", "Penempatan", NULL);
  sel_fixture_add (act, "scope_item", "agreement", "2", "position", "4", "topic", "monitoring",
                   "text", "Pemantauan", NULL);
  sel_fixture_add (act, "scope_item", "agreement", "2", "position", "5", "topic", "monitoring",
                   "text", "Evaluasi", NULL);
  sel_fixture_add (act, "realisation", "agreement", "2", "scope_item", "2", "done_on",
                   "2025-07-01", "text", "Modul", NULL);
  sel_fixture_add (act, "obligation", "agreement", "2", "text", "Melatih", "topic", "training",
                   NULL);
  sel_fixture_end (act);

  view = read_view (fixture, 2);
  view->realised = g_new0 (gint64, SEL_N_REALISED);
  view->realised[SEL_REALISED_COHORTS] = 9;
  view->realised[SEL_REALISED_TRAINED] = 82;
  items = (const SelAgreementScopeItem *) (gconstpointer) view->scope_items->data;
  assert_done (sel_agreement_view_dup_scope_done (view, &items[0]),
               "9 cohorts held, 82 people trained (together with the other items of this topic)");
  assert_done (sel_agreement_view_dup_scope_done (view, &items[1]),
               "9 cohorts held, 82 people trained (together with the other items of this topic),"
               " 1 entry");
  assert_done (sel_agreement_view_dup_scope_done (view, &items[2]), "82 people trained");
  assert_done (sel_agreement_view_dup_scope_done (view, &items[3]), "nothing recorded yet");
  assert_done (sel_agreement_view_dup_obligation_done (
                 view, &g_array_index (view->obligations, SelAgreementObligation, 0)),
               "9 cohorts held, 82 people trained");
}

static void
test_obligations (void)
{
  static const struct
  {
    const char *text;
    int state;
    const char *next_due;
  } expected[] = {
    { "overdue", SEL_OBLIGATION_OVERDUE, "2025-11-01" },
    { "every quarter", SEL_OBLIGATION_DUE, "2025-12-20" },
    { "later", SEL_OBLIGATION_OPEN, "2026-06-30" },
    { "no day", SEL_OBLIGATION_OPEN, NULL },
    { "done", SEL_OBLIGATION_DONE, NULL },
  };
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelAgreementView) view = NULL;
  const SelAgreementObligation *obligations;
  SelAct *act = sel_fixture_begin (fixture);

  add_agreements (act);
  sel_fixture_add (act, "obligation", "agreement", "2", "text", "done", "due_on", "2025-10-20",
                   "done_on", "2025-10-20", NULL);
  sel_fixture_add (act, "obligation", "agreement", "2", "text", "no day", NULL);
  sel_fixture_add (act, "obligation", "agreement", "2", "text", "later", "due_on", "2026-06-30",
                   NULL);
  sel_fixture_add (act, "obligation", "agreement", "2", "party", "2", "text", "every quarter",
                   "article", "5", "due_on", "2025-09-20", "recurrence", "quarterly",
                   "done_on", "2025-09-25", NULL);
  sel_fixture_add (act, "obligation", "agreement", "2", "text", "overdue", "due_on", "2025-11-01",
                   NULL);
  sel_fixture_end (act);

  view = read_view (fixture, 2);
  g_assert_cmpuint (view->obligations->len, ==, G_N_ELEMENTS (expected));
  obligations = (const SelAgreementObligation *) (gpointer) view->obligations->data;
  for (guint i = 0; i < view->obligations->len; i++)
    {
      const GDate *day = &obligations[i].next_due;
      g_autofree char *next_due = g_date_valid (day) ? sel_date_dup_text (day) : NULL;

      g_assert_cmpstr (obligations[i].text, ==, expected[i].text);
      g_assert_cmpint (obligations[i].state, ==, expected[i].state);
      g_assert_cmpstr (next_due, ==, expected[i].next_due);
    }

  g_assert_cmpint (obligations[1].party, ==, 2);
  g_assert_cmpint (obligations[1].partner, ==, 1);
  g_assert_cmpstr (obligations[1].partner_name, ==, "Badan Narkotika Nasional");
  g_assert_cmpstr (obligations[1].article, ==, "5");
  g_assert_cmpint (obligations[1].terms.recurrence, ==, SEL_RECURRENCE_QUARTERLY);
}

#define SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static void
test_what_hangs_on_it (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelAgreementView) view = NULL;
  const SelAgreementDocument *document;
  const SelAgreementProgramme *programme;
  const SelAgreementCohort *cohort;
  SelAct *act = sel_fixture_begin (fixture);

  add_agreements (act);
  sel_fixture_add (act, "document", "agreement", "2", "kind", "signed", "title", "Naskah",
                   "file", "pks-2025.pdf", "sha256", SHA256, "pages", "6", NULL);
  sel_fixture_add (act, "document", "agreement", "2", "kind", "annex", "title", "Lampiran",
                   "file", "lampiran.pdf",
                   "sha256", "0000000000000000000000000000000000000000000000000000000000000000",
                   NULL);
  sel_connection_execute (fixture->connection,
                          "INSERT INTO content (sha256, bytes) VALUES ('" SHA256 "', x'')",
                          &error);
  g_assert_no_error (error);
  sel_fixture_add (act, "programme", "name", "PTKDN", "target", "1000",
                   "target_stage", "completed", NULL);
  sel_fixture_add (act, "programme", "name", "Lain", NULL);
  sel_fixture_add (act, "programme_agreement", "programme", "1", "agreement", "2", NULL);
  sel_fixture_add (act, "course", "name", "Las", "vocation", "Las", NULL);
  sel_fixture_add (act, "venue", "name", "Bengkel", "zone", "WIB", NULL);
  sel_fixture_add (act, "cohort", "name", "I", "course", "1", "agreement", "2", "capacity", "16",
                   "starts_on", "2025-11-01", "ends_on", "2025-11-30", NULL);
  sel_fixture_add (act, "cohort", "name", "II", "course", "1", "agreement", "2", "venue", "1",
                   "capacity", "20", "starts_on", "2026-01-05", "ends_on", "2026-01-30", NULL);
  sel_fixture_add (act, "cohort", "name", "III", "course", "1", "agreement", "1",
                   "capacity", "20", "starts_on", "2026-01-05", "ends_on", "2026-01-30", NULL);
  sel_fixture_add (act, "participant", "name", "Andi", "kind", "tkm", NULL);
  sel_fixture_add (act, "enrolment", "participant", "1", "cohort", "2", "stage", "accepted", NULL);
  sel_fixture_add (act, "enrolment", "participant", "1", "cohort", "2", "stage", "waiting", NULL);
  sel_fixture_end (act);

  view = read_view (fixture, 2);
  g_assert_cmpuint (view->documents->len, ==, 2);
  document = &g_array_index (view->documents, SelAgreementDocument, 0);
  g_assert_cmpint (document->kind, ==, SEL_DOCUMENT_SIGNED);
  g_assert_cmpstr (document->title, ==, "Naskah");
  g_assert_cmpstr (document->file, ==, "pks-2025.pdf");
  g_assert_cmpstr (document->sha256, ==, SHA256);
  g_assert_cmpint (document->pages, ==, 6);
  g_assert_true (document->has_content);
  document = &g_array_index (view->documents, SelAgreementDocument, 1);
  g_assert_cmpint (document->pages, ==, SEL_NO_INTEGER);
  g_assert_false (document->has_content);

  g_assert_cmpuint (view->programmes->len, ==, 1);
  programme = &g_array_index (view->programmes, SelAgreementProgramme, 0);
  g_assert_cmpint (programme->id, ==, 1);
  g_assert_cmpstr (programme->name, ==, "PTKDN");
  g_assert_cmpint (programme->target, ==, 1000);
  g_assert_cmpint (programme->target_stage, ==, SEL_TARGET_COMPLETED);

  g_assert_cmpuint (view->cohorts->len, ==, 2);
  cohort = &g_array_index (view->cohorts, SelAgreementCohort, 0);
  g_assert_cmpint (cohort->id, ==, 2);
  g_assert_cmpstr (cohort->name, ==, "II");
  g_assert_cmpstr (cohort->course_name, ==, "Las");
  g_assert_cmpstr (cohort->venue_name, ==, "Bengkel");
  g_assert_cmpint (cohort->filled, ==, 1);
  g_assert_cmpint (cohort->capacity, ==, 20);
}

static void
test_none (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  GDate today = sel_fixture_date ("2025-11-22");

  g_assert_null (sel_agreement_view_read (fixture->connection, 1, &today, NOTICE_DAYS, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND);
}

static void
test_partner (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelPartnerView) view = NULL;
  GDate today = sel_fixture_date ("2025-11-22");
  const SelAgreementLink *link;
  const SelPartnerChild *child;
  const SelPartnerVenue *venue;
  const SelPartnerInstructor *instructor;
  SelAct *act = sel_fixture_begin (fixture);

  add_agreements (act);
  sel_fixture_add (act, "venue", "name", "Aula", "partner", "1", "zone", "WITA", "capacity", "40",
                   NULL);
  sel_fixture_add (act, "venue", "name", "Lain", "partner", "2", "zone", "WIB", NULL);
  sel_fixture_add (act, "instructor", "name", "Yusuf", "partner", "1", "vocations", "Las", NULL);
  /* referred by the record, by the record and an enrolment, by two enrolments, by another */
  sel_fixture_add (act, "participant", "name", "Andi", "kind", "tkm", "referrer", "1", NULL);
  sel_fixture_add (act, "participant", "name", "Budi", "kind", "tkm", "referrer", "1", NULL);
  sel_fixture_add (act, "participant", "name", "Citra", "kind", "tkm", NULL);
  sel_fixture_add (act, "participant", "name", "Dewi", "kind", "tkm", "referrer", "2", NULL);
  sel_fixture_add (act, "programme", "name", "P", NULL);
  sel_fixture_add (act, "enrolment", "participant", "2", "programme", "1", "referrer", "1",
                   "stage", "referred", NULL);
  sel_fixture_add (act, "enrolment", "participant", "3", "programme", "1", "referrer", "1",
                   "stage", "rejected", NULL);
  sel_fixture_add (act, "enrolment", "participant", "3", "programme", "1", "referrer", "1",
                   "stage", "referred", NULL);
  sel_fixture_add (act, "enrolment", "participant", "4", "programme", "1", "referrer", "2",
                   "stage", "referred", NULL);
  sel_fixture_end (act);

  view = sel_partner_view_read (fixture->connection, 1, &today, NOTICE_DAYS, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (view->agreements->len, ==, 2);
  link = &g_array_index (view->agreements, SelAgreementLink, 0);
  g_assert_cmpint (link->id, ==, 2);
  g_assert_cmpstr (link->partners, ==, "BNN, Kemnaker");
  g_assert_cmpint (g_array_index (view->agreements, SelAgreementLink, 1).id, ==, 1);

  g_assert_cmpuint (view->children->len, ==, 1);
  child = &g_array_index (view->children, SelPartnerChild, 0);
  g_assert_cmpint (child->id, ==, 3);
  g_assert_cmpstr (child->name, ==, "BNN Kota Banjarbaru");
  g_assert_cmpint (child->kind, ==, SEL_PARTNER_UNIT);
  g_assert_cmpstr (child->region, ==, "63.72");

  g_assert_cmpuint (view->venues->len, ==, 1);
  venue = &g_array_index (view->venues, SelPartnerVenue, 0);
  g_assert_cmpstr (venue->name, ==, "Aula");
  g_assert_cmpint (venue->capacity, ==, 40);
  g_assert_cmpint (venue->zone, ==, 1 + SEL_ZONE_WITA);

  g_assert_cmpuint (view->instructors->len, ==, 1);
  instructor = &g_array_index (view->instructors, SelPartnerInstructor, 0);
  g_assert_cmpstr (instructor->name, ==, "Yusuf");
  g_assert_cmpstr (instructor->vocations, ==, "Las");
  g_assert_cmpint (view->n_referred, ==, 3);
}

static void
add_large_family (SelAct *act)
{
  sel_fixture_add (act, "agreement", "title", "Nota Kesepahaman", "kind", "memorandum",
                   "stage", "draft", NULL);
  for (guint i = 0; i < 249; i++)
    sel_fixture_add (act, "agreement", "title", "PKS", "kind", "cooperation", "stage", "draft",
                     "parent", "1", NULL);
  sel_fixture_add (act, "agreement", "title", "Rencana kerja", "kind", "work_plan",
                   "stage", "draft", "parent", "2", NULL);
}

/* No more are read than anybody draws, the nearest; but how many there are is told. */
static void
test_a_large_family (void)
{
  g_autoptr (SelFixture) fixture = sel_fixture_new ();
  g_autoptr (SelAgreementView) view = NULL;
  gboolean is_there[252] = { FALSE };
  SelAct *act = sel_fixture_begin (fixture);

  add_large_family (act);
  sel_fixture_end (act);
  view = read_view (fixture, 251);
  g_assert_cmpuint (view->family->len, ==, 200);
  g_assert_cmpint (view->n_family, ==, 251);
  for (guint i = 0; i < view->family->len; i++)
    is_there[g_array_index (view->family, SelAgreementLink, i).id] = TRUE;
  g_assert_true (is_there[251]);
  g_assert_true (is_there[2]);
  g_assert_true (is_there[1]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/agreement-view/relations", test_relations);
  g_test_add_func ("/agreement-view/what-stands-on-the-page", test_what_stands_on_the_page);
  g_test_add_func ("/agreement-view/the-next-document", test_the_next_document);
  g_test_add_func ("/agreement-view/documents-in-their-order", test_documents_in_their_order);
  g_test_add_func ("/agreement-view/what-was-done-is-shared-by-a-topic",
                   test_what_was_done_is_shared_by_a_topic);
  g_test_add_func ("/agreement-view/obligations", test_obligations);
  g_test_add_func ("/agreement-view/what-hangs-on-it", test_what_hangs_on_it);
  g_test_add_func ("/agreement-view/a-large-family", test_a_large_family);
  g_test_add_func ("/agreement-view/none", test_none);
  g_test_add_func ("/agreement-view/partner", test_partner);

  return g_test_run ();
}
