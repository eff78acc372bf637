/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "page-fixture.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <sys/wait.h>

#include "pdf-maker.h"

/* Everything happens within this time, in milliseconds, on a busy machine too. */
#define DEADLINE 60000

/* The widget that is on the screen with this label, as text or as tooltip. */
GtkWidget *
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

void
wait_until (Fixture *fixture, Condition condition, gconstpointer data)
{
  gboolean is_overdue = FALSE;
  guint deadline = g_timeout_add (DEADLINE, is_overdue_cb, &is_overdue);

  while (!condition (fixture, data) && !is_overdue)
    g_main_context_iteration (NULL, TRUE);

  g_assert_false (is_overdue);
  g_source_remove (deadline);
}

gboolean
is_drawn (Fixture *fixture, gconstpointer times)
{
  return fixture->n_drawn >= GPOINTER_TO_UINT (times);
}

const char *
get_state (Fixture *fixture)
{
  return gtk_stack_get_visible_child_name (
    GTK_STACK (gtk_widget_get_ancestor (GTK_WIDGET (fixture->pages), GTK_TYPE_STACK)));
}

gboolean
is_state (Fixture *fixture, gconstpointer state)
{
  return g_str_equal (get_state (fixture), state);
}

gboolean
is_shown (Fixture *fixture, gconstpointer label)
{
  return find_labelled (GTK_WIDGET (fixture->view), label) != NULL;
}

gboolean
is_said (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  return fixture->said != NULL;
}

gboolean
is_there (G_GNUC_UNUSED Fixture *fixture, gconstpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

gboolean
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

void
fixture_set_up (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
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

void
fixture_tear_down (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  gpointer view = fixture->view;

  g_object_add_weak_pointer (G_OBJECT (fixture->view), &view);
  gtk_window_destroy (fixture->window);
  while (view)
    g_main_context_iteration (NULL, TRUE);

  g_object_unref (fixture->office);
  g_free (fixture->said);
}

void
show_bytes (Fixture *fixture, GBytes *bytes)
{
  sel_document_view_show (fixture->view, bytes, "perjanjian.pdf");
}

void
show_whole (Fixture *fixture, GBytes *bytes)
{
  const guint n_drawn = fixture->n_drawn;

  show_bytes (fixture, bytes);
  wait_until (fixture, is_drawn, GUINT_TO_POINTER (n_drawn + 1));
}

void
show_pages (Fixture *fixture, guint n_pages)
{
  g_autoptr (GBytes) bytes = pdf_drawn (n_pages);

  show_whole (fixture, bytes);
}

void
activate (Fixture *fixture, const char *action, GVariant *parameter)
{
  g_assert_true (
    gtk_widget_activate_action_variant (GTK_WIDGET (fixture->view), action, parameter));
}

void
click (Fixture *fixture, const char *label)
{
  GtkWidget *button = find_labelled (GTK_WIDGET (fixture->view), label);

  g_assert_nonnull (button);
  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

void
assert_accessible_label (Fixture *fixture, const char *label)
{
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (fixture->pages),
                                       GTK_ACCESSIBLE_PROPERTY_LABEL, label);
}

/* Kills every process that this one has started, and waits until they are dead. */
void
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

gboolean
is_sharp (Fixture *fixture, G_GNUC_UNUSED gconstpointer data)
{
  return sel_page_view_is_sharp (fixture->pages);
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

int
fixture_run (int *argc, char ***argv, void (*add_tests) (void))
{
  g_autofree char *root = use_fresh_folders ();
  g_autofree char *removal = g_strdup_printf ("rm -r '%s'", root);
  int status;

  gtk_test_init (argc, argv, NULL);
  adw_init ();
  add_tests ();
  status = g_test_run ();
  g_assert_true (g_spawn_command_line_sync (removal, NULL, NULL, NULL, NULL));
  return status;
}
