/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a document is read: one page at a time or all, turned, dark, by its outline, its links and
 * what was found in it; and that a reader which ends is nobody's loss. */
#include <glib/gstdio.h>

#include "page-fixture.h"
#include "pdf-maker.h"
#include "pdf-session.h"
#include "rich-pdf.h"
#include "signed-pdf.h"
#include "ui/pages/page-hits.h"
#include "ui/pages/page-outline.h"

#define WHITE 0xffffffff
#define DARK 0xff1e1e1e

/* What is painted at a place of the pages, as 0xaarrggbb. */
static guint32
get_pixel (Fixture *fixture, int x, int y)
{
  GtkWidget *widget = GTK_WIDGET (fixture->pages);
  const int width = gtk_widget_get_width (widget);
  const int height = gtk_widget_get_height (widget);
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const graphene_rect_t view = GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height);
  g_autoptr (GskRenderNode) node = NULL;
  GskRenderer *renderer;
  g_autoptr (GdkTexture) texture = NULL;
  g_autofree guint32 *pixels = g_new0 (guint32, width * height);

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (snapshot);
  renderer = gtk_native_get_renderer (GTK_NATIVE (fixture->window));
  texture = gsk_renderer_render_texture (renderer, node, &view);
  gdk_texture_download (texture, (guchar *) pixels, (gsize) width * 4);
  return pixels[y * width + x];
}

static gboolean
is_painted (Fixture *fixture, gconstpointer colour)
{
  return get_pixel (fixture, 60, 30) == GPOINTER_TO_UINT (colour);
}

static gboolean
is_page (Fixture *fixture, gconstpointer page)
{
  return sel_document_view_get_page (fixture->view) == GPOINTER_TO_UINT (page);
}

static double
get_upper (Fixture *fixture)
{
  return gtk_adjustment_get_upper (
    gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (fixture->pages)));
}

static void
show_rich (Fixture *fixture, guint n_pages)
{
  g_autoptr (GBytes) bytes = pdf_rich (n_pages);

  show_whole (fixture, bytes);
}

static void
test_one_page_at_a_time (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  double all;

  show_rich (fixture, 9);
  all = get_upper (fixture);
  activate (fixture, "page.single", NULL);
  g_assert_cmpfloat (get_upper (fixture), <, all / 8);
  g_assert_true (g_settings_get_boolean (sel_office_get_settings (fixture->office),
                                         "page-single"));

  activate (fixture, "page.turn", g_variant_new_int32 (1));
  assert_accessible_label (fixture, "Page 2 of 9");
  wait_until (fixture, is_sharp, NULL);
  activate (fixture, "page.go", g_variant_new_uint32 (9));
  assert_accessible_label (fixture, "Page 9 of 9");

  /* The next page begins where this one ends, and the page stays when all are seen again. */
  activate (fixture, "page.go", g_variant_new_uint32 (4));
  activate (fixture, "page.single", NULL);
  assert_accessible_label (fixture, "Page 4 of 9");
  g_assert_cmpfloat (get_upper (fixture), ==, all);
}

/* The box of pdf_drawn(), which is at its top left, goes to its top right. */
static void
test_turned (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  double percent;

  show_pages (fixture, 1);
  activate (fixture, "page.side", NULL);
  activate (fixture, "page.zoom", g_variant_new_string ("100"));
  wait_until (fixture, is_sharp, NULL);
  percent = sel_page_view_get_percent (fixture->pages);

  activate (fixture, "page.rotate", g_variant_new_int32 (1));
  wait_until (fixture, is_sharp, NULL);
  g_assert_cmpfloat (sel_page_view_get_percent (fixture->pages), ==, percent);
  {
    const int middle = gtk_widget_get_width (GTK_WIDGET (fixture->pages)) / 2;

    /* 133 pixels wide now: its right half has the box, its left half has not */
    g_assert_cmphex (get_pixel (fixture, middle + 20, 12 + 50), ==, 0xffff0000);
    g_assert_cmphex (get_pixel (fixture, middle - 30, 12 + 50), ==, WHITE);
    activate (fixture, "page.rotate", g_variant_new_int32 (2));
    g_assert_cmphex (get_pixel (fixture, middle - 20, 12 + 266 - 50), ==, 0xffff0000);
  }

  activate (fixture, "page.zoom", g_variant_new_string ("fit-width"));
  percent = sel_page_view_get_percent (fixture->pages); /* of a page 100 points wide */
  activate (fixture, "page.rotate", g_variant_new_int32 (-1));
  g_assert_cmpfloat (sel_page_view_get_percent (fixture->pages), <, percent * 0.75);
}

