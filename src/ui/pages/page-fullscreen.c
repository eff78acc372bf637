/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "ui/pages/page-fullscreen.h"

#define KEY "page-fullscreen"

/* What was hidden to make room, and is shown again. */
typedef struct
{
  GPtrArray *hidden; /* GtkWidget */
  GtkWindow *window; /* not owned: the widget is in it */
  gulong window_handler;
  gulong unmap_handler;
} Fullscreen;

static void
fullscreen_free (gpointer data)
{
  Fullscreen *self = data;

  g_ptr_array_unref (self->hidden);
  g_free (self);
}

/* Others may show them again meanwhile, because there is room now. */
static void
stay_hidden_cb (GtkWidget *hidden)
{
  if (gtk_widget_get_visible (hidden))
    gtk_widget_set_visible (hidden, FALSE);
}

static void
hide_siblings (Fullscreen *self, GtkWidget *widget)
{
  for (GtkWidget *sibling = gtk_widget_get_first_child (gtk_widget_get_parent (widget)); sibling;
       sibling = gtk_widget_get_next_sibling (sibling))
    if (sibling != widget && gtk_widget_get_visible (sibling) &&
        gtk_widget_get_child_visible (sibling))
      {
        g_ptr_array_add (self->hidden, g_object_ref (sibling));
        gtk_widget_set_visible (sibling, FALSE);
        g_signal_connect (sibling, "notify::visible", G_CALLBACK (stay_hidden_cb), self);
      }
}

static void
leave (GtkWidget *widget)
{
  Fullscreen *self = g_object_steal_data (G_OBJECT (widget), KEY);

  g_signal_handler_disconnect (self->window, self->window_handler);
  g_signal_handler_disconnect (widget, self->unmap_handler);
  for (guint i = 0; i < self->hidden->len; i++)
    {
      g_signal_handlers_disconnect_by_data (self->hidden->pdata[i], self);
      gtk_widget_set_visible (self->hidden->pdata[i], TRUE);
    }
  gtk_window_unfullscreen (self->window);
  fullscreen_free (self);
}

/* The desktop has keys of its own for that. */
static void
window_changed_cb (GtkWidget *widget)
{
  const Fullscreen *self = g_object_get_data (G_OBJECT (widget), KEY);

  if (!gtk_window_is_fullscreen (self->window))
    leave (widget);
}

static void
enter (GtkWidget *widget)
{
  Fullscreen *self = g_new0 (Fullscreen, 1);

  self->hidden = g_ptr_array_new_with_free_func (g_object_unref);
  self->window = GTK_WINDOW (gtk_widget_get_root (widget));
  for (GtkWidget *at = widget; at != GTK_WIDGET (self->window); at = gtk_widget_get_parent (at))
    hide_siblings (self, at);

  gtk_window_fullscreen (self->window);
  self->window_handler = g_signal_connect_object (self->window, "notify::fullscreened",
                                                  G_CALLBACK (window_changed_cb), widget,
                                                  G_CONNECT_SWAPPED);
  self->unmap_handler = g_signal_connect (widget, "unmap", G_CALLBACK (leave), NULL);
  g_object_set_data_full (G_OBJECT (widget), KEY, self, fullscreen_free);
}

gboolean
sel_page_is_fullscreen (GtkWidget *widget)
{
  return g_object_get_data (G_OBJECT (widget), KEY) != NULL;
}

/* It ends by itself when the window leaves the full screen, or the widget is no longer seen. */
void
sel_page_set_fullscreen (GtkWidget *widget, gboolean is_fullscreen)
{
  if (is_fullscreen == sel_page_is_fullscreen (widget))
    return;

  if (is_fullscreen)
    enter (widget);
  else
    leave (widget);
}
