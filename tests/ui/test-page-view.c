/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF beside its record, in a window, as a user meets it. */
#include <glib/gstdio.h>

#include "page-fixture.h"
#include "pdf-maker.h"
#include "ui/pages/document-copy.h"
#include "ui/pages/side-pane.h"
#include "ui/pages/thumbnails.h"

static void
test_no_document (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_assert_cmpstr (get_state (fixture), ==, "empty");
  g_assert_true (is_shown (fixture, "No PDF"));
  g_assert_cmpuint (sel_document_view_get_n_pages (fixture->view), ==, 0);

  show_pages (fixture, 2);
  sel_document_view_show (fixture->view, NULL, NULL);
  g_assert_cmpstr (get_state (fixture), ==, "empty");
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 0);
}

static void
test_pages_turn (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  show_pages (fixture, 30);
  g_assert_cmpuint (sel_document_view_get_n_pages (fixture->view), ==, 30);
  assert_accessible_label (fixture, "Page 1 of 30");

  click (fixture, "Next page");
  assert_accessible_label (fixture, "Page 2 of 30");
  activate (fixture, "page.go", g_variant_new_uint32 (G_MAXINT));
  assert_accessible_label (fixture, "Page 30 of 30");
  click (fixture, "Previous page");
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 29);
  activate (fixture, "page.go", g_variant_new_uint32 (1));
  click (fixture, "Previous page");
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 1);
}

static void
test_page_is_entered (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  GtkWidget *entry;

  show_pages (fixture, 30);
  entry = find_labelled (GTK_WIDGET (fixture->view), "Page");
  gtk_editable_set_text (GTK_EDITABLE (entry), "17");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 17);

  gtk_editable_set_text (GTK_EDITABLE (entry), "x");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 17);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "17");

  gtk_editable_set_text (GTK_EDITABLE (entry), "99");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 30);
}

static void
test_scrolling_turns_pages (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  GtkAdjustment *adjustment;

  show_pages (fixture, 100);
  adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->pages));
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_upper (adjustment) / 2);
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), >, 45);
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), <, 56);
}

static void
test_zoom (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *kept = NULL;
  double fitted;

  show_pages (fixture, 3);
  fitted = sel_page_view_get_percent (fixture->pages);
  g_assert_cmpfloat (fitted, >, 150);

  activate (fixture, "page.zoom", g_variant_new_string ("100"));
  g_assert_cmpfloat_with_epsilon (sel_page_view_get_percent (fixture->pages), 100, 1e-6);
  activate (fixture, "page.zoom-step", g_variant_new_int32 (1));
  g_assert_cmpfloat_with_epsilon (sel_page_view_get_percent (fixture->pages), 110, 1e-6);
  g_assert_true (is_shown (fixture, "110%"));
  kept = g_settings_get_string (sel_office_get_settings (fixture->office), "page-zoom");
  g_assert_cmpstr (kept, ==, "110");

  activate (fixture, "page.zoom", g_variant_new_string ("fit-width"));
  g_assert_cmpfloat_with_epsilon (sel_page_view_get_percent (fixture->pages), fitted, 1e-6);
}

/* Zooming around a point of the page leaves it where it is. */
static void
test_zoom_around_pointer (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  GtkAdjustment *adjustment = gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->pages));
  double top;

  show_pages (fixture, 30);
  activate (fixture, "page.go", g_variant_new_uint32 (20));
  top = gtk_adjustment_get_value (adjustment);
  sel_page_view_zoom_around (fixture->pages, 50, 200, 300);
  sel_page_view_zoom_around (fixture->pages, 400, 200, 300);
  activate (fixture, "page.zoom", g_variant_new_string ("fit-width"));
  g_assert_cmpfloat_with_epsilon (gtk_adjustment_get_value (adjustment), top, 1);
}

