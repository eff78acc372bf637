/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the lists find, leave out and put in order. */
#include "store/lists.h"
#include "store/words.h"
#include "support.h"

static SelListRequest *
request_new (void)
{
  SelListRequest *request = sel_list_request_new ();

  request->today = g_strdup (TODAY);
  request->horizon = g_strdup ("2026-01-09");
  return request;
}

/* The ids of the answer, with spaces between. */
static char *
answer (SelStore *store, const SelListQuery *query, const SelListRequest *request)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SelReading) reading = sel_reading_begin (store, &error);
  g_autoptr (GArray) ids = sel_list_query_read_ids (query, request, reading->connection, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < ids->len; i++)
    g_string_append_printf (text, "%s%" G_GINT64_FORMAT, i ? " " : "",
                            g_array_index (ids, gint64, i));

  return g_string_free (text, FALSE);
}

static void
assert_found (SelStore *store, const SelListQuery *query, const char *typed, const char *ids)
{
  g_autoptr (SelListRequest) request = request_new ();
  g_autofree char *found = NULL;

  request->search = g_strdup (typed);
  found = answer (store, query, request);
  g_test_message ("“%s”", typed);
  g_assert_cmpstr (found, ==, ids);
}

static void
add_partner (SelStore *store, const char *name, const char *short_name, const char *kind)
{
  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", name, "short_name", short_name, "kind", kind, NULL));
}

