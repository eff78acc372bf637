/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "first-frame.h"

#include <stdio.h>

static SelFirstFrameFunc called;

/* Any frame clock of the process: its first frame is that of its first window. */
static gboolean
painted_cb (G_GNUC_UNUSED GSignalInvocationHint *hint,
            G_GNUC_UNUSED guint n_values,
            G_GNUC_UNUSED const GValue *values,
            G_GNUC_UNUSED gpointer user_data)
{
  g_autoptr (GtkWindow) window = g_list_model_get_item (gtk_window_get_toplevels (), 0);

  called (window);
  return FALSE; /* never again */
}

/* Calls @function after the first frame of the first window. Called before there is one, so that
 * the program that makes the window need not know of it. */
void
sel_first_frame_call (SelFirstFrameFunc function)
{
  called = function;
  g_type_class_unref (g_type_class_ref (GDK_TYPE_FRAME_CLOCK));
  g_signal_add_emission_hook (g_signal_lookup ("after-paint", GDK_TYPE_FRAME_CLOCK),
                              0,
                              painted_cb,
                              NULL,
                              NULL);
}

static void
print_and_quit (G_GNUC_UNUSED GtkWindow *window)
{
  printf ("%" G_GINT64_FORMAT "\n", g_get_monotonic_time ());
  g_application_quit (g_application_get_default ());
}

/* Prints when the first frame was there, in microseconds of the clock that all processes share, and
 * ends the program. */
void
sel_first_frame_print (void)
{
  sel_first_frame_call (print_and_quit);
}
