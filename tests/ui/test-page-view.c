/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The PDF beside its record, in a window, as a user meets it. */
#include <adwaita.h>
#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>

#include "pdf-maker.h"
#include "ui/pages/document-copy.h"
#include "ui/pages/document-view.h"
#include "ui/pages/page-view.h"
#include "ui/pages/side-pane.h"
#include "ui/pages/thumbnails.h"

/* Everything happens within this time, in milliseconds, on a busy machine too. */
#define DEADLINE 20000

typedef struct
{
  GtkWindow *window;
  SelOffice *office;
  SelDocumentView *view;
  SelPageView *pages;
  guint n_drawn;
  char *said;
} Fixture;

typedef gboolean (*Condition) (Fixture *fixture, gconstpointer data);

static GtkWidget *
find_widget (GtkWidget *root, GType type)
{
  GtkWidget *found = NULL;

  if (g_type_is_a (G_OBJECT_TYPE (root), type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_widget (child, type);
  return found;
}

/* The widget that is on the screen with this label, as text or as tooltip. */
static GtkWidget *
find_labelled (GtkWidget *root, const char *label)
{
  GtkWidget *found = NULL;

  if (!gtk_widget_get_visible (root) || !gtk_widget_get_child_visible (root))
    return NULL;
  if (g_strcmp0 (gtk_widget_get_tooltip_text (root), label) == 0 ||
      (GTK_IS_BUTTON (root) && g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0) ||
      (GTK_IS_LABEL (root) && g_strcmp0 (gtk_label_get_label (GTK_LABEL (root)), label) == 0))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_labelled (child, label);
  return found;
}

static gboolean
is_overdue_cb (gpointer is_overdue)
{
  *(gboolean *) is_overdue = TRUE;
  return G_SOURCE_REMOVE;
}

static void
wait_until (Fixture *fixture, Condition condition, gconstpointer data)
{
  gboolean is_overdue = FALSE;
  guint deadline = g_timeout_add (DEADLINE, is_overdue_cb, &is_overdue);

  while (!condition (fixture, data) && !is_overdue)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (is_overdue);
  g_source_remove (deadline);
}

static gboolean
is_drawn (Fixture *fixture, gconstpointer times)
{
  return fixture->n_drawn >= GPOINTER_TO_UINT (times);
}

static const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (fixture->pages), GTK_TYPE_STACK)));
}

static gboolean
is_state (Fixture *fixture, gconstpointer state)
{
  return g_str_equal (get_state (fixture), state);
}

static gboolean
is_shown (Fixture *fixture, gconstpointer label)
{
  return find_labelled (GTK_WIDGET (fixture->view), label) != NULL;
}

static gboolean
is_said (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  return fixture->said != NULL;
}

static gboolean
is_there (G_GNUC_UNUSED Fixture *fixture, gconstpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

static gboolean
is_wide (Fixture *fixture, gconstpointer width)
{
  return gtk_widget_get_width (GTK_WIDGET (fixture->view)) >= GPOINTER_TO_INT (width) &&
         sel_page_view_get_percent (fixture->pages) > 0;
}

static void
drawn_cb (Fixture *fixture)
{
  fixture->n_drawn++;
}

static void
said_cb (Fixture *fixture, const char *message)
{
  g_free (fixture->said);
  fixture->said = g_strdup (message);
}

static void
set_up (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  g_autoptr (GSettings) settings = g_settings_new ("org.selaras.Selaras");
  g_autofree char *folder = g_dir_make_tmp ("selaras-XXXXXX", NULL);
  g_autofree char *database = g_build_filename (folder, "selaras.db", NULL);
  g_autoptr (SelStore) store = sel_store_open (database, NULL);

  fixture->office = sel_office_new (store, settings);
  fixture->view = g_object_new (SEL_TYPE_DOCUMENT_VIEW, NULL);
  fixture->pages = SEL_PAGE_VIEW (find_widget (GTK_WIDGET (fixture->view), SEL_TYPE_PAGE_VIEW));
  g_signal_connect_swapped (fixture->view, "drawn", G_CALLBACK (drawn_cb), fixture);
  g_signal_connect_swapped (fixture->office, "said", G_CALLBACK (said_cb), fixture);
  sel_document_view_attach (fixture->view, fixture->office);
  g_object_set (fixture->pages, "zoom", "fit-width", NULL);

  fixture->window = GTK_WINDOW (gtk_window_new ());
  gtk_window_set_default_size (fixture->window, 800, 600);
  gtk_window_set_child (fixture->window, GTK_WIDGET (fixture->view));
  gtk_window_present (fixture->window);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->view));
}

