/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists on paper, as a person reads them. */
#include <string.h>

#include "report/list-file.h"
#include "report/list-paper.h"
#include "store/lists.h"
#include "support.h"
#include "support/printed.h"

static SelListOrder *
order_of (const SelListQuery *query)
{
  g_autoptr (SelListRequest) request = sel_list_request_new ();
  GDate today = date_of (TODAY);
  SelListOrder *order;

  sel_list_request_set_day (request, &today, 90);
  order = sel_list_order_new (query, request);
  order->replaces = TRUE;
  return order;
}

static GStrv
print (SelStore *store, const SelListOrder *order, Place *place)
{
  g_autofree char *path = g_build_filename (place->folder, "list.pdf", NULL);
  g_autoptr (GError) error = NULL;
  SelListReceipt receipt;

  sel_list_file_write (store, order, path, &receipt, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return printed_read (path);
}

static void
add_agreements (SelStore *store)
{
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Pelatihan <las> & bubut", "kind", "cooperation", "stage",
             "signed", "signed_on", "2025-03-02", "starts_on", "2025-03-02", "ends_on", "2028-03-01",
             NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Nota kesepahaman", "kind", "memorandum", "stage",
             "signed", "signed_on", "2019-05-16", "ends_on", "2022-05-15", NULL));
}

static void
add_people (SelStore *store)
{
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Ani", "kind", "rehabilitation_client", "nik",
             "6372014101900001", "birth_date", "1990-01-01", NULL));
  add (store, &sel_participant_type,
       make (&sel_participant_type, "name", "Budi", "kind", "tks", NULL));
}

/* The columns where the user moved them, in the user's order, and what a state is in words. */
static void
test_as_shown (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_agreements_list);
  g_auto (GStrv) pages = NULL;

  add_agreements (store);
  order->office = g_strdup ("BNN & Kota");
  order->request->column = 1;
  order->request->is_descending = TRUE;
  order->columns[0] = 6;
  order->columns[1] = 5;
  order->columns[2] = 1;
  order->n_columns = 3;
  pages = print (store, order, place);
  g_assert_cmpuint (g_strv_length (pages), ==, 1);
  PRINTED_IN_ORDER (pages[0], "Agreements", "BNN & Kota · As of 11 October 2025", "2 records",
                    "State", "Ends", "Title", "● In force", "1 Mar 2028",
                    "Pelatihan <las> & bubut", "○ Expired", "15 May 2022", "Nota kesepahaman",
                    "Page 1 of 1");
  g_assert_null (strstr (pages[0], "Kind"));
}

/* What the list is narrowed to is said, and how much of it is left. */
static void
test_narrowed (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_agreements_list);
  g_auto (GStrv) pages = NULL;
  g_auto (GStrv) empty = NULL;

  add_agreements (store);
  order->request->filters[SEL_AGREEMENTS_BY_STATE] = g_strdup ("expired");
  order->request->search = g_strdup ("nota");
  pages = print (store, order, place);
  PRINTED_IN_ORDER (pages[0], "State: Expired · “nota”", "1 of 2", "Nota kesepahaman");
  g_assert_null (strstr (pages[0], "bubut"));

  g_free (order->request->search);
  order->request->search = g_strdup ("bubut");
  empty = print (store, order, place);
  PRINTED_IN_ORDER (empty[0], "0 of 2", "Nothing found", "Page 1 of 1");
}

/* What the screen masks stays masked, also where it was looked for. */
static void
test_masked (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_participants_list);
  g_auto (GStrv) pages = NULL;
  g_auto (GStrv) found = NULL;
  g_auto (GStrv) beside = NULL;

  add_people (store);
  pages = print (store, order, place);
  PRINTED_IN_ORDER (pages[0], "NIK", "Ani", "637•••••••••••01");
  g_assert_null (strstr (pages[0], "6372014101900001"));

  order->request->search = g_strdup ("6372014101900001");
  found = print (store, order, place);
  PRINTED_IN_ORDER (found[0], "“637•••••••••••01”", "1 of 2", "Ani");
  g_assert_null (strstr (found[0], "6372014101900001"));

  /* However it was typed; a name beside it stays. */
  g_free (order->request->search);
  order->request->search = g_strdup ("ani 6372-0141");
  beside = print (store, order, place);
  PRINTED_IN_ORDER (beside[0], "“ani ••••••”", "1 of 2");
  g_assert_null (strstr (beside[0], "0141"));
  g_assert_cmpint (ask (store, "SELECT count (*) FROM change WHERE verb = 'reveal'"), ==, 0);
}

