/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What goes on in a thread of its own while the window shows how far it is. A widget has one within
 * itself, which is empty at first. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*SelLookFunc) (gpointer user_data);

typedef struct
{
  GTask *task; /* the newest; NULL while nothing goes on */
  /* private */
  guint look_source;
  const int *done;
  GtkProgressBar *bar;
  SelLookFunc look;
  gpointer user_data;
} SelRunning;

void sel_running_begin (SelRunning *self,
                        GTask *task,
                        const int *done,
                        GtkProgressBar *bar,
                        SelLookFunc look,
                        gpointer user_data);
void sel_running_cancel (SelRunning *self);
void sel_running_end (SelRunning *self);

void sel_running_note_in_thread (int *done, double fraction);

G_END_DECLS