static void
tear_down (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (fixture->view), &view);
  gtk_window_destroy (fixture->window);
  while (view)
    g_main_context_iteration (NULL, TRUE);

  g_object_unref (fixture->office);
  g_free (fixture->said);
}

static void
show_bytes (Fixture *fixture, GBytes *bytes)
{
  sel_document_view_show (fixture->view, bytes, "perjanjian.pdf");
}

static void
show_pages (Fixture *fixture, guint n_pages)
{
  g_autoptr (GBytes) bytes = pdf_drawn (n_pages);
  const guint n_drawn = fixture->n_drawn;

  show_bytes (fixture, bytes);
  wait_until (fixture, is_drawn, GUINT_TO_POINTER (n_drawn + 1));
}

static void
activate (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_assert_true (
    gtk_widget_activate_action_variant (GTK_WIDGET (fixture->view), action, parameter));
}

static void
click (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_labelled (GTK_WIDGET (fixture->view), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

static void
assert_accessible_label (Fixture *fixture, const char *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->pages),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

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

/* Kills every process that this one has started, and waits until they are dead. */
static void
kill_children (void)
{
  g_autofree char *path = g_strdup_printf ("/proc/self/task/%d/children", (int) getpid ());
  g_autofree char *children = NULL;
  g_auto (GStrv) pids = NULL;

  g_assert_true (g_file_get_contents (path, &children, NULL, NULL));
  pids = g_strsplit (g_strstrip (children), " ", -1);
  for (guint i = 0; pids[i]; i++)
    {
      const id_t pid = (id_t) g_ascii_strtoull (pids[i], NULL, 10);
      siginfo_t info;

      kill ((pid_t) pid, SIGKILL);
      waitid (P_PID, pid, &info, WEXITED | WNOWAIT); /* whoever started it is told of it too */
    }
}

static gboolean
is_sharp (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  return sel_page_view_is_sharp (fixture->pages);
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

/* Folders of this test's own, before anything has looked for the user's. */
static char *
use_fresh_folders (void)
{
  static const char *const names[] = { "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME",
                                       "XDG_RUNTIME_DIR" };
  char *root = g_dir_make_tmp ("selaras-pages-XXXXXX", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *folder = g_build_filename (root, names[i], NULL);

      g_assert_cmpint (g_mkdir (folder, 0700), ==, 0);
      g_setenv (names[i], folder, TRUE);
    }

  return root;
}

#define ADD(path, test) g_test_add ("/document-view/" path, Fixture, NULL, set_up, test, tear_down)

int
main (int argc, char *argv[])
{
  g_autofree char *root = use_fresh_folders ();
  g_autofree char *removal = g_strdup_printf ("rm -r '%s'", root);
  int status;

  gtk_test_init (&argc, &argv, NULL);
  adw_init ();

  ADD ("no-document", test_no_document);
  ADD ("pages-turn", test_pages_turn);
  ADD ("page-is-entered", test_page_is_entered);
  ADD ("scrolling-turns-pages", test_scrolling_turns_pages);
  ADD ("zoom", test_zoom);
  ADD ("zoom-around-pointer", test_zoom_around_pointer);
  ADD ("place-is-kept", test_place_is_kept);
  ADD ("narrow", test_narrow);
  ADD ("search", test_search);
  ADD ("thumbnails", test_thumbnails);
  ADD ("password", test_password);
  ADD ("damaged", test_damaged);
  ADD ("damaged-page", test_damaged_page);
  ADD ("reader-dies", test_reader_dies);
  ADD ("quick-changes", test_quick_changes);
  ADD ("saves-copy", test_saves_copy);
  ADD ("opens-elsewhere", test_opens_elsewhere);

  status = g_test_run ();
  g_assert_true (g_spawn_command_line_sync (removal, NULL, NULL, NULL, NULL));
  return status;
}
