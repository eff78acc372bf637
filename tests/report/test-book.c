/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The register book, and an agreement on one page, as PDFs and workbooks are read again. */
#include <fcntl.h>
#include <string.h>

#include <glib/gstdio.h>

#include "exchange/export-result.h"
#include "report/agreement-summary.h"
#include "report/register-book.h"
#include "support.h"
#include "support/printed.h"
#include "support/workbook.h"

#define NOTICE_DAYS 90
#define HASH "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

static char *
dup_path (Place *place, const char *name)
{
  return g_build_filename (place->folder, name, NULL);
}

static void
add_all (SelStore *store)
{
  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "Badan Narkotika Nasional", "kind", "ministry", NULL));
  add (store, &sel_partner_type,
       make (&sel_partner_type, "name", "Dinas <Sosial> & Tenaga", "kind", "agency", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "kind", "cooperation", "stage", "signed", "title",
             "Pelatihan las", "signed_on", "2025-03-02", "starts_on", "2025-03-02", "ends_on",
             "2028-03-01", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "kind", "memorandum", "stage", "signed", "title",
             "Nota kesepahaman", "signed_on", "2019-05-16", "ends_on", "2022-05-15", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "kind", "cooperation", "stage", "draft", "title", "Rancangan",
             "parent", "2", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "1", "position", "1", "partner", "1", "number",
             "12/PKS/2025", "signatory", "Budi Contoh", "office", "Direktur", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "1", "position", "2", "partner", "2", NULL));
  add (store, &sel_party_type,
       make (&sel_party_type, "agreement", "2", "position", "1", "partner", "1", "number",
             "7/NK/2019", NULL));
}

static SelRegisterOrder *
order_of (const char *search, const char *office)
{
  g_autoptr (SelListRequest) request = sel_list_request_new ();
  GDate today = date_of (TODAY);

  sel_list_request_set_day (request, &today, NOTICE_DAYS);
  request->search = g_strdup (search);
  return sel_register_order_new (request, office, &today, NOTICE_DAYS);
}

static GStrv
write_register (SelStore *store, Place *place, const SelRegisterOrder *order)
{
  g_autofree char *path = dup_path (place, "book.pdf");
  g_autoptr (GError) error = NULL;
  guint n;

  sel_register_write (store, order, path, TRUE, &n, NULL, &error);
  g_assert_no_error (error);
  return printed_read (path);
}

/* By year, what is not signed last, with all that the law books want to see. */
static void
test_register (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelRegisterOrder) order = order_of (NULL, "BNN & Kota");
  g_auto (GStrv) pages = NULL;

  add_all (store);
  pages = write_register (store, place, order);
  g_assert_cmpuint (g_strv_length (pages), ==, 1);
  PRINTED_IN_ORDER (pages[0], "Register of agreements", "BNN & Kota", "11 October 2025",
                    "3 agreements", "Number and date");
  PRINTED_IN_ORDER (pages[0], "2019", "7/NK/2019", "○ Expired", "2025", "12/PKS/2025",
                    "2 March 2025", "● In force", "Not signed yet", "◌ Draft", "Page 1 of 1");
  PRINTED_IN_ORDER (pages[0], "Pelatihan las", "Rancangan");
  PRINTED_IN_ORDER (pages[0], "1. Badan Narkotika Nasional", "12/PKS/2025", "Budi Contoh, Direktur",
                    "2. Dinas <Sosial> & Tenaga", "number missing");
  PRINTED_IN_ORDER (pages[0], "Made under: 7/NK/2019,");
  PRINTED_IN_ORDER (pages[0], "2 March 2025 –", "1 March 2028");
}

static void
add_tied (SelStore *store)
{
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "kind", "addendum", "stage", "signed", "title", "Adendum",
             "parent", "1", "signed_on", "2026-06-01", NULL));
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "kind", "cooperation", "stage", "draft", "title", "Las II",
             "parent", "2", "renews", "1", NULL));
}

