/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Documents that are opened, drawn and searched by the confined reader, and what becomes of them
 * when it is killed. */
#include <math.h>
#include <signal.h>
#include <string.h>

#include "pdf-maker.h"
#include "pdf-session.h"

#define WHITE 0xffffffff
#define RED 0xffff0000

static SelPdf *
open_sound (guint n_pages)
{
  g_autoptr (GBytes) bytes = pdf_drawn (n_pages);
  g_autoptr (GError) error = NULL;
  SelPdf *pdf = pdf_open (bytes, NULL, &error);

  g_assert_no_error (error);
  return pdf;
}

static void
test_open (void)
{
  g_autoptr (SelPdf) pdf = open_sound (3);
  double width, height;

  g_assert_cmpuint (sel_pdf_get_n_pages (pdf), ==, 3);
  g_assert_cmpstr (sel_pdf_get_title (pdf), ==, "Perjanjian “Selaras”");
  sel_pdf_get_page_size (pdf, 2, &width, &height);
  g_assert_cmpfloat (width, ==, 200);
  g_assert_cmpfloat (height, ==, 100);
}

static void
test_render (void)
{
  g_autoptr (SelPdf) pdf = open_sound (2);
  const double scales[] = { 1, 2, 1.337 };

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      const double scale = scales[i];
      g_autoptr (GError) error = NULL;
      g_autoptr (SelPixels) pixels = pdf_render (pdf, 1, scale, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (pixels->width, ==, (guint) (200 * scale + 0.5));
      g_assert_cmpuint (pixels->height, ==, (guint) (100 * scale + 0.5));
      g_assert_cmphex (pdf_pixel (pixels, 0, 0), ==, WHITE);
      g_assert_cmphex (pdf_pixel (pixels, pixels->width - 1, pixels->height - 1), ==, WHITE);
      g_assert_cmphex (pdf_pixel (pixels, (guint) (18 * scale), (guint) (30 * scale)), ==, WHITE);
      g_assert_cmphex (pdf_pixel (pixels, (guint) (22 * scale), (guint) (22 * scale)), ==, RED);
      g_assert_cmphex (pdf_pixel (pixels, (guint) (58 * scale), (guint) (48 * scale)), ==, RED);
      g_assert_cmphex (pdf_pixel (pixels, (guint) (62 * scale), (guint) (48 * scale)), ==, WHITE);
    }
}

static void
test_too_large_to_draw (void)
{
  g_autoptr (SelPdf) pdf = open_sound (1);
  const double scales[] = { 200, 60, 1e300, INFINITY };
  g_autoptr (SelPixels) pixels = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (pdf_render (pdf, 0, scales[i], &error));
      g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TOO_LARGE);
    }

  pixels = pdf_render (pdf, 0, 0.001, NULL); /* and never less than a pixel */
  g_assert_cmpuint (pixels->width, ==, 1);
}

