/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "store/page-lookup.h"

#include "support.h"

/* Of the file that is looked at. */
#define SHA256 "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

/* Partners 1 to 3, and agreements 1 and 2 whose parties have the numbers NK/1, NK/2 and PKS/3. */
static SelStore *
open_filled (Place *place)
{
  SelStore *store = open_store (place);

  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "Badan Narkotika Nasional", "short_name", "BNN", "kind",
             "agency", NULL));
  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "Deputi Bidang Rehabilitasi BNN", "kind", "unit", NULL));
  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "Dinas Sosial", "kind", "agency", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Payung", "kind", "memorandum", "stage", "draft", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Lain", "kind", "memorandum", "stage", "draft", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "1", "position", "1", "partner", "1", "number", "NK/1",
             NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "1", "position", "2", "partner", "3", "number", "NK/2",
             NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "2", "position", "1", "partner", "1", "number", "PKS/3",
             NULL));
  return store;
}

/* The party as the heading names it, and for whom its signatory acts; and who that is. */
static const struct
{
  char *heading;
  char *institution;
  gint64 partner;
} parties[] = {
  { "Deputi Bidang Rehabilitasi Badan Narkotika Nasional", "Badan Narkotika Nasional", 2 },
  { "Dinas Sosial Kabupaten Karo", "Kabupaten Karo", 3 },
  { "Balai Lain", "Badan Narkotika Nasional Republik Indonesia", 0 },
  { NULL, "Dinas Sosial", 3 },
  { "Dinas Kesehatan", NULL, 0 },
  { NULL, NULL, 0 },
};

/* The numbers that are cited, the agreement that they mean, and the first number that is known. */
static const struct
{
  char *numbers[3];
  gint64 parent;
  guint known;
} citations[] = {
  { { "NK/1", "NK/2" }, 1, 0 },
  { { "XX/9", "nk/2" }, 1, 1 },
  { { "PKS/3" }, 2, 0 },
  { { "NK/1", "PKS/3" }, 0, 0 }, /* which of them, nobody can say */
  { { "XX/9" }, 0, 0 },
  { { NULL }, 0, 0 },
};

static SelPageLookup *
look_up (SelStore *store, const SelFoundAgreement *found)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GError) error = NULL;
  SelPageLookup *lookup = sel_page_lookup_new (reading->connection, found, SHA256, &error);

  g_assert_no_error (error);
  return lookup;
}

static void
test_partners (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (GPtrArray) found_parties = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const SelFoundAgreement found = { .parties = found_parties, .parents = none };
  g_autoptr (SelPageLookup) lookup = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    {
      SelFoundParty *party = g_new0 (SelFoundParty, 1);

      party->heading.text = parties[i].heading;
      party->institution.text = parties[i].institution;
      g_ptr_array_add (found_parties, party);
    }

  lookup = look_up (store, &found);
  g_assert_cmpuint (lookup->partners->len, ==, G_N_ELEMENTS (parties));
  for (guint i = 0; i < G_N_ELEMENTS (parties); i++)
    g_assert_cmpint (g_array_index (lookup->partners, gint64, i), ==, parties[i].partner);
}

static void
test_parents (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (citations); i++)
    {
      g_autoptr (GPtrArray) numbers = g_ptr_array_new_with_free_func (g_free);
      const SelFoundAgreement found = { .parties = none, .parents = numbers };
      g_autoptr (SelPageLookup) lookup = NULL;

      for (guint j = 0; citations[i].numbers[j]; j++)
        {
          SelFoundText *number = g_new0 (SelFoundText, 1);

          number->text = citations[i].numbers[j];
          g_ptr_array_add (numbers, number);
        }
      lookup = look_up (store, &found);
      g_assert_cmpint (lookup->parent.id, ==, citations[i].parent);
      g_assert_cmpuint (lookup->parent.number, ==, citations[i].known);
      g_assert_cmpint (lookup->renews.id, ==, 0);
    }
}

/* The agreements 1 and 2 are memoranda: another one that cites one of them comes after it. */
static void
test_the_one_before (void)
{
  static const struct
  {
    SelAgreementKind kind;
    gint64 parent;
    gint64 renews;
  } cases[] = {
    { SEL_AGREEMENT_MEMORANDUM, 0, 2 },
    { SEL_AGREEMENT_COOPERATION, 2, 0 },
    { SEL_AGREEMENT_ADDENDUM, 2, 0 },
    { 0, 2, 0 },
  };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) numbers = g_ptr_array_new ();
  SelFoundText number = { .text = (char *) "PKS/3" };

  g_ptr_array_add (numbers, &number);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const SelFoundAgreement found = { .kind = cases[i].kind, .parties = none, .parents = numbers };
      g_autoptr (SelPageLookup) lookup = look_up (store, &found);

      g_assert_cmpint (lookup->parent.id, ==, cases[i].parent);
      g_assert_cmpint (lookup->renews.id, ==, cases[i].renews);
    }
}

static void
test_its_number_is_there (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  g_autoptr (GPtrArray) two = g_ptr_array_new ();
  SelFoundParty with = { .number.text = (char *) "nk/2" };
  SelFoundParty without = { 0 };
  const SelFoundAgreement found = { .parties = two, .parents = none };
  g_autoptr (SelPageLookup) lookup = NULL;

  g_ptr_array_add (two, &without);
  g_ptr_array_add (two, &with);
  lookup = look_up (store, &found);
  g_assert_cmpint (lookup->alike.id, ==, 1);
  g_assert_cmpuint (lookup->alike.number, ==, 1);
}

static void
test_same_file (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  const SelFoundAgreement found = { .parties = none, .parents = none };
  g_autoptr (SelPageLookup) before = look_up (store, &found);
  g_autoptr (SelPageLookup) after = NULL;

  g_assert_null (before->same);
  add (store, &sel_document_type,
       make (&sel_document_type, "agreement", "2", "kind", "draft", "title", "Naskah", "file",
             "n.pdf", "sha256", SHA256, NULL));
  after = look_up (store, &found);
  g_assert_cmpstr (after->same, ==, "Lain");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-lookup/partners", test_partners);
  g_test_add_func ("/page-lookup/parents", test_parents);
  g_test_add_func ("/page-lookup/the-one-before", test_the_one_before);
  g_test_add_func ("/page-lookup/its-number-is-there", test_its_number_is_there);
  g_test_add_func ("/page-lookup/same-file", test_same_file);
  return g_test_run ();
}
