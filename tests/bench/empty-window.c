/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A window with nothing in it, as large as that of Selaras: prints when its first frame was there.
 */
#include <adwaita.h>

#include "first-frame.h"

static void
activate_cb (GtkApplication *application)
{
  GtkWidget *window = adw_application_window_new (application);

  gtk_window_set_default_size (GTK_WINDOW (window), 1280, 800);
  gtk_window_present (GTK_WINDOW (window));
}

int
main (int argc, char **argv)
{
  g_autoptr (AdwApplication) application =
    adw_application_new ("org.selaras.EmptyWindow", G_APPLICATION_DEFAULT_FLAGS);

  sel_first_frame_print ();
  g_signal_connect (application, "activate", G_CALLBACK (activate_cb), NULL);
  return g_application_run (G_APPLICATION (application), argc, argv);
}