static void
test_dark (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  show_rich (fixture, 2);
  wait_until (fixture, is_painted, GUINT_TO_POINTER (WHITE));
  activate (fixture, "page.dark", NULL);
  wait_until (fixture, is_painted, GUINT_TO_POINTER (DARK));
  g_assert_true (g_settings_get_boolean (sel_office_get_settings (fixture->office), "page-dark"));

  /* The next document is dark too. */
  show_rich (fixture, 3);
  wait_until (fixture, is_painted, GUINT_TO_POINTER (DARK));
  activate (fixture, "page.dark", NULL);
}

static gboolean
is_seen (Fixture *fixture, gconstpointer type)
{
  GtkWidget *list = find_widget (GTK_WIDGET (fixture->view), *(const GType *) type);

  return list && gtk_widget_get_visible (list);
}

static GtkSelectionModel *
get_rows (Fixture *fixture, GType type)
{
  GtkWidget *list = find_widget (GTK_WIDGET (fixture->view), type);

  return gtk_list_view_get_model (GTK_LIST_VIEW (find_widget (list, GTK_TYPE_LIST_VIEW)));
}

static void
test_outline (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  const GType outline = SEL_TYPE_PAGE_OUTLINE;
  GtkSelectionModel *rows;

  show_rich (fixture, 5);
  wait_until (fixture, is_seen, &outline);
  rows = get_rows (fixture, outline);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 10);

  gtk_selection_model_select_item (rows, 6, TRUE);
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 4);
  activate (fixture, "page.go", g_variant_new_uint32 (2));
  g_assert_true (gtk_selection_model_is_selected (rows, 3));

  /* There is no place for it where there is none. */
  show_pages (fixture, 3);
  wait_until (fixture, is_sharp, NULL);
  g_assert_false (is_seen (fixture, &outline));
}

static void
test_all_places_found_are_listed (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  GtkWidget *entry = find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY);
  const GType hits = SEL_TYPE_PAGE_HITS;
  GtkSelectionModel *rows;

  show_rich (fixture, 12);
  sel_document_view_find (fixture->view);
  gtk_editable_set_text (GTK_EDITABLE (entry), "(7) pihak kesatu");
  wait_until (fixture, is_shown, "1 of 12");
  g_assert_true (is_seen (fixture, &hits));
  rows = get_rows (fixture, hits);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rows)), ==, 12);
  wait_until (fixture, is_shown,
              "peserta 1 kepada PIHAK KEDUA. (7) PIHAK KESATU menyerahkan daftar peserta 1 kepada "
              "PIHAK");

  gtk_selection_model_select_item (rows, 8, TRUE);
  g_assert_true (is_shown (fixture, "9 of 12"));
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 9);
  activate (fixture, "page.find-step", g_variant_new_int32 (1));
  g_assert_true (gtk_selection_model_is_selected (rows, 9));

  activate (fixture, "page.search", NULL);
  g_assert_false (is_seen (fixture, &hits));
}

static gboolean
has_label (Fixture *fixture, gconstpointer label)
{
  g_autofree char *other = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (fixture->pages));
  gtk_widget_child_focus (GTK_WIDGET (fixture->pages), GTK_DIR_TAB_FORWARD);
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (fixture->pages),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, label);
  return other == NULL;
}

static GtkWidget *
find_dialog (void)
{
  g_autoptr (GListModel) windows = g_object_ref (gtk_window_get_toplevels ());

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (ADW_IS_MESSAGE_DIALOG (window))
        return window;
    }
  return NULL;
}

static void
assert_dialog (const char *heading)
{
  GtkWidget *dialog = find_dialog ();

  g_assert_nonnull (dialog);
  g_assert_cmpstr (adw_message_dialog_get_heading (ADW_MESSAGE_DIALOG (dialog)), ==, heading);
  gtk_window_close (GTK_WINDOW (dialog));
}

static void
test_links (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  show_rich (fixture, 6);
  activate (fixture, "page.zoom", g_variant_new_string ("fit-page"));
  wait_until (fixture, has_label, "Go to page 6");
  g_assert_true (sel_page_view_follow_focused (fixture->pages));
  g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, 6);

  activate (fixture, "page.go", g_variant_new_uint32 (1));
  wait_until (fixture, has_label, "https://jdih.example.go.id/pks");
  g_assert_null (find_dialog ());
  g_assert_true (sel_page_view_follow_focused (fixture->pages));
  assert_dialog ("Open this address outside Selaras?");
}