/* A partner is found by words that stand in any of its names. */
static void
test_words_in_any_field (void)
{
  static const struct
  {
    const char *typed;
    const char *ids;
  } cases[] = {
    { "", "4 2 1 3 5" }, /* by name, whatever the case */
    { "bnn", "2 1" },
    { "BNN", "2 1" },
    { "100%", "3" },
    { "%", "3" },
    { "_", "4" },
    { "a_b", "4" },
    { "\\", "5" },
    { "'; DROP TABLE partner; --", "" },
    { "\"", "" },
    { "$1", "" },
    { "Kota Banjar", "1" },
    { "banjar bnn", "1" },
    { "nasional NARKO bnn", "2" },
    { "bnn koperasi", "" },
    { "garís", "5" },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add_partner (store, "BNN Kota Banjarbaru", "BNNK", "agency");
  add_partner (store, "Badan Narkotika Nasional", "BNN", "agency");
  add_partner (store, "Koperasi 100% Karya", NULL, "other");
  add_partner (store, "a_b", NULL, "other");
  add_partner (store, "PT Garis\\Miring", NULL, "company");
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (store, &sel_partners_list, cases[i].typed, cases[i].ids);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM partner"), ==, 5);
}

/* An agreement is found by words of its title, its numbers and its parties, wherever each stands. */
static void
test_words_of_agreements (void)
{
  static const struct
  {
    const char *typed;
    const char *ids;
  } cases[] = {
    { "penempatan", "2 1" },
    { "BNN penempatan", "1" },
    { "narkotika PENEMPATAN", "1" },
    { "bnn budi pks/12", "1" },
    { "bnn siti", "" },
    { "12/X", "1" },
    { "12/xi", "" },
    { "udi", "1" },
    { "kerjasama", "2 3" },
    { "kerja sama", "2 3" },
    { "bekerja sama", "2 3" },
    { "kerjasama disnaker", "2" },
    { "menempatkan", "2 1" },
    { "jose kerja", "2 1" }, /* of its party's name, too */
    { "José magang", "" },
    { "sepakat", "3" }, /* what it is called on the page */
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add_partner (store, "Badan Narkotika Nasional", "BNN", "agency");
  add_partner (store, "Dinas Tenaga Kerja José", "Disnaker", "agency");
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Fasilitasi Penempatan", "kind", "cooperation", "stage",
             "signed", "signed_on", "2025-01-01", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Kerja Sama Penempatan", "kind", "cooperation", "stage",
             "signed", "signed_on", "2025-01-02", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Kerjasama magang", "kind", "memorandum",
             "stage", "draft", "alias", "Kesepakatan Bersama", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "1", "position", "1", "partner", "1", "number",
             "PKS/12/X/2025", "signatory", "Budi Santoso", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "1", "position", "2", "partner", "2", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "2", "position", "1", "partner", "2", "number",
             "PKS/7/2025", "signatory", "Siti", NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (store, &sel_agreements_list, cases[i].typed, cases[i].ids);
}

/* People are found by the beginnings of words, or by the first digits of the NIK. */
static void
test_words_and_digits (void)
{
  static const struct
  {
    const char *typed;
    const char *ids;
  } cases[] = {
    { "", "1 3 5 2 4" },
    { "siti", "2 4" },
    { "SITI", "2 4" },
    { "sit nur", "4" },
    { "nur sit", "4" },
    { "iti", "" },
    { "ngurah", "3" },
    { "jose", "1" },
    { "José", "1" },
    { "o'neil", "1" },
    { "\"siti\"", "2 4" },
    { "siti*", "2 4" },
    { "siti OR ahmad", "" },
    { "siti -nur", "4" },
    { "name:siti", "" },
    { "NEAR(siti nur)", "" },
    { "siti nur)", "4" },
    { "(", "1 3 5 2 4" },
    { "\"", "1 3 5 2 4" },
    { "\"\"*", "1 3 5 2 4" },
    { "!!!", "1 3 5 2 4" },
    { "😀", "1 3 5 2 4" },
    { "6372", "1 2" },
    { "63720141", "2" },
    { "9", "" },
    { "0", "" },
    { "6372 0141", "2" }, /* a number may be typed in groups … */
    { "siti 6372", "2" }, /* … and with words */
    { "6372 ahm", "1" },
    { "nur 6372", "" },
    { "6372-0141.0190", "2" },    /* as it is copied from somewhere */
    { "6372\u00a00141", "2" },     /* a space that does not break */
    { "klien 12", "5" },          /* few figures beside a name belong to it */
    { "klien 13", "" },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Ahmad José O’Neil", "kind", "tks", "nik",
             "6372010101900001", NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Siti Aminah", "kind", "tks", "nik", "6372014101900001",
             NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "I Gusti Ngurah", "kind", "tkm", NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Siti Nurhaliza", "kind", "job_seeker", NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Klien 12", "kind", "tks", NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_found (store, &sel_participants_list, cases[i].typed, cases[i].ids);
}

/* Whatever bytes were typed: an answer, never an error. */
static void
test_any_words_are_a_query (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GRand) rand = g_rand_new_with_seed (20251011);

  add_participants (store, 10);
  for (guint i = 0; i < 500; i++)
    {
      g_autoptr (SelListRequest) request = request_new ();
      g_autoptr (GString) typed = g_string_new (NULL);
      g_autofree char *found = NULL;

      for (guint n = g_rand_int_range (rand, 1, 12); n > 0; n--)
        {
          gunichar character = (gunichar) g_rand_int_range (rand, 1, i % 2 ? 0x80 : 0x3ffff);

          if (g_unichar_validate (character))
            g_string_append_unichar (typed, character);
        }
      request->search = g_strdup (typed->str);
      found = answer (store, &sel_participants_list, request);
      g_free (found);
      found = answer (store, &sel_partners_list, request);
    }
}

static void
test_filters (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListRequest) request = request_new ();
  g_autofree char *found = NULL;
  gint64 programme = add (store, &sel_programme_type,
                          make (&sel_programme_type, "name", "1.000 tenaga terampil", NULL));
  SelEnrolment *enrolment = make (&sel_enrolment_type, "stage", "accepted", NULL);

  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Ani", "kind", "tks", NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Budi", "kind", "tkm", NULL));
  enrolment->participant = add (store, &sel_participant_type,
                                make (&sel_participant_type, "name", "Cici", "kind", "tks", NULL));
  enrolment->programme = programme;
  add (store, &sel_enrolment_type, enrolment);

  request->filters[SEL_PARTICIPANTS_BY_KIND] = g_strdup ("tks");
  found = answer (store, &sel_participants_list, request);
  g_assert_cmpstr (found, ==, "1 3");

  request->filters[SEL_PARTICIPANTS_BY_PROGRAMME] = g_strdup_printf ("%d", (int) programme);
  g_free (found);
  found = answer (store, &sel_participants_list, request);
  g_assert_cmpstr (found, ==, "3");

  request->filters[SEL_PARTICIPANTS_BY_STAGE] = g_strdup ("completed");
  g_free (found);
  found = answer (store, &sel_participants_list, request);
  g_assert_cmpstr (found, ==, "");
}