/* Likewise on its way to a printer; that all have a sensitive trait is kept in the log. */
static void
test_a_sensitive_filter_is_recorded (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_participants_list);
  g_autoptr (SelPrintout) paper = NULL;
  g_autoptr (GError) error = NULL;
  int done = 0;

  add_people (store);
  order->request->filters[SEL_PARTICIPANTS_BY_KIND] = g_strdup ("rehabilitation_client");
  paper = sel_list_printout_new (store, order, &done, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (sel_printout_get_title (paper), ==, "Participants");
  g_assert_cmpint (done, ==, 1000);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM change WHERE verb = 'reveal'"), ==, 1);
}

/* The labels stand on every page; nothing is cut off, and paper lies as it has to. */
static void
test_pages (void)
{
  static const char words[] = "Penyelenggaraan pelatihan keterampilan bagi warga binaan ";
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_agreements_list);
  g_autoptr (SelListOrder) narrow = order_of (&sel_agreements_list);
  g_autoptr (SelPrintout) wide_paper = NULL;
  g_autoptr (SelPrintout) narrow_paper = NULL;
  g_autofree char *title = g_strconcat (words, words, words, "ujung", NULL);
  g_auto (GStrv) pages = NULL;
  guint n_pages;

  for (guint i = 0; i < 60; i++)
    add (store, &sel_agreement_type,
         make (&sel_agreement_type, "title", title, "kind", "memorandum", "stage", "draft", NULL));
  pages = print (store, order, place);
  n_pages = g_strv_length (pages);
  g_assert_cmpuint (n_pages, >, 2);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *number = g_strdup_printf ("Page %u of %u", i + 1, n_pages);

      PRINTED_IN_ORDER (pages[i], "Agreements", "60 records");
      PRINTED_IN_ORDER (pages[i], "Title", "Partners", "ujung", number);
    }

  wide_paper = sel_list_printout_new (store, order, NULL, NULL, NULL);
  narrow->columns[0] = 0;
  narrow->n_columns = 2;
  narrow_paper = sel_list_printout_new (store, narrow, NULL, NULL, NULL);
  g_assert_cmpfloat (sel_printout_get_width (wide_paper), ==, SEL_PRINTOUT_A4_LONG);
  g_assert_cmpfloat (sel_printout_get_width (narrow_paper), ==, SEL_PRINTOUT_A4_SHORT);
}

static void
test_more_rows_than_paper_has (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_partners_list);
  g_autoptr (GError) error = NULL;

  execute (store, "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                  " WHERE i < 100001) INSERT INTO partner (uid, version, name, kind)"
                  " SELECT i, 1, 'P', 'other' FROM n");
  g_assert_null (sel_list_printout_new (store, order, NULL, NULL, &error));
  g_assert_cmpstr (error->message, ==,
                   "On paper a list has at most 100000 rows, and this one has 100001. Narrow it "
                   "down by a search or a filter, or save it as XLSX or CSV.");
}

static void
test_cancelled (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelListOrder) order = order_of (&sel_participants_list);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  add_participants (store, 1000);
  g_cancellable_cancel (cancellable);
  g_assert_null (sel_list_printout_new (store, order, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

#define TEST(name, function) g_test_add_func ("/list-paper/" name, function)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  TEST ("as-shown", test_as_shown);
  TEST ("narrowed", test_narrowed);
  TEST ("masked", test_masked);
  TEST ("a-sensitive-filter-is-recorded", test_a_sensitive_filter_is_recorded);
  TEST ("pages", test_pages);
  TEST ("more-rows-than-paper-has", test_more_rows_than_paper_has);
  TEST ("cancelled", test_cancelled);

  return g_test_run ();
}
