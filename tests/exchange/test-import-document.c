/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "confined/pdf-maker.h"
#include "exchange/item-queue.h"
#include "exchange/register.h"

#define AGREEMENT                                                  \
  "<agreement id=\"A-1\"><kind>memorandum</kind><title>Pelatihan " \
  "kerja</title><stage>draft</stage>"                              \
  "<open_ended>true</open_ended></agreement>\n"

/* An exchange with one document: the hash of @content, and @pages if there are any. */
static char *
make_exchange (GBytes *content, const char *pages)
{
  g_autofree char *sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);

  return g_strconcat (
    "<exchange xmlns=\"urn:selaras:exchange:1\">\n", HEADER_OF ("office", 1), AGREEMENT,
    "<document id=\"D-1\"><agreement>A-1</agreement><kind>signed</kind>"
    "<title>PKS</title><file>pks.pdf</file><sha256>",
    sha256, "</sha256>", pages ? pages : "", "</document>\n</exchange>\n", NULL);
}

static void
test_the_bytes_and_pages_are_kept (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GBytes) pdf = pdf_drawn (3);
  g_autofree char *text = make_exchange (pdf, NULL);
  g_autoptr (SelImportResult) first = NULL;
  g_autoptr (SelImportResult) second = NULL;

  register_write_bytes (reg, "pks.pdf", pdf);
  first = register_import (reg, text, 0);
  register_assert_counts (first, 2, 0, 0, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT pages FROM document"), ==, 3);
  g_assert_cmpint (register_get_int (reg, "SELECT length (bytes) FROM content"), ==,
                   (gint64) g_bytes_get_size (pdf));

  second = register_import (reg, text, 0);
  register_assert_counts (second, 0, 0, 2, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM content"), ==, 1);
}

static void
test_one_with_a_password_is_kept (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GBytes) pdf = pdf_encrypted ("rahasia");
  g_autofree char *text = make_exchange (pdf, NULL);
  g_autoptr (SelImportResult) result = NULL;

  register_write_bytes (reg, "pks.pdf", pdf);
  result = register_import (reg, text, 0);
  register_assert_counts (result, 2, 0, 0, 0);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM document WHERE pages IS NULL"), ==,
                   1);
}

static void
refuse (Register *reg, GBytes *announced, const char *pages, const char *reason)
{
  g_autofree char *text = make_exchange (announced, pages);

  register_refuse (reg, text, FIRST_LINE + 1, "file", reason);
  g_assert_cmpint (register_get_int (reg, "SELECT count (*) FROM content"), ==, 0);
}

static void
test_a_missing_one_is_refused (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GBytes) pdf = pdf_drawn (1);

  refuse (reg, pdf, NULL,
          "“pks.pdf” is missing: it belongs in the folder of the exchange file. Put it there and "
          "import again.");
}

static void
test_an_altered_one_is_refused (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GBytes) pdf = pdf_drawn (1);
  g_autoptr (GBytes) other = pdf_drawn (2);

  register_write_bytes (reg, "pks.pdf", other);
  refuse (reg, pdf, NULL,
          "“pks.pdf” is not the file that was sent: its SHA-256 is another. Ask its sender for it "
          "again.");
}

static void
test_a_link_is_not_followed (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GBytes) pdf = pdf_drawn (1);
  g_autofree char *link = register_dup_path (reg, "pks.pdf");

  register_write_bytes (reg, "elsewhere.pdf", pdf);
  g_assert_cmpint (symlink ("elsewhere.pdf", link), ==, 0);
  refuse (reg, pdf, NULL,
          "“pks.pdf” is a link, which is not followed. Put the file itself in its place.");
}

static void
test_a_pipe_is_not_opened (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GBytes) pdf = pdf_drawn (1);
  g_autofree char *pipe = register_dup_path (reg, "pks.pdf");

  g_assert_cmpint (mkfifo (pipe, 0600), ==, 0);
  refuse (reg, pdf, NULL, "“pks.pdf” is not a file.");
}

static void
test_other_pages_are_refused (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GBytes) pdf = pdf_drawn (3);

  register_write_bytes (reg, "pks.pdf", pdf);
  refuse (
    reg, pdf, "<pages>2</pages>",
    "“pks.pdf” has 3 pages, not as many as the exchange says. Ask its sender which is right.");
}

static void
test_a_damaged_one_is_refused (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GBytes) junk = g_bytes_new_static ("%PDF-1.7 and nothing more", 25);

  register_write_bytes (reg, "pks.pdf", junk);
  refuse (reg, junk, NULL,
          "“pks.pdf” cannot be read: it is damaged, incomplete or not a PDF. Ask its sender for a "
          "new copy.");
}

