/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents on paper. */
#include "page-fixture.h"
#include "pdf-maker.h"
#include "pdf-session.h"
#include "rich-pdf.h"
#include "ui/pages/page-print.h"

/* A4, in points. */
#define WIDTH 595
#define HEIGHT 842

static void
done_cb (G_GNUC_UNUSED GtkPrintOperation *operation, GtkPrintOperationResult result, int *outcome)
{
  *outcome = (int) result;
}

static void
use_a4 (GtkPrintOperation *operation)
{
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  GtkPaperSize *a4 = gtk_paper_size_new (GTK_PAPER_NAME_A4);

  gtk_page_setup_set_paper_size_and_default_margins (setup, a4);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_paper_size_free (a4);
}

/* What a printer of A4 would get, as a PDF. */
static SelPdf *
print (Fixture *fixture, GBytes *bytes)
{
  g_autoptr (SelPdf) pdf = pdf_open (bytes, NULL, NULL);
  g_autoptr (GtkPrintOperation) operation = sel_page_print_new (pdf, "perjanjian.pdf", 1);
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "printed.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) printed = NULL;
  int outcome = -1;

  use_a4 (operation);
  gtk_print_operation_set_show_progress (operation, FALSE);
  gtk_print_operation_set_export_filename (operation, path);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &outcome);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_EXPORT, fixture->window, NULL);
  while (outcome < 0)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpint (outcome, ==, GTK_PRINT_OPERATION_RESULT_APPLY);
  printed = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_nonnull (printed);
  return pdf_open (printed, NULL, NULL);
}

/* A page of 200 by 100 points lies in the middle of a sheet that is turned, as large as it is. */
static void
test_printed (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GBytes) bytes = pdf_drawn (3);
  g_autoptr (SelPdf) printed = print (fixture, bytes);
  g_autoptr (SelPixels) pixels = NULL;
  const guint left = (HEIGHT - 200) / 2, top = (WIDTH - 100) / 2;
  double width, height;

  g_assert_cmpuint (sel_pdf_get_n_pages (printed), ==, 3);
  sel_pdf_get_page_size (printed, 1, &width, &height);
  g_assert_cmpfloat_with_epsilon (width, HEIGHT, 1);
  g_assert_cmpfloat_with_epsilon (height, WIDTH, 1);

  pixels = pdf_render (printed, 1, 1, NULL);
  g_assert_cmphex (pdf_pixel (pixels, left + 40, top + 35), ==, 0xffff0000);
  g_assert_cmphex (pdf_pixel (pixels, left + 10, top + 35), ==, 0xffffffff);
  g_assert_cmphex (pdf_pixel (pixels, left + 70, top + 35), ==, 0xffffffff);
  g_assert_cmphex (pdf_pixel (pixels, left + 40, top + 15), ==, 0xffffffff);
  g_assert_cmphex (pdf_pixel (pixels, left + 40, top + 55), ==, 0xffffffff);
}

/* A sheet that is larger than the paper is made smaller. */
static void
test_large_page_is_made_smaller (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  PdfMaker maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SelPdf) printed = NULL;
  g_autoptr (SelPixels) pixels = NULL;

  pdf_maker_add_page (&maker, "/MediaBox[0 0 1190 1684]", "1 0 0 rg 0 0 1190 842 re f");
  bytes = pdf_maker_end (&maker, "");
  printed = print (fixture, bytes);
  pixels = pdf_render (printed, 0, 1, NULL);
  g_assert_cmphex (pdf_pixel (pixels, 300, 430), ==, 0xffff0000);
  g_assert_cmphex (pdf_pixel (pixels, 10, 830), ==, 0xffff0000);
  g_assert_cmphex (pdf_pixel (pixels, 300, 410), ==, 0xffffffff);
}

static GtkWidget *
find_preview (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (g_type_is_a (G_OBJECT_TYPE (window), g_type_from_name ("SelPrintPreview")))
        return window;
    }
  return NULL;
}

static gboolean
has_preview (G_GNUC_UNUSED Fixture *fixture, gconstpointer place)
{
  GtkWidget *window = find_preview ();
  GtkWidget *picture = window ? find_widget (window, GTK_TYPE_PICTURE) : NULL;

  return picture && gtk_picture_get_paintable (GTK_PICTURE (picture)) &&
         find_labelled (window, place);
}

static gboolean
is_ready (G_GNUC_UNUSED Fixture *fixture, gconstpointer label)
{
  return gtk_widget_get_sensitive (find_labelled (find_preview (), label));
}

static gboolean
is_over (G_GNUC_UNUSED Fixture *fixture, gconstpointer outcome)
{
  return *(const int *) outcome >= 0 && !find_preview ();
}

static void
test_preview (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GBytes) bytes = pdf_rich (3);
  g_autoptr (SelPdf) pdf = pdf_open (bytes, NULL, NULL);
  g_autoptr (GtkPrintOperation) operation = sel_page_print_new (pdf, "perjanjian.pdf", 1);
  int outcome = -1;

  use_a4 (operation);
  g_signal_connect (operation, "done", G_CALLBACK (done_cb), &outcome);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PREVIEW, fixture->window, NULL);
  wait_until (fixture, has_preview, "Sheet 1 of 3");
  wait_until (fixture, is_ready, "Next sheet");
  g_signal_emit_by_name (find_labelled (find_preview (), "Next sheet"), "clicked");
  wait_until (fixture, has_preview, "Sheet 2 of 3");
  wait_until (fixture, is_ready, "Previous sheet");
  gtk_window_close (GTK_WINDOW (find_preview ()));
  wait_until (fixture, is_over, &outcome);
}

#define ADD(path, test) \
  g_test_add ("/page-print/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

static void
add_tests (void)
{
  ADD ("printed", test_printed);
  ADD ("large-page", test_large_page_is_made_smaller);
  ADD ("preview", test_preview);
}

int
main (int argc, char *argv[])
{
  return fixture_run (&argc, &argv, add_tests);
}