static void
enrol (SelStore *store, gint64 participant, gint64 cohort, gint64 programme, const char *stage)
{
  SelEnrolment *enrolment = make (&sel_enrolment_type, "stage", stage, NULL);

  enrolment->participant = participant;
  enrolment->cohort = cohort;
  enrolment->programme = programme;
  add (store, &sel_enrolment_type, enrolment);
}

static void
assert_filtered (SelStore *store,
                 const char *stage,
                 gint64 programme,
                 gint64 cohort,
                 const char *ids)
{
  g_autoptr (SelListRequest) request = request_new ();
  g_autofree char *found = NULL;

  request->filters[SEL_PARTICIPANTS_BY_STAGE] = g_strdup (stage);
  if (programme)
    request->filters[SEL_PARTICIPANTS_BY_PROGRAMME] = g_strdup_printf ("%d", (int) programme);
  if (cohort)
    request->filters[SEL_PARTICIPANTS_BY_COHORT] = g_strdup_printf ("%d", (int) cohort);
  found = answer (store, &sel_participants_list, request);
  g_assert_cmpstr (found, ==, ids);
}

/* Who completed a programme is not who completed any and was once in this one. */
static void
test_filters_speak_of_one_enrolment (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  gint64 one = add (store, &sel_programme_type, make (&sel_programme_type, "name", "Satu", NULL));
  gint64 two = add (store, &sel_programme_type, make (&sel_programme_type, "name", "Dua", NULL));
  gint64 course = add (store, &sel_course_type,
                       make (&sel_course_type, "name", "Las", "vocation", "Las", NULL));
  SelCohort *cohort = make (&sel_cohort_type, "name", "Las I", "capacity", "16", "starts_on", TODAY,
                            "ends_on", TODAY, NULL);
  gint64 of_two;

  cohort->course = course;
  cohort->programme = two;
  of_two = add (store, &sel_cohort_type, cohort);
  add_participants (store, 3);
  enrol (store, 1, 0, one, "completed");
  enrol (store, 1, of_two, 0, "accepted");
  enrol (store, 2, of_two, 0, "completed");
  enrol (store, 3, of_two, one, "completed");

  assert_filtered (store, "completed", 0, 0, "1 2 3");
  assert_filtered (store, NULL, two, 0, "1 2");
  assert_filtered (store, "completed", two, 0, "2");
  assert_filtered (store, "accepted", two, of_two, "1");
  assert_filtered (store, "completed", one, of_two, "3");
  assert_filtered (store, "completed", 0, of_two, "2 3");
  assert_filtered (store, "accepted", one, 0, "");
}