static void
test_links_to_programs (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const char *const actions[] = {
    "<</S/Launch/F(/usr/bin/touch)/Unix<</F(/usr/bin/touch)/P(/tmp/selaras-touched)>>>>",
    "<</S/JavaScript/JS(app.launchURL\\(\"http://127.0.0.1:9/\"\\))>>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      PdfMaker maker = pdf_maker_new ();
      g_autofree char *annotations = g_strdup_printf (
        "/Annots[<</Type/Annot/Subtype/Link/Rect[10 10 90 90]/A%s>>]", actions[i]);
      g_autoptr (GBytes) bytes = NULL;

      pdf_maker_add_page (&maker, annotations, "");
      bytes = pdf_maker_end (&maker, "");
      show_whole (fixture, bytes);
      wait_until (fixture, has_label, "Would start a program, which is not done");
      sel_page_view_follow_focused (fixture->pages);
      assert_dialog ("This link is not followed");
    }
  g_assert_false (g_file_test ("/tmp/selaras-touched", G_FILE_TEST_EXISTS));
}

static gboolean
is_selected (Fixture *fixture, gconstpointer text)
{
  g_autofree char *selected = sel_page_view_dup_selected (fixture->pages);

  return g_strcmp0 (selected, text) == 0;
}

static void
pasted_cb (GObject *clipboard, GAsyncResult *result, gpointer text)
{
  *(char **) text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static void
test_text_is_copied (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  GdkClipboard *clipboard = gtk_widget_get_clipboard (GTK_WIDGET (fixture->pages));
  g_autofree char *text = NULL;

  show_pages (fixture, 3);
  activate (fixture, "page.go", g_variant_new_uint32 (2));
  activate (fixture, "page.select-page", NULL);
  wait_until (fixture, is_selected, "Pasal 2");
  activate (fixture, "page.copy", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, pasted_cb, &text);
  while (!text)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (text, ==, "Pasal 2");
}

/* A place of the first page, in points, as it lies in the view. */
static void
place (Fixture *fixture, double x, double y, double *view_x, double *view_y)
{
  const double scale = sel_page_view_get_percent (fixture->pages) / 100 * 96 / 72;
  const double width = gtk_widget_get_width (GTK_WIDGET (fixture->pages));

  *view_x = (width - 595 * scale) / 2 + x * scale;
  *view_y = 12 + y * scale;
}

static void
test_text_is_selected (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  static const struct
  {
    SelSelectUnit unit;
    double from, to; /* points from the left, in the third line */
    const char *text;
  } cases[] = {
    { SEL_SELECT_WORDS, 100, 100, "PIHAK" },
    { SEL_SELECT_WORDS, 100, 150, "PIHAK KESATU" },
    { SEL_SELECT_LINES, 200, 200,
      "(3) PIHAK KESATU menyerahkan daftar peserta 1 kepada PIHAK KEDUA." },
    { SEL_SELECT_LETTERS, 71, 86, "(3)" },
    { SEL_SELECT_LETTERS, 86, 71, "(3)" }, /* backwards */
  };

  show_rich (fixture, 2);
  activate (fixture, "page.side", NULL);
  activate (fixture, "page.zoom", g_variant_new_string ("75"));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double x, y;

      place (fixture, cases[i].from, 163, &x, &y);
      sel_page_view_select_from (fixture->pages, x, y, cases[i].unit);
      place (fixture, cases[i].to, 163, &x, &y);
      sel_page_view_select_to (fixture->pages, x, y);
      wait_until (fixture, is_selected, cases[i].text);
    }

  sel_page_view_unselect (fixture->pages);
  g_assert_true (is_selected (fixture, NULL));
}

static void
trust (const char *issuer)
{
  g_autofree char *folder = g_build_filename (g_get_user_data_dir (), "selaras", "issuers", NULL);
  g_autofree char *path = g_build_filename (folder, "uji.pem", NULL);

  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (path, issuer, -1, NULL));
}

static gboolean
is_told (Fixture *fixture, gconstpointer sentence)
{
  GtkWidget *bar = find_widget (GTK_WIDGET (fixture->view), g_type_from_name ("SelPageSignatures"));
  GtkWidget *popover = find_widget (bar, GTK_TYPE_POPOVER);

  return find_labelled (find_widget (popover, GTK_TYPE_SCROLLED_WINDOW), sentence) != NULL;
}