/* No display of a test has fingers: the gesture itself says what they do. */
static void
test_pinch (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GListModel) controllers = NULL;
  GtkGesture *pinch = NULL;

  show_pages (fixture, 3);
  activate (fixture, "page.zoom", g_variant_new_string ("100"));
  controllers = gtk_widget_observe_controllers (GTK_WIDGET (fixture->pages));
  for (guint i = 0; pinch == NULL; i++)
    {
      g_autoptr (GtkEventController) one = g_list_model_get_item (controllers, i);

      g_assert_nonnull (one);
      if (GTK_IS_GESTURE_ZOOM (one))
        pinch = GTK_GESTURE (one);
    }

  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 1.5);
  g_signal_emit_by_name (pinch, "scale-changed", 2.0);
  g_assert_cmpfloat_with_epsilon (sel_page_view_get_percent (fixture->pages), 200, 1e-6);
  g_signal_emit_by_name (pinch, "begin", NULL);
  g_signal_emit_by_name (pinch, "scale-changed", 0.25);
  g_assert_cmpfloat_with_epsilon (sel_page_view_get_percent (fixture->pages), 50, 1e-6);
}

static void
test_place_is_kept (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GBytes) bytes = pdf_drawn (40);
  g_autoptr (GBytes) same = g_bytes_new (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  show_bytes (fixture, bytes);
  wait_until (fixture, is_drawn, GUINT_TO_POINTER (1));
  activate (fixture, "page.go", g_variant_new_uint32 (23));

  gtk_window_set_default_size (fixture->window, 1000, 500);
  wait_until (fixture, is_wide, GINT_TO_POINTER (950));
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 23);

  show_bytes (fixture, same);
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 23);
  g_assert_cmpuint (fixture->n_drawn, ==, 1);
}

static void
test_narrow (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  int minimum;

  show_pages (fixture, 30);
  gtk_widget_measure (GTK_WIDGET (fixture->view), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL,
                      NULL, NULL);
  g_assert_cmpint (minimum, <=, 360);
}

static void
test_search (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  GtkWidget *entry = find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY);

  show_pages (fixture, 12);
  activate (fixture, "page.go", g_variant_new_uint32 (5));
  sel_document_view_find (fixture->view);
  gtk_editable_set_text (GTK_EDITABLE (entry), "pasal 1");
  wait_until (fixture, is_shown, "2 of 4"); /* 1, and from here on 10, 11 and 12 */
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 10);

  click (fixture, "Find next");
  g_assert_true (is_shown (fixture, "3 of 4"));
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 11);
  click (fixture, "Find next");
  click (fixture, "Find next");
  g_assert_true (is_shown (fixture, "1 of 4"));
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 1);
  activate (fixture, "page.find-step", g_variant_new_int32 (-1));
  g_assert_true (is_shown (fixture, "4 of 4"));

  gtk_editable_set_text (GTK_EDITABLE (entry), "kewajiban");
  wait_until (fixture, is_shown, "Not found");
  g_assert_false (
    gtk_widget_is_sensitive (find_labelled (GTK_WIDGET (fixture->view), "Find next")));
}

static void
test_thumbnails (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  GtkWidget *side = find_widget (GTK_WIDGET (fixture->view), SEL_TYPE_SIDE_PANE);
  GtkWidget *list = find_widget (find_widget (side, SEL_TYPE_THUMBNAILS), GTK_TYPE_LIST_VIEW);

  show_pages (fixture, 300);
  g_assert_true (gtk_widget_get_visible (side));
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 6, TRUE);
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 7);
  activate (fixture, "page.go", g_variant_new_uint32 (200));
  g_assert_true (
    gtk_selection_model_is_selected (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 199));

  /* What the user wanted is kept from one document to the next. */
  activate (fixture, "page.side", NULL);
  show_pages (fixture, 3);
  g_assert_false (gtk_widget_get_visible (side));
}

static void
test_password (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GBytes) bytes = pdf_encrypted ("rahasia");
  GtkWidget *entry = find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_PASSWORD_ENTRY);

  show_bytes (fixture, bytes);
  wait_until (fixture, is_state, "password");
  gtk_editable_set_text (GTK_EDITABLE (entry), "salah");
  click (fixture, "_Open");
  wait_until (fixture, is_shown,
              "This is not the password of “perjanjian.pdf”. Check it and try again.");

  gtk_editable_set_text (GTK_EDITABLE (entry), "rahasia");
  g_signal_emit_by_name (entry, "activate");
  wait_until (fixture, is_drawn, GUINT_TO_POINTER (1));
  g_assert_cmpstr (get_state (fixture), ==, "pages");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "");
}

