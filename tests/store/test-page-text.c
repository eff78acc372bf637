/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The texts of the pages: what is kept, what is found, and that it goes with the bytes. */
#include <string.h>

#include "domain/word-fold.h"
#include "domain/word-query.h"
#include "store/content.h"
#include "store/page-find.h"
#include "store/page-text.h"
#include "support.h"

typedef struct
{
  char *sha256;
  GBytes *bytes;
  SelDocument *document; /* NULL: none names it */
} Addition;

static gboolean
add_in_act (SelAct *act, gpointer data, GError **error)
{
  Addition *addition = data;

  return sel_content_put (act, addition->sha256, addition->bytes, error) &&
         sel_act_insert (act, &sel_document_type, addition->document, error);
}

/* Adds a document called @title with @content to an agreement of its own; its id comes back. */
static gint64
add_document (SelStore *store, const char *title, const char *content)
{
  g_autoptr (GBytes) bytes = g_bytes_new (content, strlen (content));
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, bytes);
  gint64 agreement = add (store, &sel_agreement_type,
                          make (&sel_agreement_type, "kind", "cooperation", "stage", "signed",
                                "title", title, NULL));
  g_autofree char *owner = g_strdup_printf ("%d", (int) agreement);
  Addition addition = { sha256, bytes,
                        make (&sel_document_type, "agreement", owner, "kind", "draft", "title",
                              title, "file", "naskah.pdf", "sha256", sha256, NULL) };
  g_autoptr (GError) error = NULL;
  gint64 id;

  sel_store_write (store, SEL_ACT_FORM, add_in_act, &addition, NULL, &error);
  g_assert_no_error (error);
  id = addition.document->record.id;
  sel_record_free (&sel_document_type, addition.document);
  return id;
}

typedef struct
{
  char *sha256;
  const char *const *texts;
  SelPageTrouble trouble;
} Reading;

static gboolean
put_derived (SelConnection *connection, gpointer data, GError **error)
{
  Reading *reading = data;
  g_autoptr (GPtrArray) folded = g_ptr_array_new_with_free_func (g_free);

  if (reading->trouble)
    return sel_page_text_put_trouble (connection, reading->sha256, reading->trouble, error);
  for (guint i = 0; reading->texts[i]; i++)
    {
      GString *words = g_string_new (NULL);

      sel_word_fold_text (reading->texts[i], words);
      g_ptr_array_add (folded, g_string_free (words, FALSE));
    }
  g_ptr_array_add (folded, NULL);
  return sel_page_text_put (connection, reading->sha256, reading->texts,
                            (const char *const *) folded->pdata, error);
}

static void
put (SelStore *store, const char *content, SelPageTrouble trouble, const char *const *texts)
{
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, content, -1);
  Reading reading = { sha256, texts, trouble };
  g_autoptr (GError) error = NULL;

  sel_store_write_derived (store, put_derived, &reading, NULL, &error);
  g_assert_no_error (error);
}

#define PUT(store, content, ...) \
  put (store, content, 0, (const char *const[]){ __VA_ARGS__, NULL })

static GPtrArray *
find (SelStore *store, const char *typed, gboolean *has_more)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GPtrArray) query = sel_word_query_new (typed);
  g_autoptr (GError) error = NULL;
  GPtrArray *hits = sel_page_find (reading->connection, query, 10, has_more, &error);

  g_assert_no_error (error);
  return hits;
}

/* The titles of the documents found and their pages, from 1. */
static void
assert_found (SelStore *store, const char *typed, const char *expected)
{
  gboolean has_more;
  g_autoptr (GPtrArray) hits = find (store, typed, &has_more);
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < hits->len; i++)
    {
      SelPageHit *hit = g_ptr_array_index (hits, i);

      g_string_append_printf (found, "%s%s %u", i ? ", " : "", hit->document_title, hit->page + 1);
    }
  g_assert_cmpstr (found->str, ==, expected);
}

static guint
count_unread (SelStore *store)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GPtrArray) unread = sel_page_text_list_unread (reading->connection, NULL);

  return unread->len;
}