/* An addendum is not made under another agreement: it changes it. */
static void
test_relations (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelRegisterOrder) order = order_of (NULL, NULL);
  g_autofree char *path = dup_path (place, "book.xlsx");
  g_autofree char *strings = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) pages = NULL;
  guint n;

  add_all (store);
  add_tied (store);
  pages = write_register (store, place, order);
  PRINTED_IN_ORDER (pages[0], "2026", "Adendum", "Changes: 12/PKS/2025,", "Not signed yet",
                    "Rancangan", "Made under: 7/NK/2019,", "Las II", "Made under: 7/NK/2019,",
                    "Renews: 12/PKS/2025,");
  g_assert_null (strstr (pages[0], "Made under: 12/PKS/2025"));

  sel_register_write (store, order, path, FALSE, &n, NULL, &error);
  g_assert_no_error (error);
  strings = workbook_read_part (path, "xl/sharedStrings.xml");
  PRINTED_IN_ORDER (strings, "Title", "Relations", "Parties", "Adendum",
                    ">Changes: 12/PKS/2025, Pelatihan las<", "Rancangan",
                    ">Made under: 7/NK/2019, Nota kesepahaman<", "Las II",
                    ">Made under: 7/NK/2019, Nota kesepahaman\n"
                    "Renews: 12/PKS/2025, Pelatihan las<");
}

/* What fills a cell keeps a distance from the cell beside it: of two that share the width, in the
 * middle. */
static void
test_cells_keep_apart (void)
{
  static const SelPrintoutColumn columns[] = { { "Satu", 1, FALSE }, { "Dua", 1, FALSE } };
  enum
  {
    WIDTH = 400,
    HEIGHT = 200,
    FOOT = 60
  };
  g_autoptr (SelPrintout) paper = sel_printout_new (WIDTH, HEIGHT, 8);
  g_autofree char *full = g_strnfill (120, 'i');
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, WIDTH, HEIGHT);
  cairo_t *cairo = cairo_create (surface);
  const int stride = cairo_image_surface_get_stride (surface);
  const guchar *pixels = cairo_image_surface_get_data (surface);

  sel_printout_begin (paper, "Judul", "", "");
  sel_printout_begin_table (paper, columns, G_N_ELEMENTS (columns));
  sel_printout_add_row (paper, (char *[]){ full, full });
  sel_printout_end (paper);
  cairo_set_source_rgb (cairo, 1, 1, 1);
  cairo_paint (cairo);
  sel_printout_draw (paper, 0, cairo);
  cairo_surface_flush (surface);
  for (int y = 0; y < HEIGHT - FOOT; y++)
    for (int x = WIDTH / 2 - 5; x < WIDTH / 2 + 5; x++)
      g_assert_cmpuint (pixels[y * stride + x * 4], >, 0x80); /* lines are paler */

  cairo_destroy (cairo);
  cairo_surface_destroy (surface);
}

/* What the list is narrowed to is in the book, and is said. */
static void
test_narrowed (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelRegisterOrder) order = order_of ("las", NULL);
  g_autoptr (SelRegisterOrder) nothing = order_of ("xyzzy", NULL);
  g_auto (GStrv) pages = NULL;
  g_auto (GStrv) empty = NULL;

  add_all (store);
  order->request->filters[1] = g_strdup ("in_force");
  pages = write_register (store, place, order);
  PRINTED_IN_ORDER (pages[0], "State: In force · “las”", "Pelatihan las");
  g_assert_null (strstr (pages[0], "Nota kesepahaman"));
  empty = write_register (store, place, nothing);
  PRINTED_IN_ORDER (empty[0], "0 agreements", "There is no such agreement.");
}

