/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include <glib/gstdio.h>

#include "store/check.h"
#include "store/content.h"
#include "support.h"

#define PDF "%PDF-1.4 naskah"

static SelCheckReport *
check (SelStore *store)
{
  g_autoptr (GError) error = NULL;
  GDate today = date_of (TODAY);
  SelCheckReport *report = sel_check_run (store, &today, NULL, NULL, NULL, &error);

  g_assert_no_error (error);
  return report;
}

static void
assert_problem (SelStore *store, const char *says)
{
  g_autoptr (SelCheckReport) report = check (store);

  for (guint i = 0; i < report->problems->len; i++)
    g_test_message ("%s", (char *) report->problems->pdata[i]);
  g_assert_cmpuint (report->n_problems, ==, 1);
  g_assert_nonnull (strstr (report->problems->pdata[0], says));
}

static gboolean
add_document_in_act (SelAct *act, G_GNUC_UNUSED gpointer data, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (PDF, sizeof PDF);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  SelDocument *document = make (&sel_document_type, "agreement", "1", "kind", "signed", "title",
                                "Naskah", "file", "naskah.pdf", "sha256", sha256, NULL);
  gboolean is_done = sel_content_put (act, sha256, bytes, error) &&
                     sel_act_insert (act, &sel_document_type, document, error);

  sel_record_free (&sel_document_type, document);
  return is_done;
}

static SelStore *
open_filled (Place *place)
{
  g_autoptr (GError) error = NULL;
  SelStore *store = open_store (place);

  add (store, &sel_partner_type, make (&sel_partner_type, "name", "BNN", "kind", "agency", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "Tukar data", "kind", "cooperation", "stage", "draft",
             NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "1", "position", "1", "partner", "1", NULL));
  sel_store_write (store, SEL_ACT_FORM, add_document_in_act, NULL, NULL, &error);
  g_assert_no_error (error);
  add_participants (store, 1000);
  return store;
}

static void
note_progress (double fraction, gpointer last)
{
  g_assert_cmpfloat (fraction, >=, *(double *) last);
  *(double *) last = fraction;
}

static void
test_nothing_to_find (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (GError) error = NULL;
  GDate today = date_of (TODAY);
  double last = 0;
  g_autoptr (SelCheckReport) report =
    sel_check_run (store, &today, note_progress, &last, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (report->n_problems, ==, 0);
  g_assert_cmpuint (report->n_records, ==, 1004);
  g_assert_cmpuint (report->n_documents, ==, 1);
  g_assert_cmpuint (report->n_warnings, ==, 1); /* no umbrella agreement */
  g_assert_cmpfloat (last, ==, 1);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM act"), ==, 5);
}

/* Each is done to the tables behind the program’s back. */
static const struct
{
  const char *name;
  const char *sql;
  const char *says;
} cases[] = {
  { "rule", "UPDATE agreement SET signed_on = '2026-01-01'",
    "Agreement “Tukar data”: Signed on: The day of signature is still to come." },
  { "number",
    "UPDATE party SET number = '9/PKS/2025'; UPDATE agreement SET signed_on = '2026-01-01'",
    "Agreement “Tukar data” (9/PKS/2025): Signed on: The day of signature is still to come." },
  { "missing", "UPDATE agreement SET title = '', stage = ''",
    "Agreement “”: Stage: It is missing." },
  { "form", "UPDATE partner SET kind = 'club'",
    "Partner “BNN”: Kind: It is not one of the choices." },
  { "words", "UPDATE participant SET name = 'Ani' WHERE id = 500", "The index of people’s names" },
  { "content", "UPDATE content SET bytes = x'00'",
    "Document “Naskah”: The content of the document is not what it was" },
  { "no-content", "DELETE FROM content",
    "Document “Naskah”: The content of the document is not in the database." },
};

static void
test_problem (gconstpointer data)
{
  gsize i = GPOINTER_TO_SIZE (data);
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);

  execute (store, cases[i].sql);
  assert_problem (store, cases[i].says);
}

/* As a program that keeps no foreign keys would leave it. */
static void
test_broken_reference (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelConnection) connection =
    sel_connection_open (place->path, SEL_CONNECTION_WRITE, &error);

  g_assert_no_error (error);
  sel_connection_execute (connection,
                          "PRAGMA foreign_keys = OFF; UPDATE document SET agreement = 77", &error);
  g_assert_no_error (error);
  assert_problem (store, "Document 1 refers to a record (Agreement) that is not there.");
}

/* Content that no document names any more is no problem. */
static void
test_orphaned_content (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (SelCheckReport) report = NULL;

  execute (store, "DELETE FROM document");
  report = check (store);
  g_assert_cmpuint (report->n_problems, ==, 0);
}

static void
test_many_problems_are_counted (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelCheckReport) report = NULL;

  add_participants (store, 1500);
  execute (store, "UPDATE participant SET kind = 'club'");
  report = check (store);
  g_assert_cmpuint (report->n_problems, ==, 1500);
  g_assert_cmpuint (report->problems->len, ==, SEL_CHECK_MOST_NAMED);
}

/* Pages that are not what they were are named, and what can be read is looked at all the same. */
static void
test_damaged_pages (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (SelCheckReport) report = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *bytes = NULL;
  gsize size;
  gint64 page;
  gint64 page_size;

  page_size = ask (store, "PRAGMA page_size");
  page = ask (store, "SELECT rootpage FROM sqlite_schema WHERE name = 'participant_by_name'");
  g_clear_object (&store);
  g_file_get_contents (place->path, &bytes, &size, &error);
  g_assert_no_error (error);
  memset (bytes + (page - 1) * page_size, 0x5a, (gsize) page_size);
  g_file_set_contents (place->path, bytes, (gssize) size, &error);
  g_assert_no_error (error);

  store = open_store (place);
  report = check (store);
  g_assert_cmpuint (report->n_problems, >, 0);
  g_assert_nonnull (strstr (report->problems->pdata[0], "The database is damaged"));
  g_assert_cmpuint (report->n_records, ==, 1004);
}

static void
cancel_at_once (G_GNUC_UNUSED double fraction, gpointer cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancelled (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_filled (place);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  GDate today = date_of (TODAY);

  g_assert_null (sel_check_run (store, &today, cancel_at_once, cancellable, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/check/nothing-to-find", test_nothing_to_find);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/store/check/problem/", cases[i].name, NULL);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_problem);
    }
  g_test_add_func ("/store/check/broken-reference", test_broken_reference);
  g_test_add_func ("/store/check/orphaned-content", test_orphaned_content);
  g_test_add_func ("/store/check/many-problems-are-counted", test_many_problems_are_counted);
  g_test_add_func ("/store/check/damaged-pages", test_damaged_pages);
  g_test_add_func ("/store/check/cancelled", test_cancelled);
  return g_test_run ();
}
