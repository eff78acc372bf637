/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole window over a register of many agreements, timed from within:
 *
 *   desk-window DATABASE
 *
 * It prints, in microseconds, a line for each of: the rows of the list, the list filtered, each
 * letter of a search everywhere until its answer is there, and agreements that are opened until the
 * first page of their PDF is on the screen; each with the longest turn of the main loop until the
 * next begins. */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "first-frame.h"
#include "loop-turns.h"
#include "store/lists.h"
#include "support/widgets.h"
#include "ui/application.h"
#include "ui/lists/record-list.h"
#include "ui/pages/document-view.h"

/* Milliseconds in which the window is left alone between two things. */
#define PAUSE 600

/* Between two letters of somebody who types fast. */
#define BETWEEN_LETTERS 90

#define N_OPENED 7

static const char typed[] = "pelatihan rehabilitasi";

typedef struct
{
  GtkWidget *window;
  SelRecordList *list;
  gulong loaded; /* the handler */
  GtkWidget *dialog;
  guint letter;
  guint n_opened;

  gint64 begin;     /* of what is timed … */
  const char *what; /* … which is this, once it was … */
  gint64 time;      /* … after so long */
} Bench;

static Bench bench;

/* Prints what was timed, with the longest turn until now: what an answer sets off counts too. */
static void
flush (void)
{
  if (bench.what)
    printf ("%s %" G_GINT64_FORMAT " %" G_GINT64_FORMAT "\n", bench.what, bench.time,
            sel_loop_turns_get_longest ());
  fflush (stdout);
  bench.what = NULL;
}

static void
begin (void)
{
  flush ();
  sel_loop_turns_begin ();
  bench.begin = g_get_monotonic_time ();
}

static void
end (const char *what)
{
  bench.what = what;
  bench.time = g_get_monotonic_time () - bench.begin;
}

static GtkWidget *
find_mapped_list (GtkWidget *root)
{
  GtkWidget *found = NULL;

  if (SEL_IS_RECORD_LIST (root) && gtk_widget_get_mapped (root))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_mapped_list (child);
  return found;
}

static void
open_next (void)
{
  SelListModel *model = sel_record_list_get_model (bench.list);

  begin ();
  sel_record_list_select (bench.list,
                          sel_list_model_get_id (model, 50 + 137 * bench.n_opened));
}

static gboolean
open_next_cb (G_GNUC_UNUSED gpointer user_data)
{
  if (bench.n_opened < N_OPENED)
    open_next ();
  else
    {
      flush ();
      g_application_quit (g_application_get_default ());
    }
  return G_SOURCE_REMOVE;
}

static void
drawn_cb (void)
{
  end ("open");
  bench.n_opened++;
  g_timeout_add (PAUSE, open_next_cb, NULL);
}

static gboolean
begin_opening_cb (G_GNUC_UNUSED gpointer user_data)
{
  g_signal_connect (find_widget (bench.window, SEL_TYPE_DOCUMENT_VIEW), "drawn",
                    G_CALLBACK (drawn_cb), NULL);
  open_next ();
  return G_SOURCE_REMOVE;
}

static gboolean
type_letter_cb (G_GNUC_UNUSED gpointer user_data)
{
  GtkWidget *entry = find_widget (bench.dialog, GTK_TYPE_SEARCH_ENTRY);
  g_autofree char *begun = g_strndup (typed, ++bench.letter);

  if (bench.letter > strlen (typed))
    {
      gtk_window_destroy (GTK_WINDOW (bench.dialog));
      g_timeout_add (PAUSE, begin_opening_cb, NULL);
      return G_SOURCE_REMOVE;
    }

  begin ();
  gtk_editable_set_text (GTK_EDITABLE (entry), begun);
  return G_SOURCE_REMOVE;
}

/* The rows are replaced when an answer is there. */
static void
answered_cb (G_GNUC_UNUSED GtkListBox *list, GtkListBoxRow *row)
{
  if (bench.begin == 0 || row == NULL)
    return;

  end ("search");
  bench.begin = 0;
}

static gboolean
next_letter_cb (G_GNUC_UNUSED gpointer user_data)
{
  if (bench.letter > strlen (typed))
    return G_SOURCE_REMOVE;

  type_letter_cb (NULL);
  return bench.letter <= strlen (typed) ? G_SOURCE_CONTINUE : G_SOURCE_REMOVE;
}

static gboolean
search_cb (G_GNUC_UNUSED gpointer user_data)
{
  GListModel *windows;
  GtkWidget *list;

  begin ();
  gtk_widget_activate_action (bench.window, "win.search-everywhere", NULL);
  end ("dialog");

  windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (gtk_window_get_transient_for (GTK_WINDOW (window)))
        bench.dialog = window;
    }

  list = find_widget (bench.dialog, GTK_TYPE_LIST_BOX);
  bench.begin = 0;
  g_signal_connect_after (list, "row-selected", G_CALLBACK (answered_cb), NULL);
  g_timeout_add (BETWEEN_LETTERS, next_letter_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
filtered_cb (SelListModel *model)
{
  end ("filter");
  g_signal_handler_disconnect (model, bench.loaded);
  sel_list_model_set_filter (model, SEL_AGREEMENTS_BY_STATE, NULL);
  g_timeout_add (2 * PAUSE, search_cb, NULL);
}

static gboolean
filter_cb (G_GNUC_UNUSED gpointer user_data)
{
  SelListModel *model = sel_record_list_get_model (bench.list);

  bench.loaded = g_signal_connect_after (model, "loaded", G_CALLBACK (filtered_cb), NULL);
  begin ();
  sel_list_model_set_filter (model, SEL_AGREEMENTS_BY_STATE, "in_force");
  return G_SOURCE_REMOVE;
}

static void
listed_cb (SelListModel *model)
{
  end ("list");
  g_signal_handler_disconnect (model, bench.loaded);
  g_timeout_add (PAUSE, filter_cb, NULL);
}

static gboolean
list_cb (G_GNUC_UNUSED gpointer user_data)
{
  SelListModel *model;

  begin ();
  gtk_widget_activate_action (bench.window, "win.section", "s", "agreements");
  bench.list = SEL_RECORD_LIST (find_mapped_list (bench.window));
  model = sel_record_list_get_model (bench.list);
  bench.loaded = g_signal_connect_after (model, "loaded", G_CALLBACK (listed_cb), NULL);
  if (!sel_list_model_is_loading (model))
    listed_cb (model);
  return G_SOURCE_REMOVE;
}

static void
drawn_first_cb (GtkWindow *window)
{
  bench.window = GTK_WIDGET (window);
  g_timeout_add (2 * PAUSE, list_cb, NULL);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_set_prgname ("selaras");

  if (argc != 2)
    {
      fprintf (stderr, "usage: desk-window DATABASE\n");
      return EXIT_FAILURE;
    }

  sel_first_frame_call (drawn_first_cb);
  return sel_application_run_window (argv[1], 1, argv);
}
