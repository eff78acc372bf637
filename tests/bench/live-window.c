/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The whole window while it looks through an exchange file, and imports it:
 *
 *   live-window DATABASE FILE
 *
 * It prints, for the dry run and then for the import, the longest turn of the main loop in
 * microseconds and how many times the progress had moved. */
#include <gtk/gtk.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>

#include "first-frame.h"
#include "loop-turns.h"
#include "support/widgets.h"
#include "ui/application.h"
#include "ui/exchange/exchange-page.h"
#include "ui/exchange/import-progress.h"

/* Milliseconds in which the window fills its sections for the first time, each. */
#define PAUSE 700

/* Between two looks at the progress. */
#define BETWEEN 250

static const char *const sections[] = { "agreements", "participants", "schedule",
                                        "overview",   "partners",     "exchange" };

typedef struct
{
  const char *file;
  GtkWidget *window;
  GtkWidget *page;
  SelImportProgress *progress;
  guint next_section;
  gboolean is_importing;

  double fraction;
  guint n_moves;
} Bench;

static Bench bench;

static void
begin (void)
{
  bench.n_moves = 0;
  bench.fraction = 0;
  sel_loop_turns_begin ();
}

static void
end (void)
{
  printf ("%" G_GINT64_FORMAT " %u\n", sel_loop_turns_get_longest (), bench.n_moves);
  fflush (stdout);
}

static void
go_on (void)
{
  end ();
  if (bench.is_importing)
    {
      g_application_quit (g_application_get_default ());
      return;
    }

  bench.is_importing = TRUE;
  gtk_widget_activate_action (bench.page, "exchange.import", NULL);
  begin ();
}

static gboolean
look_cb (G_GNUC_UNUSED gpointer user_data)
{
  GtkWidget *bar = find_widget (GTK_WIDGET (bench.progress), GTK_TYPE_PROGRESS_BAR);
  double fraction = gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar));

  if (fraction != bench.fraction)
    bench.n_moves++;
  bench.fraction = fraction;

  if (!sel_import_progress_is_running (bench.progress))
    {
      if (bench.is_importing)
        {
          go_on ();
          return G_SOURCE_REMOVE;
        }
      go_on ();
    }
  return G_SOURCE_CONTINUE;
}

/* Visits each section once, and begins. */
static gboolean
visit_cb (G_GNUC_UNUSED gpointer user_data)
{
  g_autoptr (GFile) file = NULL;

  if (bench.next_section < G_N_ELEMENTS (sections))
    {
      gtk_widget_activate_action (bench.window, "win.section", "s",
                                  sections[bench.next_section++]);
      return G_SOURCE_CONTINUE;
    }

  bench.next_section = 0;
  file = g_file_new_for_path (bench.file);
  bench.page = find_widget (bench.window, SEL_TYPE_EXCHANGE_PAGE);
  bench.progress =
    SEL_IMPORT_PROGRESS (find_widget (bench.page, SEL_TYPE_IMPORT_PROGRESS));
  sel_exchange_page_open (SEL_EXCHANGE_PAGE (bench.page), file);
  begin ();
  g_timeout_add (BETWEEN, look_cb, NULL);
  return G_SOURCE_REMOVE;
}

static void
drawn_cb (GtkWindow *window)
{
  bench.window = GTK_WIDGET (window);
  g_timeout_add (PAUSE, visit_cb, NULL);
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_set_prgname ("selaras");
  if (argc != 3)
    {
      fprintf (stderr, "usage: live-window DATABASE FILE\n");
      return EXIT_FAILURE;
    }

  bench.file = argv[2];
  sel_first_frame_call (drawn_cb);
  return sel_application_run_window (argv[1], 1, argv);
}
