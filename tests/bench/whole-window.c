/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole window, timed from within; it prints microseconds:
 *
 *   whole-window first-frame DATABASE     when its first frame was there
 *   whole-window paging DATABASE          what each frame took while the participants are paged
 *     through
 *   whole-window document DATABASE FILE   for each line of the input, how long it took from the
 *     selection of the agreement that has the PDF called FILE to its first page on the screen
 *   whole-window scrolling DATABASE FILE  what the main loop worked for each frame, all told, while
 *     the pages of that PDF are scrolled */
#include <glib-unix.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <time.h>

#include "first-frame.h"
#include "support/widgets.h"
#include "store/lists.h"
#include "ui/application.h"
#include "ui/lists/record-list.h"
#include "ui/pages/document-view.h"
#include "ui/pages/page-view.h"

/* The first frames of paging find their widgets and fonts for the first time. */
#define N_FIRST_FRAMES 20
#define N_FRAMES 200

/* Pixels for each frame: three screens a second. */
#define SCROLLED 40

/* Milliseconds in which the window is left alone: to fill its sections after the first frame, and
 * to start a reader for the next document. */
#define PAUSE 500

typedef struct
{
  GtkWidget *window;
  SelRecordList *list;
  gulong loaded; /* the handler */

  gint64 begin; /* of what is timed */
  guint n_frames;

  gboolean scrolls;
  const char *file;
  gint64 other;  /* an agreement with another PDF … */
  gint64 wanted; /* … and that with FILE */
} Bench;

static Bench bench;

static void
quit (void)
{
  g_application_quit (g_application_get_default ());
}

static void
fail (const char *message)
{
  fprintf (stderr, "whole-window: %s\n", message);
  exit (EXIT_FAILURE);
}

/* The list of @query, in whatever section it is. */
static SelRecordList *
find_list (GtkWidget *root, const SelListQuery *query)
{
  SelRecordList *found = NULL;

  if (SEL_IS_RECORD_LIST (root))
    {
      SelListModel *model = sel_record_list_get_model (SEL_RECORD_LIST (root));

      return model && sel_list_model_get_query (model) == query ? SEL_RECORD_LIST (root) : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child && !found;
       child = gtk_widget_get_next_sibling (child))
    found = find_list (child, query);
  return found;
}

/* Goes to a section and calls @start once its list is filled. */
static void
open_list (const char *section, const SelListQuery *query, GCallback start)
{
  SelListModel *model;

  gtk_widget_activate_action (bench.window, "win.section", "s", section);
  bench.list = find_list (bench.window, query);
  model = sel_record_list_get_model (bench.list);
  bench.loaded = g_signal_connect_after (model, "loaded", start, NULL);
  if (!sel_list_model_is_loading (model))
    g_signal_emit_by_name (model, "loaded");
}

static void
before_paint_cb (void)
{
  bench.begin = g_get_monotonic_time ();
}

static void
after_paint_cb (void)
{
  if (bench.n_frames >= N_FIRST_FRAMES)
    printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - bench.begin);
  if (++bench.n_frames == N_FIRST_FRAMES + N_FRAMES)
    quit ();
}

static gboolean
turn_page_cb (G_GNUC_UNUSED GtkWidget *widget,
              G_GNUC_UNUSED GdkFrameClock *clock,
              gpointer user_data)
{
  GtkAdjustment *adjustment = user_data;

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) +
                              gtk_adjustment_get_page_size (adjustment));
  return G_SOURCE_CONTINUE;
}

static void
start_paging_cb (SelListModel *model)
{
  GtkWidget *view = find_widget (GTK_WIDGET (bench.list), GTK_TYPE_COLUMN_VIEW);
  GdkFrameClock *clock = gtk_widget_get_frame_clock (bench.window);

  g_signal_handler_disconnect (model, bench.loaded);
  g_signal_connect (clock, "before-paint", G_CALLBACK (before_paint_cb), NULL);
  g_signal_connect (clock, "after-paint", G_CALLBACK (after_paint_cb), NULL);
  gtk_widget_add_tick_callback (view,
                                turn_page_cb,
                                gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view)),
                                NULL);
}

static gboolean
page_through_cb (G_GNUC_UNUSED gpointer user_data)
{
  open_list ("participants", &sel_participants_list, G_CALLBACK (start_paging_cb));
  return G_SOURCE_REMOVE;
}

static gint64
find_agreement (SelConnection *connection, const char *sql)
{
  g_autoptr (SelStatement) stmt = sel_connection_prepare (connection, sql, NULL);
  gboolean has_row;

  sel_statement_bind_text (stmt, 1, bench.file);
  if (!sel_statement_step (stmt, &has_row, NULL) || !has_row)
    fail ("there are no two agreements with PDFs");
  return sel_statement_get_int (stmt, 0);
}

