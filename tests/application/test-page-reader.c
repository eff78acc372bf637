/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs that are in the register are read in the background, each once. */
#include "application/page-reader.h"

#include "confined/pdf-maker.h"
#include "domain/word-query.h"
#include "exchange/register.h"
#include "store/content.h"
#include "store/page-find.h"
#include "store/page-text.h"

typedef struct
{
  GBytes *bytes;
  const char *title;
} Addition;

static gboolean
add_in_act (SelAct *act, gpointer data, GError **error)
{
  Addition *addition = data;
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, addition->bytes);
  SelAgreement *agreement = sel_record_new (&sel_agreement_type);
  SelDocument *document = sel_record_new (&sel_document_type);
  gboolean is_done;

  agreement->kind = SEL_AGREEMENT_COOPERATION;
  agreement->stage = SEL_AGREEMENT_STAGE_SIGNED;
  agreement->title = g_strdup (addition->title);
  document->kind = SEL_DOCUMENT_SIGNED;
  document->title = g_strdup (addition->title);
  document->file = g_strdup ("naskah.pdf");
  document->sha256 = g_strdup (sha256);
  is_done = sel_act_insert (act, &sel_agreement_type, agreement, error);
  document->agreement = agreement->record.id;
  is_done = is_done && sel_content_put (act, sha256, addition->bytes, error) &&
            sel_act_insert (act, &sel_document_type, document, error);
  sel_record_free (&sel_agreement_type, agreement);
  sel_record_free (&sel_document_type, document);
  return is_done;
}

static void
add (Register *reg, const char *title, GBytes *take_bytes)
{
  g_autoptr (GBytes) bytes = take_bytes;
  Addition addition = { bytes, title };
  g_autoptr (GError) error = NULL;

  sel_store_write (reg->store, SEL_ACT_FORM, add_in_act, &addition, NULL, &error);
  g_assert_no_error (error);
}

static GBytes *
pdf_with (const char *line)
{
  PdfMaker maker = pdf_maker_new ();
  g_autofree char *content = g_strdup_printf ("BT /F1 12 Tf 50 700 Td (%s) Tj ET", line);

  pdf_maker_add_page (&maker,
                      "/MediaBox[0 0 595 842]/Resources<</Font<</F1<</Type/Font/Subtype/Type1"
                      "/BaseFont/Helvetica>>>>>>",
                      content);
  return pdf_maker_end (&maker, "");
}

/* Lets everybody hear of what was added. */
static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

/* Turns the main loop until nothing is read any more. */
static void
wait_until_done (SelPageReader *reader)
{
  while (sel_page_reader_is_reading (reader))
    g_main_context_iteration (NULL, TRUE);
}

static void
assert_state (Register *reg, guint n_read, guint n_unread, guint n_in_trouble)
{
  g_autoptr (SelReading) reading = sel_reading_begin (reg->store, NULL);
  SelPageTextState state;

  g_assert_true (sel_page_text_get_state (reading->connection, &state, NULL));
  g_assert_cmpuint (state.n_read, ==, n_read);
  g_assert_cmpuint (state.n_unread, ==, n_unread);
  g_assert_cmpuint (state.n_in_trouble, ==, n_in_trouble);
}

static guint
count_hits (Register *reg, const char *typed)
{
  g_autoptr (SelReading) reading = sel_reading_begin (reg->store, NULL);
  g_autoptr (GPtrArray) query = sel_word_query_new (typed);
  gboolean has_more;
  g_autoptr (GPtrArray) hits = sel_page_find (reading->connection, query, 10, &has_more, NULL);

  return hits->len;
}