static void
test_search (void)
{
  g_autoptr (SelPdf) pdf = open_sound (12);
  g_autoptr (GError) error = NULL;
  g_autoptr (GArray) hits = pdf_search (pdf, "pasal 1", &error);
  g_autoptr (GArray) none = NULL;
  const guint pages[] = { 0, 9, 10, 11 };

  g_assert_no_error (error);
  g_assert_cmpuint (hits->len, ==, G_N_ELEMENTS (pages));
  for (guint i = 0; i < hits->len; i++)
    {
      const SelPdfHit *hit = &g_array_index (hits, SelPdfHit, i);

      /* The words begin at 100, on a line at 90, 12 points high. */
      g_assert_cmpuint (hit->page, ==, pages[i]);
      g_assert_cmpfloat_with_epsilon (hit->x, 100, 2);
      g_assert_cmpfloat (hit->y, >, 70);
      g_assert_cmpfloat (hit->y, <, 84);
      g_assert_cmpfloat (hit->y + hit->height, >=, 90);
      g_assert_cmpfloat (hit->y + hit->height, <, 100);
      g_assert_cmpfloat (hit->width, >, 20);
      g_assert_cmpfloat (hit->width, <, 80);
    }

  none = pdf_search (pdf, "kewajiban", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (none->len, ==, 0);
}

/* Two lines in a font that the document does not bring along. */
static SelPdf *
open_two_lines (void)
{
  PdfMaker maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;

  pdf_maker_add_page (&maker, "/Resources<</Font<</F 5 0 R>>>>",
                      "BT /F 12 Tf 20 60 Td (antara PIHAK) Tj 0 -14 Td (KESATU dan) Tj ET");
  pdf_maker_add (&maker, 5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  bytes = pdf_maker_end (&maker, "");
  return pdf_open (bytes, NULL, NULL);
}

static void
test_fonts_are_found (void)
{
  g_autoptr (SelPdf) pdf = open_two_lines ();
  g_autoptr (SelPixels) pixels = pdf_render (pdf, 0, 2, NULL);
  guint n_dark = 0;

  for (guint y = 0; y < pixels->height; y++)
    for (guint x = 0; x < pixels->width; x++)
      n_dark += pdf_pixel (pixels, x, y) == 0xff000000;
  g_assert_cmpuint (n_dark, >, 200);
}

static void
test_search_goes_on_in_next_line (void)
{
  g_autoptr (SelPdf) pdf = open_two_lines ();
  g_autoptr (GArray) hits = NULL;

  hits = pdf_search (pdf, "pihak kesatu", NULL);
  g_assert_cmpuint (hits->len, ==, 2);
  g_assert_cmpfloat (g_array_index (hits, SelPdfHit, 0).x, >, 50);
  g_assert_cmpfloat_with_epsilon (g_array_index (hits, SelPdfHit, 1).x, 20, 1);
}

static void
test_text (void)
{
  g_autoptr (SelPdf) pdf = open_sound (2);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelPageText) text = pdf_text (pdf, 1, &error);
  g_autofree char *words = NULL;
  SelRectangle word = { 0 };

  g_assert_no_error (error);
  words = sel_page_text_dup_range (text, 0, 7);
  g_assert_cmpstr (words, ==, "Pasal 2");
  g_assert_cmpfloat (text->width, ==, 200);
  g_assert_cmpfloat (text->height, ==, 100);

  /* The words begin at 100, on a line at 90, 12 points high. */
  for (guint i = 0; i < 7; i++)
    {
      if (i > 0)
        g_assert_cmpfloat (text->places[i].x, >=, text->places[i - 1].x);
      sel_rectangle_join (&word, &text->places[i]);
    }
  g_assert_cmpfloat_with_epsilon (word.x, 100, 2);
  g_assert_cmpfloat (word.y, >, 70);
  g_assert_cmpfloat (word.y, <, 84);
  g_assert_cmpfloat (word.y + word.height, >=, 90);
  g_assert_cmpfloat (word.y + word.height, <, 100);
  g_assert_cmpfloat (word.width, >, 30);
  g_assert_cmpfloat (word.width, <, 80);
}

/* A page turned on its side, with more words than fit on it. */
static void
test_text_of_turned_page (void)
{
  PdfMaker maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (SelPdf) pdf = NULL;
  g_autoptr (SelPageText) text = NULL;

  pdf_maker_add_page (&maker, "/Rotate 90/Resources<</Font<</F 5 0 R>>>>",
                      "BT /F 12 Tf 20 60 Td (PIHAK) Tj 0 -45 Td (KESATU dan PIHAK KEDUA dan "
                      "PIHAK KETIGA dan PIHAK KEEMPAT) Tj ET");
  pdf_maker_add (&maker, 5, "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>");
  bytes = pdf_maker_end (&maker, "");
  pdf = pdf_open (bytes, NULL, NULL);
  text = pdf_text (pdf, 0, NULL);

  g_assert_cmpfloat (text->width, ==, 100);
  g_assert_cmpfloat (text->height, ==, 200);
  g_assert_true (g_str_has_prefix (text->text, "PIHAK"));

  /* Turned to the right, its foot is at the left, and what began at the left at the top. */
  g_assert_cmpfloat (text->places[0].x, >, 55);
  g_assert_cmpfloat_with_epsilon (text->places[0].y, 20, 2);
  for (guint i = 0; i < text->n_letters; i++)
    {
      g_assert_cmpfloat (text->places[i].x + text->places[i].width, <=, 100);
      g_assert_cmpfloat (text->places[i].y + text->places[i].height, <=, 200.001f);
    }
}

static void
test_read_pages (void)
{
  g_autoptr (GBytes) sound = pdf_drawn (7);
  g_autoptr (GBytes) protected = pdf_encrypted ("rahasia");
  g_autoptr (GPtrArray) pages = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  const SelPageText *last;

  g_assert_true (sel_pdf_read_pages (sound, "tujuh.pdf", NULL, &pages, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (pages->len, ==, 7);
  last = g_ptr_array_index (pages, 6);
  g_assert_true (g_str_has_prefix (last->text, "Pasal 7"));
  g_assert_cmpfloat_with_epsilon (last->places[0].x, 100, 2);

  g_assert_false (sel_pdf_read_pages (protected, "rahasia.pdf", NULL, &none, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_ENCRYPTED);
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  g_assert_false (sel_pdf_read_pages (sound, "tujuh.pdf", cancelled, &none, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A page that somebody looks at is drawn before the rest of the document is searched. */
static void
test_pages_come_before_searches (void)
{
  g_autoptr (SelPdf) pdf = open_sound (50);
  g_autoptr (GAsyncResult) searched = NULL;
  g_autoptr (GAsyncResult) drawn = NULL;
  g_autoptr (GArray) hits = NULL;
  g_autoptr (SelPixels) pixels = NULL;

  sel_pdf_search_async (pdf, "pasal", NULL, pdf_keep_result_cb, &searched);
  sel_pdf_render_async (pdf, 40, 1, NULL, pdf_keep_result_cb, &drawn);
  pdf_wait_for (&drawn);
  g_assert_null (searched);
  pdf_wait_for (&searched);

  hits = sel_pdf_search_finish (pdf, searched, NULL);
  g_assert_cmpuint (hits->len, ==, 50);
  pixels = sel_pdf_render_finish (pdf, drawn, NULL);
  g_assert_nonnull (pixels);
}

static void
test_cancelled_before_its_turn (void)
{
  g_autoptr (SelPdf) pdf = open_sound (2);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SelPixels) pixels = NULL;

  sel_pdf_render_async (pdf, 0, 1, NULL, pdf_keep_result_cb, &first);
  sel_pdf_render_async (pdf, 1, 20, cancellable, pdf_keep_result_cb, &second);
  g_cancellable_cancel (cancellable);
  pdf_wait_for (&first);
  pdf_wait_for (&second);

  pixels = sel_pdf_render_finish (pdf, first, &error);
  g_assert_no_error (error);
  g_assert_null (sel_pdf_render_finish (pdf, second, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_opening_is_cancelled (void)
{
  g_autoptr (GBytes) bytes = pdf_drawn (1);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  sel_pdf_open_async (bytes, "perjanjian.pdf", NULL, cancellable, pdf_keep_result_cb, &result);
  g_cancellable_cancel (cancellable);
  pdf_wait_for (&result);
  g_assert_null (sel_pdf_open_finish (result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
test_password (void)
{
  const char *const wrong_ones[] = { "Rahasia", "", "rahasiá", "秘密" };
  g_autoptr (GBytes) bytes = pdf_encrypted ("rahasia");
  g_autoptr (GError) needed = NULL;
  g_autoptr (GError) wrong = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SelPdf) pdf = NULL;
  g_autoptr (SelPixels) pixels = NULL;

  g_assert_null (pdf_open (bytes, NULL, &needed));
  g_assert_error (needed, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_ENCRYPTED);
  for (guint i = 0; i < G_N_ELEMENTS (wrong_ones); i++)
    {
      g_clear_error (&wrong);
      g_assert_null (pdf_open (bytes, wrong_ones[i], &wrong));
      g_assert_error (wrong, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_ENCRYPTED);
      g_assert_cmpstr (needed->message, !=, wrong->message);
    }

  pdf = pdf_open (bytes, "rahasia", &error);
  g_assert_no_error (error);
  pixels = pdf_render (pdf, 0, 1, &error);
  g_assert_no_error (error);
  g_assert_cmphex (pdf_pixel (pixels, 40, 35), ==, RED);
}

static void
test_killed_at_work (void)
{
  g_autoptr (SelPdf) pdf = open_sound (2);
  GPid pid = sel_confined_process_get_pid (pdf->process);
  g_autoptr (GAsyncResult) drawn = NULL;
  g_autoptr (GAsyncResult) searched = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) later = NULL;
  g_autoptr (SelPdf) again = NULL;
  g_autoptr (SelPixels) pixels = NULL;

  kill (pid, SIGSTOP);
  sel_pdf_render_async (pdf, 0, 1, NULL, pdf_keep_result_cb, &drawn);
  sel_pdf_search_async (pdf, "pasal", NULL, pdf_keep_result_cb, &searched);
  kill (pid, SIGKILL);
  pdf_wait_for (&drawn);
  pdf_wait_for (&searched);

  g_assert_null (sel_pdf_render_finish (pdf, drawn, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DIED);
  g_clear_error (&error);
  g_assert_null (sel_pdf_search_finish (pdf, searched, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DIED);
  g_assert_null (pdf_render (pdf, 1, 1, &later));
  g_assert_error (later, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DIED);

  again = open_sound (2);
  pixels = pdf_render (again, 0, 1, NULL);
  g_assert_cmphex (pdf_pixel (pixels, 40, 35), ==, RED);
}

static void
test_killed_at_rest (void)
{
  g_autoptr (SelPdf) pdf = open_sound (1);
  g_autoptr (GError) error = NULL;

  kill (sel_confined_process_get_pid (pdf->process), SIGKILL);
  g_assert_null (pdf_render (pdf, 0, 1, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DIED);
}

static void
test_silent_too_long (void)
{
  g_autoptr (SelPdf) pdf = open_sound (1);
  g_autoptr (GError) error = NULL;

  sel_confined_process_set_patience (pdf->process, 100);
  kill (sel_confined_process_get_pid (pdf->process), SIGSTOP);
  g_assert_null (pdf_render (pdf, 0, 1, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_TIMEOUT);
}

static void
test_closed (void)
{
  g_autoptr (SelPdf) pdf = open_sound (1);
  g_autoptr (GAsyncResult) drawn = NULL;
  g_autoptr (GError) error = NULL;

  sel_pdf_render_async (pdf, 0, 1, NULL, pdf_keep_result_cb, &drawn);
  sel_pdf_close (pdf);
  pdf_wait_for (&drawn);
  g_assert_null (sel_pdf_render_finish (pdf, drawn, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Pixels that somebody can still write are not looked at. */
static void
test_reader_keeps_pixels (void)
{
  g_autofree char *reader = g_strdup (g_getenv ("SELARAS_CONFINED"));
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF", 4);
  g_autoptr (GError) error = NULL;
  g_autoptr (SelPdf) pdf = NULL;

  g_setenv ("SELARAS_CONFINED", g_getenv ("HOSTILE_READER"), TRUE);
  pdf = pdf_open (bytes, NULL, &error);
  g_setenv ("SELARAS_CONFINED", reader, TRUE);
  g_assert_no_error (error);

  g_assert_null (pdf_render (pdf, 0, 1, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_PROTOCOL);
  g_assert_null (pdf->process);
}

static void
test_warm (void)
{
  GPid last = 0;

  sel_pdf_warm_up ();
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SelPdf) pdf = open_sound (1);
      g_autoptr (SelPixels) pixels = pdf_render (pdf, 0, 1, NULL);
      GPid pid = sel_confined_process_get_pid (pdf->process);

      g_assert_cmphex (pdf_pixel (pixels, 40, 35), ==, RED);
      g_assert_cmpint (pid, !=, last); /* to each its own */
      last = pid;
    }
}

static void
test_probe (void)
{
  g_autoptr (GBytes) sound = pdf_drawn (7);
  g_autoptr (GBytes) protected = pdf_encrypted ("rahasia");
  g_autoptr (GBytes) other = g_bytes_new_static ("<html>", 6);
  g_autoptr (GBytes) empty = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;

  g_assert_true (sel_pdf_probe (sound, "tujuh.pdf", NULL, &n_pages, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (n_pages, ==, 7);

  g_assert_false (sel_pdf_probe (protected, "rahasia.pdf", NULL, &n_pages, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_ENCRYPTED);
  g_clear_error (&error);

  g_assert_false (sel_pdf_probe (other, "halaman.pdf", NULL, &n_pages, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DAMAGED);
  g_assert_nonnull (strstr (error->message, "halaman.pdf"));
  g_clear_error (&error);

  g_assert_false (sel_pdf_probe (empty, "kosong.pdf", NULL, &n_pages, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_DAMAGED);
}

static void
test_texts (void)
{
  g_autoptr (GBytes) sound = pdf_drawn (3);
  g_autoptr (GBytes) protected = pdf_encrypted ("rahasia");
  g_autoptr (SelPdf) pdf = pdf_open (sound, NULL, NULL);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) texts = NULL;
  g_auto (GStrv) none = NULL;

  g_assert_true (sel_pdf_read_texts (sound, "tiga.pdf", NULL, NULL, NULL, &texts, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (g_strv_length (texts), ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (SelPageText) text = pdf_text (pdf, i, NULL);

      g_assert_cmpstr (texts[i], ==, text->text);
      g_assert_cmpstr (texts[i], !=, "");
    }

  g_assert_false (sel_pdf_read_texts (protected, "rahasia.pdf", NULL, NULL, NULL, &none, &error));
  g_assert_error (error, SEL_CONFINED_ERROR, SEL_CONFINED_ERROR_ENCRYPTED);
  g_clear_error (&error);

  g_cancellable_cancel (cancelled);
  g_assert_false (sel_pdf_read_texts (sound, "tiga.pdf", NULL, NULL, cancelled, &none, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pdf/open", test_open);
  g_test_add_func ("/pdf/render", test_render);
  g_test_add_func ("/pdf/fonts-are-found", test_fonts_are_found);
  g_test_add_func ("/pdf/too-large-to-draw", test_too_large_to_draw);
  g_test_add_func ("/pdf/search", test_search);
  g_test_add_func ("/pdf/search-goes-on-in-next-line", test_search_goes_on_in_next_line);
  g_test_add_func ("/pdf/text", test_text);
  g_test_add_func ("/pdf/text-of-turned-page", test_text_of_turned_page);
  g_test_add_func ("/pdf/read-pages", test_read_pages);
  g_test_add_func ("/pdf/pages-come-before-searches", test_pages_come_before_searches);
  g_test_add_func ("/pdf/cancelled-before-its-turn", test_cancelled_before_its_turn);
  g_test_add_func ("/pdf/opening-is-cancelled", test_opening_is_cancelled);
  g_test_add_func ("/pdf/password", test_password);
  g_test_add_func ("/pdf/killed-at-work", test_killed_at_work);
  g_test_add_func ("/pdf/killed-at-rest", test_killed_at_rest);
  g_test_add_func ("/pdf/silent-too-long", test_silent_too_long);
  g_test_add_func ("/pdf/closed", test_closed);
  g_test_add_func ("/pdf/reader-keeps-pixels", test_reader_keeps_pixels);
  g_test_add_func ("/pdf/warm", test_warm);
  g_test_add_func ("/pdf/probe", test_probe);
  g_test_add_func ("/pdf/texts", test_texts);
  return g_test_run ();
}
