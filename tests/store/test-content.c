/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sys/mman.h>

#include "store/content.h"
#include "support.h"

#define PDF "%PDF-1.4\nPasal 1\n\0%%EOF"

typedef struct
{
  const char *sha256;
  GBytes *bytes;
} Content;

/* With a document that names it, or the act would be an empty one. */
static gboolean
put_in_act (SelAct *act, gpointer data, GError **error)
{
  Content *content = data;
  SelCourse *course = make (&sel_course_type, "name", "Las", "vocation", "Las", NULL);
  gboolean is_done = sel_content_put (act, content->sha256, content->bytes, error) &&
                     sel_act_insert (act, &sel_course_type, course, error);

  sel_record_free (&sel_course_type, course);
  return is_done;
}

static gboolean
put (SelStore *store, const char *sha256, GBytes *bytes, GError **error)
{
  Content content = { sha256, bytes };

  return sel_store_write (store, SEL_ACT_FORM, put_in_act, &content, NULL, error);
}

static GBytes *
get (SelStore *store, const char *sha256, GError **error)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);

  return sel_content_get (reading->connection, sha256, error);
}

static void
test_bytes_come_back (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (PDF, sizeof PDF);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GBytes) found = NULL;

  put (store, sha256, bytes, &error);
  put (store, sha256, bytes, &error); /* the same again is kept once */
  g_assert_no_error (error);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM content"), ==, 1);
  found = get (store, sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found, bytes));
}

static void
test_other_bytes_are_refused (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (PDF, sizeof PDF);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "another", -1);

  g_assert_false (put (store, sha256, bytes, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DAMAGED);
  g_clear_error (&error);
  g_assert_false (put (store, sha256, empty, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED);
  g_clear_error (&error);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM content"), ==, 0);

  g_assert_null (get (store, sha256, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_NOT_FOUND);
}

/* Bytes that are not those of the hash are not given out; the right ones, put again, take their
 * place. */
static void
test_damaged_bytes_are_refused (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (PDF, sizeof PDF);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  g_autoptr (GBytes) found = NULL;

  put (store, sha256, bytes, NULL);
  execute (store, "UPDATE content SET bytes = CAST (replace (bytes, '1', '2') AS BLOB)");
  g_assert_null (get (store, sha256, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "Add the same file again"));
  g_clear_error (&error);

  put (store, sha256, bytes, &error);
  g_assert_no_error (error);
  found = get (store, sha256, &error);
  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found, bytes));
}

static void
unmap (gpointer address)
{
  munmap (address, ((gsize) SEL_CONTENT_MOST_MEBIBYTES << 20) + 1);
}

static void
test_too_large_is_refused (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize size = ((gsize) SEL_CONTENT_MOST_MEBIBYTES << 20) + 1;
  /* Its size alone is looked at: no page of it is ever there. */
  gpointer address =
    mmap (NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

  g_assert_true (address != MAP_FAILED);
  bytes = g_bytes_new_with_free_func (address, size, unmap, address);
  g_assert_false (put (store, "00", bytes, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED);
  g_assert_nonnull (strstr (error->message, "512 MiB"));
}

static gboolean
add_in_act (SelAct *act, gpointer data, GError **error)
{
  const Content *content = data;
  SelDocument *document = make (&sel_document_type, "agreement", "1", "kind", "annex", "title",
                                "Lampiran", "file", "lampiran.pdf", NULL);
  gboolean is_done;

  document->sha256 = g_strdup (content->sha256);
  is_done = sel_content_add (act, document, content->bytes, error);
  sel_record_free (&sel_document_type, document);
  return is_done;
}

/* Nobody wants the same text in the list of an agreement twice; but what was damaged is mended, and
 * what was missing is there. */
static void
test_the_same_document_is_added_once (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new_static (PDF, sizeof PDF);
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  static const char *const faults[] = {
    "UPDATE content SET bytes = CAST (replace (bytes, '1', '2') AS BLOB)",
    "DELETE FROM content",
  };
  Content content = { sha256, bytes };

  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "title", "PKS", "kind", "cooperation", "stage", "draft", NULL));
  g_assert_true (sel_store_write (store, SEL_ACT_FORM, add_in_act, &content, NULL, NULL));
  g_assert_false (sel_store_write (store, SEL_ACT_FORM, add_in_act, &content, NULL, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_DUPLICATE);
  g_assert_nonnull (strstr (error->message, "“Lampiran”"));
  g_assert_cmpint (ask (store, "SELECT count (*) FROM document"), ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (faults); i++)
    {
      g_autoptr (GBytes) found = NULL;
      gint64 act, n_acts;

      execute (store, faults[i]);
      n_acts = ask (store, "SELECT count (*) FROM act");
      g_assert_true (sel_store_write (store, SEL_ACT_FORM, add_in_act, &content, &act, NULL));
      found = get (store, sha256, NULL);
      g_assert_true (g_bytes_equal (found, bytes));
      g_assert_cmpint (act, ==, 0);
      g_assert_cmpint (ask (store, "SELECT count (*) FROM document"), ==, 1);
      g_assert_cmpint (ask (store, "SELECT count (*) FROM act"), ==, n_acts);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/content/bytes-come-back", test_bytes_come_back);
  g_test_add_func ("/store/content/other-bytes-are-refused", test_other_bytes_are_refused);
  g_test_add_func ("/store/content/damaged-bytes-are-refused", test_damaged_bytes_are_refused);
  g_test_add_func ("/store/content/the-same-document-is-added-once",
                   test_the_same_document_is_added_once);
  g_test_add_func ("/store/content/too-large-is-refused", test_too_large_is_refused);
  return g_test_run ();
}