/* Long titles are there to their end, and heads on every page. */
static void
test_many_pages (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelRegisterOrder) order = order_of (NULL, NULL);
  g_autoptr (GString) title = g_string_new (NULL);
  g_auto (GStrv) pages = NULL;
  guint n_pages, n_found = 0;

  while (title->len < 190)
    g_string_append (title, "penyelenggaraan ");
  g_string_append (title, "selesai");
  for (guint i = 0; i < 200; i++)
    {
      g_autofree char *day = g_strdup_printf ("%u-01-02", 1990 + i / 7);

      add (store, &sel_agreement_type,
           make (&sel_agreement_type, "kind", "cooperation", "stage", "signed", "title", title->str,
                 "signed_on", day, NULL));
    }

  pages = write_register (store, place, order);
  n_pages = g_strv_length (pages);
  g_assert_cmpuint (n_pages, >, 10);
  for (guint i = 0; i < n_pages; i++)
    {
      g_autofree char *of = g_strdup_printf ("Page %u of %u", i + 1, n_pages);

      PRINTED_IN_ORDER (pages[i], "Register of agreements", "Title", "State");
      PRINTED_IN_ORDER (pages[i], of);
      for (const char *at = pages[i]; (at = strstr (at, "selesai")); at++)
        n_found++;
    }
  g_assert_cmpuint (n_found, ==, 200);
}

/* However full the page is, a heading is on that of the row below it. */
static void
test_no_heading_alone (void)
{
  static const SelPrintoutColumn column = { "Satu", 1, FALSE };
  g_autoptr (Place) place = place_new ();
  g_autofree char *path = dup_path (place, "paper.pdf");
  gboolean was_second = FALSE;

  for (guint n = 20; n < 34; n++)
    {
      g_autoptr (SelPrintout) paper = sel_printout_new (SEL_PRINTOUT_A4_LONG, SEL_PRINTOUT_A4_SHORT, 8);
      g_autoptr (GError) error = NULL;
      g_auto (GStrv) pages = NULL;
      int file = g_open (path, O_CREAT | O_TRUNC | O_WRONLY, 0600);

      sel_printout_begin (paper, "Judul", "", "");
      sel_printout_begin_table (paper, &column, 1);
      for (guint i = 0; i < n; i++)
        sel_printout_add_row (paper, (char *[]){ "baris" });
      sel_printout_add_band (paper, "Tahun");
      sel_printout_add_row (paper, (char *[]){ "tinggi\nsekali\nlagi\nlagi\nlagi\nlagi\nlagi" });
      sel_printout_end (paper);
      sel_printout_write_pdf (paper, file, "paper.pdf", NULL, NULL, NULL, &error);
      g_assert_no_error (error);
      g_close (file, NULL);

      pages = printed_read (path);
      for (guint i = 0; pages[i]; i++)
        g_assert_cmpint (strstr (pages[i], "Tahun") != NULL, ==,
                         strstr (pages[i], "tinggi") != NULL);
      was_second |= pages[1] != NULL;
    }
  g_assert_true (was_second);
}

static void
test_register_as_workbook (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelRegisterOrder) order = order_of (NULL, NULL);
  g_autofree char *path = dup_path (place, "book.xlsx");
  g_autofree char *strings = NULL;
  g_autofree char *sheet = NULL;
  g_autoptr (GError) error = NULL;
  int done = 0;
  guint n;

  add_all (store);
  order->done = &done;
  sel_register_write (store, order, path, FALSE, &n, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpint (done, ==, 1000);
  strings = workbook_read_part (path, "xl/sharedStrings.xml");
  PRINTED_IN_ORDER (strings, "Numbers of the parties", "Signatories", "2019", "7/NK/2019",
                    "Nota kesepahaman", "○ Expired", "12/PKS/2025",
                    "1. Badan Narkotika Nasional\n2. Dinas &lt;Sosial&gt; &amp; Tenaga",
                    "1. 12/PKS/2025\n2. –", "1. Budi Contoh\n2. –", "Not signed yet");
  sheet = workbook_read_part (path, "xl/worksheets/sheet1.xml");
  PRINTED_IN_ORDER (sheet, "<autoFilter ref=\"A1:M4\"");
  PRINTED_IN_ORDER (sheet, "<v>45718</v>"); /* 2 March 2025, as spreadsheets count */
}

static GStrv
write_summary (SelStore *store, Place *place, gint64 agreement)
{
  GDate today = date_of (TODAY);
  g_autoptr (SelAgreementSummaryOrder) order =
    sel_agreement_summary_order_new (agreement, "BNN Kota", &today, NOTICE_DAYS);
  g_autofree char *path = dup_path (place, "one.pdf");
  g_autoptr (GError) error = NULL;

  sel_agreement_summary_write (store, order, path, TRUE, &error);
  g_assert_no_error (error);
  return printed_read (path);
}