static void
test_an_empty_one_is_refused (void)
{
  g_autoptr (Register) reg = register_new ();
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);

  register_write_bytes (reg, "pks.pdf", nothing);
  refuse (reg, nothing, NULL,
          "“pks.pdf” cannot be read: it is damaged, incomplete or not a PDF. Ask its sender for a "
          "new copy.");
}

/* A reader that was taken over says what it likes: a document with this file. */
static void
say_document (SelItemQueue *self, const char *file, const char *sha256)
{
  SelQueuedItem *header =
    sel_item_queue_new_item (self, SEL_EXCHANGE_ITEM_HEADER, 0, &sel_exchange_header_type);
  SelQueuedItem *document =
    sel_item_queue_new_item (self, SEL_EXCHANGE_ITEM_RECORD, 9, &sel_document_type);

  sel_queued_item_set_header (header, "office", NULL, 1760000000);
  sel_item_queue_push (self, header);
  document->id = g_strdup ("D-1");
  sel_queued_item_set (document, "kind", "signed");
  sel_queued_item_set (document, "title", "PKS");
  sel_queued_item_set (document, "file", file);
  sel_queued_item_set (document, "sha256", sha256);
  sel_item_queue_push (self, document);
}

static gboolean
next_of_taken_over (gpointer data,
                    SelExchangeItem *item,
                    G_GNUC_UNUSED GCancellable *cancellable,
                    G_GNUC_UNUSED GError **error)
{
  if (!sel_item_queue_pop (data, item))
    *item = (SelExchangeItem){ .kind = SEL_EXCHANGE_ITEM_END, .n_records = 1 };
  return TRUE;
}

static double
progress_of_taken_over (G_GNUC_UNUSED gpointer data)
{
  return 0;
}

static void
clear_taken_over (gpointer data)
{
  sel_item_queue_clear (data);
}

/* It does not choose what is opened: not even that it is missing is found out. */
static void
test_no_other_folder_is_looked_into (void)
{
  static const char *const names[] = { "../../etc/passwd", "folder/pks.pdf", "/etc/passwd", "..",
                                       ".pks.pdf", "..\\pks.pdf" };
  static const SelItemSourceClass klass = { next_of_taken_over, progress_of_taken_over, NULL,
                                            clear_taken_over };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (Register) reg = register_new ();
      g_autofree char *path = register_dup_path (reg, "exchange.xml");
      SelItemQueue reader;
      g_autoptr (SelItemSource) source = NULL;
      g_autoptr (SelImportResult) result = NULL;
      g_autoptr (GError) error = NULL;
      const SelImportNote *note;
      GDate today;
      SelImportRequest request = { path, 0, &today, NULL, 0, NULL, NULL };

      register_write (reg, "exchange.xml", "");
      sel_item_queue_init (&reader);
      request.source = source = sel_item_source_new (&klass, &reader);
      say_document (&reader, names[i],
                    "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
      g_date_clear (&today, 1);
      g_date_set_dmy (&today, 22, G_DATE_NOVEMBER, 2025);
      result = sel_import_run (reg->store, &request, NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpuint (result->notes[SEL_IMPORT_REFUSED]->len, ==, 1);
      note = g_ptr_array_index (result->notes[SEL_IMPORT_REFUSED], 0);
      g_assert_cmpstr (note->field->name, ==, "file");
      g_assert_cmpstr (note->reason, ==,
                       "A file name has no folder and does not begin with a dot.");
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/import/document/the-bytes-and-pages-are-kept",
                   test_the_bytes_and_pages_are_kept);
  g_test_add_func ("/import/document/one-with-a-password-is-kept",
                   test_one_with_a_password_is_kept);
  g_test_add_func ("/import/document/a-missing-one-is-refused", test_a_missing_one_is_refused);
  g_test_add_func ("/import/document/an-altered-one-is-refused", test_an_altered_one_is_refused);
  g_test_add_func ("/import/document/a-link-is-not-followed", test_a_link_is_not_followed);
  g_test_add_func ("/import/document/a-pipe-is-not-opened", test_a_pipe_is_not_opened);
  g_test_add_func ("/import/document/other-pages-are-refused", test_other_pages_are_refused);
  g_test_add_func ("/import/document/a-damaged-one-is-refused", test_a_damaged_one_is_refused);
  g_test_add_func ("/import/document/an-empty-one-is-refused", test_an_empty_one_is_refused);
  g_test_add_func ("/import/document/no-other-folder-is-looked-into",
                   test_no_other_folder_is_looked_into);

  return g_test_run ();
}
