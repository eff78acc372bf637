/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "store/title.h"
#include "support.h"

static void
add_all (SelStore *store)
{
  SelParty *party = make (&sel_party_type, "position", "1", "agreement", "1", "partner", "1",
                          "number", "PKS/17/2025", NULL);

  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "Badan Narkotika Nasional", "short_name", "BNN", "kind",
             "agency", NULL));
  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "Rutan Kelas IIB", "kind", "prison", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Tukar data", "kind", "memorandum", "stage", "draft",
             NULL));
  add (store, &sel_party_type, party);
  add (store, &sel_witness_type,
       make (&sel_witness_type, "agreement", "1", "name", "Menteri", NULL));
  add (store, &sel_scope_item_type,
       make (&sel_scope_item_type, "agreement", "1", "position", "1", "topic", "training", "text",
             "Pelatihan kerja\nbagi klien", NULL));
  add (store, &sel_obligation_type,
       make (&sel_obligation_type, "agreement", "1", "text", "Laporan tahunan", NULL));
  add (store, &sel_document_type,
       make (&sel_document_type, "agreement", "1", "kind", "signed", "title", "Naskah", "file",
             "naskah.pdf", "sha256",
             "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", NULL));
  add (store, &sel_amendment_type,
       make (&sel_amendment_type, "agreement", "1", "article", "5", "text", "Jangka waktu", NULL));
  add (store, &sel_review_type,
       make (&sel_review_type, "agreement", "1", "reviewer", "Biro Hukum", NULL));
  add (store, &sel_realisation_type,
       make (&sel_realisation_type, "agreement", "1", "done_on", TODAY, "text", "Laporan", NULL));
  add (store, &sel_programme_type, make (&sel_programme_type, "name", "Seribu tenaga", NULL));
  add (store, &sel_programme_agreement_type,
       make (&sel_programme_agreement_type, "programme", "1", "agreement", "1", NULL));
  add (store, &sel_course_type,
       make (&sel_course_type, "name", "Tata boga dasar", "vocation", "Tata boga", NULL));
  add (store, &sel_venue_type, make (&sel_venue_type, "name", "Aula", "zone", "WITA", NULL));
  add (store, &sel_instructor_type, make (&sel_instructor_type, "name", "Ibu Guru", NULL));
  add (store, &sel_cohort_type,
       make (&sel_cohort_type, "name", "Angkatan I", "course", "1", "capacity", "16", "starts_on",
             TODAY, "ends_on", TODAY, NULL));
  add (store, &sel_session_type,
       make (&sel_session_type, "cohort", "1", "starts_at", TODAY "T09:00", "ends_at",
             TODAY "T10:00", NULL));
  add (store, &sel_session_instructor_type,
       make (&sel_session_instructor_type, "session", "1", "instructor", "1", NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Ani", "kind", "tks", NULL));
  add (store, &sel_group_type, make (&sel_group_type, "name", "Maju", NULL));
  add (store, &sel_membership_type,
       make (&sel_membership_type, "group", "1", "participant", "1", "role", "chair", NULL));
  add (store, &sel_mentoring_type, make (&sel_mentoring_type, "group", "1", "mentor", "1", NULL));
  add (store, &sel_enrolment_type,
       make (&sel_enrolment_type, "participant", "1", "cohort", "1", "stage", "accepted", NULL));
  add (store, &sel_attendance_type,
       make (&sel_attendance_type, "session", "1", "enrolment", "1", "status", "present", NULL));
  add (store, &sel_follow_up_type,
       make (&sel_follow_up_type, "enrolment", "1", "due_on", "2026-01-11", NULL));
}

static void
test_every_type (void)
{
  static const struct
  {
    const SelRecordType *type;
    gint64 id;
    const char *title;
  } cases[] = {
    { &sel_partner_type, 1, "BNN" },
    { &sel_partner_type, 2, "Rutan Kelas IIB" },
    { &sel_agreement_type, 1, "Tukar data" },
    { &sel_party_type, 1, "BNN" },
    { &sel_witness_type, 1, "Menteri" },
    { &sel_scope_item_type, 1, "Pelatihan kerja bagi klien" },
    { &sel_obligation_type, 1, "Laporan tahunan" },
    { &sel_document_type, 1, "Naskah" },
    { &sel_programme_type, 1, "Seribu tenaga" },
    { &sel_programme_agreement_type, 1, "Seribu tenaga – Tukar data" },
    { &sel_course_type, 1, "Tata boga dasar" },
    { &sel_venue_type, 1, "Aula" },
    { &sel_instructor_type, 1, "Ibu Guru" },
    { &sel_cohort_type, 1, "Angkatan I" },
    { &sel_session_type, 1, "Angkatan I, 11 October 2025, 09:00" },
    { &sel_session_instructor_type, 1, "Ibu Guru" },
    { &sel_participant_type, 1, "Ani" },
    { &sel_group_type, 1, "Maju" },
    { &sel_membership_type, 1, "Ani" },
    { &sel_mentoring_type, 1, "Ani – Maju" },
    { &sel_enrolment_type, 1, "Ani" },
    { &sel_attendance_type, 1, "Ani, 11 October 2025, 09:00" },
    { &sel_follow_up_type, 1, "Ani, 11 January 2026" },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = NULL;

  add_all (store);
  reading = sel_reading_begin (store, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autofree char *title =
        sel_title_dup (reading->connection, cases[i].type, cases[i].id, &error);

      g_assert_no_error (error);
      g_assert_cmpstr (title, ==, cases[i].title);
    }

  for (guint i = 0; i < SEL_N_RECORD_TYPES; i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) rows =
        sel_title_search (reading->connection, sel_record_types[i], NULL, 0, "", 10, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (rows->len, >, 0);
      g_assert_null (sel_title_dup (reading->connection, sel_record_types[i], 99, &error));
      g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND);
    }
}

static void
test_long_text_is_cut_between_words (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (GString) text = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *unbroken = g_strnfill (300, 'x');
  g_autofree char *cut = NULL;

  for (guint i = 0; i < 50; i++)
    g_string_append (text, "kerja é ");
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", text->str, "kind", "memorandum", "stage", "draft",
             NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", unbroken, "kind", "memorandum", "stage", "draft", NULL));
  reading = sel_reading_begin (store, NULL);
  title = sel_title_dup (reading->connection, &sel_agreement_type, 1, NULL);
  g_assert_true (g_utf8_validate (title, -1, NULL));
  g_assert_cmpint (g_utf8_strlen (title, -1), <=, 121);
  g_assert_cmpint (g_utf8_strlen (title, -1), >, 100);
  g_assert_true (g_str_has_suffix (title, "é…") || g_str_has_suffix (title, "kerja…"));
  cut = sel_title_dup (reading->connection, &sel_agreement_type, 2, NULL);
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 121);
}