/* Every list, by every column, with every filter and a search: each statement is sound. */
static void
test_every_combination_can_be_asked (void)
{
  static const SelListQuery *const queries[] = {
    &sel_agreements_list,
    &sel_partners_list,
    &sel_participants_list,
    &sel_cohorts_list,
    &sel_exchanges_list,
    &sel_exports_list,
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    for (int column = -1; column < (int) queries[i]->n_columns; column++)
      for (guint flags = 0; flags < 4; flags++)
        {
          g_autoptr (SelListRequest) request = request_new ();
          g_autofree char *found = NULL;

          request->column = column;
          request->is_descending = flags & 1;
          request->search = g_strdup (flags & 2 ? "data" : NULL);
          for (guint f = 0; f < queries[i]->n_filters; f++)
            request->filters[f] = g_strdup ("1");
          found = answer (store, queries[i], request);
          g_assert_cmpstr (found, ==, "");
        }
}

static void
test_order (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListRequest) request = request_new ();
  g_autofree char *found = NULL;

  add_partner (store, "b", "2", "bank");
  add_partner (store, "A", "2", "agency");
  add_partner (store, "c", "1", "bank");

  request->column = 1; /* the short name; then the list's own order */
  found = answer (store, &sel_partners_list, request);
  g_assert_cmpstr (found, ==, "3 2 1");
  request->is_descending = TRUE;
  g_free (found);
  found = answer (store, &sel_partners_list, request);
  g_assert_cmpstr (found, ==, "2 1 3");
}

static void
test_rows (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListRequest) request = request_new ();
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  SelParty *party = make (&sel_party_type, "position", "1", "number", "PKS/17/2025", NULL);
  gint64 ids[] = { 1, 99 };

  add_partner (store, "Badan Narkotika Nasional", "BNN", "agency");
  party->agreement =
    add (store, &sel_agreement_type,
         make (&sel_agreement_type, "title", "Tukar data", "kind", "cooperation", "stage", "signed",
               "signed_on", TODAY, "ends_on", "2025-12-31", NULL));
  party->partner = 1;
  add (store, &sel_party_type, party);

  reading = sel_reading_begin (store, NULL);
  rows =
    sel_list_query_read_rows (&sel_agreements_list, request, reading->connection, ids, 2, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 1);
  g_assert_cmpint (sel_row_get_id (rows->pdata[0]), ==, 1);
  g_assert_cmpstr (sel_row_get_text (rows->pdata[0], SEL_AGREEMENTS_NUMBER), ==, "PKS/17/2025");
  g_assert_cmpstr (sel_row_get_text (rows->pdata[0], SEL_AGREEMENTS_TITLE), ==, "Tukar data");
  g_assert_cmpstr (sel_row_get_text (rows->pdata[0], SEL_AGREEMENTS_PARTNERS), ==, "BNN");
  g_assert_cmpstr (sel_row_get_text (rows->pdata[0], SEL_AGREEMENTS_ENDS_ON), ==, "2025-12-31");
  g_assert_cmpstr (sel_row_get_text (rows->pdata[0], SEL_AGREEMENTS_STATE), ==, "expiring");
}

/* In the order of the page, however they were stored. */
static void
test_parties_in_their_order (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListRequest) request = request_new ();
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  gint64 agreement = add (store, &sel_agreement_type,
                          make (&sel_agreement_type, "title", "Tiga pihak", "kind", "memorandum",
                                "stage", "draft", NULL));

  add_partner (store, "Kesatu", NULL, "agency");
  add_partner (store, "Kedua", NULL, "agency");
  add_partner (store, "Ketiga", NULL, "agency");
  for (gint64 i = 3; i > 0; i--)
    {
      SelParty *party = sel_record_new (&sel_party_type);

      party->agreement = agreement;
      party->position = i;
      party->partner = i;
      add (store, &sel_party_type, party);
    }

  reading = sel_reading_begin (store, NULL);
  rows = sel_list_query_read_rows (&sel_agreements_list, request, reading->connection, &agreement,
                                   1, NULL);
  g_assert_cmpstr (sel_row_get_text (rows->pdata[0], SEL_AGREEMENTS_PARTNERS), ==,
                   "Kesatu, Kedua, Ketiga");
}

#define TEST(name, function) g_test_add_func ("/store/list-query/" name, function)