static void
test_summary (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_auto (GStrv) pages = NULL;
  g_auto (GStrv) addendum = NULL;
  g_auto (GStrv) draft = NULL;

  add_all (store);
  add (store, &sel_agreement_type,
       make (&sel_agreement_type, "kind", "addendum", "stage", "signed", "title", "Adendum",
             "parent", "1", "signed_on", "2025-06-01", "ends_on", "2029-12-31", NULL));
  add (store, &sel_scope_item_type,
       make (&sel_scope_item_type, "agreement", "1", "position", "1", "topic", "data_exchange",
             "text", "Pertukaran data", "article", "2", NULL));
  add (store, &sel_obligation_type,
       make (&sel_obligation_type, "agreement", "1", "text", "Laporan tahunan", "due_on",
             "2025-09-01", NULL));
  add (store, &sel_realisation_type,
       make (&sel_realisation_type, "agreement", "1", "scope_item", "1", "done_on", "2025-07-01",
             "text", "Data 2024 dikirim", "quantity", "1250", NULL));
  add (store, &sel_document_type,
       make (&sel_document_type, "agreement", "1", "kind", "signed", "title", "Naskah", "file",
             "naskah.pdf", "sha256", HASH, NULL));

  pages = write_summary (store, place, 1);
  g_assert_cmpuint (g_strv_length (pages), ==, 1);
  PRINTED_IN_ORDER (pages[0], "Pelatihan las", "BNN Kota", "● In force",
                    "31 December 2029 by an addendum", "Parties", "12/PKS/2025", "Budi Contoh",
                    "Scope", "What was done", "Pertukaran data", "1 entry", "Obligations",
                    "Laporan tahunan", "all parties", "Overdue", "What was done",
                    "Data 2024 dikirim", "1 July 2025", "1250", "Pertukaran data", "Family", "Changed by", "Adendum", "Documents", "Naskah", HASH);

  addendum = write_summary (store, place, 4);
  PRINTED_IN_ORDER (addendum[0], "Adendum", "Family", "Changes", "12/PKS/2025");

  /* What it has nothing of is not on it. */
  draft = write_summary (store, place, 3);
  PRINTED_IN_ORDER (draft[0], "Rancangan", "◌ Draft", "Made under", "7/NK/2019");
  g_assert_null (strstr (draft[0], "Obligations"));
}

/* Two scope items of a topic: the cohorts are not of each. */
static void
test_summary_of_a_topic_twice (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *path = dup_path (place, "one.xlsx");
  g_autofree char *strings = NULL;
  g_autoptr (SelAgreementSummaryOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  GDate today = date_of (TODAY);

  add_all (store);
  for (guint i = 0; i < 2; i++)
    add (store, &sel_scope_item_type,
         make (&sel_scope_item_type, "agreement", "1", "position", i ? "2" : "1", "topic",
               "training", "text", i ? "Tata boga" : "Las", NULL));
  add (store, &sel_course_type, make (&sel_course_type, "name", "Las", "vocation", "Las", NULL));
  add (store, &sel_cohort_type,
       make (&sel_cohort_type, "name", "Angkatan I", "course", "1", "agreement", "1", "capacity",
             "16", "starts_on", "2025-04-01", "ends_on", "2025-05-01", NULL));

  order = sel_agreement_summary_order_new (1, NULL, &today, NOTICE_DAYS);
  sel_agreement_summary_write (store, order, path, FALSE, &error);
  g_assert_no_error (error);
  strings = workbook_read_part (path, "xl/sharedStrings.xml");
  PRINTED_IN_ORDER (strings, ">Las<",
                    ">1 cohort held (together with the other items of this topic)<", ">Tata boga<");
}

/* However much there is: what is left out is counted, and the workbook has it. */
static void
test_summary_is_one_page (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autofree char *long_text = g_strnfill (900, 'm');
  g_autofree char *path = dup_path (place, "one.xlsx");
  g_autofree char *strings = NULL;
  g_autoptr (SelAgreementSummaryOrder) order = NULL;
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) pages = NULL;
  GDate today = date_of (TODAY);

  add_all (store);
  for (guint i = 0; i < 60; i++)
    {
      g_autofree char *text = g_strdup_printf ("Kewajiban %u %s", i, long_text);

      add (store, &sel_obligation_type,
           make (&sel_obligation_type, "agreement", "1", "text", text, NULL));
      add (store, &sel_scope_item_type,
           make (&sel_scope_item_type, "agreement", "1", "position", "1", "topic", "other", "text",
                 text, NULL));
    }

  pages = write_summary (store, place, 1);
  g_assert_cmpuint (g_strv_length (pages), ==, 1);
  PRINTED_IN_ORDER (pages[0], "2 March 2025", "Scope", "more, in the register", "Obligations",
                    "more, in the register", "Page 1 of 1");

  order = sel_agreement_summary_order_new (1, NULL, &today, NOTICE_DAYS);
  sel_agreement_summary_write (store, order, path, FALSE, &error);
  g_assert_no_error (error);
  strings = workbook_read_part (path, "xl/sharedStrings.xml");
  PRINTED_IN_ORDER (strings, "Kewajiban 0 ", "Kewajiban 59 ");
}