static void
test_damaged (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static ("%PDF-1.7\n", 9);

  sel_document_view_show (fixture->view, bytes, "<b> & perjanjian.pdf");
  wait_until (fixture, is_state, "trouble");
  g_assert_true (is_shown (fixture, "This PDF cannot be shown"));
  click (fixture, "_Try again");
  g_assert_cmpstr (get_state (fixture), ==, "pages");
  wait_until (fixture, is_state, "trouble");

  show_pages (fixture, 2);
  g_assert_cmpstr (get_state (fixture), ==, "pages");
}

/* A page too large for any sheet has a sentence in its place; the others are there. */
static void
test_damaged_page (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  PdfMaker maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;

  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R>>");
  pdf_maker_add (&maker, 2, "<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>");
  pdf_maker_add (&maker, 3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 900000 100]>>");
  pdf_maker_add (&maker, 4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
  bytes = pdf_maker_end (&maker, "");

  show_bytes (fixture, bytes);
  wait_until (fixture, is_drawn, GUINT_TO_POINTER (1));
  click (fixture, "Next page");
  assert_accessible_label (fixture, "Page 2 of 2");
}

/* The user sees nothing of it: where they are is drawn by the next reader. */
static void
test_reader_dies (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  show_pages (fixture, 60);
  activate (fixture, "page.go", g_variant_new_uint32 (40));
  kill_children ();
  activate (fixture, "page.go", g_variant_new_uint32 (20));
  g_assert_false (sel_page_view_is_sharp (fixture->pages));

  wait_until (fixture, is_sharp, NULL);
  g_assert_cmpstr (get_state (fixture), ==, "pages");
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 20);
}

/* Only the last of many documents is shown, whatever the others would have been. */
static void
test_quick_changes (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GBytes) broken = g_bytes_new_static ("%PDF", 4);

  for (guint i = 1; i <= 8; i++)
    {
      g_autoptr (GBytes) bytes = pdf_drawn (i);

      show_bytes (fixture, i % 3 ? bytes : broken);
      g_main_context_iteration (NULL, FALSE);
    }

  wait_until (fixture, is_drawn, GUINT_TO_POINTER (1));
  g_assert_cmpuint (sel_document_view_get_n_pages (fixture->view), ==, 8);
  sel_document_view_set_loading (fixture->view);
  g_assert_cmpuint (sel_document_view_get_n_pages (fixture->view), ==, 0);
}

static void
test_saves_copy (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "salinan.pdf", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GBytes) bytes = pdf_drawn (1);
  g_autoptr (GBytes) saved = NULL;

  sel_document_save_copy (GTK_WIDGET (fixture->view), fixture->office, bytes, path);
  wait_until (fixture, is_said, NULL);
  g_assert_cmpstr (fixture->said, ==, "Saved as “salinan.pdf”");
  saved = g_file_load_bytes (file, NULL, NULL, NULL);
  g_assert_true (g_bytes_equal (saved, bytes));
}

/* A program for PDFs, that writes what file it is given, and who can read that, to @proof. */
static void
install_pdf_program (const char *proof)
{
  const char *config = g_get_user_config_dir ();
  g_autofree char *programs = g_build_filename (g_get_user_data_dir (), "applications", NULL);
  g_autofree char *program = g_build_filename (programs, "prove.desktop", NULL);
  g_autofree char *choices = g_build_filename (config, "mimeapps.list", NULL);
  g_autofree char *script = g_build_filename (config, "prove", NULL);
  g_autofree char *lines = g_strdup_printf (
    "#!/bin/sh\nstat -c '%%n %%a' \"$1\" > %s.new && mv %s.new %s\n", proof, proof, proof);
  g_autofree char *entry = g_strdup_printf (
    "[Desktop Entry]\nType=Application\nName=Prove\nExec=%s %%f\nMimeType=application/pdf;\n",
    script);

  g_assert_cmpint (g_mkdir (programs, 0700), ==, 0);
  g_assert_true (g_file_set_contents (program, entry, -1, NULL));
  g_assert_true (g_file_set_contents (
    choices, "[Default Applications]\napplication/pdf=prove.desktop\n", -1, NULL));
  g_assert_true (
    g_file_set_contents_full (script, lines, -1, G_FILE_SET_CONTENTS_NONE, 0700, NULL));
}