/* What is there already, and what comes in; what cannot be read says why and is not tried again. */
static void
test_all_are_read (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelPageReader) reader = NULL;
  guint n_done, n_all;

  add (reg, "Satu", pdf_with ("Perjanjian kerjasama"));
  add (reg, "Salinan", pdf_with ("Perjanjian kerjasama"));
  add (reg, "Terkunci", pdf_encrypted ("rahasia"));
  add (reg, "Rusak", g_bytes_new_static ("<html>", 6));
  settle ();
  reader = sel_page_reader_new (reg->store);
  g_assert_false (sel_page_reader_is_reading (reader));

  sel_page_reader_start (reader);
  wait_until_done (reader);
  g_assert_null (sel_page_reader_get_trouble (reader));
  sel_page_reader_get_progress (reader, &n_done, &n_all);
  g_assert_cmpuint (n_done, ==, 3);
  g_assert_cmpuint (n_all, ==, 3);
  assert_state (reg, 1, 0, 2);
  g_assert_cmpuint (count_hits (reg, "bekerja sama"), ==, 1);
  g_assert_cmpint (register_get_int (reg, "SELECT group_concat (trouble) = 'encrypted,damaged'"
                                          " FROM (SELECT trouble FROM page_source"
                                          " WHERE trouble IS NOT NULL ORDER BY id)"),
                   ==, 1);

  /* Whoever adds one need not ask for it. */
  add (reg, "Dua", pdf_with ("Nota kesepahaman"));
  while (count_hits (reg, "kesepahaman") == 0)
    g_main_context_iteration (NULL, TRUE);
  wait_until_done (reader);
  sel_page_reader_get_progress (reader, &n_done, &n_all);
  g_assert_cmpuint (n_all, ==, 1);
  assert_state (reg, 2, 0, 2);

  sel_page_reader_try_again (reader);
  wait_until_done (reader);
  sel_page_reader_get_progress (reader, &n_done, &n_all);
  g_assert_cmpuint (n_all, ==, 2);
  assert_state (reg, 2, 0, 2);
}

/* What was read when it was stopped is kept; the rest is read after the next start. */
static void
test_stopped (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (SelPageReader) reader = NULL;
  g_autoptr (SelPageReader) next = NULL;
  guint n_done = 0, n_all, n_read;

  for (guint i = 0; i < 12; i++)
    {
      g_autofree char *line = g_strdup_printf ("Pasal %u", i);

      add (reg, line, pdf_with (line));
    }

  settle ();
  reader = sel_page_reader_new (reg->store);
  sel_page_reader_start (reader);
  while (n_done < 3)
    sel_page_reader_get_progress (reader, &n_done, &n_all);
  sel_page_reader_stop (reader);
  wait_until_done (reader);
  g_assert_null (sel_page_reader_get_trouble (reader));
  n_read = (guint) register_get_int (reg, "SELECT count (*) FROM page_source");
  g_assert_cmpuint (n_read, >=, 3);
  g_assert_cmpuint (n_read, <, 12);

  /* One that comes meanwhile waits too. */
  add (reg, "Lagi", pdf_with ("Pasal 99"));
  settle ();
  g_assert_false (sel_page_reader_is_reading (reader));

  settle ();
  next = sel_page_reader_new (reg->store);
  sel_page_reader_start (next);
  wait_until_done (next);
  sel_page_reader_get_progress (next, &n_done, &n_all);
  g_assert_cmpuint (n_all, ==, 13 - n_read);
  assert_state (reg, 13, 0, 0);
}

static void
activate_cb (G_GNUC_UNUSED GApplication *application, gpointer reader)
{
  sel_page_reader_start (reader);
  sel_page_reader_stop (reader);
}

/* A program whose window was closed stays until nobody uses the register any more, or its last
 * changes would be left beside it. */
static void
test_the_program_waits (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GApplication) application = g_application_new (NULL, G_APPLICATION_NON_UNIQUE);
  g_autoptr (SelPageReader) reader = sel_page_reader_new (reg->store);

  add (reg, "Satu", pdf_with ("Pasal 1"));
  g_application_set_default (application);
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), reader);
  g_application_run (application, 0, NULL);
  g_application_set_default (NULL);
  g_assert_false (sel_page_reader_is_reading (reader));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/page-reader/all-are-read", test_all_are_read);
  g_test_add_func ("/page-reader/stopped", test_stopped);
  g_test_add_func ("/page-reader/the-program-waits", test_the_program_waits);
  return g_test_run ();
}