/* One that goes on and on is cut, and the others keep their rows. */
static void
test_summary_of_a_long_text (void)
{
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (GString) text = g_string_new ("Pelatihan");
  g_auto (GStrv) pages = NULL;

  for (guint i = 0; i < 600; i++)
    g_string_append (text, " keterampilan");
  add_all (store);
  add (store, &sel_scope_item_type,
       make (&sel_scope_item_type, "agreement", "1", "position", "1", "topic", "other", "text",
             text->str, NULL));
  for (guint i = 1; i <= 6; i++)
    {
      g_autofree char *owed = g_strdup_printf ("Kewajiban %u", i);

      add (store, &sel_obligation_type,
           make (&sel_obligation_type, "agreement", "1", "text", owed, NULL));
    }

  pages = write_summary (store, place, 1);
  g_assert_cmpuint (g_strv_length (pages), ==, 1);
  PRINTED_IN_ORDER (pages[0], "Pelatihan keterampilan", "Kewajiban 1", "Kewajiban 6");
  g_assert_null (strstr (pages[0], "more, in the register"));
}

/* What is there stays, unless it was said that it may go; and nothing is left of what failed. */
static void
test_refused (void)
{
  static const char *const names[] = { "book.csv", "book", "there.pdf" };
  g_autoptr (Place) place = place_new ();
  g_autoptr (SelStore) store = open_store (place);
  g_autoptr (SelRegisterOrder) order = order_of (NULL, NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autofree char *there = dup_path (place, "there.pdf");
  g_autofree char *contents = NULL;
  g_autoptr (GError) error = NULL;
  guint n;

  add_all (store);
  g_file_set_contents (there, "before", -1, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *path = dup_path (place, names[i]);

      g_assert_false (sel_register_write (store, order, path, FALSE, &n, NULL, &error));
      g_assert_error (error, SEL_EXPORT_ERROR, SEL_EXPORT_ERROR_REFUSED);
      g_clear_error (&error);
    }

  g_cancellable_cancel (cancelled);
  g_assert_false (sel_register_write (store, order, there, TRUE, &n, cancelled, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (g_file_get_contents (there, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "before");
}

#define TEST(name, function) g_test_add_func ("/report/book/" name, function)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  TEST ("register", test_register);
  TEST ("relations", test_relations);
  TEST ("cells-keep-apart", test_cells_keep_apart);
  TEST ("narrowed", test_narrowed);
  TEST ("many-pages", test_many_pages);
  TEST ("no-heading-alone", test_no_heading_alone);
  TEST ("register-as-workbook", test_register_as_workbook);
  TEST ("summary", test_summary);
  TEST ("summary-of-a-topic-twice", test_summary_of_a_topic_twice);
  TEST ("summary-is-one-page", test_summary_is_one_page);
  TEST ("summary-of-a-long-text", test_summary_of_a_long_text);
  TEST ("refused", test_refused);
  return g_test_run ();
}