static void
test_found_by_page (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GPtrArray) hits = NULL;
  SelPageHit *hit;
  gboolean has_more;

  add_document (store, "Satu", "%PDF one");
  add_document (store, "Dua", "%PDF two");
  PUT (store, "%PDF one", "NOTA KESEPAHAMAN", "",
       "Para Pihak bekerja sama dalam\npelatihan keterampilan");
  PUT (store, "%PDF two", "Perjanjian kerjasama tentang penelitian", "Biaya perjalanan dinas");

  assert_found (store, "kerja sama", "Dua 1, Satu 3");
  assert_found (store, "melatih", "Satu 3");
  assert_found (store, "kerjasama pelatihan", "Satu 3");
  assert_found (store, "nota kesepa", "Satu 1");
  assert_found (store, "pembiayaan", "Dua 2");
  assert_found (store, "keadaan kahar", "");

  hits = find (store, "bekerjasama pelati", &has_more);
  hit = g_ptr_array_index (hits, 0);
  g_assert_cmpstr (hit->agreement_title, ==, "Satu");
  g_assert_cmpint (hit->agreement, ==, 1);
  g_assert_cmpstr (hit->snippet, ==,
                   "Para Pihak <b>bekerja sama</b> dalam <b>pelatihan</b> keterampilan");
  g_assert_cmpstr (hit->words, ==, "bekerja sama");
  g_assert_false (has_more);
}

/* Words that stand together are worth more, and no document fills the list. */
static void
test_order (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *gap = g_strnfill (500, '.');
  g_autofree char *apart = g_strconcat ("denda", gap, "keterlambatan", NULL);
  g_autoptr (GPtrArray) hits = NULL;
  gboolean has_more;

  add_document (store, "Dekat", "%PDF one");
  add_document (store, "Jauh", "%PDF two");
  PUT (store, "%PDF one", "sanksi", "denda atas keterlambatan");
  PUT (store, "%PDF two", apart, apart, apart, apart, apart);
  assert_found (store, "denda keterlambatan", "Dekat 2, Jauh 1, Jauh 2, Jauh 3");
  hits = find (store, "denda keterlambatan", &has_more);
  g_assert_true (has_more);
}

/* The same bytes are read once, for all documents that have them; and nobody logs that. */
static void
test_read_once (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  gint64 n_acts;

  add_document (store, "Satu", "%PDF one");
  add_document (store, "Salinan", "%PDF one");
  add_document (store, "Dua", "%PDF two");
  g_assert_cmpuint (count_unread (store), ==, 2);

  n_acts = ask (store, "SELECT count (*) FROM act");
  PUT (store, "%PDF one", "Pasal 1");
  g_assert_cmpuint (count_unread (store), ==, 1);
  PUT (store, "%PDF two", "");
  g_assert_cmpuint (count_unread (store), ==, 0);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM act"), ==, n_acts);
  assert_found (store, "pasal", "Satu 1");
}

static gboolean
forget_trouble (SelConnection *connection, G_GNUC_UNUSED gpointer data, GError **error)
{
  return sel_page_text_forget_trouble (connection, error);
}

/* What cannot be read is not tried again, until somebody says so. */
static void
test_trouble (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelReading) reading = NULL;
  SelPageTextState state;

  add_document (store, "Satu", "%PDF one");
  add_document (store, "Dua", "%PDF two");
  put (store, "%PDF one", SEL_PAGE_TROUBLE_ENCRYPTED, NULL);
  reading = sel_reading_begin (store, NULL);
  g_assert_true (sel_page_text_get_state (reading->connection, &state, NULL));
  g_assert_cmpuint (state.n_read, ==, 0);
  g_assert_cmpuint (state.n_unread, ==, 1);
  g_assert_cmpuint (state.n_in_trouble, ==, 1);

  sel_store_write_derived (store, forget_trouble, NULL, NULL, NULL);
  g_assert_cmpuint (count_unread (store), ==, 2);
}

static gboolean
forget_in_act (SelAct *act, G_GNUC_UNUSED gpointer data, GError **error)
{
  SelCourse *course = make (&sel_course_type, "name", "Las", "vocation", "Las", NULL);
  gboolean is_done = sel_act_insert (act, &sel_course_type, course, error) &&
                     sel_content_forget_unnamed (act, error);

  sel_record_free (&sel_course_type, course);
  return is_done;
}