/* Today is 11 October 2025. */
static void
test_filters_of_agreements (void)
{
  static const struct
  {
    guint filter;
    const char *value;
    const char *ids;
  } cases[] = {
    { SEL_AGREEMENTS_BY_PARTNER, "1", "1 2" }, /* its unit signed the second */
    { SEL_AGREEMENTS_BY_PARTNER, "2", "2" },
    { SEL_AGREEMENTS_BY_TOPIC, "training", "1" },
    { SEL_AGREEMENTS_BY_TOPIC, "outreach", "" },
    { SEL_AGREEMENTS_BY_YEAR, "2023", "1" },
    { SEL_AGREEMENTS_BY_YEAR, "2022", "" },
    { SEL_AGREEMENTS_BY_YEAR, "2025", "1 2" },
    { SEL_AGREEMENTS_BY_YEAR, "2026", "2" },
    { SEL_AGREEMENTS_BY_YEAR, "2031", "2" }, /* open-ended */
    { SEL_AGREEMENTS_BY_END, "30", "1" },
    { SEL_AGREEMENTS_BY_LACK, "number", "2 3" },
    { SEL_AGREEMENTS_BY_LACK, "authority", "2" },
    { SEL_AGREEMENTS_BY_LACK, "signed_text", "2 3" },
    { SEL_AGREEMENTS_BY_LACK, "end", "3" },
    { SEL_AGREEMENTS_BY_LACK, "umbrella", "3" },
    { SEL_AGREEMENTS_BY_LACK, "scope", "2 3" },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add (store, &sel_partner_type, make (&sel_partner_type, "name", "BNN", "kind", "agency", NULL));
  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "BNNK", "kind", "unit", "parent", "1", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Ends soon", "kind", "memorandum", "stage", "signed",
             "signed_on", "2023-01-01", "ends_on", "2025-11-10", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Open", "kind", "memorandum", "stage", "signed",
             "signed_on", "2024-01-01", "open_ended", "true", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Draft", "kind", "cooperation", "stage", "draft", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "1", "position", "1", "partner", "1", "number", "1",
             "authority", "office", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "2", "position", "1", "partner", "2", NULL));
  add (store, &sel_scope_item_type,
       make (&sel_scope_item_type, "agreement", "1", "position", "1", "topic", "training", "text",
             "Pelatihan", NULL));
  add (store, &sel_document_type,
       make (&sel_document_type, "agreement", "1", "kind", "signed", "title", "Naskah", "file",
             "n.pdf", "sha256",
             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", NULL));

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (SelListRequest) request = request_new ();
      g_autofree char *found = NULL;
      g_auto (GStrv) ids = NULL;

      request->column = SEL_AGREEMENTS_TITLE;
      request->is_descending = TRUE;
      request->filters[cases[i].filter] = g_strdup (cases[i].value);
      found = answer (store, &sel_agreements_list, request);
      g_test_message ("%s", cases[i].value);
      ids = g_strsplit (found, " ", -1);
      for (guint k = 0; ids[k] && ids[k + 1]; k++) /* E, O, D: put them in order */
        for (guint m = k + 1; ids[m]; m++)
          if (strcmp (ids[k], ids[m]) > 0)
            {
              char *other = ids[k];

              ids[k] = ids[m];
              ids[m] = other;
            }
      g_free (found);
      found = g_strjoinv (" ", ids);
      g_assert_cmpstr (found, ==, cases[i].ids);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("words-in-any-field", test_words_in_any_field);
  TEST ("words-of-agreements", test_words_of_agreements);
  TEST ("words-and-digits", test_words_and_digits);
  TEST ("any-words-are-a-query", test_any_words_are_a_query);
  TEST ("filters", test_filters);
  TEST ("filters-of-agreements", test_filters_of_agreements);
  TEST ("filters-speak-of-one-enrolment", test_filters_speak_of_one_enrolment);
  TEST ("every-combination-can-be-asked", test_every_combination_can_be_asked);
  TEST ("order", test_order);
  TEST ("rows", test_rows);
  TEST ("parties-in-their-order", test_parties_in_their_order);
  return g_test_run ();
}
