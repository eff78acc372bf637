/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A small window in the corner of the screen from which a file can be dragged, as from a file
 * manager: drag-source FILE. */
#include <gtk/gtk.h>

int
main (G_GNUC_UNUSED int argc, char *argv[])
{
  g_autoptr (GFile) file = NULL;
  g_autoptr (GdkContentProvider) content = NULL;
  GtkDragSource *source;
  GtkWidget *window;
  GSList files = { NULL, NULL };

  gtk_init ();
  file = g_file_new_for_commandline_arg (argv[1]);
  files.data = file;
  content = gdk_content_provider_new_typed (GDK_TYPE_FILE_LIST, &files);

  source = gtk_drag_source_new ();
  gtk_drag_source_set_content (source, content);
  window = gtk_window_new ();
  gtk_window_set_title (GTK_WINDOW (window), "Drag source");
  gtk_window_set_default_size (GTK_WINDOW (window), 120, 80);
  gtk_widget_add_controller (window, GTK_EVENT_CONTROLLER (source));
  gtk_window_present (GTK_WINDOW (window));

  while (TRUE)
    g_main_context_iteration (NULL, TRUE);
}