/* A deleted document is not found, comes back with an undo, and its text goes with its bytes. */
static void
test_gone (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  gint64 id = add_document (store, "Satu", "%PDF one");

  add_document (store, "Dua", "%PDF two");
  PUT (store, "%PDF one", "pelatihan las");
  PUT (store, "%PDF two", "pelatihan boga");

  change (store, DELETE, &sel_document_type, load (store, &sel_document_type, id), &error);
  g_assert_no_error (error);
  assert_found (store, "pelatihan", "Dua 1");
  undo (store, FALSE, &error);
  g_assert_no_error (error);
  assert_found (store, "pelatihan", "Dua 1, Satu 1");

  /* As after an import that was taken back. */
  execute (store, "DELETE FROM document WHERE title = 'Satu'; DELETE FROM change_value");
  sel_store_write (store, SEL_ACT_FORM, forget_in_act, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM page_source"), ==, 1);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM page_text"), ==, 1);
  g_assert_cmpint (
    ask (store, "SELECT count (*) FROM page_words WHERE page_words MATCH 'latih'"), ==, 1);
  g_assert_cmpint (ask (store, "SELECT count (*) FROM page_words WHERE page_words MATCH 'las'"),
                   ==, 0);
  assert_found (store, "pelatihan", "Dua 1");
}

static gboolean
drop_stale (SelConnection *connection, G_GNUC_UNUSED gpointer data, GError **error)
{
  return sel_page_text_drop_stale (connection, error);
}

static gboolean
fold (SelConnection *connection, gpointer source, GError **error)
{
  return sel_page_text_fold (connection, *(gint64 *) source, error);
}

static guint
fold_all (SelStore *store)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);
  g_autoptr (GArray) sources = NULL;
  g_autoptr (GError) error = NULL;

  sel_store_write_derived (store, drop_stale, NULL, NULL, &error);
  g_assert_no_error (error);
  sources = sel_page_text_list_unfolded (reading->connection, &error);
  for (guint i = 0; i < sources->len; i++)
    {
      sel_store_write_derived (store, fold, &g_array_index (sources, gint64, i), NULL, &error);
      g_assert_no_error (error);
    }
  return sources->len;
}

/* A program with other rules for words makes the index anew, without reading a PDF. */
static void
test_other_rules (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);

  add_document (store, "Satu", "%PDF one");
  add_document (store, "Dua", "%PDF two");
  PUT (store, "%PDF one", "pelatihan las", "pelatihan boga");
  PUT (store, "%PDF two", "magang");
  g_assert_cmpuint (fold_all (store), ==, 0);

  execute (store, "INSERT INTO page_words (page_words) VALUES ('delete-all');"
                  "INSERT INTO page_words (rowid, words) SELECT id, 'otherwise' FROM page_text;"
                  "UPDATE page_source SET fold = 9999");
  assert_found (store, "dilatih", "");
  g_assert_cmpuint (fold_all (store), ==, 2);
  assert_found (store, "dilatih", "Satu 1, Satu 2");
  assert_found (store, "otherwise", "");
  g_assert_cmpuint (fold_all (store), ==, 0);
}

static gboolean
fail_halfway (SelConnection *connection, gpointer data, GError **error)
{
  put_derived (connection, data, NULL);
  g_set_error_literal (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED, "Halfway.");
  return FALSE;
}

static void
test_all_or_nothing (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GError) error = NULL;
  g_autofree char *sha256 = g_compute_checksum_for_string (G_CHECKSUM_SHA256, "%PDF one", -1);
  Reading reading = { sha256, (const char *const[]){ "pelatihan", NULL }, 0 };

  add_document (store, "Satu", "%PDF one");
  g_assert_false (sel_store_write_derived (store, fail_halfway, &reading, NULL, &error));
  g_assert_error (error, SEL_STORE_ERROR, SEL_STORE_ERROR_FAILED);
  g_assert_cmpuint (count_unread (store), ==, 1);
  assert_found (store, "pelatihan", "");
  PUT (store, "%PDF one", "pelatihan");
  assert_found (store, "pelatihan", "Satu 1");
}

#define TEST(name, function) g_test_add_func ("/store/page-text/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("found-by-page", test_found_by_page);
  TEST ("order", test_order);
  TEST ("read-once", test_read_once);
  TEST ("trouble", test_trouble);
  TEST ("gone", test_gone);
  TEST ("other-rules", test_other_rules);
  TEST ("all-or-nothing", test_all_or_nothing);
  return g_test_run ();
}