static void
find_agreements (SelStore *store)
{
  g_autoptr (SelReading) reading = sel_reading_begin (store, NULL);

  bench.wanted = find_agreement (reading->connection,
                                 "SELECT agreement FROM document WHERE file = $1");
  bench.other = find_agreement (reading->connection,
                                "SELECT agreement FROM document WHERE file <> $1");
}

static gboolean
select_wanted_cb (G_GNUC_UNUSED gpointer user_data)
{
  bench.begin = g_get_monotonic_time ();
  sel_record_list_select (bench.list, bench.wanted);
  return G_SOURCE_REMOVE;
}

/* What the thread of the main loop has worked, in microseconds. Other programs of the machine do
 * not count. */
static gint64
get_work (void)
{
  struct timespec time;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &time);
  return (gint64) time.tv_sec * G_USEC_PER_SEC + time.tv_nsec / 1000;
}

static void
scrolled_cb (void)
{
  const gint64 now = get_work ();

  if (bench.n_frames >= N_FIRST_FRAMES)
    printf ("%" G_GINT64_FORMAT "\n", now - bench.begin);
  bench.begin = now;
  if (++bench.n_frames == N_FIRST_FRAMES + N_FRAMES)
    quit ();
}

static gboolean
scroll_cb (G_GNUC_UNUSED GtkWidget *widget,
           G_GNUC_UNUSED GdkFrameClock *clock,
           gpointer user_data)
{
  GtkAdjustment *adjustment = user_data;

  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + SCROLLED);
  return G_SOURCE_CONTINUE;
}

static gboolean
start_scrolling_cb (G_GNUC_UNUSED gpointer user_data)
{
  GtkWidget *pages = find_widget (bench.window, SEL_TYPE_PAGE_VIEW);

  g_signal_connect (gtk_widget_get_frame_clock (bench.window), "after-paint",
                    G_CALLBACK (scrolled_cb), NULL);
  gtk_widget_add_tick_callback (pages, scroll_cb,
                                gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (pages)), NULL);
  return G_SOURCE_REMOVE;
}

static void
drawn_cb (void)
{
  if (bench.scrolls)
    {
      g_timeout_add (PAUSE, start_scrolling_cb, NULL);
      return;
    }

  if (sel_record_list_get_selected (bench.list) == bench.wanted)
    {
      printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time () - bench.begin);
      fflush (stdout);
    }
  else
    g_timeout_add (PAUSE, select_wanted_cb, NULL);
}

static gboolean
read_line_cb (G_GNUC_UNUSED int file,
              G_GNUC_UNUSED GIOCondition condition,
              G_GNUC_UNUSED gpointer user_data)
{
  if (getchar () == EOF)
    {
      quit ();
      return G_SOURCE_REMOVE;
    }

  sel_record_list_select (bench.list, bench.other);
  return G_SOURCE_CONTINUE;
}

static void
start_documents_cb (SelListModel *model)
{
  GtkWidget *view = find_widget (bench.window, SEL_TYPE_DOCUMENT_VIEW);

  g_signal_handler_disconnect (model, bench.loaded);
  find_agreements (sel_list_model_get_store (model));
  g_signal_connect (view, "drawn", G_CALLBACK (drawn_cb), NULL);
  if (bench.scrolls)
    sel_record_list_select (bench.list, bench.wanted);
  else
    g_unix_fd_add (fileno (stdin), G_IO_IN | G_IO_HUP, read_line_cb, NULL);
}

static gboolean
show_documents_cb (G_GNUC_UNUSED gpointer user_data)
{
  open_list ("agreements", &sel_agreements_list, G_CALLBACK (start_documents_cb));
  return G_SOURCE_REMOVE;
}

static void
drawn_first_cb (GtkWindow *window)
{
  bench.window = GTK_WIDGET (window);
  g_timeout_add (PAUSE, bench.file ? show_documents_cb : page_through_cb, NULL);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_set_prgname ("selaras");

  if (argc == 3 && g_str_equal (argv[1], "first-frame"))
    sel_first_frame_print ();
  else if (argc == 3 && g_str_equal (argv[1], "paging"))
    sel_first_frame_call (drawn_first_cb);
  else if (argc == 4 && (g_str_equal (argv[1], "document") || g_str_equal (argv[1], "scrolling")))
    {
      bench.scrolls = g_str_equal (argv[1], "scrolling");
      bench.file = argv[3];
      sel_first_frame_call (drawn_first_cb);
    }
  else
    {
      fprintf (stderr,
               "usage: whole-window first-frame|paging DATABASE, or document|scrolling DATABASE "
               "FILE\n");
      return EXIT_FAILURE;
    }

  return sel_application_run_window (argv[2], 1, argv);
}