static void
test_signatures (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (SignedPdf) pdf = signed_pdf_new ();
  GtkWidget *bar = find_widget (GTK_WIDGET (fixture->view), g_type_from_name ("SelPageSignatures"));

  show_whole (fixture, pdf->bytes);
  wait_until (fixture, is_shown, "Signed by Siti Rahayu; intact, but the issuer is unknown");
  g_assert_true (is_told (fixture, "What was signed is intact."));
  g_assert_true (is_told (fixture, "The signature covers the whole file."));
  g_assert_true (is_told (fixture, "The issuer of the certificate is unknown."));

  show_pages (fixture, 1);
  g_assert_false (gtk_widget_get_visible (bar));
  trust (pdf->issuer);
  show_whole (fixture, pdf->bytes);
  wait_until (fixture, is_told, "The issuer of the certificate is trusted.");
}

static gboolean
has_moved (Fixture *fixture, gconstpointer page)
{
  return is_page (fixture, page) && is_sharp (fixture, NULL);
}

/* A hundred readers are killed, each while somebody scrolls: where they are is always drawn, what
 * they looked for stays found, and nothing is said. */
static void
test_hundred_readers_die (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  GtkWidget *entry = find_widget (GTK_WIDGET (fixture->view), GTK_TYPE_SEARCH_ENTRY);
  g_autoptr (GRand) random = g_rand_new_with_seed (20251011);

  show_rich (fixture, 300);
  sel_document_view_find (fixture->view);
  gtk_editable_set_text (GTK_EDITABLE (entry), "(7) pihak kesatu");
  wait_until (fixture, is_shown, "1 of 300");

  for (guint i = 0; i < 100; i++)
    {
      const guint page = (guint) g_rand_int_range (random, 1, 301);
      const int n_turns = g_rand_int_range (random, 0, 12);
      g_autofree char *label = NULL;

      activate (fixture, "page.go", g_variant_new_uint32 (page));
      for (int turn = 0; turn < n_turns; turn++)
        g_main_context_iteration (NULL, FALSE);
      kill_children ();
      g_assert_cmpuint (sel_document_view_get_page (fixture->view), ==, page);
      wait_until (fixture, has_moved, GUINT_TO_POINTER (page));
      g_assert_cmpstr (get_state (fixture), ==, "pages");
      label = g_strdup_printf ("Page %u of 300", page);
      assert_accessible_label (fixture, label); /* and no sentence in its place */
    }

  g_assert_true (is_shown (fixture, "1 of 300"));
  g_assert_cmpuint (g_list_model_get_n_items (
                      G_LIST_MODEL (get_rows (fixture, SEL_TYPE_PAGE_HITS))),
                    ==, 300);
  g_assert_null (fixture->said);
}

/* A page that ends each reader has a sentence in its place; the others are there. */
static void
test_page_that_ends_readers (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  PdfMaker maker = pdf_maker_new ();
  g_autoptr (GBytes) bytes = NULL;

  for (guint i = 0; i < 1000000; i++)
    g_string_append (deep, "q ");
  pdf_maker_add (&maker, 1, "<</Type/Catalog/Pages 2 0 R>>");
  pdf_maker_add (&maker, 2, "<</Type/Pages/Kids[3 0 R 4 0 R 3 0 R]/Count 3>>");
  pdf_maker_add (&maker, 3, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>");
  pdf_maker_add (&maker, 4, "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 5 0 R>>");
  pdf_maker_add_stream (&maker, 5, "", deep->str, deep->len);
  bytes = pdf_maker_end (&maker, "");

  show_whole (fixture, bytes);
  activate (fixture, "page.go", g_variant_new_uint32 (2));
  wait_until (fixture, is_sharp, NULL);
  assert_accessible_label (fixture,
                           "Page 2 cannot be shown: it stops its reader each time. Other pages "
                           "may be sound; ask its sender for a new copy.");
  activate (fixture, "page.go", g_variant_new_uint32 (3));
  wait_until (fixture, is_sharp, NULL);
  assert_accessible_label (fixture, "Page 3 of 3");
}

#define ADD(path, test) \
  g_test_add ("/page-reading/" path, Fixture, NULL, fixture_set_up, test, fixture_tear_down)

static void
add_tests (void)
{
  ADD ("one-page-at-a-time", test_one_page_at_a_time);
  ADD ("turned", test_turned);
  ADD ("dark", test_dark);
  ADD ("outline", test_outline);
  ADD ("all-places-found", test_all_places_found_are_listed);
  ADD ("links", test_links);
  ADD ("links-to-programs", test_links_to_programs);
  ADD ("text-is-copied", test_text_is_copied);
  ADD ("text-is-selected", test_text_is_selected);
  ADD ("signatures", test_signatures);
  ADD ("page-that-ends-readers", test_page_that_ends_readers);
  ADD ("hundred-readers-die", test_hundred_readers_die);
}

int
main (int argc, char *argv[])
{
  return fixture_run (&argc, &argv, add_tests);
}