static void
test_opens_elsewhere (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autofree char *proof = g_build_filename (g_get_user_config_dir (), "proof", NULL);
  g_autoptr (GBytes) bytes = pdf_drawn (1);
  g_autofree char *told = NULL;

  install_pdf_program (proof);
  sel_document_open_elsewhere (GTK_WIDGET (fixture->view), fixture->office, bytes,
                               "../perjanjian.pdf");
  wait_until (fixture, is_there, proof);
  g_assert_true (g_file_get_contents (proof, &told, NULL, NULL));
  g_assert_true (g_str_has_prefix (told, g_get_user_runtime_dir ()));
  g_assert_true (g_str_has_suffix (told, "/perjanjian.pdf 600\n"));
}

/* The note that is told where the pointer finds a mark, in the margin of the page only. */
static gboolean
is_noted (Fixture *fixture, gconstpointer text)
{
  GtkWidget *pages = GTK_WIDGET (fixture->pages);
  const int width = gtk_widget_get_width (pages);

  for (int y = 0; y < gtk_widget_get_height (pages); y += 4)
    for (int x = 0; x < width / 4; x += 4)
      if (g_strcmp0 (sel_page_view_point_at (fixture->pages, x, y), "help") == 0)
        {
          g_assert_cmpstr (gtk_widget_get_tooltip_text (pages), ==, text);
          return TRUE;
        }

  return FALSE;
}

/* The text is read without anybody asking for its articles. 11 October 2025 was a Saturday. */
static void
test_notes_in_the_margin (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const char page[] = "/MediaBox[0 0 595 842]/Resources<</Font<</F1<</Type/Font/Subtype/Type1"
                             "/BaseFont/Helvetica>>>>>>";
  static const char text[] =
    "BT /F1 12 Tf 72 700 Td (Pada hari ini, Senin, tanggal 11 Oktober 2025) Tj ET";
  PdfMaker maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;

  pdf_maker_add_page (&maker, page, text);
  bytes = pdf_maker_end (&maker, "");
  show_bytes (fixture, bytes);
  wait_until (fixture, is_drawn, GUINT_TO_POINTER (1));
  wait_until (fixture, is_noted,
              "“Senin” is not the weekday of 10/11/25, which is a Saturday.");

  show_pages (fixture, 2);
  g_assert_false (is_noted (fixture, NULL));
}

#define ADD(path, test)                                                    \
  g_test_add ("/document-view/" path, Fixture, NULL, fixture_set_up, test, \
              fixture_tear_down)

static void
add_tests (void)
{
  ADD ("no-document", test_no_document);
  ADD ("pages-turn", test_pages_turn);
  ADD ("page-is-entered", test_page_is_entered);
  ADD ("scrolling-turns-pages", test_scrolling_turns_pages);
  ADD ("zoom", test_zoom);
  ADD ("zoom-around-pointer", test_zoom_around_pointer);
  ADD ("pinch", test_pinch);
  ADD ("place-is-kept", test_place_is_kept);
  ADD ("narrow", test_narrow);
  ADD ("notes-in-the-margin", test_notes_in_the_margin);
  ADD ("search", test_search);
  ADD ("thumbnails", test_thumbnails);
  ADD ("password", test_password);
  ADD ("damaged", test_damaged);
  ADD ("damaged-page", test_damaged_page);
  ADD ("reader-dies", test_reader_dies);
  ADD ("quick-changes", test_quick_changes);
  ADD ("saves-copy", test_saves_copy);
  ADD ("opens-elsewhere", test_opens_elsewhere);
}

int
main (int argc, char *argv[])
{
  return fixture_run (&argc, &argv, add_tests);
}