static char *
search_within (SelStore *store,
               const SelRecordType *type,
               const SelField *within,
               gint64 owner,
               const char *typed,
               guint most)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
    sel_title_search (reading->connection, type, within, owner, typed, most, &error);
  GString *text = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i ? "; " : "", sel_row_get_text (rows->pdata[i], 0));

  return g_string_free (text, FALSE);
}

static char *
search (SelStore *store, const SelRecordType *type, const char *typed, guint most)
{
  return search_within (store, type, NULL, 0, typed, most);
}

/* A renewal has the title of what it renews: the offers are told apart by their numbers. */
static void
test_namesakes_are_told_apart (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;

  add (store, &sel_partner_type, make (&sel_partner_type, "name", "BNN", "kind", "agency", NULL));
  for (guint i = 0; i < 2; i++)
    add (store, &sel_agreement_type,
         make (&sel_agreement_type, "title", "Kerja sama", "kind", "memorandum", "stage", "draft",
               NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "2", "position", "1", "partner", "1", "number",
             "NK/2/2019", NULL));

  reading = sel_reading_begin (store, &error);
  rows = sel_title_search (reading->connection, &sel_agreement_type, NULL, 0, "kerja", 9, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (rows->len, ==, 2);
  g_assert_cmpstr (sel_row_get_text (rows->pdata[0], 1), ==, "");
  g_assert_cmpstr (sel_row_get_text (rows->pdata[1], 1), ==, "NK/2/2019");
}

/* The party of an obligation is sought among those of its agreement, a follow-up's enrolment among
 * none: the two have no owner in common. */
static void
test_search_within_owner (void)
{
  const SelField *agreement =
    sel_record_type_shared_owner (&sel_obligation_type, &sel_party_type);
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  g_autofree char *none = NULL;

  add_all (store);
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Lain", "kind", "memorandum", "stage", "draft", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "position", "1", "agreement", "2", "partner", "2", NULL));
  first = search_within (store, &sel_party_type, agreement, 1, "", 10);
  second = search_within (store, &sel_party_type, agreement, 2, "r", 10);
  none = search_within (store, &sel_party_type, agreement, 2, "bnn", 10);
  g_assert_cmpstr (first, ==, "BNN");
  g_assert_cmpstr (second, ==, "Rutan Kelas IIB");
  g_assert_cmpstr (none, ==, "");
  g_assert_null (sel_record_type_shared_owner (&sel_follow_up_type, &sel_enrolment_type));
}

static void
test_search (void)
{
  static const struct
  {
    const SelRecordType *type;
    const char *typed;
    guint most;
    const char *titles;
  } cases[] = {
    { &sel_partner_type, "", 10, "Balai Besar; BNN; Rutan Kelas IIB" },
    { &sel_partner_type, "b", 10,
      "Balai Besar; BNN; Rutan Kelas IIB" }, /* those that begin with it first */
    { &sel_partner_type, "b", 1, "Balai Besar" },
    { &sel_partner_type, " narkotika ", 10, "BNN" }, /* by the name in full */
    { &sel_partner_type, "iib", 10, "Rutan Kelas IIB" },
    { &sel_partner_type, "%", 10, "" },
    { &sel_agreement_type, "17/2025", 10, "Tukar data" }, /* by a party’s number */
    { &sel_course_type, "BOGA", 10, "Tata boga dasar" },
    { &sel_participant_type, "", 10, "Budi Ani; Anita; Ani" }, /* the newest */
    { &sel_participant_type, "ani", 10, "Ani; Anita; Budi Ani" },
    { &sel_participant_type, "nita", 10, "" },
    { &sel_enrolment_type, "ani", 10, "Ani" },
    { &sel_enrolment_type, "\"", 10, "Ani" },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add_all (store);
  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "Balai Besar", "kind", "unit", NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Anita", "kind", "tks", NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Budi Ani", "kind", "tks", NULL));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *titles = search (store, cases[i].type, cases[i].typed, cases[i].most);

      g_test_message ("“%s”", cases[i].typed);
      g_assert_cmpstr (titles, ==, cases[i].titles);
    }
}

/* A picker of people answers at once, however many there are. */
static void
test_search_among_many (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *titles = NULL;

  add_participants (store, 20000);
  titles = search (store, &sel_participant_type, "019999", 5);
  g_assert_cmpstr (titles, ==, "Orang 019999");
  g_free (titles);
  titles = search (store, &sel_participant_type, "orang", 1);
  g_assert_true (g_str_has_prefix (titles, "Orang "));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/title/every-type", test_every_type);
  g_test_add_func ("/store/title/long-text-is-cut-between-words",
                   test_long_text_is_cut_between_words);
  g_test_add_func ("/store/title/search", test_search);
  g_test_add_func ("/store/title/namesakes-are-told-apart", test_namesakes_are_told_apart);
  g_test_add_func ("/store/title/search-within-owner", test_search_within_owner);
  g_test_add_func ("/store/title/search-among-many", test_search_among_many);
  return g_test_run ();
}
